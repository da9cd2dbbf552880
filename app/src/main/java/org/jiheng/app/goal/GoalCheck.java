package org.jiheng.app.goal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.CellKey;

/**
 * The checks a goal passes before it is sent in (DOMAIN 3.6). Each looks at the whole goal and its surroundings and says what it
 * found at which cell; all are asked at once, while the unit types. S9 names the region's guide G1 to G15 come from; G0 and G16 to
 * G21 are this platform's own, counted on: G16 the money asked for before (DOMAIN 2.3), G17 vague words (3.5), G18 the grounds of
 * an adjustment (3.8), G19 indicators the library has given up (3.10), G20 indicators set from above (7.2), G21 years that do not
 * make the period (3.9). What is asked of a target is asked of the year's and of the whole period's alike (DOMAIN 3.2: the form
 * has a column for each), but where the rule itself is one of the year: G4 holds costs against the annual budget, G10 targets
 * against the last year's actual.
 */
public enum GoalCheck {
  /** 必填内容. */
  COMPLETE("G0", Level.HARD, "财预〔2015〕88号", false, StructureChecks::complete),
  /** 分值合计. */
  WEIGHTS("G1", Level.HARD, "财预〔2020〕10号", false, StructureChecks::weights),
  /** 产出要有数量指标,效益至少一项. */
  OUTPUT_AND_BENEFIT("G2", Level.HARD, "财预〔2021〕101号", false, StructureChecks::outputAndBenefit),
  /** 成本指标的方向. */
  COST_SIGN("G3", Level.HARD, "财预〔2021〕101号", false, ValueChecks::costSign),
  /** 成本不超过预算. */
  COST_WITHIN_BUDGET("G4", Level.WARNING, "财预〔2021〕101号", true, ValueChecks::costWithinBudget),
  /** 定量指标值是数值. */
  NUMERIC("G5", Level.HARD, "财预〔2015〕88号", false, ValueChecks::numeric),
  /** 正向指标不能为零. */
  NOT_ZERO("G6", Level.HARD, "财预〔2020〕10号", false, ValueChecks::notZero),
  /** 指标重复. */
  ONCE("G7", Level.WARNING, "财预〔2015〕88号", false, TextChecks::once),
  /** 拨付资金不是产出. */
  NO_PAYING_OUT("G8", Level.WARNING, "财预〔2015〕88号", false, TextChecks::noPayingOut),
  /** 照抄其他单位. */
  NOT_COPIED("G9", Level.WARNING, "财预〔2015〕88号", true, TextChecks::notCopied),
  /** 不高于上年实际. */
  BETTER_THAN_LAST_YEAR("G10", Level.WARNING, "财预〔2021〕101号", true, ValueChecks::betterThanLastYear),
  /** 满意度指标值. */
  SATISFACTION("G11", Level.WARNING, "财预〔2021〕101号", true, ValueChecks::satisfaction),
  /** 总体目标的文字. */
  GOAL_TEXT("G12", Level.WARNING, "财预〔2015〕88号", false, TextChecks::goalText),
  /** 资金与预算一致. */
  MONEY("G13", Level.HARD, "财预〔2015〕88号", false, MoneyChecks::money),
  /** 新增项目的资金不超过事前绩效评估的申请数 (DOMAIN 2.3, S12): as long as finance has not concluded; from then on it is G13. */
  AS_ASKED("G16", Level.WARNING, "中发〔2018〕34号", false, MoneyChecks::asked),
  /** 固化指标 (S16). */
  COMMON_INDICATORS("G14", Level.HARD, "财预〔2013〕53号", false, StructureChecks::common),
  /** 各类指标最少数量. */
  LEAST_COUNTS("G15", Level.WARNING, "财预〔2021〕101号", false, StructureChecks::leastCounts),
  /** 定性指标要可衡量 (DOMAIN 3.5). */
  NOT_VAGUE("G17", Level.WARNING, "财预〔2021〕101号", false, TextChecks::vague),
  /** 调整的理由、依据与期限 (DOMAIN 3.8). */
  ADJUSTING("G18", Level.HARD, "财预〔2015〕88号", false, StructureChecks::adjusting),
  /** 指标库中的指标已到期或停用 (DOMAIN 3.10, S5). */
  STILL_IN_THE_LIBRARY("G19", Level.WARNING, "中发〔2018〕34号", true, StructureChecks::library),
  /** 承接上级下达的主要数量指标 (DOMAIN 7.2). */
  FROM_ABOVE("G20", Level.HARD, "财预〔2015〕163号", false, AboveChecks::mainQuantities),
  /** 年度目标是实施期目标的一段 (DOMAIN 3.9). */
  YEARS_MAKE_THE_PERIOD("G21", Level.WARNING, "财预〔2015〕88号", false, ValueChecks::slices);

  /** How hard a check is taken. */
  public enum Level {
    /** The goal cannot be sent in. */
    HARD,
    /** It can, once the unit has said why where it is asked. */
    WARNING
  }

  /** A cell and what is wrong there. */
  record Found(CellKey cell, Problem problem, boolean answered) {

    Found(CellKey cell, Problem problem) {
      this(cell, problem, false);
    }
  }

  /** What a check looks at. */
  record Sight(GoalContent goal, GoalSurroundings around, GoalRules rules) {}

  /** One check. */
  @FunctionalInterface
  interface Look {
    Stream<Found> at(Sight sight);
  }

  private final String number;
  private final Level usualLevel;
  private final String article;
  private final boolean asksWhy;
  private final Look look;

  GoalCheck(String number, Level usualLevel, String article, boolean asksWhy, Look look) {
    this.number = number;
    this.usualLevel = usualLevel;
    this.article = article;
    this.asksWhy = asksWhy;
    this.look = look;
  }

  /** As the region's guide counts them, and on from there: {@code G1}. */
  public String number() {
    return number;
  }

  /** What it rests on. */
  public String article() {
    return article;
  }

  Level usualLevel() {
    return usualLevel;
  }

  /** Whether a warning is to be answered in the line's 说明 before the goal is sent in. */
  public boolean asksWhy() {
    return asksWhy;
  }

  /** Everything all checks find, in their order. */
  public static List<GoalFinding> of(GoalContent goal, GoalSurroundings around, GoalRules rules) {
    Sight sight = new Sight(goal, around, rules);
    return ScopedValue.where(GoalIndicator.READ, new HashMap<>()).call(() -> Arrays.stream(values())
        .flatMap(check -> check.look.at(sight)
            .map(found -> new GoalFinding(check, rules.level(check), found.cell(), found.problem().by(check.number, check.article), found.answered())))
        .toList());
  }

  static CellKey cell(GoalIndicator line, GoalColumn column) {
    return GoalCells.indicator(line.id(), column);
  }
}
