package org.jiheng.app.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.common.Problem;

/**
 * What is wrong with a value, at the cell where it is.
 *
 * @param table which of the value's tables, from 0
 * @param row of it, from 0; {@link #WHOLE} for what no cell alone has done
 */
public record ValueFlaw(int table, int row, int column, Problem problem) {

  public static final int WHOLE = -1;

  /** What is wrong with a table as a whole. */
  public static ValueFlaw of(int table, Problem problem) {
    return new ValueFlaw(table, WHOLE, WHOLE, problem);
  }

  /** What is wrong with the cells of a table, each looked at alone: numbers, and words that are missing. */
  public static List<ValueFlaw> cells(int number, ValueTable table) {
    List<ValueFlaw> flaws = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      for (int column = 0; column < table.columns().size(); column++) {
        int at = column;
        int in = row;
        problem(table.rows().get(row).cells().get(column)).ifPresent(problem -> flaws.add(new ValueFlaw(number, in, at, problem)));
      }
    }
    return flaws;
  }

  private static Optional<Problem> problem(ValueCell cell) {
    return switch (cell.kind()) {
      case NUMBER -> cell.measure().flatMap(measure -> measure.problem(cell.text()));
      case WORDS -> cell.text().isBlank() ? Optional.of(Problem.of("parameter-cell-empty")) : Optional.empty();
      default -> Optional.empty();
    };
  }
}
