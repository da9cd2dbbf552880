package org.jiheng.app.selfevaluation;

import java.util.Locale;

/** The money lines of the official form, in its order. Only the total is scored. */
public enum BudgetLine {
  /** 年度资金总额. */
  TOTAL,
  /** 其中:当年财政拨款. */
  FISCAL,
  /** 上年结转资金. */
  CARRIED,
  /** 其他资金. */
  OTHER;

  /** The money columns of the official form, in its order. */
  public enum Column {
    /** 年初预算数. */
    INITIAL,
    /** 全年预算数(A). */
    ANNUAL,
    /** 全年执行数(B). */
    EXECUTED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
