package org.jiheng.app.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * What it means for a form that its date is over (DOMAIN 1.3): overdue is a flag and locks nothing that is typed; only sending in needs
 * the performance office to reopen, for the form or its unit, until a day.
 *
 * @param reopenedUntil last day on which it may still be sent in, inclusive; empty when nobody has reopened
 */
public record Lateness(Deadline deadline, Optional<LocalDate> reopenedUntil) {

  /** Empty when there is time left, or no date at all. Nobody has been asked for reopenings yet. */
  public static Optional<Lateness> of(Optional<Deadline> deadline) {
    return deadline.filter(one -> one.daysLeft() < 0).map(one -> new Lateness(one, Optional.empty()));
  }

  /** The same with the latest of the reopenings that are about this form; whether they are over is for who asks for them. */
  public Lateness reopenedBy(Collection<Reopening> inForce, FormOf form) {
    return new Lateness(deadline, inForce.stream().filter(one -> one.opens(form)).map(Reopening::until).max(Comparator.naturalOrder()));
  }

  public boolean maySend() {
    return reopenedUntil.isPresent();
  }

  /** Calendar days since the last day on time. */
  public long daysLate() {
    return -deadline.daysLeft();
  }
}
