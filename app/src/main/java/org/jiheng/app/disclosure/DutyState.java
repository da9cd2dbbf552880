package org.jiheng.app.disclosure;

/** Where a duty to publish stands. */
public enum DutyState {
  /** 待保密审查. */
  OPEN,
  /** 保密审查中. */
  PROPOSED,
  /** 可以公开: reviewed, waits to be published. */
  REVIEWED,
  /** 已公开. */
  PUBLISHED,
  /** 不予公开: by the secrecy review. */
  WITHHELD;

  /** Whether something has still to be done. */
  public boolean waits() {
    return this == OPEN || this == PROPOSED || this == REVIEWED;
  }
}
