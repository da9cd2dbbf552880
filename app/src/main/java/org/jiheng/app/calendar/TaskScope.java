package org.jiheng.app.calendar;

/** Which units a task is for. */
public enum TaskScope {
  /** 全部单位. */
  ALL,
  /** 主管部门: codes of three digits (DOMAIN 11.1), and not the units below them. */
  DEPARTMENTS,
  /** 指定部门或单位: chosen ones, each with what is below it. */
  CHOSEN
}
