package org.jiheng.app.goal;

import java.util.Locale;

/** The columns of an indicator line. The first six are printed on the official form; the others stand in its second half. */
public enum GoalColumn {
  LEVEL1(60),
  LEVEL2(60),
  LEVEL3(500),
  /** 实施期指标值. */
  MEDIUM(1000),
  /** 年度指标值. */
  ANNUAL(1000),
  /** 分值. */
  WEIGHT(0),
  /** 指标解释. */
  EXPLANATION(2000),
  /** 计算公式. */
  FORMULA(1000),
  /** 目标值来源. */
  STANDARD(0),
  /** 数据来源与佐证. */
  EVIDENCE(1000),
  /** 取值方式. */
  TAKING(0),
  /** 赋分规则. */
  SCORING(0),
  /** 汇总方式. */
  AGGREGATION(0),
  /** 是否核心. */
  CORE(0),
  /** 上年值. */
  LAST_YEAR(1000),
  /** 前年值. */
  YEAR_BEFORE(1000),
  /** 说明. */
  NOTE(2000);

  private final int longest;

  GoalColumn(int longest) {
    this.longest = longest;
  }

  /** Most characters of a text column; 0 for figures and choices. */
  int longest() {
    return longest;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static GoalColumn of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
