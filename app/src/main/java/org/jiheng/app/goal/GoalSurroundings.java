package org.jiheng.app.goal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.review.CellKey;

/**
 * What the checks know besides the goal itself. A goal that was sent in keeps what it was sent in with.
 *
 * @param budget what the budget lines of the project add up to, yuan; empty when it has none yet
 * @param applied what ex-ante evaluation says of the money of a new project; empty for a project without one
 * @param type what kind of work the project is
 * @param common the indicators the region or the jurisdiction asks of every such project
 * @param lastYear what the same project reached the year before, by plain name of the indicator
 * @param others approved goals of other units that share indicators with this one
 * @param years targets of the same project for its other years, by plain name of the indicator
 * @param unchoosable lines taken from the library whose version may not be chosen any more, and why, by key of the line
 * @param adjusting what the goal changes of an approved one; empty for a project's first
 * @param above what transfers the project spends set for it
 */
public record GoalSurroundings(
    Optional<Money> budget, Optional<Applied> applied, ProjectType type, List<CommonIndicator> common, Map<String, String> lastYear,
    List<OtherGoal> others, Map<String, List<String>> years, Map<UUID, Problem> unchoosable, Optional<Adjusting> adjusting,
    List<GoalsFromAbove.FromAbove> above) {

  public static final GoalSurroundings NONE = of(ProjectType.OTHER, Optional.empty());

  /** Of a project nothing was set for above. */
  public GoalSurroundings(
      Optional<Money> budget, Optional<Applied> applied, ProjectType type, List<CommonIndicator> common, Map<String, String> lastYear,
      List<OtherGoal> others, Map<String, List<String>> years, Map<UUID, Problem> unchoosable, Optional<Adjusting> adjusting) {
    this(budget, applied, type, common, lastYear, others, years, unchoosable, adjusting, List.of());
  }

  public GoalSurroundings {
    above = List.copyOf(above);
    common = List.copyOf(common);
    lastYear = Map.copyOf(lastYear);
    others = List.copyOf(others);
    years = Map.copyOf(years);
    unchoosable = Map.copyOf(unchoosable);
  }

  /** Of a project by itself, without what other goals, its other years and the library say. */
  public static GoalSurroundings of(ProjectType type, Optional<Money> budget) {
    return new GoalSurroundings(budget, Optional.empty(), type, List.of(), Map.of(), List.of(), Map.of(), Map.of(), Optional.empty());
  }

  /**
   * The money of a new project as its ex-ante evaluation has it (DOMAIN 2.3, 2.5).
   *
   * @param concluded whether finance has concluded: then it is what it supports, nothing of what it does not; else what the unit asks for
   * @param amount of the whole period, yuan
   * @param ofTheYear what is asked for the goal's year, yuan; empty where the evaluation says no years
   * @param undecided whether the year's money, or a part of it, is only asked for in the library and has not entered the budget
   */
  public record Applied(boolean concluded, Money amount, Optional<Money> ofTheYear, boolean undecided) {

    /** No year has more than was asked for it, and none more than there is for all of them. */
    Money mostOfTheYear() {
      return ofTheYear.filter(year -> year.compareTo(amount) < 0).orElse(amount);
    }
  }

  /**
   * An indicator every such project has to have (固化指标), and what of it may not be edited.
   *
   * @param sign the sign its target must have; empty for any
   * @param unit the unit its target must be in; empty for any
   */
  public record CommonIndicator(String code, String level1, String level2, String level3, String sign, String unit) {}

  /** A goal of another unit's project, as far as it is compared. */
  public record OtherGoal(String unitName, String projectName, List<OtherLine> lines) {}

  /** A line of it. */
  public record OtherLine(String level3, String target) {}

  /**
   * A goal that adjusts an approved one (DOMAIN 3.8).
   *
   * @param targets cells the cut-off holds that differ from what was approved: targets, names, points; and lines that came or went
   * @param changes whether anything differs at all
   * @param closed why targets are not adjusted any more; empty while they are
   */
  public record Adjusting(boolean saysCause, boolean saysBasis, List<CellKey> targets, boolean changes, Optional<Problem> closed) {}
}
