package org.jiheng.app.calendar;

import java.util.List;

/** A room that has things waiting on people's desks. */
public interface WorkSource {

  /** What waits on the caller's desk now, in any order; where it is very much, the most urgent of it. */
  List<WorkItem> waiting();

  /** How many these are. */
  int count();

  /** How far the caller's units are with a year's forms of this type. */
  Progress progress(String formType, int fiscalYear);

  /**
   * How far a set of units is.
   *
   * @param begun forms that exist
   * @param submitted forms sent in at least once
   * @param returned forms lying returned with their unit
   */
  record Progress(int begun, int submitted, int approved, int returned) {}
}
