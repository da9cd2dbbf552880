package org.jiheng.tenants.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jiheng.tenants.scope.Scope;

/** Chains the entries of one jurisdiction, in that jurisdiction's audit scope. */
@ApplicationScoped
@Transactional
public class Chains {

  private static final int AT_ONCE = 500;

  @PersistenceContext
  private EntityManager database;

  /**
   * Chains entries that are not chained yet, in the order in which they were made as far as they can be seen now; one whose
   * transaction ends later comes later.
   *
   * @return whether there may be more
   */
  public boolean extend() {
    if (!locked()) {
      return false;
    }
    List<AuditEntry> loose = database.createQuery(
            "select e from AuditEntry e where not exists (select l from AuditLink l where l.entry = e) order by e.id", AuditEntry.class)
        .setMaxResults(AT_ONCE).getResultList();
    if (loose.isEmpty()) {
      return false;
    }
    AuditLink last = database.createQuery("select l from AuditLink l order by l.number desc", AuditLink.class)
        .setMaxResults(1).getResultStream().findFirst().orElse(null);
    long number = last == null ? 0 : last.number();
    String previous = last == null ? Chain.BEGINNING : last.digest();
    for (AuditEntry entry : loose) {
      AuditLink link = new AuditLink(++number, entry, previous);
      database.persist(link);
      previous = link.digest();
    }
    return loose.size() == AT_ONCE;
  }

  /** One node at a time extends a jurisdiction's chain; held until the transaction ends. */
  private boolean locked() {
    return (Boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(hashtext('audit chain'), ?)")
        .setParameter(1, Integer.parseInt(Scope.current().jurisdiction().code().value()))
        .getSingleResult();
  }
}
