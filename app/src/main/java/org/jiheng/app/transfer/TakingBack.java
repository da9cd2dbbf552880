package org.jiheng.app.transfer;

import java.math.BigDecimal;
import org.jiheng.app.common.Money;

/**
 * What is taken back of a part of a withdrawn document, yuan (S10). What was paid stays to be taken back until it has come back; what
 * finance had cut from the project by hand is not there any more and is owed no more; of the rest no more is taken than is there. Pure.
 *
 * @param taken booked as a counter-line
 * @param cutAway had been cut by hand before
 */
record TakingBack(Money taken, Money cutAway) {

  /**
   * What a project has of transfers of the year.
   *
   * @param there at present and not paid, of all documents together
   * @param cut by hand, and not held against a part yet
   */
  record Purse(Money there, Money cut) {

    /** @param paid of all parts that are to be taken back: it is not there to be taken, of whichever of them it was paid */
    static Purse of(Money has, Money paid, Money cut) {
      return new Purse(less(has, paid), cut);
    }

    /** After something was taken out of it. */
    Purse after(TakingBack one) {
      return new Purse(less(there, one.taken), less(cut, one.cutAway));
    }
  }

  /**
   * A part of a unit alone: nothing of the library is asked.
   *
   * @param left what went down and is not gone yet
   */
  static TakingBack of(Money left, Money paid) {
    return new TakingBack(less(left, paid), Money.ZERO);
  }

  /** A part of a project. */
  static TakingBack of(Money left, Money paid, Purse purse) {
    Money unpaid = less(left, paid);
    Money taken = least(unpaid, purse.there);
    return new TakingBack(taken, least(less(unpaid, taken), purse.cut));
  }

  boolean nothing() {
    return taken.isZero() && cutAway.isZero();
  }

  private static Money least(Money one, Money other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** Never below zero. */
  private static Money less(Money money, Money by) {
    return new Money(money.yuan().subtract(by.yuan()).max(BigDecimal.ZERO));
  }
}
