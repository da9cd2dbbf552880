package org.jiheng.app.project;

/** By which door a line of money came; a line is struck by the room whose door it came by (S10, S15). */
public enum FundingDoor {
  /** Written by a unit or the budget section, or taken over when a county came to the platform. */
  HAND,
  /** Allocated by the budget list. */
  LIST,
  /** Brought or taken back by a fund document. */
  DOCUMENT
}
