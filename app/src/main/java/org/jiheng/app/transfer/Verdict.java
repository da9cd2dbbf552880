package org.jiheng.app.transfer;

/** How the parts stand to the whole (DOMAIN 7.3). */
public enum Verdict {
  /** 一致. */
  OK,
  /** 超出: more than the whole; only with a note, and only if the jurisdiction allows it. */
  OVER,
  /** 不足: stops the sending. */
  SHORT,
  /** 未承接: nobody carries it; stops the sending. */
  MISSING,
  /** 无法核对: something in it is no number in a unit that can be compared; stops the sending. */
  UNCLEAR,
  /** 可细化: no main quantity indicator; may be refined freely. */
  FREE
}
