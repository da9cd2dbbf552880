package org.jiheng.app.parameter;

/** The works that parameters belong to, in the order of the year; the order in which they stand on the list. */
public enum ParameterGroup {
  /** Dates that kinds of tasks usually have. */
  CALENDAR,
  /** Reminders. */
  TASK,
  /** Stages that forms pass. */
  REVIEW,
  /** Duplicates and fragments among projects. */
  PROJECT,
  EXANTE,
  GOAL,
  SCORING,
  ENGAGEMENT,
  TRANSFER,
  DISCLOSURE
}
