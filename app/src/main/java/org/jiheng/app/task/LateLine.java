package org.jiheng.app.task;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jiheng.app.calendar.Due;

/**
 * One thing that is late: a form a task asks for, or another thing that had a day.
 *
 * @param unit code of the unit; empty where it is the jurisdiction's own
 * @param daysLate calendar days since the last day on time
 * @param owed the form, which the office may let in after all; empty for another thing, that is simply done
 * @param thing the other thing
 */
public record LateLine(Optional<String> unit, String title, LocalDate due, long daysLate, Optional<Owed> owed, Optional<Due> thing) {

  static LateLine of(Owed owed) {
    return new LateLine(Optional.of(owed.unit()), owed.title(), owed.deadline().due(), -owed.deadline().daysLeft(), Optional.of(owed), Optional.empty());
  }

  static LateLine of(Due thing, LocalDate today) {
    return new LateLine(thing.unit(), thing.title(), thing.due(), thing.due().until(today, ChronoUnit.DAYS), Optional.empty(), Optional.of(thing));
  }
}
