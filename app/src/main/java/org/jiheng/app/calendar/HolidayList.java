package org.jiheng.app.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.TypedText;

/**
 * A list of holidays as it was pasted or read from a file: a line a day or a span of days.
 *
 * @param days in their order; of two names of the same day the later one counts
 * @param problems what could not be read, line by line
 */
public record HolidayList(List<SpecialDay> days, List<Problem> problems) {

  /** Characters of a name, at the most. */
  public static final int LONGEST_NAME = 60;

  /** Days of a span, at the most: more than this is a slip of typing. */
  static final int LONGEST_SPAN = 31;

  private static final Pattern DAY = Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
  private static final Pattern WORKED = Pattern.compile("班|上班|补班|调休上班|工作日|yes|work", Pattern.CASE_INSENSITIVE);
  private static final Pattern OFF = Pattern.compile("休|放假|休息|假日|no|off", Pattern.CASE_INSENSITIVE);

  public HolidayList {
    days = List.copyOf(days);
    problems = List.copyOf(problems);
  }

  /**
   * Reads lines of day, name and 休 or 班, parted by tabs, commas or semicolons: {@code 2024-02-10 至 2024-02-17, 春节, 休}. Empty lines
   * and headings without a day are passed over.
   */
  public static HolidayList read(String text) {
    Map<LocalDate, SpecialDay> days = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    int number = 0;
    for (String line : TypedText.of(text).split("\n")) {
      number++;
      Matcher found = DAY.matcher(line);
      if (line.isBlank() || !found.find() && number == 1) {
        continue;
      }
      List<SpecialDay> read = line(line);
      String where = String.valueOf(number);
      if (read.isEmpty()) {
        problems.add(new Problem("holiday-unreadable", Map.of("line", where, "text", line.strip())));
      }
      for (SpecialDay one : read) {
        against(one, Optional.ofNullable(days.get(one.day())), where).ifPresentOrElse(problems::add, () -> days.put(one.day(), one));
      }
    }
    return new HolidayList(List.copyOf(days.values()), problems);
  }

  /** A day is off or worked, and not both; and what is worked instead is a day that otherwise is not. */
  private static Optional<Problem> against(SpecialDay one, Optional<SpecialDay> before, String line) {
    Map<String, String> where = Map.of("line", line, "day", one.day().toString());
    if (before.filter(other -> other.working() != one.working()).isPresent()) {
      return Optional.of(new Problem("holiday-off-and-worked", where));
    }
    return one.working() && new Workdays(Map.of()).isWorkday(one.day()) ? Optional.of(new Problem("holiday-worked-anyway", where)) : Optional.empty();
  }

  /** Nothing if the line cannot be read. */
  private static List<SpecialDay> line(String line) {
    String[] parts = line.strip().split("\\s*[\t,;\uFF0C\uFF1B]\\s*");
    List<LocalDate> span = span(parts[0]);
    if (parts.length < 2 || parts.length > 3 || span.isEmpty() || parts[1].isBlank() || parts[1].length() > LONGEST_NAME) {
      return List.of();
    }
    String what = parts.length == 3 ? parts[2].strip() : "休";
    boolean working = WORKED.matcher(what).matches();
    if (!working && !OFF.matcher(what).matches()) {
      return List.of();
    }
    return span.stream().map(day -> new SpecialDay(day, parts[1].strip(), working)).toList();
  }

  private static List<LocalDate> span(String text) {
    try {
      Matcher days = DAY.matcher(text);
      List<LocalDate> ends = new ArrayList<>();
      while (days.find()) {
        ends.add(LocalDate.of(Integer.parseInt(days.group(1)), Integer.parseInt(days.group(2)), Integer.parseInt(days.group(3))));
      }
      if (ends.isEmpty() || ends.size() > 2 || ends.getLast().isBefore(ends.getFirst())
          || ends.getLast().isAfter(ends.getFirst().plusDays(LONGEST_SPAN))) {
        return List.of();
      }
      return ends.getFirst().datesUntil(ends.getLast().plusDays(1)).toList();
    } catch (DateTimeException none) {
      return List.of();
    }
  }

  /** Calendar years whose holidays the house knows, the local ones of 克州 included. */
  public static List<Integer> knownYears() {
    return known().days().stream().map(one -> one.day().getYear()).distinct().sorted().toList();
  }

  /** What the house knows of a calendar year; nothing of one that is not among the {@linkplain #knownYears() known}. */
  public static List<SpecialDay> known(int year) {
    return known().days().stream().filter(one -> one.day().getYear() == year).toList();
  }

  /** The lists of 国务院办公厅 for each year, and the days 新疆维吾尔自治区 gives its nationalities off. */
  private static HolidayList known() {
    try (InputStream file = HolidayList.class.getResourceAsStream("holidays.csv")) {
      return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
