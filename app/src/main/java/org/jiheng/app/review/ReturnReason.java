package org.jiheng.app.review;

/** Coded reasons of a return, a rejection and a note on a cell (after DOMAIN 4.5 and 5.4). */
public enum ReturnReason {
  /** 缺少佐证材料. */
  EVIDENCE_MISSING,
  /** 数据不实. */
  DATA_UNTRUE,
  /** 内容不完整. */
  INCOMPLETE,
  /** 偏差原因未说明. */
  DEVIATION_UNEXPLAINED,
  /** 计算或口径有误. */
  MISCALCULATED,
  /** 指标或目标不合理. */
  UNREASONABLE,
  /** 其他. */
  OTHER
}
