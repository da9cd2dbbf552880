package org.jiheng.app.library;

/** Where an indicator of the library stands (DOMAIN 3.10). */
public enum EntryState {
  /** 待确认: a department has proposed it. */
  PROPOSED,
  /** 被退回: finance has sent it back, with a reason. */
  RETURNED,
  /** 生效: may be chosen on the days of its version. */
  IN_FORCE,
  /** 停用: may not be chosen any more; goals that took it keep it. */
  STOPPED
}
