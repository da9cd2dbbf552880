package org.jiheng.app.project;

import org.jiheng.app.common.Money;

/** What a line does to the money of its source and year. */
public enum FundingKind {
  /** 年初预算. */
  OPENING,
  /** 年中追加. */
  SUPPLEMENT,
  /** 年中调减. */
  CUT,
  /** 申报: what a unit asks for. It gives nothing: fiscal money is given by the budget list and by fund documents alone. */
  ASKED;

  /** Whether it changes what the project has. */
  public boolean given() {
    return this != ASKED;
  }

  Money signed(Money amount) {
    return switch (this) {
      case OPENING, SUPPLEMENT -> amount;
      case CUT -> new Money(amount.yuan().negate());
      case ASKED -> Money.ZERO;
    };
  }
}
