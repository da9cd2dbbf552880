package org.jiheng.app.goal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.jiheng.app.common.Money;
import org.jiheng.app.review.CellKey;

/** What an adjustment of a goal rests on (DOMAIN 3.8); nothing in a project's first goal. */
@Embeddable
public class AdjustmentGrounds {

  /** What made an adjustment necessary. */
  public enum Cause {
    /** 预算调整. */
    BUDGET,
    /** 政策变化. */
    POLICY,
    /** 不可抗力. */
    FORCE_MAJEURE,
    /** 其他. */
    OTHER
  }

  @Enumerated(EnumType.STRING)
  @Column(name = "adjusted_because")
  private Cause cause;

  @Column(name = "adjusted_basis")
  private String basis = "";

  @Column(name = "adjusted_money")
  private BigDecimal money;

  protected AdjustmentGrounds() {}

  /** Yuan, as a cell keeps it. */
  String text(CellKey cell) {
    if (cell.equals(GoalCells.CAUSE)) {
      return cause == null ? "" : cause.name();
    }
    return cell.equals(GoalCells.BASIS) ? basis : money == null ? "" : new Money(money).toString();
  }

  void write(CellKey cell, String text) {
    if (cell.equals(GoalCells.CAUSE)) {
      cause = text.isEmpty() ? null : Cause.valueOf(text);
    } else if (cell.equals(GoalCells.BASIS)) {
      basis = text;
    } else {
      money = text.isEmpty() ? null : new BigDecimal(text);
    }
  }
}
