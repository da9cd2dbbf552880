package org.jiheng.app.transfer;

/** Whose transfer it is (S18: central, region-level and own downward transfers). */
public enum FundLevel {
  /** 中央. */
  CENTRAL,
  /** 自治区. */
  REGION,
  /** 本级: of the budget of the jurisdiction that hands it on. */
  OWN
}
