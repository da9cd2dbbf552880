package org.jiheng.tenants.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;

/**
 * One after the other: whoever would write the same thing, of which there may be no row to hold yet, waits until who came first is done.
 * The database is told the business date on which it is written, for policies that go by it; without that they let nothing through.
 */
public final class Turns {

  private Turns() {}

  /**
   * Holds the turn until the transaction ends, in the role of its scope.
   *
   * @param what name of the thing; different things may, seldom, have to wait for each other, too
   * @param day business date
   */
  public static void take(EntityManager database, String what, LocalDate day) {
    database.createNativeQuery("select pg_advisory_xact_lock(hashtext('turn'), hashtext(?)), set_config('jiheng.day', ?, true)")
        .setParameter(1, what).setParameter(2, day.toString()).getResultList();
  }
}
