package org.jiheng.app.calendar;

import java.util.Optional;

/** How near a date is, as desks show it. */
public enum Urgency {
  /** The date is over. */
  OVERDUE,
  /** It comes within {@link #SOON_DAYS}. */
  SOON,
  CALM,
  /** There is no date. */
  NONE;

  /** Calendar days. No rule says when a date is near; the usual working week leaves time to pass a form on. */
  static final int SOON_DAYS = 5;

  public static Urgency of(Optional<Long> daysLeft) {
    return daysLeft.map(days -> days < 0 ? OVERDUE : days <= SOON_DAYS ? SOON : CALM).orElse(NONE);
  }
}
