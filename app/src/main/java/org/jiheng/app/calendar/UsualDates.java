package org.jiheng.app.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The dates a kind of task usually has, told from the fiscal year on.
 *
 * @param cutOff last day of the data that are reported; empty where there is none
 */
public record UsualDates(Day opens, Day due, Optional<Day> cutOff) {

  private static final Pattern DAY = Pattern.compile("([+-]?\\d)-(\\d{2})-(\\d{2})");

  /** @param years after the fiscal year; negative before it */
  public record Day(int years, MonthDay day) {

    static Day parse(String text) {
      Matcher found = DAY.matcher(text.strip());
      if (!found.matches()) {
        throw new IllegalArgumentException("not a day of the year: " + text);
      }
      try {
        return new Day(Integer.parseInt(found.group(1)), MonthDay.of(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3))));
      } catch (DateTimeException none) {
        throw new IllegalArgumentException("not a day of the year: " + text, none);
      }
    }

    /** 29 February is the last day of every February. */
    public LocalDate of(int fiscalYear) {
      return day.atYear(fiscalYear + years);
    }
  }

  /**
   * Reads {@code opens/due} or {@code opens/due/cutOff}, each as years-month-day: {@code 1-03-01/1-03-31/0-12-31} is from 1 March to
   * 31 March of the next year, with the data of the whole year.
   *
   * @throws IllegalArgumentException if it is written otherwise, or due before it opens
   */
  static UsualDates parse(String text) {
    List<Day> days = Stream.of(text.split("/")).map(Day::parse).toList();
    if (days.size() < 2 || days.size() > 3) {
      throw new IllegalArgumentException("not the dates of a task: " + text);
    }
    UsualDates dates = new UsualDates(days.get(0), days.get(1), days.stream().skip(2).findFirst());
    if (dates.due.of(2000).isBefore(dates.opens.of(2000))) {
      throw new IllegalArgumentException("due before it opens: " + text);
    }
    return dates;
  }
}
