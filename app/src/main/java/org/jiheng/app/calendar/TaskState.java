package org.jiheng.app.calendar;

/** Where a task stands. */
public enum TaskState {
  /** 进行中: units are reminded of it. */
  OPEN,
  /** 已办结: nobody is reminded any more; its date stays the date. */
  CLOSED,
  /** 已取消, with a reason: its date is none any more; forms stay. */
  CANCELLED
}
