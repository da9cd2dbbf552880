package org.jiheng.app.goal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiheng.app.common.GradeScale;
import org.jiheng.app.common.Score;
import org.jiheng.app.goal.IndicatorKind.Level1;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.scoring.RuleSet;

/** What a jurisdiction says about goals in a year (DOMAIN 14), as a value. */
public record GoalRules(ParameterSet parameters) {

  /** Whether units may set the points of the classes themselves, with a reason (财预〔2020〕10号: 特殊情况可适当调整). */
  public static final ParameterKey<Boolean> FREE_ADJUST = new ParameterKey<>("goal.free_adjust", "false", GoalRules::yesNo);

  /** Which scheme the goals of a year follow where the unit neither sets points nor chooses (DOMAIN 3.4, 14, Q21). */
  public static final ParameterKey<Scheme> SCHEME = ParameterKey.choice("goal.scheme", Scheme.AUTO);

  /** The jurisdiction's own points of the classes, in force with {@link Scheme#CUSTOM}; with 10 of execution they make 100. */
  public static final ParameterKey<Map<Level1, Score>> SCHEME_POINTS =
      new ParameterKey<>("goal.scheme.points", "cost=0,output=50,benefit=30,satisfaction=10", GoalRules::points);

  /** Who says which family of schemes a goal follows: the jurisdiction by {@link #SCHEME}, or the unit in its form. */
  public static final ParameterKey<Chooser> SCHEME_CHOSEN_BY = ParameterKey.choice("goal.scheme.chosen_by", Chooser.OFFICE);

  /**
   * How many indicators of a kind there have to be. {@code auto}: a cost indicator for building, large repair and purchase,
   * a satisfaction indicator for whatever people are given (DOMAIN G15).
   */
  public static final ParameterKey<Map<String, String>> MIN_COUNTS = new ParameterKey<>(
      "goal.min_counts", "quantity=1,quality=1,timeliness=1,cost=auto,benefit=1,satisfaction=auto", GoalRules::pairs);

  /** Where the jurisdiction takes a check harder or lighter than the house: {@code G15=HARD,G7=HARD}. */
  public static final ParameterKey<Map<GoalCheck, GoalCheck.Level>> LEVELS =
      new ParameterKey<>("goal.check_levels", "", GoalRules::levels);

  /** Words in the name of an indicator whose percentage may be above 100 (DOMAIN G5: unless unlocked). */
  public static final ParameterKey<List<String>> ABOVE_HUNDRED =
      new ParameterKey<>("goal.percent_above_hundred", "增长,增幅,增加,提高,下降,降低,超额", GoalRules::words);

  /** A target of satisfaction below this many per cent is asked about (DOMAIN G11). */
  public static final ParameterKey<BigDecimal> LEAST_SATISFACTION = ParameterKey.number("goal.least_satisfaction", "80");

  /** Characters of an overall goal, at the least (DOMAIN G12). */
  public static final ParameterKey<BigDecimal> SHORTEST_GOAL = ParameterKey.number("goal.shortest_text", "30");

  /** How alike two lines are from which on one counts as copied from the other, 0 to 1 (DOMAIN G9). */
  public static final ParameterKey<BigDecimal> ALIKE = ParameterKey.number("goal.alike", "0.9");

  /** How finance reviews: {@code AUTO} scores key projects and ticks the others (财预〔2015〕88号 annex). */
  public static final ParameterKey<ReviewMode> REVIEW_MODE = ParameterKey.choice("goal.review.mode", ReviewMode.AUTO);

  /** Workdays a unit has to send a returned goal in again. */
  public static final ParameterKey<BigDecimal> RESUBMIT_DAYS = ParameterKey.number("goal.resubmit.days", "10");

  /** Last day, {@code MM-dd} of the year, on which targets are adjusted without the performance office opening it: node 2's cut-off. */
  public static final ParameterKey<String> LOCK_AFTER = ParameterKey.text("goal.adjust.lock_after", "07-31");

  /** Building, large repair and purchase have cost indicators (财预〔2021〕101号). */
  private static final Set<ProjectType> BUILT_OR_BOUGHT = EnumSet.of(ProjectType.CONSTRUCTION, ProjectType.MAJOR_REPAIR, ProjectType.PURCHASE);

  /** Everything a finished goal keeps of the parameters. */
  public static final List<ParameterKey<?>> KEYS = List.of(FREE_ADJUST, SCHEME, SCHEME_POINTS, SCHEME_CHOSEN_BY, MIN_COUNTS, LEVELS, ABOVE_HUNDRED, LEAST_SATISFACTION,
      SHORTEST_GOAL, ALIKE, REVIEW_MODE, RESUBMIT_DAYS, LOCK_AFTER);

