package org.jiheng.app.scoring;

import static org.jiheng.app.scoring.Because.CORE_INDICATORS;
import static org.jiheng.app.scoring.Because.EVALUATION;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jiheng.app.common.Rate;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Score;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.indicator.Target.Quantity;
import org.jiheng.app.indicator.Target.Sign;
import org.jiheng.app.indicator.ValueReader;

/**
 * The score of one indicator from its target and its actual value (DOMAIN 5.3). Two decimals, HALF_UP, from 0 to the
 * weight. What cannot be computed has no score, and the reason says why; the unit then judges it by {@link Achievement}.
 *
 * @param fiscalYear the year dates without one are meant in
 * @param satisfaction whether the indicator is a satisfaction rate
 */
record IndicatorRule(RuleSet rules, int fiscalYear, boolean satisfaction) {

  private static final int DIGITS = 12;
  private static final Score OVER_FIXED = Score.of("2");
  private static final Set<String> PERCENT = Set.of("%", "");

  Reasoned<Score> score(Target target, String actual, Score weight) {
    return switch (target) {
      case Target.Graded graded -> none("score.graded", "target", graded.text());
      case Target.YesNo yesNo -> yesNo(yesNo, actual, weight);
      case Target.Deadline deadline -> deadline(deadline, actual, weight);
      case Target.Between between -> between(between, actual, weight);
      case Target.Measure measure -> measure(measure, actual, weight);
    };
  }

  private Reasoned<Score> measure(Target.Measure target, String actual, Score weight) {
    Optional<Quantity> reached = ValueReader.actual(actual, target.quantity());
    if (reached.isEmpty()) {
      return none("score.actual-not-a-number", "target", target.text(), "actual", actual);
    }
    if (!reached.get().comparableWith(target.quantity())) {
      return none("score.units-differ", "target", target.text(), "actual", actual);
    }
    BigDecimal goal = target.quantity().number();
    BigDecimal value = reached.get().number();
    if (satisfaction && rules.satisfactionMode() == RuleSet.SatisfactionMode.NINETY_SIXTY && PERCENT.contains(reached.get().unit())) {
      return satisfactionByBand(value, target, actual, weight);
    }
    return switch (target.sign()) {
      case AT_LEAST, MORE_THAN -> upwards(target, goal, value, actual, weight);
      case AT_MOST, LESS_THAN -> downwards(target, goal, value, actual, weight);
      case EQUAL -> rules.equalMode() == RuleSet.EqualMode.SYMMETRIC && goal.signum() != 0
          ? eitherWay(target, goal, value, actual, weight)
          : goal.signum() == 0 ? downwards(target, goal, value, actual, weight) : upwards(target, goal, value, actual, weight);
    };
  }

  private Reasoned<Score> upwards(Target.Measure target, BigDecimal goal, BigDecimal value, String actual, Score weight) {
    if (goal.signum() == 0) {
      return none("score.zero-target", "target", target.text(), "actual", actual);
    }
    Rate completion = completion(value, goal);
    boolean met = target.sign() == Sign.MORE_THAN ? value.compareTo(goal) > 0 : value.compareTo(goal) >= 0;
    if (met) {
      return over(scored(weight, "score.met", EVALUATION, target, actual, weight, completion), goal, value, weight);
    }
    if (rules.passFloor().filter(floor -> value.compareTo(goal.multiply(floor.fraction())) < 0).isPresent()) {
      return scored(Score.ZERO, "score.below-floor", CORE_INDICATORS, target, actual, weight, completion);
    }
    return scored(weight.share(value, goal), "score.in-proportion", EVALUATION, target, actual, weight, completion);
  }

  private Reasoned<Score> downwards(Target.Measure target, BigDecimal goal, BigDecimal value, String actual, Score weight) {
    Rate completion = goal.signum() == 0 ? Rate.ONE : completion(value, goal);
    if (value.compareTo(goal) <= 0) {
      return scored(weight, "score.kept-below", EVALUATION, target, actual, weight, completion);
    }
    if (goal.signum() == 0) {
      return scored(Score.ZERO, "score.above-zero", EVALUATION, target, actual, weight, completion);
    }
    if (rules.reverseMode() == RuleSet.ReverseMode.RATIO) {
      return scored(weight.share(goal, value), "score.exceeded-ratio", EVALUATION, target, actual, weight, completion);
    }
    BigDecimal left = goal.add(goal).subtract(value);
    return left.signum() <= 0
        ? scored(Score.ZERO, "score.exceeded-double", EVALUATION, target, actual, weight, completion)
        : scored(weight.share(left, goal), "score.exceeded", EVALUATION, target, actual, weight, completion);
  }

  private Reasoned<Score> eitherWay(Target.Measure target, BigDecimal goal, BigDecimal value, String actual, Score weight) {
    BigDecimal left = goal.subtract(goal.subtract(value).abs()).max(BigDecimal.ZERO);
    return scored(weight.share(left, goal), "score.either-way", EVALUATION, target, actual, weight, completion(value, goal));
  }

