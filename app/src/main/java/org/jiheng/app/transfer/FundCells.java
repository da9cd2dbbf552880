package org.jiheng.app.transfer;

import java.util.UUID;
import org.jiheng.app.review.CellKey;

/** The lasting names of what is typed in a fund document. */
public final class FundCells {

  public static final CellKey OVERALL = CellKey.of("goal", "overall");
  public static final CellKey REGIONAL = CellKey.of("goal", "regional");
  public static final CellKey OVER_NOTE = CellKey.of("note", "over");

  private FundCells() {}

  public static CellKey indicator(UUID indicator) {
    return CellKey.of("indicator", indicator);
  }

  public static CellKey indicator(UUID indicator, FundIndicator.Column column) {
    return CellKey.of("indicator", indicator, column.key());
  }

  public static CellKey line(UUID line) {
    return CellKey.of("line", line);
  }

  public static CellKey amount(UUID line) {
    return CellKey.of("line", line, "amount");
  }

  public static CellKey target(UUID line, UUID indicator) {
    return CellKey.of("target", line, indicator);
  }
}
