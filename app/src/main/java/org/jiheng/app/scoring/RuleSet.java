package org.jiheng.app.scoring;

import java.math.BigDecimal;
import java.util.List;
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
  static final ParameterKey<Rate> OVER_THRESHOLD = new ParameterKey<>("score.over.threshold", "1.30", text -> rate(text, 1, 10));
  static final ParameterKey<OverMode> OVER_MODE = ParameterKey.choice("score.over.mode", OverMode.NONE);
  static final ParameterKey<Optional<Rate>> PASS_FLOOR = new ParameterKey<>("score.pass_floor", "",
      text -> text.isBlank() ? Optional.empty() : Optional.of(rate(text, 0, 1)));
  static final ParameterKey<SatisfactionMode> SATISFACTION = ParameterKey.choice("score.satisfaction_mode", SatisfactionMode.TARGET);
  static final ParameterKey<Boolean> CEILINGS = new ParameterKey<>("score.exec_ceiling", "off", RuleSet::onOrOff);
  static final ParameterKey<Integer> LATE_DAYS = new ParameterKey<>("score.late_days", "90", RuleSet::days);
  static final ParameterKey<Rate> ALARM_RED = new ParameterKey<>("score.alarm.red", "0.05", text -> rate(text, 0, 1));
  static final ParameterKey<Rate> ALARM_YELLOW = new ParameterKey<>("score.alarm.yellow", "0.20", text -> rate(text, 0, 1));
  public static final ParameterKey<GradeScale> GRADE_CUT = new ParameterKey<>("grade.cut", "90/80/60", GradeScale::parse);

  /** Every parameter a rule set is made from. */
  static final List<ParameterKey<?>> KEYS = List.of(NAME, EQUAL_MODE, REVERSE_MODE, OVER_THRESHOLD, OVER_MODE, PASS_FLOOR,
      SATISFACTION, CEILINGS, LATE_DAYS, ALARM_RED, ALARM_YELLOW, GRADE_CUT);

  /** @throws IllegalStateException if a parameter has no usable value; its message names the parameter */
  public static RuleSet of(ParameterSet parameters) {
    return new RuleSet(
        parameters.get(NAME),
        parameters.get(EQUAL_MODE),
        parameters.get(REVERSE_MODE),
        parameters.get(OVER_THRESHOLD),
        parameters.get(OVER_MODE),
        parameters.get(PASS_FLOOR),
        parameters.get(SATISFACTION),
        parameters.get(CEILINGS),
        parameters.get(LATE_DAYS),
        parameters.get(ALARM_RED),
        parameters.get(ALARM_YELLOW),
        parameters.get(GRADE_CUT));
  }

  private static Rate rate(String text, int least, int most) {
    BigDecimal rate = new BigDecimal(text);
    if (rate.compareTo(BigDecimal.valueOf(least)) < 0 || rate.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new IllegalArgumentException("not from " + least + " to " + most + ": " + text);
    }
    return new Rate(rate);
  }

  private static boolean onOrOff(String text) {
    return switch (text) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new IllegalArgumentException("neither on nor off: " + text);
    };
  }

  private static int days(String text) {
    int days = Integer.parseInt(text);
    if (days < 1) {
      throw new IllegalArgumentException("days " + days);
    }
    return days;
  }

  public static RuleSet standard() {
    return of(ParameterSet.STANDARD);
  }
}
