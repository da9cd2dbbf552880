package org.jiheng.app.goal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.IndicatorKind.Level1;

/**
 * How the 100 points are spread over the execution of the budget and the classes of indicators (DOMAIN 3.4).
 *
 * @param name stable name, for example {@code W1}; people read its {@link #said words}
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
  /** Name of a scheme the jurisdiction set for all its goals. */
  public static final String OFFICE = "office";

  /** The names there are. */
  public static final List<String> NAMES = List.of(W1.name, W2.name, W1_WITHOUT_SATISFACTION.name, W2_WITHOUT_SATISFACTION.name, CUSTOM, OFFICE);

  /** A scheme with and without satisfaction; what a unit chooses of, where it may (goal.scheme.chosen_by). */
  public enum Family {
    /** Cost, if any, is an output (财预〔2020〕10号). */
    W1("财预〔2020〕10号"),
    /** Cost is a class of its own (财预〔2021〕101号). */
    W2("财预〔2021〕101号");

    private final String article;

    Family(String article) {
      this.article = article;
    }

    private WeightScheme scheme(boolean satisfaction) {
      return this == W1 ? satisfaction ? WeightScheme.W1 : W1_WITHOUT_SATISFACTION : satisfaction ? WeightScheme.W2 : W2_WITHOUT_SATISFACTION;
    }
  }

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
    return new WeightScheme(CUSTOM, all(classes));
  }

  /** Points set by the jurisdiction for all its goals; a class left out has none. */
  public static WeightScheme office(Map<Level1, Score> classes) {
    return new WeightScheme(OFFICE, all(classes));
  }

  private static Map<Level1, Score> all(Map<Level1, Score> classes) {
    Map<Level1, Score> all = new EnumMap<>(Level1.class);
    for (Level1 one : Level1.values()) {
      all.put(one, classes.getOrDefault(one, Score.ZERO));
    }
    return all;
  }

  public Score points(Level1 level1) {
    return classes.get(level1);
  }

  /** Of all classes and of execution. */
  public Score sum() {
    return classes.values().stream().reduce(EXECUTION, Score::plus);
  }

  /** What people call it. */
  public String said(Words words) {
    return words.say("goal-scheme." + name);
  }

  /**
   * The scheme a goal follows, the nearest choice first: the points the unit set for itself, where it may (goal.free_adjust); the
   * family it chose, where it may (goal.scheme.chosen_by); what its jurisdiction says for the year (goal.scheme). Where that is left
   * to the indicators, a first-level cost indicator asks for family W2, else it is W1. In a family, without a satisfaction indicator
   * its points go to benefit.
   */
  public static Reasoned<WeightScheme> pick(GoalContent goal, GoalRules rules) {
    if (!goal.ownScheme().isEmpty() && rules.freeAdjust()) {
      WeightScheme own = custom(goal.ownScheme());
      return Reasoned.of(own, because("goals.scheme-own", "财预〔2020〕10号", own));
    }
    boolean satisfaction = has(goal, Level1.SATISFACTION);
    Optional<Family> chosen = goal.chosen().filter(_ -> rules.unitChooses());
    if (chosen.isPresent()) {
      return of(chosen.get(), satisfaction, "goals.scheme-chosen");
    }
    return switch (rules.scheme()) {
      case W1 -> of(Family.W1, satisfaction, "goals.scheme-office");
      case W2 -> of(Family.W2, satisfaction, "goals.scheme-office");
      case CUSTOM -> Reasoned.of(rules.officeScheme(), because("goals.scheme-office", "财预〔2020〕10号", rules.officeScheme()));
      case AUTO -> has(goal, Level1.COST) ? of(Family.W2, satisfaction, "goals.scheme-with-cost") : of(Family.W1, satisfaction, "goals.scheme-classic");
    };
  }

  private static Reasoned<WeightScheme> of(Family family, boolean satisfaction, String rule) {
    return Reasoned.of(family.scheme(satisfaction), because(rule, family.article, family.scheme(satisfaction)));
  }

  private static boolean has(GoalContent goal, Level1 level1) {
    return goal.lines().stream().anyMatch(line -> line.first().filter(level1::equals).isPresent());
  }

  private static Reason because(String rule, String article, WeightScheme scheme) {
    return Because.of(rule, article, "scheme", scheme.said(Words.chinese()), "execution", EXECUTION, "cost", scheme.points(Level1.COST),
        "output", scheme.points(Level1.OUTPUT), "benefit", scheme.points(Level1.BENEFIT), "satisfaction", scheme.points(Level1.SATISFACTION));
  }

  /** The class of this name in small letters. @throws IllegalArgumentException if there is none */
  static Level1 level1(String name) {
    return Arrays.stream(Level1.values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no class " + name));
  }
}