  /** Everything a review sheet keeps of them. */
  public static final List<ParameterKey<?>> SHEET_KEYS = List.of(REVIEW_MODE, RESUBMIT_DAYS, RuleSet.GRADE_CUT);

  public static final GoalRules STANDARD = new GoalRules(ParameterSet.STANDARD);

  /** Which scheme goals follow. */
  public enum Scheme {
    /** That which fits the indicators. */
    AUTO,
    W1,
    W2,
    /** The jurisdiction's own points. */
    CUSTOM
  }

  /** Who chooses a family of schemes. */
  public enum Chooser {
    /** The jurisdiction, for all its goals. */
    OFFICE,
    /** The unit for each of its goals; where it does not, the jurisdiction's. */
    UNIT
  }

  /** How finance reviews goals. */
  public enum ReviewMode {
    /** Points for key projects, ticks for the others. */
    AUTO,
    SCORED,
    TICKED
  }

  GoalCheck.Level level(GoalCheck check) {
    return parameters.get(LEVELS).getOrDefault(check, check.usualLevel());
  }

  /** Whether finance gives points, and not ticks. */
  boolean scored(boolean keyProject) {
    return switch (parameters.get(REVIEW_MODE)) {
      case AUTO -> keyProject;
      case SCORED -> true;
      case TICKED -> false;
    };
  }

  boolean freeAdjust() {
    return parameters.get(FREE_ADJUST);
  }

  Scheme scheme() {
    return parameters.get(SCHEME);
  }

  WeightScheme officeScheme() {
    return WeightScheme.office(parameters.get(SCHEME_POINTS));
  }

  boolean unitChooses() {
    return parameters.get(SCHEME_CHOSEN_BY) == Chooser.UNIT;
  }

  GradeScale grades() {
    return parameters.get(RuleSet.GRADE_CUT);
  }

  /** Workdays. */
  int resubmitDays() {
    return parameters.get(RESUBMIT_DAYS).intValue();
  }

  /** Least number of indicators of a kind of project; empty where the kind of project decides and does not ask for it. */
  int least(String kind, ProjectType project) {
    String said = Optional.ofNullable(parameters.get(MIN_COUNTS).get(kind)).orElse("0");
    if (!said.equals("auto")) {
      return Integer.parseInt(said);
    }
    return switch (kind) {
      case "cost" -> BUILT_OR_BOUGHT.contains(project) ? 1 : 0;
      case "satisfaction" -> project == ProjectType.SUBSIDY ? 1 : 0;
      default -> 1;
    };
  }

  private static Boolean yesNo(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("true or false, not: " + text);
    }
    return Boolean.valueOf(text);
  }

  private static Map<Level1, Score> points(String text) {
    Map<Level1, Score> points = new EnumMap<>(Level1.class);
    for (String pair : words(text)) {
      String[] parts = pair.split("=", -1);
      Score given = parts.length == 2 ? Score.parse(parts[1]).value().orElse(null) : null;
      if (given == null || points.put(WeightScheme.level1(parts[0]), given) != null) {
        throw new IllegalArgumentException("class=points, each class once, not: " + pair);
      }
    }
    if (!WeightScheme.office(points).sum().equals(Score.HUNDRED)) {
      throw new IllegalArgumentException("the points make no 100 together with 10 of execution: " + text);
    }
    return points;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[,,]")).map(String::strip).filter(word -> !word.isEmpty()).toList();
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : words(text)) {
      String[] parts = pair.split("=", -1);
      if (parts.length != 2 || !parts[1].matches("auto|[0-9]{1,2}")) {
        throw new IllegalArgumentException("kind=number, not: " + pair);
      }
      pairs.put(parts[0], parts[1]);
    }
    return pairs;
  }

  /** Numbers checks had before they were counted on from the guide's: a value a jurisdiction set by them still says the same. */
  private static final Map<String, String> FORMERLY = Map.of("3.5", "G17", "3.8", "G18", "3.10", "G19", "3.9", "G21");

  private static Map<GoalCheck, GoalCheck.Level> levels(String text) {
    Map<GoalCheck, GoalCheck.Level> levels = new EnumMap<>(GoalCheck.class);
    for (String pair : words(text)) {
      String[] parts = pair.split("=", -1);
      String number = FORMERLY.getOrDefault(parts[0], parts[0]);
      GoalCheck check = Arrays.stream(GoalCheck.values()).filter(one -> one.number().equals(number)).findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no check " + parts[0]));
      levels.put(check, GoalCheck.Level.valueOf(parts[1]));
    }
    return levels;
  }
}
