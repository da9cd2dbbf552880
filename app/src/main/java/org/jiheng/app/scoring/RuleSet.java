package org.jiheng.app.scoring;

import java.math.BigDecimal;
import java.util.Optional;
import org.jiheng.app.common.GradeScale;
import org.jiheng.app.common.Rate;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSet;

/**
 * The rules of scoring in force for a jurisdiction and a year (DOMAIN 5.3 and 14).
 *
 * @param name shown with every score, so that it can be recomputed
 * @param equalMode what a target without direction asks for
 * @param reverseMode how overstepping an upper limit costs points
 * @param overThreshold from which completion on an over-achievement must be explained
 * @param overMode what an over-achievement costs
 * @param passFloor below this completion there are no points at all
 * @param lateDays delay at which a deadline is worth nothing
 * @param alarmRed by how much scores may run ahead of execution
 * @param alarmYellow which share of the budget may stay unspent
 */
public record RuleSet(
    String name,
    EqualMode equalMode,
    ReverseMode reverseMode,
    Rate overThreshold,
    OverMode overMode,
    Optional<Rate> passFloor,
    SatisfactionMode satisfactionMode,
    boolean executionCeilings,
    int lateDays,
    Rate alarmRed,
    Rate alarmYellow,
    GradeScale grades) {

  /** A target such as =30人. */
  public enum EqualMode {
    /** More is as good as equal. */
    ATLEAST,
    /** A deviation costs points either way. */
    SYMMETRIC
  }

  /** A target such as ≤160. */
  public enum ReverseMode {
    /** Weight × (1 − (A − T) ÷ T). */
    LINEAR,
    /** Weight × T ÷ A. */
    RATIO
  }

  /** What A ÷ T above the threshold costs. */
  public enum OverMode {
    /** Nothing; it must be explained. */
    NONE,
    /** Two points. */
    FIXED,
    /** In proportion to what is above the threshold. */
    PROPORTIONAL
  }

  /** How satisfaction rates are scored. */
  public enum SatisfactionMode {
    /** As any other rate. */
    TARGET,
    /** 90 % and more: all points; below 60 %: none; linear between (财预〔2021〕101号). */
    NINETY_SIXTY
  }

  static final ParameterKey<String> NAME = ParameterKey.text("score.rule_set", "默认规则2023");
  static final ParameterKey<EqualMode> EQUAL_MODE = ParameterKey.choice("score.equal_mode", EqualMode.ATLEAST);
  static final ParameterKey<ReverseMode> REVERSE_MODE = ParameterKey.choice("score.reverse_mode", ReverseMode.LINEAR);
  static final ParameterKey<BigDecimal> OVER_THRESHOLD = ParameterKey.number("score.over.threshold", "1.30");
  static final ParameterKey<OverMode> OVER_MODE = ParameterKey.choice("score.over.mode", OverMode.NONE);
  static final ParameterKey<String> PASS_FLOOR = ParameterKey.text("score.pass_floor", "");
  static final ParameterKey<SatisfactionMode> SATISFACTION = ParameterKey.choice("score.satisfaction_mode", SatisfactionMode.TARGET);
  static final ParameterKey<String> CEILINGS = ParameterKey.text("score.exec_ceiling", "off");
  static final ParameterKey<BigDecimal> LATE_DAYS = ParameterKey.number("score.late_days", "90");
  static final ParameterKey<BigDecimal> ALARM_RED = ParameterKey.number("score.alarm.red", "0.05");
  static final ParameterKey<BigDecimal> ALARM_YELLOW = ParameterKey.number("score.alarm.yellow", "0.20");
  static final ParameterKey<String> GRADE_CUT = ParameterKey.text("grade.cut", "90/80/60");

  public static RuleSet of(ParameterSet parameters) {
    String floor = parameters.get(PASS_FLOOR);
    return new RuleSet(
        parameters.get(NAME),
        parameters.get(EQUAL_MODE),
        parameters.get(REVERSE_MODE),
        new Rate(parameters.get(OVER_THRESHOLD)),
        parameters.get(OVER_MODE),
        floor.isBlank() ? Optional.empty() : Optional.of(Rate.of(floor)),
        parameters.get(SATISFACTION),
        "on".equals(parameters.get(CEILINGS)),
        parameters.get(LATE_DAYS).intValueExact(),
        new Rate(parameters.get(ALARM_RED)),
        new Rate(parameters.get(ALARM_YELLOW)),
        GradeScale.parse(parameters.get(GRADE_CUT)));
  }

  public static RuleSet standard() {
    return of(ParameterSet.STANDARD);
  }
}
