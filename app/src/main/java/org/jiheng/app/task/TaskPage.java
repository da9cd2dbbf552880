package org.jiheng.app.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.calendar.Task;

/**
 * A task and how far the caller's units are with it.
 *
 * @param dates empty for a cancelled one, which has none
 * @param counted whether forms tell how far units are
 * @param units those that owe something, in the order of their codes
 * @param names of all units, by code
 * @param mayIssue whether the caller may change it
 */
public record TaskPage(Task task, Optional<Dates> dates, boolean counted, List<Tally.OfUnit> units, Map<String, String> names, boolean mayIssue) {

  /**
   * When it is due.
   *
   * @param moved whether the day it was issued for is no workday, so that it is due on the next one (DOMAIN 16, Q28)
   */
  public record Dates(Deadline deadline, boolean moved) {}

  public Tally tally() {
    return Tally.of(units);
  }
}
