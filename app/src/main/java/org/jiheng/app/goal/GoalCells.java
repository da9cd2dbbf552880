package org.jiheng.app.goal;

import java.util.List;
import java.util.UUID;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellKind;

/** The cell keys of a goal and what each of them takes, in one place. */
public final class GoalCells {

  /** What made an adjustment necessary; only in an adjustment. */
  public static final CellKey CAUSE = CellKey.of("adjustment", "cause");
  /** The document an adjustment rests on; files are handed in here. */
  public static final CellKey BASIS = CellKey.of("adjustment", "basis");
  /** Money an adjustment is about. */
  public static final CellKey AFFECTED_MONEY = CellKey.of("adjustment", "money");
  /** What an adjustment rests on, in reading order. */
  static final List<CellKey> GROUNDS = List.of(CAUSE, BASIS, AFFECTED_MONEY);
  public static final CellKey PERIOD_FROM = CellKey.of("period", "from");
  public static final CellKey PERIOD_UNTIL = CellKey.of("period", "until");
  public static final CellKey MONEY = CellKey.of("money");
  public static final CellKey MEDIUM_GOAL = CellKey.of("goal", "medium");
  public static final CellKey ANNUAL_GOAL = CellKey.of("goal", "annual");
  /** The indicator table as a whole: a note here lets the unit add and remove lines. */
  public static final CellKey INDICATORS = CellKey.of("indicator");
  public static final CellKey SCHEME = CellKey.of("scheme");
  /** The family of schemes the unit chose, where it may. */
  public static final CellKey SCHEME_CHOICE = CellKey.of("scheme", "choice");
  public static final CellKey SCHEME_REASON = CellKey.of("scheme", "reason");

  private static final int LONGEST_TEXT = 4000;

  private GoalCells() {}

  /** What may be written into a cell. */
  static CellKind kind(CellKey cell) {
    return switch (cell.part(0)) {
      case "period" -> new CellKind.Day();
      case "money" -> new CellKind.Amount();
      case "scheme" -> cell.equals(SCHEME_REASON) ? new CellKind.Text(LONGEST_TEXT)
          : cell.equals(SCHEME_CHOICE) ? CellKind.Choice.of("goal-scheme.", WeightScheme.Family.values()) : new CellKind.Points();
      case "adjustment" -> cell.equals(CAUSE) ? CellKind.Choice.of("goal-cause.", AdjustmentGrounds.Cause.values())
          : cell.equals(AFFECTED_MONEY) ? new CellKind.Amount() : new CellKind.Text(LONGEST_TEXT);
      case "indicator" -> kind(GoalColumn.of(cell.last()));
      default -> new CellKind.Text(LONGEST_TEXT);
    };
  }

  static CellKind kind(GoalColumn column) {
    if (column == GoalColumn.WEIGHT) {
      return new CellKind.Points();
    }
    List<String> choices = Choice.of(column);
    return choices.isEmpty() ? new CellKind.Text(column.longest()) : new CellKind.Choice("goal-choice." + column.key() + ".", choices);
  }

  public static CellKey money(MoneyLine line) {
    return CellKey.of("money", line.term(), line.part());
  }

  /** Points of a class of indicators where the jurisdiction lets units say them themselves. */
  public static CellKey scheme(IndicatorKind.Level1 level1) {
    return CellKey.of("scheme", level1.name().toLowerCase(java.util.Locale.ROOT));
  }

  public static CellKey indicator(UUID id) {
    return CellKey.of("indicator", id);
  }

  public static CellKey indicator(UUID id, GoalColumn column) {
    return CellKey.of("indicator", id, column.key());
  }

  /**
   * What has to be writable together with a returned cell: the unit's words to what is unusual go with a target, the parts of a
   * sum and its total with each other, and the points of the other lines with a returned weight, because they add up to one figure.
   */
  static boolean follows(CellKey cell, CellKey returned) {
    String[] one = cell.path().split("/");
    String[] other = returned.path().split("/");
    if (one.length != 3 || other.length != 3 || !one[0].equals(other[0])) {
      return false;
    }
    boolean sameLine = one[1].equals(other[1]);
    return switch (one[0]) {
      case "money" -> sameLine;
      case "indicator" -> one[2].equals("weight") && other[2].equals("weight")
          || sameLine && one[2].equals("note") && (other[2].equals("annual") || other[2].equals("medium") || other[2].equals("level3"));
      default -> false;
    };
  }
}
