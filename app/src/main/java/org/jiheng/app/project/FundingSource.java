package org.jiheng.app.project;

/** Where money comes from (DOMAIN 2.3). */
public enum FundingSource {
  /** 一般公共预算. */
  GENERAL_BUDGET(true),
  /** 政府性基金. */
  GOVERNMENT_FUND(true),
  /** 国有资本经营预算. */
  STATE_CAPITAL(true),
  /** 上级转移支付. */
  UPPER_TRANSFER(true),
  /** 债券. */
  BOND(true),
  /** 自筹. */
  OWN_FUNDS(false),
  /** 其他. */
  OTHER(false);

  private final boolean fiscal;

  FundingSource(boolean fiscal) {
    this.fiscal = fiscal;
  }

  /** Whether the budget list gives it: fiscal money of the own level. A transfer comes by its fund document alone (S10). */
  public boolean byTheList() {
    return fiscal && this != UPPER_TRANSFER;
  }

  /** 财政资金: money of the government's budgets. */
  public boolean fiscal() {
    return fiscal;
  }
}
