package org.jiheng.app.goal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Score;
import org.jiheng.app.goal.IndicatorKind.Level1;

/**
 * How the 100 points are spread over the execution of the budget and the classes of indicators (DOMAIN 3.4).
 *
 * @param name stable name, for example {@code W1}
 * @param classes points of each class; together with 10 for execution they make 100
 */
public record WeightScheme(String name, Map<Level1, Score> classes) {

  /** Points of the execution of the budget, in every scheme (财预〔2020〕10号). */
  public static final Score EXECUTION = Score.of("10");

  /** 产出50、效益30、满意度10 (财预〔2020〕10号): cost, if any, is an output. */
  public static final WeightScheme W1 = of("W1", 0, 50, 30, 10);
  /** 成本20、产出40、效益20、满意度10 (财预〔2021〕101号). */
  public static final WeightScheme W2 = of("W2", 20, 40, 20, 10);
  /** As W1; without satisfaction its 10 points go to benefit (财预〔2021〕101号). */
  public static final WeightScheme W1_WITHOUT_SATISFACTION = of("W1-noSat", 0, 50, 40, 0);
  /** As W2; without satisfaction its 10 points go to benefit (财预〔2021〕101号). */
  public static final WeightScheme W2_WITHOUT_SATISFACTION = of("W2-noSat", 20, 40, 30, 0);

  /** Name of a scheme a unit set for itself with a reason. */
  public static final String CUSTOM = "custom";

  public WeightScheme {
    classes = Map.copyOf(classes);
  }

  private static WeightScheme of(String name, int cost, int output, int benefit, int satisfaction) {
    return new WeightScheme(name, Map.of(
        Level1.COST, Score.of(String.valueOf(cost)), Level1.OUTPUT, Score.of(String.valueOf(output)),
        Level1.BENEFIT, Score.of(String.valueOf(benefit)), Level1.SATISFACTION, Score.of(String.valueOf(satisfaction))));
  }

  /** Points set by the unit; a class left out has none. */
  public static WeightScheme custom(Map<Level1, Score> classes) {
    Map<Level1, Score> all = new EnumMap<>(Level1.class);
    for (Level1 one : Level1.values()) {
      all.put(one, classes.getOrDefault(one, Score.ZERO));
    }
    return new WeightScheme(CUSTOM, all);
  }

  public Score points(Level1 level1) {
    return classes.get(level1);
  }

  /** Of all classes and of execution. */
  public Score sum() {
    return classes.values().stream().reduce(EXECUTION, Score::plus);
  }

  /**
   * The scheme that fits the lines: with a first-level cost indicator the family W2, else W1; without a satisfaction indicator its
   * points go to benefit. What the unit set for itself holds where the jurisdiction allows that (goal.free_adjust).
   *
   * @param own the points the unit set; empty when it set none
   */
  public static Reasoned<WeightScheme> pick(List<GoalIndicator> lines, Map<Level1, Score> own, boolean freeAdjust) {
    if (!own.isEmpty() && freeAdjust) {
      return Reasoned.of(custom(own), because("goals.scheme-own", "财预〔2020〕10号", custom(own)));
    }
    boolean cost = lines.stream().anyMatch(line -> !line.blank() && line.first().filter(Level1.COST::equals).isPresent());
    boolean satisfaction = lines.stream().anyMatch(line -> !line.blank() && line.first().filter(Level1.SATISFACTION::equals).isPresent());
    WeightScheme scheme = cost
        ? satisfaction ? W2 : W2_WITHOUT_SATISFACTION
        : satisfaction ? W1 : W1_WITHOUT_SATISFACTION;
    return Reasoned.of(scheme, cost
        ? because("goals.scheme-with-cost", "财预〔2021〕101号", scheme)
        : because("goals.scheme-classic", "财预〔2020〕10号", scheme));
  }

  private static Reason because(String rule, String article, WeightScheme scheme) {
    return Because.of(rule, article, "scheme", scheme.name(), "execution", EXECUTION, "cost", scheme.points(Level1.COST),
        "output", scheme.points(Level1.OUTPUT), "benefit", scheme.points(Level1.BENEFIT), "satisfaction", scheme.points(Level1.SATISFACTION));
  }
}
