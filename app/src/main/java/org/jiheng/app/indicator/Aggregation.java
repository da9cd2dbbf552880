package org.jiheng.app.indicator;

/**
 * How the targets of the parts make up the target of the whole when an indicator is divided among places or units (DOMAIN 3.5,
 * 7.3).
 */
public enum Aggregation {
  /** 求和: the parts add up to the whole. */
  SUM,
  /** 等值: every part has the target of the whole. */
  EQUAL,
  /** 平均: the mean of the parts is the whole. */
  AVG,
  /** 最小: the smallest part is the whole. */
  MIN,
  /** 最大: the largest part is the whole. */
  MAX,
  /** 不汇总: the parts say nothing of the whole. */
  NONE
}
