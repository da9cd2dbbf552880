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
  WITHHELD,
  /** 已由调整后的目标代替: an adjustment of the form was approved before it was published, and is published in its place. */
  SUPERSEDED;

  /** Whether something has still to be done. */
  public boolean waits() {
    return this == OPEN || this == PROPOSED || this == REVIEWED;
  }
}