  private Reasoned<Score> satisfactionByBand(BigDecimal value, Target.Measure target, String actual, Score weight) {
    BigDecimal band = BigDecimal.valueOf(30);
    BigDecimal above = value.subtract(BigDecimal.valueOf(60)).max(BigDecimal.ZERO).min(band);
    return scored(weight.share(above, band), "score.satisfaction", CORE_INDICATORS, target, actual, weight, completion(value, BigDecimal.valueOf(90)));
  }

  private Reasoned<Score> between(Target.Between target, String actual, Score weight) {
    Optional<Quantity> reached = ValueReader.actual(actual, target.high());
    if (reached.isEmpty()) {
      return none("score.actual-not-a-number", "target", target.text(), "actual", actual);
    }
    if (!reached.get().comparableWith(target.high())) {
      return none("score.units-differ", "target", target.text(), "actual", actual);
    }
    BigDecimal value = reached.get().number();
    if (value.compareTo(target.low().number()) < 0) {
      return upwards(new Target.Measure(Sign.AT_LEAST, target.low(), target.text()), target.low().number(), value, actual, weight);
    }
    if (value.compareTo(target.high().number()) > 0) {
      return downwards(new Target.Measure(Sign.AT_MOST, target.high(), target.text()), target.high().number(), value, actual, weight);
    }
    return Reasoned.of(weight, Because.of("score.inside", rules, EVALUATION, "target", target.text(), "actual", actual, "weight", weight));
  }

  private Reasoned<Score> deadline(Target.Deadline target, String actual, Score weight) {
    Optional<LocalDate> done = ValueReader.actualDay(actual, fiscalYear);
    if (done.isEmpty()) {
      return ValueReader.actualYesNo(actual).filter(yes -> yes)
          .map(_ -> Reasoned.of(weight, Because.of("score.said-done", rules, EVALUATION, "target", target.text(), "actual", actual, "weight", weight)))
          .orElseGet(() -> none("score.actual-not-a-date", "target", target.text(), "actual", actual));
    }
    long late = Math.max(0, ChronoUnit.DAYS.between(target.lastDay(), done.get()));
    BigDecimal left = BigDecimal.valueOf(Math.max(0, rules.lateDays() - late));
    return Reasoned.of(weight.share(left, BigDecimal.valueOf(rules.lateDays())), Because.of(late == 0 ? "score.on-time" : "score.late", rules, EVALUATION,
        "target", target.text(), "actual", actual, "weight", weight, "late", late, "lateDays", rules.lateDays()));
  }

  private Reasoned<Score> yesNo(Target.YesNo target, String actual, Score weight) {
    return ValueReader.actualYesNo(actual)
        .map(said -> Reasoned.of(said == target.yes() ? weight : Score.ZERO,
            Because.of(said == target.yes() ? "score.done" : "score.not-done", rules, CORE_INDICATORS, "target", target.text(), "actual", actual, "weight", weight)))
        .orElseGet(() -> none("score.neither-yes-nor-no", "target", target.text(), "actual", actual));
  }

  /** More than the threshold: explained, and it costs points only where the jurisdiction says so. */
  private Reasoned<Score> over(Reasoned<Score> full, BigDecimal goal, BigDecimal value, Score weight) {
    BigDecimal above = value.subtract(goal.multiply(rules.overThreshold().fraction()));
    if (above.signum() <= 0) {
      return full;
    }
    Rate completion = completion(value, goal);
    Reasoned<Score> explained = full.and(Because.of("score.over", rules, EVALUATION, "completion", completion, "threshold", rules.overThreshold()));
    Score less = switch (rules.overMode()) {
      case NONE -> Score.ZERO;
      case FIXED -> OVER_FIXED.atMost(weight);
      case PROPORTIONAL -> weight.share(above.min(goal), goal);
    };
    return less.isZero() ? explained : new Reasoned<>(Optional.of(new Score(weight.points().subtract(less.points()))), explained.reasons())
        .and(Because.of("score.over-deducted", rules, EVALUATION, "completion", completion, "threshold", rules.overThreshold(), "less", less));
  }

  private static Rate completion(BigDecimal value, BigDecimal goal) {
    return new Rate(value.divide(goal, DIGITS, RoundingMode.HALF_UP));
  }

  private Reasoned<Score> scored(Score score, String rule, String article, Target target, String actual, Score weight, Rate completion) {
    return Reasoned.of(score, Because.of(rule, rules, article, "target", target.text(), "actual", actual, "weight", weight, "completion", completion));
  }

  private Reasoned<Score> none(String rule, Object... inputs) {
    return Reasoned.none(Because.of(rule, rules, EVALUATION, inputs));
  }
}
