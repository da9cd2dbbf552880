package org.jiheng.app.selfevaluation;

import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellKind;
import org.jiheng.app.scoring.Achievement;

/** What belongs into the cells of a self-evaluation. */
final class CellReader {

  private static final CellKind AMOUNT = new CellKind.Amount();
  private static final CellKind POINTS = new CellKind.Points();
  private static final CellKind LEVEL = CellKind.Choice.of("achievement.", Achievement.values());
  private static final CellKind LONG_TEXT = new CellKind.Text(4000);

  private CellReader() {}

  static CellKind kind(CellKey cell) {
    return switch (cell.part(0)) {
      case "budget" -> AMOUNT;
      case "execution", "total" -> POINTS;
      case "indicator" -> kind(IndicatorRow.Column.of(cell.last()));
      default -> LONG_TEXT;
    };
  }

  private static CellKind kind(IndicatorRow.Column column) {
    return switch (column) {
      case WEIGHT, REPORTED -> POINTS;
      case LEVEL -> LEVEL;
      case LEVEL1, LEVEL2, LEVEL3, TARGET, ACTUAL, DEVIATION -> new CellKind.Text(column.longest());
    };
  }

  /** @param bare the unit of money without one */
  static Parsed<String> read(CellKey cell, String typed, Money.In bare) {
    return kind(cell).read(typed, bare);
  }
}
