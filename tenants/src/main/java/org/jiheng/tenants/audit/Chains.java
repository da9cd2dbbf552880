package org.jiheng.tenants.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiheng.tenants.scope.Scope;

/** Chains the entries of one jurisdiction and follows its chain, in that jurisdiction's audit scope. */
@ApplicationScoped
@Transactional
public class Chains {

  static final int BLOCK = 1000;

  private static final int AT_ONCE = 500;

  /** No transaction of ours lasts so long: an entry that is older than the last link by more than this has been chained. */
  private static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

  @PersistenceContext
  private EntityManager database;

  /**
   * Chains entries that are not chained yet, in the order in which they were made as far as they can be seen now; one whose
   * transaction ends later comes later. Nothing is chained to a link that is not sound: what comes after it stays loose, and
   * the check that says so is kept.
   *
   * @param everything whether very old entries are looked for, too; costs a look at the whole trail
   * @return whether there may be more
   */
  public boolean extend(boolean everything) {
    if (!locked()) {
      return false;
    }
    Optional<AuditLink> last = last();
    Instant since = last.filter(_ -> !everything).map(link -> link.entry().at().minus(LONGEST_TRANSACTION)).orElse(Instant.EPOCH);
    List<AuditEntry> loose = database.createQuery("select e from AuditEntry e where e.at > :since "
            + "and not exists (select l from AuditLink l where l.entry = e) order by e.at, e.id", AuditEntry.class)
        .setParameter("since", since).setMaxResults(AT_ONCE).getResultList();
    if (loose.isEmpty()) {
      return false;
    }
    if (last.filter(link -> !link.forVerification().sound()).isPresent()) {
      unsound(last.get());
      return false;
    }
    long number = last.map(AuditLink::number).orElse(0L);
    String previous = last.map(AuditLink::digest).orElse(Chain.BEGINNING);
    for (AuditEntry entry : loose) {
      AuditLink link = new AuditLink(++number, entry, previous);
      database.persist(link);
      previous = link.digest();
    }
    return loose.size() == AT_ONCE;
  }

  private void unsound(AuditLink last) {
    Chain.Broken broken = new Chain.Broken(last.number(), Fault.CHANGED);
    if (latestCheck().flatMap(AuditCheck::broken).filter(broken::equals).isEmpty()) {
      database.persist(new AuditCheck(Scope.current().caller().name(), last.number() - 1, last.previous(), Optional.of(broken)));
    }
  }

  private Optional<AuditLink> last() {
    return database.createQuery("select l from AuditLink l join fetch l.entry order by l.number desc", AuditLink.class)
        .setMaxResults(1).getResultStream().findFirst();
  }

  /** One node at a time extends a jurisdiction's chain; held until the transaction ends. */
  private boolean locked() {
    return (Boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(hashtext('audit chain'), ?)")
        .setParameter(1, Integer.parseInt(Scope.current().jurisdiction().code().value()))
        .getSingleResult();
  }

  /** How many links there are. */
  public long links() {
    return last().map(AuditLink::number).orElse(0L);
  }

  /** Up to {@link #BLOCK} links after the one with this number. */
  public List<AuditLink> after(long number) {
    return database.createQuery("select l from AuditLink l join fetch l.entry where l.number > :number order by l.number", AuditLink.class)
        .setParameter("number", number).setMaxResults(BLOCK).getResultList();
  }

  /** Entries that are not chained: those of the last second, or those that can no longer be. */
  public long loose() {
    return database.createQuery("select count(e) from AuditEntry e where not exists (select l from AuditLink l where l.entry = e)", Long.class)
        .getSingleResult();
  }

  /** The longest sound chain that a check has seen; a chain of today is never shorter and begins with it. */
  public Optional<AuditCheck> longestSeen() {
    return database.createQuery("select c from AuditCheck c order by c.followed desc, c.at", AuditCheck.class)
        .setMaxResults(1).getResultStream().findFirst();
  }

  public Optional<AuditCheck> latestCheck() {
    return database.createQuery("select c from AuditCheck c order by c.at desc", AuditCheck.class)
        .setMaxResults(1).getResultStream().findFirst();
  }

  /** Keeps what following the whole chain has shown. */
  public void keep(String byWhom, Following following) {
    database.persist(new AuditCheck(byWhom, following.followed(), following.head(), following.broken()));
  }
}
