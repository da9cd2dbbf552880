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

  /** The workday that is this many workdays after the day; the day itself does not count. Not negative. */
  public LocalDate after(LocalDate day, int workdays) {
    if (workdays < 0) {
      throw new IllegalArgumentException("workdays " + workdays);
    }
    LocalDate found = day;
    for (int left = workdays; left > 0; ) {
      found = found.plusDays(1);
      if (isWorkday(found)) {
        left--;
      }
    }
    return found;
  }
}
