package org.jiheng.app.selfevaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.CellKey;

/**
 * What a file says for a self-evaluation, not taken over yet.
 *
 * @param cells texts for cells outside the indicator table
 * @param lines indicator lines in the order of the file
 * @param bare the unit of money without one
 * @param replaces whether the lines of the file take the place of the lines of the form that have nothing in them
 * @param source where the form was published; empty for a filled-in template
 */
public record Imported(Map<CellKey, Typed> cells, List<Line> lines, Money.In bare, boolean replaces, String source) {

  /** A text and the place in the file it stands at. */
  record Typed(String text, String place) {}

  /** An indicator line; without an identifier it is a new one. */
  record Line(Optional<UUID> id, Map<IndicatorRow.Column, Typed> texts) {

    boolean empty() {
      return texts.entrySet().stream()
          .noneMatch(entry -> entry.getKey() != IndicatorRow.Column.LEVEL1 && entry.getKey() != IndicatorRow.Column.LEVEL2
              && !entry.getValue().text().isBlank());
    }
  }

  /** The file cannot be taken at all, and why. */
  static final class RefusedFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedFile(Problem problem) {
      super(problem.code());
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
