package org.jiheng.app.task;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.calendar.FormOf;
import org.jiheng.app.calendar.Lateness;
import org.jiheng.app.calendar.Reopening;
import org.jiheng.app.calendar.Task;

/**
 * One thing a task asks of a unit: a form about a project, begun or not.
 *
 * @param unit code of the unit
 * @param title name of the project
 * @param form empty as long as nobody has begun it
 * @param lateness present only if it was never sent in and its date is over
 */
public record Owed(Task task, Deadline deadline, String unit, String title, Optional<UUID> form, Standing standing, Optional<Lateness> lateness) {

  /** How far it is, for whoever is not of the unit: whether an unsent form was begun is the unit's own business. */
  public enum Standing {
    /** 未报送. */
    NOT_SENT,
    /** 已报送. */
    SENT,
    /** 退回修改中: it was sent in, and is being mended. */
    RETURNED,
    /** 终审通过. */
    APPROVED
  }

  public boolean sent() {
    return standing != Standing.NOT_SENT;
  }

  /** The same, looked at against what the office has reopened. */
  Owed reopenedBy(Collection<Reopening> reopenings) {
    return new Owed(task, deadline, unit, title, form, standing, lateness.map(late -> late.reopenedBy(reopenings, formOf())));
  }

  /** A form nobody has begun has no identifier of its own; only its unit can have been reopened. */
  private FormOf formOf() {
    return new FormOf(form.orElse(task.id()), task.formType(), task.fiscalYear(), unit);
  }

  /** Late, and nobody has let it in. */
  public boolean overdue() {
    return lateness.filter(one -> !one.maySend()).isPresent();
  }
}
