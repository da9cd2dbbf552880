package org.jiheng.app.scoring;

import static org.jiheng.app.scoring.Because.EVALUATION;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Rate;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Score;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.indicator.ValueReader;

/**
 * Scores a unit's self-evaluation whole: every indicator, the execution of the budget, total and grade, alarms, and what
 * must be mended before it can be sent (财预〔2020〕10号; DOMAIN 5.2, 5.3, gate B6). What the unit reported is kept beside
 * what was computed and never taken for it, except where only the unit can judge (words).
 */
public final class SelfEvaluationScoring {

  private SelfEvaluationScoring() {}

  /** One indicator as the form has it. Empty texts where nothing is filled in. */
  public record Row(
      String key, String level1, String level2, String level3, String target, String actual, Optional<Score> weight,
      Optional<Score> reported, Optional<Achievement> level, String deviation) {}

  /** The form as far as it is scored. */
  public record Form(
      int fiscalYear, List<Row> rows, Optional<Money> budget, Optional<Money> executed, Score executionWeight,
      Optional<Score> executionReported, Optional<Score> totalReported) {}

  /** How a reported score stands to the computed one. */
  public enum Comparison {
    /** Nothing was reported. */
    NOT_REPORTED,
    MATCHES,
    /** The same after rounding or cutting off decimals. */
    MATCHES_AFTER_ROUNDING,
    DEVIATES,
    /** There is no computed score to hold it against. */
    NOT_COMPUTABLE
  }

  /**
   * One indicator scored.
   *
   * @param judged whether the unit gives the points itself, because words cannot be computed
   * @param effective what counts towards the total; empty while something is missing
   */
  public record ScoredRow(
      String key, Reasoned<Score> computed, boolean judged, Optional<Score> reported, Optional<Score> effective, Comparison comparison) {}

  /** A problem at a place: the row's key, or the empty text for the form; and the column. */
  public record Found(String row, String column, Problem problem) {}

  /** Everything that follows from the form. */
  public record Result(
      String ruleSet, List<ScoredRow> rows, Optional<Rate> executionRate, Reasoned<Score> execution, Comparison executionComparison,
      Reasoned<Score> total, Comparison totalComparison, Optional<Reasoned<Grade>> grade, List<Reason> alarms, Score weights,
      List<Found> problems) {

    public ScoredRow row(String key) {
      return rows.stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
    }
  }

  public static Result score(Form form, RuleSet rules) {
    List<Found> problems = new ArrayList<>();
    List<ScoredRow> rows = form.rows().stream().map(row -> score(row, form.fiscalYear(), rules, problems)).toList();
    Optional<Rate> rate = form.budget().flatMap(budget -> form.executed().flatMap(executed -> executed.per(budget)));
    Reasoned<Score> execution = execution(form, rate, rules);
    missing(form, problems);
    Score weights = form.rows().stream().flatMap(row -> row.weight().stream()).reduce(form.executionWeight(), Score::plus);
    if (weights.compareTo(Score.HUNDRED) != 0) {
      problems.add(new Found("", "weights", new Problem("weights.not-hundred", Map.of(
          "sum", weights.toString(), "execution", form.executionWeight().toString()))));
    }
    Reasoned<Score> total = total(rows, execution, rate, rules);
    Optional<Reasoned<Grade>> grade = total.value().map(points -> Reasoned.of(rules.grades().of(points),
        Because.of("grade.from-total", rules, EVALUATION, "total", points, "cuts", rules.grades())));
    return new Result(rules.name(), rows, rate, execution, compare(form.executionReported(), execution.value()), total,
        compare(form.totalReported(), total.value()), grade, alarms(rows, form, execution, rate, rules), weights, problems);
  }

