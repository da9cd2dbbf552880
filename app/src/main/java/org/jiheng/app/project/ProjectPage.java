package org.jiheng.app.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiheng.app.common.Problem;

/**
 * A project with everything that has become of it, and what the caller may do.
 *
 * @param years every fiscal year of the code, the latest first, each with its stages in the order of the cycle
 * @param absorbed projects that were merged into this one
 * @param mergedInto the project this one was merged into
 * @param codes codes it had before, the latest exchange first
 * @param remarks what is worth a second look
 * @param backing by what the unit's own words about the project are borne out
 * @param confirmations what finance decided about them, the latest in front
 * @param writer which lines of money the caller puts down and strikes
 */
public record ProjectPage(
    Project project, Optional<RuralEntry> rural, String unitName, String departmentName, String responsible, ProjectState state, List<FundingLine> lines,
    Budgets budgets, List<Year> years, List<Project> absorbed, Optional<Project> mergedInto, List<CodeExchange> codes, List<Problem> remarks,
    Backing backing, List<ProjectConfirmation> confirmations, May may, ProjectRules.Writer writer) {

  /** What the caller may do. */
  public record May(boolean enter, boolean exchange, boolean fund, boolean decide, boolean confirm) {}

  /** Whether the caller may strike this line. */
  public boolean mayStrike(FundingLine line) {
    return may.fund() && line.counts() && ProjectRules.againstStriking(line.entry(), writer).isEmpty();
  }

  /** Whether finance may bear out what the unit says, or deny it, and the caller is finance. */
  public boolean mayConfirm(ProjectConfirmation.Verdict verdict) {
    return may.confirm() && project.takesForms() && ProjectRules.againstConfirming(backing, verdict).isEmpty();
  }

  /** Why a code was exchanged; words from before the project was marked as confidential are not shown (DOMAIN 12). */
  public String reason(CodeExchange exchange) {
    return project.confidential() ? ProjectEntry.PLACEHOLDER : exchange.reason();
  }

  /** Kinds of lines the caller writes. */
  public List<FundingKind> kinds() {
    return Stream.of(FundingKind.values()).filter(kind -> kind.given() || writer.unit()).toList();
  }

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
