package org.jiheng.app.engagement;

/** What the conflict check comes to. */
public enum Verdict {
  CLEAR,
  /** Nothing forbids it; somebody should know. */
  WARNED,
  BLOCKED
}
