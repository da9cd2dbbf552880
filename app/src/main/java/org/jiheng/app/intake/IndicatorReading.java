package org.jiheng.app.intake;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.ManyGoals;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.indicator.ValueReader;

/** Reads a row of the sheet of indicators to the texts a goal's line keeps. Pure. */
final class IndicatorReading {

  private static final Set<String> SIGNS = Set.of("≥", "≤", "=", ">", "<", ">=", "<=", "≧", "≦");
  private static final Map<GoalColumn, Map<String, String>> CHOICES = new EnumMap<>(GoalColumn.class);

  static {
    for (GoalColumn column : GoalColumn.values()) {
      Map<String, String> words = ListWords.of(column);
      if (!words.isEmpty() && column != GoalColumn.CORE) {
        CHOICES.put(column, words);
      }
    }
  }

  private IndicatorReading() {}

  /** What the line says; empty if something in it is wrong. */
  static Optional<Map<GoalColumn, String>> read(RowCells<IndicatorColumn> cells, int fiscalYear) {
    Map<GoalColumn, String> texts = new EnumMap<>(GoalColumn.class);
    String sign = sign(cells);
    String unit = cells.text(IndicatorColumn.MEASURED_IN);
    for (IndicatorColumn column : IndicatorColumn.TAKEN) {
      GoalColumn to = column.column().orElseThrow();
      String text = column.required() ? cells.required(column) : cells.text(column);
      if (text.isEmpty()) {
        continue;
      }
      switch (to) {
        case ANNUAL, MEDIUM -> texts.put(to, target(cells, column, joined(sign, text, unit), fiscalYear, !sign.isEmpty() || !unit.isEmpty()));
        case CORE -> {
          if (cells.yes(column)) {
            texts.put(to, ListWords.of(to).values().iterator().next());
          }
        }
        case WEIGHT -> weight(cells, text).ifPresent(points -> texts.put(to, points));
        case STANDARD, TAKING, SCORING, AGGREGATION -> cells.choice(column, CHOICES.get(to)).ifPresent(code -> texts.put(to, code));
        default -> texts.put(to, text);
      }
    }
    return cells.sound() ? Optional.of(new HashMap<>(texts)) : Optional.empty();
  }

  private static String sign(RowCells<IndicatorColumn> cells) {
    String sign = Normalizer.normalize(cells.text(IndicatorColumn.SIGN), Normalizer.Form.NFKC);
    if (!sign.isEmpty() && !SIGNS.contains(sign)) {
      cells.wrong(IndicatorColumn.SIGN, Problem.of("intake.sign-unknown"));
    }
    return sign;
  }

  /** ≥, 95 and % are ≥95%; what the value itself says already is not said twice. */
  private static String joined(String sign, String value, String unit) {
    String signed = sign.isEmpty() || value.startsWith(sign) ? value : sign + value;
    return unit.isEmpty() || value.endsWith(unit) ? signed : signed + unit;
  }

  /** A target that was meant as a figure and is none is kept as words, and that is told. */
  private static String target(RowCells<IndicatorColumn> cells, IndicatorColumn column, String text, int fiscalYear, boolean measured) {
    boolean figure = measured || text.chars().anyMatch(Character::isDigit);
    if (figure && ValueReader.target(text, fiscalYear).value().filter(Target.Graded.class::isInstance).isPresent()) {
      cells.doubtful(column, new Problem("intake.target-as-words", Map.of("target", text)));
    }
    return text;
  }

  private static Optional<String> weight(RowCells<IndicatorColumn> cells, String text) {
    Parsed<String> points = ManyGoals.read(GoalColumn.WEIGHT, text);
    points.problem().ifPresent(problem -> cells.wrong(IndicatorColumn.WEIGHT, problem));
    return points.value();
  }
}