  private static ScoredRow score(Row row, int fiscalYear, RuleSet rules, List<Found> problems) {
    if (row.level3().isBlank()) {
      problems.add(new Found(row.key(), "level3", Problem.of("indicator.nameless")));
    }
    if (row.weight().isEmpty()) {
      problems.add(new Found(row.key(), "weight", Problem.of("weight.missing")));
    }
    Parsed<Target> target = ValueReader.target(row.target(), fiscalYear);
    target.problem().ifPresent(problem -> problems.add(new Found(row.key(), "target", problem)));
    if (row.actual().isBlank()) {
      problems.add(new Found(row.key(), "actual", Problem.of("actual.missing")));
    }
    if (row.weight().isEmpty() || target.problem().isPresent() || row.actual().isBlank()) {
      Reasoned<Score> none = Reasoned.none(Because.of("score.incomplete", rules, EVALUATION));
      return new ScoredRow(row.key(), none, false, row.reported(), Optional.empty(), compare(row.reported(), Optional.empty()));
    }
    Score weight = row.weight().get();
    boolean satisfaction = row.level1().contains("满意度") || row.level2().contains("满意度");
    Reasoned<Score> computed = new IndicatorRule(rules, fiscalYear, satisfaction).score(target.value().orElseThrow(), row.actual(), weight);
    boolean judged = computed.value().isEmpty();
    Optional<Score> effective = judged ? judged(row, weight, problems) : computed.value();
    if (row.deviation().isBlank() && effective.filter(points -> points.compareTo(weight) < 0).isPresent()) {
      problems.add(new Found(row.key(), "deviation", new Problem("deviation.missing", Map.of(
          "score", effective.get().toString(), "weight", weight.toString()))));
    } else if (row.deviation().isBlank() && computed.because("score.over")) {
      problems.add(new Found(row.key(), "deviation", new Problem("deviation.over", computed.reasons().getLast().inputs())));
    }
    return new ScoredRow(row.key(), computed, judged, row.reported(), effective, compare(row.reported(), computed.value()));
  }

  /** Words: the unit says how far they were fulfilled and gives points within the band of that. */
  private static Optional<Score> judged(Row row, Score weight, List<Found> problems) {
    if (row.level().isEmpty()) {
      problems.add(new Found(row.key(), "level", Problem.of("level.missing")));
    }
    if (row.reported().isEmpty()) {
      problems.add(new Found(row.key(), "reported", Problem.of("reported.missing")));
    }
    if (row.level().isPresent() && row.reported().isPresent() && !row.level().get().allows(row.reported().get(), weight)) {
      problems.add(new Found(row.key(), "reported", new Problem("reported.outside-band", Map.of(
          "score", row.reported().get().toString(), "band", row.level().get().band(weight)))));
      return Optional.empty();
    }
    // more than the weight is never counted, even while the level is still missing
    return row.reported().map(points -> points.atMost(weight));
  }

  private static void missing(Form form, List<Found> problems) {
    if (form.budget().isEmpty()) {
      problems.add(new Found("", "budget", Problem.of("budget.missing")));
    }
    if (form.executed().isEmpty()) {
      problems.add(new Found("", "executed", Problem.of("executed.missing")));
    }
    if (form.rows().isEmpty()) {
      problems.add(new Found("", "rows", Problem.of("indicators.missing")));
    }
  }

  /** Weight × executed ÷ adjusted budget, never above the weight; a budget of zero earns nothing. */
  private static Reasoned<Score> execution(Form form, Optional<Rate> rate, RuleSet rules) {
    if (form.budget().isEmpty() || form.executed().isEmpty()) {
      return Reasoned.none(Because.of("execution.incomplete", rules, EVALUATION));
    }
    Score weight = form.executionWeight();
    Object[] inputs = {"budget", form.budget().get(), "executed", form.executed().get(), "weight", weight,
        "rate", rate.map(Rate::toString).orElse("—")};
    if (rate.isEmpty()) {
      return Reasoned.of(Score.ZERO, Because.of("execution.no-budget", rules, EVALUATION, inputs));
    }
    boolean overspent = form.executed().get().compareTo(form.budget().get()) > 0;
    Money counted = overspent ? form.budget().get() : form.executed().get();
    return Reasoned.of(weight.share(counted.yuan(), form.budget().get().yuan()),
        Because.of(overspent ? "execution.overspent" : "execution.in-proportion", rules, EVALUATION, inputs));
  }

