package org.jiheng.app.library;

/** What the default target rests on (DOMAIN 3.5, 3.10). */
public enum Standard {
  /** 国家标准. */
  NATIONAL,
  /** 行业标准. */
  INDUSTRY,
  /** 地方标准. */
  LOCAL,
  /** 计划标准. */
  PLAN,
  /** 历史标准. */
  HISTORICAL,
  /** 预算支出标准. */
  BUDGET,
  /** 其他. */
  OTHER
}
