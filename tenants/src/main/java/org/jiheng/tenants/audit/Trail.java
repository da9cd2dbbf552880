package org.jiheng.tenants.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;

/**
 * Writes down what is done, in the trail of the jurisdiction whose data it concerns. A change and its entry are written in one
 * transaction: either both are there or neither. Refusals are written in a transaction of their own, because the refused one is
 * rolled back.
 */
@ApplicationScoped
@Transactional
public class Trail {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Event<TrailGrew> grew;

  private final Clock clock = Clock.systemUTC();

  /** In the transaction of what is recorded. */
  public void add(Record record) {
    Scope scope = Scope.current();
    database.persist(new AuditEntry(scope, record, now()));
    grew.fire(new TrailGrew(scope.jurisdiction()));
  }

  /** In a transaction of its own, kept whatever becomes of the caller's. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void addWhateverHappens(Record record) {
    add(record);
  }

  /**
   * An overseer is about to look into a county: on the record of that county before anything is read. Called in the overseer's
   * own scope; the database refuses it for a county the jurisdiction does not oversee.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void looksInto(Jurisdiction county, Record record) {
    Caller caller = Scope.current().caller();
    database.createNativeQuery("select platform.record_reading(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .setParameter(1, county.code().value())
        .setParameter(2, Identifiers.next())
        .setParameter(3, now().atOffset(java.time.ZoneOffset.UTC))
        .setParameter(4, caller.id())
        .setParameter(5, caller.username())
        .setParameter(6, caller.name())
        .setParameter(7, caller.origin())
        .setParameter(8, record.act().name())
        .setParameter(9, record.subject())
        .setParameter(10, record.title())
        .getSingleResult();
    grew.fire(new TrailGrew(county));
  }

  /** In whole microseconds, as the database keeps it: the chain is computed over the same text for ever. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
