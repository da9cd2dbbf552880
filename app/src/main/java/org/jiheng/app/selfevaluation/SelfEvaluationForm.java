package org.jiheng.app.selfevaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.Desk;
import org.jiheng.app.scoring.SelfEvaluationScoring;

/**
 * A self-evaluation as a screen shows it to one person, whole and detached.
 *
 * @param indicators lines in the order in which they stand
 * @param result everything computed from the cells, with reasons
 * @param problems what must be mended before it can be sent, by cell
 * @param labels what the cells are called
 * @param source where an imported form was published; empty for others
 */
public record SelfEvaluationForm(
    Desk desk,
    String projectCode,
    String projectName,
    String departmentName,
    String unitName,
    Cells cells,
    List<UUID> indicators,
    SelfEvaluationScoring.Result result,
    Map<CellKey, List<Problem>> problems,
    Map<CellKey, String> labels,
    Optional<Deadline> deadline,
    String source) {

  public int problemCount() {
    return problems.values().stream().mapToInt(List::size).sum();
  }
}
