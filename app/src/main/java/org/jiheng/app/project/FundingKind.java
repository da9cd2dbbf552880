package org.jiheng.app.project;

import org.jiheng.app.common.Money;

/** What a line does to the money of its source and year. */
public enum FundingKind {
  /** 年初预算. */
  OPENING,
  /** 年中追加. */
  SUPPLEMENT,
  /** 年中调减. */
  CUT;

  Money signed(Money amount) {
    return this == CUT ? new Money(amount.yuan().negate()) : amount;
  }
}
