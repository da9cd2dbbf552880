package org.jiheng.app.task;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiheng.app.calendar.Due;
import org.jiheng.tenants.scope.Role;

/**
 * One thing that is late: a form a task asks for, or another thing that had a day.
 *
 * @param unit code of the unit; empty where it is the jurisdiction's own
 * @param daysLate calendar days since the last day on time
 * @param holders who has to act: of the unit its clerk or approver, or another role on whose desk it lies by now
 * @param owed the form, which the office may let in after all; empty for another thing, that is simply done
 * @param thing the other thing
 */
public record LateLine(Optional<String> unit, String title, LocalDate due, long daysLate, List<Role> holders, Optional<Owed> owed, Optional<Due> thing) {

  private static final Set<Role> OF_UNITS = EnumSet.of(Role.UNIT_CLERK, Role.UNIT_APPROVER);

  public LateLine {
    holders = List.copyOf(holders);
  }


  static LateLine of(Owed owed) {
    return new LateLine(Optional.of(owed.unit()), owed.title(), owed.deadline().due(), -owed.deadline().daysLeft(), List.of(Role.UNIT_CLERK),
        Optional.of(owed), Optional.empty());
  }

  /** A thing that lies with several roles at once is one line. @param same the same thing, once for each role; not empty */
  static LateLine of(List<Due> same, LocalDate today) {
    Due thing = same.getFirst();
    return new LateLine(thing.unit(), thing.title(), thing.due(), thing.due().until(today, ChronoUnit.DAYS),
        same.stream().map(Due::holder).distinct().sorted().toList(), Optional.empty(), Optional.of(thing));
  }

  /** Whether it is the unit that has to act; if not, it is not the unit that is late. */
  public boolean liesWithUnit() {
    return unit.isPresent() && OF_UNITS.containsAll(holders);
  }
}
