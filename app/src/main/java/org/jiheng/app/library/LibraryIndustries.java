package org.jiheng.app.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import org.jiheng.app.project.IndustryWords;

/**
 * The industries the library knows: those its confirmed indicators stand in, of whichever level and department, and those for whose
 * projects one is required. They are words for sorting and tell nobody what a department proposes.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class LibraryIndustries implements IndustryWords {

  @PersistenceContext
  private EntityManager database;

  @Override
  public Collection<String> known() {
    return List.of("industry", "forIndustry").stream()
        .flatMap(column -> database.createQuery("select distinct l.content." + column + " from LibraryLine l where l.newest = true and l.state = :inForce "
            + "and l.content." + column + " <> ''", String.class).setParameter("inForce", EntryState.IN_FORCE).getResultStream())
        .distinct().toList();
  }
}
