package org.jiheng.app.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A date the jurisdiction works towards.
 *
 * @param due last day on time, inclusive: the task's, or the next workday where that one is none (DOMAIN 16, Q28)
 * @param daysLeft calendar days until it, 0 on the day itself, negative when it is over
 */
public record Deadline(String formType, String title, LocalDate due, long daysLeft) {

  /** @param workdays of the jurisdiction that issued the task */
  public static Deadline of(Task task, Workdays workdays, LocalDate today) {
    return of(task, task.due(), workdays, today);
  }

  /** The same for another last day than the task's. */
  static Deadline of(Task task, LocalDate last, Workdays workdays, LocalDate today) {
    LocalDate due = workdays.onOrAfter(last);
    return new Deadline(task.formType(), task.title(), due, ChronoUnit.DAYS.between(today, due));
  }

  public Urgency urgency() {
    return Urgency.of(Optional.of(daysLeft));
  }
}
