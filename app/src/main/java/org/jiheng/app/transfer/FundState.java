package org.jiheng.app.transfer;

/** Where a fund document stands in the jurisdiction that has it. */
public enum FundState {
  /** 待下达: being broken down. */
  DRAFT,
  /** 已下达: money and goals have gone down. */
  SENT,
  /** 调整中: it had been sent, and is broken down anew; below, what was sent stands until it is sent again. */
  ADJUSTING,
  /** 上级撤回: the document does not hold any more; everything about it stays. */
  WITHDRAWN;

  /** Whether goals and parts may be written. */
  public boolean open() {
    return this == DRAFT || this == ADJUSTING;
  }
}
