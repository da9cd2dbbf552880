package org.jiheng.app.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A date the jurisdiction works towards.
 *
 * @param daysLeft calendar days until it, 0 on the day itself, negative when it is over
 */
public record Deadline(String formType, String title, LocalDate due, long daysLeft) {

  static Deadline of(Task task, LocalDate today) {
    return new Deadline(task.formType(), task.title(), task.due(), ChronoUnit.DAYS.between(today, task.due()));
  }
}