  private static Reasoned<Score> total(List<ScoredRow> rows, Reasoned<Score> execution, Optional<Rate> rate, RuleSet rules) {
    long open = rows.stream().filter(row -> row.effective().isEmpty()).count();
    if (open > 0 || execution.value().isEmpty()) {
      return Reasoned.none(Because.of("total.incomplete", rules, EVALUATION, "open", open));
    }
    Score indicators = rows.stream().map(row -> row.effective().orElseThrow()).reduce(Score.ZERO, Score::plus);
    Score sum = indicators.plus(execution.value().get());
    boolean above = sum.compareTo(Score.HUNDRED) > 0;
    Reasoned<Score> total = Reasoned.of(sum.atMost(Score.HUNDRED), Because.of(above ? "total.above-hundred" : "total.sum", rules, EVALUATION,
        "indicators", indicators, "execution", execution.value().get()));
    return ceiling(rate, rules).filter(limit -> sum.compareTo(limit) > 0)
        .map(limit -> Reasoned.of(limit, Because.of("total.ceiling", rules, EVALUATION, "sum", sum, "limit", limit,
            "rate", rate.orElseThrow())).and(total.reason()))
        .orElse(total);
  }

  /** Where a jurisdiction has switched them on: totals a low execution does not allow to pass (DOMAIN 5.3). */
  private static Optional<Score> ceiling(Optional<Rate> rate, RuleSet rules) {
    if (!rules.executionCeilings() || rate.isEmpty() || rate.get().compareTo(Rate.of("0.8")) >= 0) {
      return Optional.empty();
    }
    int tenth = rate.get().fraction().movePointRight(1).setScale(0, RoundingMode.DOWN).intValue();
    return Optional.of(Score.of(switch (tenth) {
      case 7 -> "89";
      case 6 -> "79";
      case 5 -> "69";
      default -> "59";
    }));
  }

  /** Red: scores run ahead of execution. Yellow: much of the budget is unspent (DOMAIN 5.3). */
  private static List<Reason> alarms(List<ScoredRow> rows, Form form, Reasoned<Score> execution, Optional<Rate> rate, RuleSet rules) {
    List<Reason> alarms = new ArrayList<>();
    BigDecimal indicatorWeight = BigDecimal.valueOf(100).subtract(form.executionWeight().points());
    if (rows.stream().allMatch(row -> row.effective().isPresent()) && execution.value().isPresent()
        && indicatorWeight.signum() > 0 && !form.executionWeight().isZero()) {
      Score scored = rows.stream().map(row -> row.effective().orElseThrow()).reduce(Score.ZERO, Score::plus);
      if (!scored.isZero()) {
        BigDecimal share = scored.points().divide(indicatorWeight, 10, RoundingMode.HALF_UP);
        BigDecimal spent = execution.value().get().points().divide(form.executionWeight().points(), 10, RoundingMode.HALF_UP);
        Rate ahead = new Rate(share.subtract(spent).divide(share, 10, RoundingMode.HALF_UP));
        if (ahead.exceeds(rules.alarmRed())) {
          alarms.add(Because.of("alarm.red", rules, "自评预警", "scored", scored, "execution", execution.value().get(),
              "ahead", ahead, "limit", rules.alarmRed()));
        }
      }
    }
    if (form.budget().isPresent() && form.executed().isPresent()
        && (rate.isEmpty() || Rate.ONE.fraction().subtract(rate.get().fraction()).compareTo(rules.alarmYellow().fraction()) > 0)) {
      alarms.add(Because.of("alarm.yellow", rules, "自评预警", "budget", form.budget().get(), "executed", form.executed().get(),
          "rate", rate.map(Rate::toString).orElse("—"), "limit", rules.alarmYellow()));
    }
    return alarms;
  }

  /** How a reported figure stands to the computed one: equal, equal after somebody's rounding, or not. */
  static Comparison compare(Optional<Score> reported, Optional<Score> computed) {
    if (reported.isEmpty()) {
      return Comparison.NOT_REPORTED;
    }
    if (computed.isEmpty()) {
      return Comparison.NOT_COMPUTABLE;
    }
    BigDecimal said = reported.get().points();
    BigDecimal exact = computed.get().points();
    if (said.compareTo(exact) == 0) {
      return Comparison.MATCHES;
    }
    for (int scale = 0; scale <= 1; scale++) {
      if (said.compareTo(exact.setScale(scale, RoundingMode.HALF_UP)) == 0 || said.compareTo(exact.setScale(scale, RoundingMode.DOWN)) == 0) {
        return Comparison.MATCHES_AFTER_ROUNDING;
      }
    }
    return Comparison.DEVIATES;
  }
}
