package org.jiheng.app.selfevaluation;

import java.util.Map;
import java.util.UUID;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellLabels;

/** The cell keys of a self-evaluation, in one place. */
public final class FormCells {

  public static final CellKey BUDGET = CellKey.of("budget");
  public static final CellKey EXECUTION_WEIGHT = CellKey.of("execution", "weight");
  public static final CellKey EXECUTION_REPORTED = CellKey.of("execution", "reported");
  public static final CellKey GOAL_EXPECTED = CellKey.of("goal", "expected");
  public static final CellKey GOAL_ACTUAL = CellKey.of("goal", "actual");
  /** The indicator table as a whole: a note here lets the unit add and remove lines. */
  public static final CellKey INDICATORS = CellKey.of("indicator");
  public static final CellKey STATEMENT = CellKey.of("statement");
  public static final CellKey TOTAL_REPORTED = CellKey.of("total", "reported");

  /** What they are called; an indicator line is named by its third level. */
  public static final CellLabels LABELS = new CellLabels("cell", Map.of("indicator", IndicatorRow.Column.LEVEL3.key()));

  private FormCells() {}

  public static CellKey budget(BudgetLine line, BudgetLine.Column column) {
    return CellKey.of("budget", line.key(), column.key());
  }

  public static CellKey indicator(UUID id) {
    return CellKey.of("indicator", id);
  }

  public static CellKey indicator(UUID id, IndicatorRow.Column column) {
    return CellKey.of("indicator", id, column.key());
  }

  /**
   * What has to be writable together with a returned cell: when the actual value of a line changes, its judged points and
   * its explanation go with it; when a weight changes, the points do. Otherwise the form could not be sent again.
   */
  static boolean follows(CellKey cell, CellKey returned) {
    String[] one = cell.path().split("/");
    String[] other = returned.path().split("/");
    if (one.length != 3 || other.length != 3 || !one[0].equals("indicator") || !one[0].equals(other[0]) || !one[1].equals(other[1])) {
      return false;
    }
    boolean follower = one[2].equals("deviation") || one[2].equals("reported") || one[2].equals("level");
    return follower && switch (other[2]) {
      case "actual", "target", "weight", "reported", "level" -> true;
      default -> false;
    };
  }
}
