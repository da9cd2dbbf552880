package org.jiheng.app.engagement;

/** Where an engagement stands. Derived from what has happened and from the business date, so that it cannot drift from them. */
public enum EngagementState {
  /** 已登记: nothing is on file but the contract. */
  DRAFTED,
  /** 已声明: the declaration of independence is on file; the conflict check has not passed (yet). */
  DECLARED,
  /** 已核查: no conflict was found. */
  CLEARED,
  /** 待开放: granted; the first day has not come. */
  AWAITING,
  /** 开放中: the people may look and write. */
  OPEN,
  /** 已关闭: the last day is over, or it was ended before. */
  CLOSED;

  /** Whether nobody has been let in yet. */
  boolean before() {
    return compareTo(AWAITING) < 0;
  }

  /** Whether people are, or will be, let in. */
  boolean granted() {
    return this == AWAITING || this == OPEN;
  }
}
