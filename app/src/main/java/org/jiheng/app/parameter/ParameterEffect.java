package org.jiheng.app.parameter;

/**
 * What a value does from its first day on, and what stays as it was (DOMAIN 14: a finished form keeps the parameters it was computed
 * with). Its sentence, {@code parameter.effect.<name>}, is read before a value is set.
 */
public enum ParameterEffect {
  /** Kept by a form from the day it is begun. */
  BEGUN_FORMS,
  /** The same; who has not begun is asked by what holds today. */
  NEED_OF_FORMS,
  /** Kept by a form when it is sent in; while its unit writes, what holds today counts. */
  SENT_FORMS,
  /** Kept by a review sheet when it is filled in. */
  FILLED_SHEETS,
  /** Of adjustments that are begun. */
  ADJUSTMENTS,
  /** Kept by a task when it is issued. */
  ISSUED_TASKS,
  /** Of work on projects that came in the course of the year, as long as it is not done. */
  LATE_COMERS,
  /** Of reminders that are still to come. */
  REMINDERS,
  /** Of searches; a verdict keeps what it was found by. */
  DUPLICATES,
  /** Of checks for conflicts; what was found is kept. By the year of the day of the check. */
  CONFLICT_CHECKS,
  /** Kept by a contract when it is registered or revised. By the year of that day. */
  CONTRACTS,
  /** Kept by a transfer's document when it is registered or its head is changed. */
  REGISTERED_TRANSFERS,
  /** Kept by a transfer's document when it is sent. */
  SENT_TRANSFERS,
  /** Kept by what is owed after an exemption, from the day the money goes down or its project is determined. */
  OWED_GOALS,
  /** Of letters that are not answered yet. */
  OPEN_LETTERS,
  /** Kept by a duty to publish when its goal is approved. */
  PUBLICATIONS
}
