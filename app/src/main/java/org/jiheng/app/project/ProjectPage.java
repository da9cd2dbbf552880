package org.jiheng.app.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Problem;

/**
 * A project with everything that has become of it, and what the caller may do.
 *
 * @param years every fiscal year of the code, the latest first, each with its stages in the order of the cycle
 * @param absorbed projects that were merged into this one
 * @param mergedInto the project this one was merged into
 * @param codes codes it had before, the latest exchange first
 * @param remarks what is worth a second look
 */
public record ProjectPage(
    Project project, Optional<RuralEntry> rural, String unitName, String departmentName, String responsible, ProjectState state, List<FundingLine> lines,
    Budgets budgets, List<Year> years, List<Project> absorbed, Optional<Project> mergedInto, List<CodeExchange> codes, List<Problem> remarks,
    boolean mayEnter, boolean mayExchange, boolean mayFund, boolean mayDecide) {

  /** One fiscal year of the project. */
  public record Year(Project project, ProjectState state, String unitName, Map<StageKind, Stage> stages) {}

  /**
   * One stage of a year.
   *
   * @param reached what there is; empty: 未开展
   */
  public record Stage(StageKind.Need need, Optional<ProjectStage.Reached> reached) {

    /** Whether it should be there and is not finished. */
    public boolean missing() {
      return need == StageKind.Need.NOW && reached.filter(one -> one.status() != ProjectStage.Status.UNDERWAY).isEmpty();
    }
  }
}
