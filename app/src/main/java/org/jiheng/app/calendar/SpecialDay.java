package org.jiheng.app.calendar;

import java.time.LocalDate;

/**
 * What a list of holidays says of a day.
 *
 * @param working false: a day off; true: a weekend day that is worked instead
 */
public record SpecialDay(LocalDate day, String name, boolean working) {

  /** In one line, for the trail. */
  public String said() {
    return day + " " + name + " " + (working ? "+" : "-");
  }
}
