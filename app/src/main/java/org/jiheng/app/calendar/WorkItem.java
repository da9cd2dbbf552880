package org.jiheng.app.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that waits on the caller's desk.
 *
 * @param fiscalYear year of the form, whatever year is looked at
 * @param state name of the state the form is in
 * @param daysLeft calendar days until it is due; negative when overdue; 0 without a due date
 * @param notes how many notes in its margin wait to be dealt with
 * @param since when it came to this desk
 * @param unbegun how many forms of a task nobody has begun; the form is then the task, and the state {@link #NOT_BEGUN}. 0 for a form
 * @param guided the task of the form, if finance says something to it
 */
public record WorkItem(
    UUID form, String formType, int fiscalYear, String state, String title, String unitName, Optional<LocalDate> due, long daysLeft,
    int notes, Instant since, int unbegun, Optional<UUID> guided) {

  /** State of what has no form yet. */
  public static final String NOT_BEGUN = "NOT_BEGUN";

  /** A form. */
  public WorkItem(
      UUID form, String formType, int fiscalYear, String state, String title, String unitName, Optional<LocalDate> due, long daysLeft, int notes,
      Instant since) {
    this(form, formType, fiscalYear, state, title, unitName, due, daysLeft, notes, since, 0, Optional.empty());
  }

  /** The same, of a task. */
  public WorkItem of(Optional<Task> task) {
    return new WorkItem(form, formType, fiscalYear, state, title, unitName, due, daysLeft, notes, since, unbegun, task.filter(Task::guided).map(Task::id));
  }

  public Urgency urgency() {
    return Urgency.of(due.map(_ -> daysLeft));
  }
}
