package org.jiheng.app.parameter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.common.Words;

/**
 * What is to be set (DOMAIN 14: value, scope, effective date, author, reason).
 *
 * @param fiscalYear the year it is for; empty for all years
 * @param effective first day on which it is to hold; empty if none was said
 * @param cells what is wrong in the cells the value was filled in in; it is refused then, whatever it could be read as
 */
public record ParameterChange(
    ParameterLevel level, String key, Optional<Integer> fiscalYear, String value, Optional<LocalDate> effective, String reason,
    List<Problem> cells) {

  /** Fiscal years there are. */
  public static final int FIRST_YEAR = 2000;
  public static final int LAST_YEAR = 2099;

  public static final int SHORTEST_REASON = 5;
  public static final int LONGEST_REASON = 1000;
  public static final int LONGEST_VALUE = 20_000;

  /** The fields a change is made of. */
  public enum Field {
    KEY,
    YEAR,
    VALUE,
    EFFECTIVE,
    REASON
  }

  /** What is wrong with one of them. */
  public record Flaw(Field field, Problem problem) {}

  public ParameterChange {
    value = TypedText.of(value).strip();
    reason = TypedText.of(reason).strip();
    cells = List.copyOf(cells);
  }

  /** A value that was written as it is stored. */
  public ParameterChange(ParameterLevel level, String key, Optional<Integer> fiscalYear, String value, Optional<LocalDate> effective, String reason) {
    this(level, key, fiscalYear, value, effective, reason, List.of());
  }

  /**
   * Everything that speaks against it. It never begins before today: what was finished by then went by other values, and these have to
   * be what they were.
   *
   * @param parameter the one of that name; empty if there is none
   */
  List<Flaw> flaws(Optional<Parameter> parameter, LocalDate today) {
    List<Flaw> flaws = new ArrayList<>();
    if (parameter.isEmpty()) {
      flaws.add(new Flaw(Field.KEY, new Problem("parameter-unknown", Map.of("key", key))));
    }
    if (fiscalYear.filter(year -> year < FIRST_YEAR || year > LAST_YEAR).isPresent()) {
      flaws.add(new Flaw(Field.YEAR, new Problem("parameter-year",
          Map.of("first", String.valueOf(FIRST_YEAR), "last", String.valueOf(LAST_YEAR)))));
    }
    cells.stream().distinct().forEach(problem -> flaws.add(new Flaw(Field.VALUE, problem)));
    parameter.filter(one -> cells.isEmpty() && (value.length() > LONGEST_VALUE || !one.readable(value))).ifPresent(one ->
        flaws.add(new Flaw(Field.VALUE, new Problem("parameter-unreadable",
            Map.of("example", ParameterWords.value(Words.chinese(), one, one.example()))))));
    if (effective.isEmpty()) {
      flaws.add(new Flaw(Field.EFFECTIVE, Problem.of("parameter-day-missing")));
    }
    effective.filter(day -> day.isBefore(today)).ifPresent(_ ->
        flaws.add(new Flaw(Field.EFFECTIVE, new Problem("parameter-day-over", Map.of("today", today.toString())))));
    unreasoned(reason).ifPresent(problem -> flaws.add(new Flaw(Field.REASON, problem)));
    return flaws;
  }

  /** What is wrong with a reason. */
  static Optional<Problem> unreasoned(String reason) {
    return reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON
        ? Optional.of(new Problem("parameter-reason", Map.of("least", String.valueOf(SHORTEST_REASON), "most", String.valueOf(LONGEST_REASON))))
        : Optional.empty();
  }
}
