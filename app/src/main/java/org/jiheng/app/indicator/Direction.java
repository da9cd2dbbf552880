package org.jiheng.app.indicator;

/** Which way an indicator gets better (DOMAIN 3.5). */
public enum Direction {
  /** 正向: the more, the better. */
  HIGHER,
  /** 反向: the less, the better. */
  LOWER,
  /** 等值: just the number, neither more nor less. */
  EXACT
}
