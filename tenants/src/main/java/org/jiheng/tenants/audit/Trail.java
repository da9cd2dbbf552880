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
import java.util.List;
import java.util.UUID;
import org.jiheng.tenants.persistence.BulkInsert;
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

  /** Many entries of one act on many things, in the transaction of what is recorded. */
  public void addAll(List<Record> records) {
    Scope scope = Scope.current();
    Instant now = now();
    BulkInsert.of(database, records.stream().map(record -> new AuditEntry(scope, record, now)).toList());
    grew.fire(new TrailGrew(scope.jurisdiction()));
  }

  /** The same for something that is only read. A look into a county is on record there already, from before it began. */
  public void addReading(Record record) {
    if (!Scope.current().readOnly()) {
      add(record);
    }
  }

  /**
   * In a transaction of its own, kept whatever becomes of the caller's. What an overseer was refused in a county goes into the
   * county's trail.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void addWhateverHappens(Record record) {
    Scope scope = Scope.current();
    if (scope.readOnly()) {
      boolean reading = record.act() == Act.READ || record.act() == Act.EXPORT;
      // whatever an overseer tried there, all that could have come of it is a look
      Record tried = reading ? record
          : Record.of(Act.READ, record.subject(), record.title()).not(record.outcome(), record.act() + " " + record.note());
      scope.own().run(() -> recordReading(scope.data(), tried));
    } else {
      add(record);
      // what fails fails here: when the commit itself fails, the server never resumes the transaction this one stands inside of
      database.flush();
    }
  }

  /**
   * An overseer is about to look into a county: on the record of that county before anything is read. Called in the overseer's
   * own scope; the database refuses it for a county the jurisdiction does not oversee, and it answers from the county's views
   * only under the scope this hands out.
   *
   * @throws org.jiheng.tenants.scope.NoScopeException if the caller does not oversee the county
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Scope lookInto(Jurisdiction county, Record record) {
    return Scope.current().lookingInto(county, recordReading(county, record));
  }

  private UUID recordReading(Jurisdiction county, Record record) {
    Caller caller = Scope.current().caller();
    UUID entry = Identifiers.next();
    database.createNativeQuery("select platform.record_reading(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .setParameter(1, county.code().value())
        .setParameter(2, entry)
        .setParameter(3, caller.id())
        .setParameter(4, caller.username())
        .setParameter(5, caller.name())
        .setParameter(6, caller.origin())
        .setParameter(7, record.act().name())
        .setParameter(8, AuditEntry.subject(record))
        .setParameter(9, AuditEntry.title(record))
        .setParameter(10, record.outcome().name())
        .setParameter(11, record.note())
        .getResultList();
    grew.fire(new TrailGrew(county));
    return entry;
  }

  /** By the server's clock, in whole microseconds, as the database keeps it: the chain is computed over the same text for ever. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
