package org.jiheng.app.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * The workdays of a jurisdiction: Monday to Friday, less its holidays, plus the weekend days worked instead.
 *
 * @param exceptions by day: true for a worked weekend day, false for a holiday
 */
public record Workdays(Map<LocalDate, Boolean> exceptions) {

  public Workdays {
    exceptions = Map.copyOf(exceptions);
  }

  public boolean isWorkday(LocalDate day) {
    boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    return exceptions.getOrDefault(day, weekday);
  }

  /** The day itself if it is a workday, or the next one that is. */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate found = day;
    while (!isWorkday(found)) {
      found = found.plusDays(1);
    }
    return found;
  }

  /** The last of so many workdays after the day, which does not count itself; 0 is the day. */
  public LocalDate later(LocalDate day, int workdays) {
    LocalDate found = day;
    for (int counted = 0; counted < workdays; counted++) {
      found = onOrAfter(found.plusDays(1));
    }
    return found;
  }
}
