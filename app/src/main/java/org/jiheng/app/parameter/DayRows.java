package org.jiheng.app.parameter;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;

/**
 * Days of the year with strokes between: {@code 07-31}, or from the fiscal year on {@code -1-06-01/-1-08-31}.
 *
 * @param names of the days, in the order in which they are written; the second is not before the first
 * @param years whether each says its year
 * @param least how many of them there have to be
 */
public record DayRows(List<String> names, boolean years, int least) implements ValueSheet {

  private static final Pattern DAY = Pattern.compile("(?:([+-]?\\d)-)?(\\d{2})-(\\d{2})");
  private static final String STROKE = "/";
  private static final String NO_DAY = "NO_DAY";
  /** Stands before the number of a year, so that it has a word. */
  private static final String YEAR = "Y";
  private static final String MONTH = "M";
  private static final List<String> YEARS = List.of("Y-1", "Y0", "Y1");
  private static final List<String> MONTHS = IntStream.rangeClosed(1, 12).mapToObj(month -> MONTH + month).toList();
  private static final Measure OF_MONTH = Measure.whole(Measure.Unit.DAY_OF_MONTH, 1, 31);
  private static final int DAY_COLUMN = 3;

  public DayRows {
    names = List.copyOf(names);
  }

  /** One day of any year. */
  static DayRows ofAnyYear() {
    return new DayRows(List.of("day"), false, 1);
  }

  /** The first and the last day of a task and the last day of its data, if it has one. */
  static DayRows ofATask() {
    return new DayRows(List.of("opens", "due", "cut-off"), true, 2);
  }

  @Override
  public List<ValueTable> read(String text) {
    String[] days = text.split(STROKE, -1);
    if (days.length < least || days.length > names.size()) {
      throw new IllegalArgumentException("not so many days: " + text);
    }
    return List.of(ValueTable.fixed("", List.of("about", "year", "month", "day"), IntStream.range(0, names.size())
        .mapToObj(row -> row(row, row < days.length ? Optional.of(days[row].strip()) : Optional.empty())).toList()));
  }

  private ValueTable.Row row(int row, Optional<String> day) {
    Matcher found = DAY.matcher(day.orElse((years ? "0-" : "") + "12-31"));
    if (!found.matches() || years != (found.group(1) != null)) {
      throw new IllegalArgumentException("not a day of the year: " + day);
    }
    List<String> offered = new ArrayList<>(row < least ? List.of() : List.of(NO_DAY));
    offered.addAll(YEARS);
    ValueCell year = years ? ValueCell.choice(offered, day.map(_ -> YEAR + Integer.parseInt(found.group(1))).orElse(NO_DAY)) : ValueCell.nothing();
    return new ValueTable.Row(names.get(row), List.of(ValueCell.label(names.get(row)), year,
        ValueCell.choice(MONTHS, MONTH + Integer.parseInt(found.group(2))), ValueCell.number(OF_MONTH, OF_MONTH.shown(found.group(3)))));
  }

  @Override
  public String write(List<ValueTable> tables) {
    return tables.getFirst().rows().stream().filter(DayRows::there).map(this::written).collect(Collectors.joining(STROKE));
  }

  private static boolean there(ValueTable.Row row) {
    return !row.text(1).equals(NO_DAY);
  }

  private String written(ValueTable.Row row) {
    String day = OF_MONTH.stored(row.text(DAY_COLUMN));
    String year = years ? row.text(1).substring(YEAR.length()) + "-" : "";
    return year + "%02d-".formatted(month(row)) + (day.length() == 1 ? "0" : "") + day;
  }

  private static int month(ValueTable.Row row) {
    return Integer.parseInt(row.text(2).substring(MONTH.length()));
  }

  @Override
  public List<ValueFlaw> flaws(List<ValueTable> tables) {
    List<ValueTable.Row> rows = tables.getFirst().rows();
    List<ValueFlaw> flaws = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (there(rows.get(row))) {
        int at = row;
        problem(rows.get(row)).ifPresent(problem -> flaws.add(new ValueFlaw(0, at, DAY_COLUMN, problem)));
      }
    }
    if (flaws.isEmpty() && years && before(rows.get(1), rows.get(0))) {
      flaws.add(new ValueFlaw(0, 1, DAY_COLUMN, Problem.of("parameter-cell-due-first")));
    }
    return flaws;
  }

  private static Optional<Problem> problem(ValueTable.Row row) {
    String typed = row.text(DAY_COLUMN);
    return OF_MONTH.problem(typed).or(() -> {
      try {
        MonthDay.of(month(row), Integer.parseInt(OF_MONTH.stored(typed)));
        return Optional.empty();
      } catch (DateTimeException none) {
        return Optional.of(new Problem("parameter-cell-no-day", Map.of("month", String.valueOf(month(row)), "day", typed.strip())));
      }
    });
  }

  private static boolean before(ValueTable.Row one, ValueTable.Row other) {
    return order(one) < order(other);
  }

  /** Days in the order of the calendar, however long the months are. */
  private static int order(ValueTable.Row row) {
    int year = Integer.parseInt(row.text(1).substring(YEAR.length()));
    return (year * 12 + month(row)) * 31 + Integer.parseInt(OF_MONTH.stored(row.text(DAY_COLUMN)));
  }

  @Override
  public String said(Words words, String text) {
    List<ValueTable.Row> rows = read(text).getFirst().rows().stream().filter(DayRows::there).toList();
    if (!years) {
      return text;
    }
    Map<String, String> days = rows.stream().collect(Collectors.toMap(row -> row.key().equals("cut-off") ? "cut" : row.key(), row -> said(words, row)));
    boolean data = days.containsKey("cut");
    return words.say(data ? "parameter.dates-cut" : "parameter.dates", days);
  }

  private String said(Words words, ValueTable.Row row) {
    String years = row.text(1).substring(YEAR.length());
    String text = written(row);
    return words.find("parameter.year." + years).isPresent()
        ? words.say("parameter.year." + years, Map.of("day", text.substring(text.length() - "12-31".length()))) : text;
  }
}
