package org.jiheng.app.library;

/** How an indicator earns its points (DOMAIN 3.5, R6). */
public enum Scoring {
  /** 直接赋分: met or not. */
  DIRECT,
  /** 完成比例赋分: in proportion to what was reached. */
  PROPORTION,
  /** 评判等级赋分: by the level it is judged to have reached. */
  GRADED,
  /** 满意度赋分: by what a survey says. */
  SATISFACTION
}
