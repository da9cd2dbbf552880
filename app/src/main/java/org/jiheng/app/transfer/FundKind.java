package org.jiheng.app.transfer;

/** What a transfer is bound to (预算法第十六条). */
public enum FundKind {
  /** 专项转移支付: goals go with it (S18). */
  EARMARKED,
  /** 一般性转移支付. */
  GENERAL
}
