package org.jiheng.app.goal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Money;

/**
 * What the checks know besides the goal itself.
 *
 * @param budget what the budget lines of the project add up to, yuan; empty when it has none yet
 * @param kind what sort of project it is, in the words of its attributes; empty when nothing is said
 * @param common the indicators the region or the jurisdiction asks of every such project
 * @param lastYear what the same project reached the year before, by plain name of the indicator
 * @param others approved goals of other units that share indicators with this one
 * @param years targets of the same project for its other years, by plain name of the indicator
 */
public record GoalSurroundings(
    Optional<Money> budget, String kind, List<CommonIndicator> common, Map<String, String> lastYear, List<OtherGoal> others,
    Map<String, List<String>> years) {

  public static final GoalSurroundings NONE =
      new GoalSurroundings(Optional.empty(), "", List.of(), Map.of(), List.of(), Map.of());

  public GoalSurroundings {
    common = List.copyOf(common);
    lastYear = Map.copyOf(lastYear);
    others = List.copyOf(others);
    years = Map.copyOf(years);
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
}
