package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.jiheng.app.project.LibraryChanged;
import org.jiheng.app.project.ProjectEntry;

/**
 * A part of a fund document is named after its project. Once the project is marked as confidential its name stands in no document, report
 * or row for the region either (DOMAIN 12); what was handed on before is with whoever received it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ConfidentialParts {

  @PersistenceContext
  private EntityManager database;

  /** In the transaction of the change: the name goes everywhere at once. */
  void marked(@Observes LibraryChanged changed) {
    database.createQuery("update FundLine l set l.name = :placeholder where l.name <> :placeholder "
            + "and l.project in (select p.id from Project p where p.confidential = true)")
        .setParameter("placeholder", ProjectEntry.PLACEHOLDER).executeUpdate();
  }
}
