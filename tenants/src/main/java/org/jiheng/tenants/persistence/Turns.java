package org.jiheng.tenants.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * One after the other: whoever would write the same thing, of which there may be no row to hold yet, waits until who came first is done.
 * The database is told the business date on which it is written, for policies that go by it; without that they let nothing through.
 */
@ApplicationScoped
public class Turns {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessDate date;

  /**
   * Holds the turn until the transaction ends.
   *
   * @param what name of the thing; different things may, seldom, have to wait for each other, too
   */
  public void take(String what) {
    database.createNativeQuery("select pg_advisory_xact_lock(hashtext('turn'), hashtext(?)), set_config('jiheng.day', ?, true)")
        .setParameter(1, what).setParameter(2, date.today().toString()).getResultList();
  }
}
