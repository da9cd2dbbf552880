package org.jiheng.app.calendar;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A room that has things waiting on people's desks. */
public interface WorkSource {

  /** What waits on the caller's desk now, in any order; where it is very much, the most urgent of it. */
  default List<WorkItem> waiting() {
    return List.of();
  }

  /** How many these are. */
  default int count() {
    return 0;
  }

  /** How far the caller's units are with a year's forms of this type; empty if it knows the type not. */
  default Optional<Progress> progress(String formType, int fiscalYear) {
    return Optional.empty();
  }

  /** Types of the forms that units begin in this room, one for each of their projects of the year. */
  default Set<String> begunPerProject() {
    return Set.of();
  }

  /**
   * How far a set of units is.
   *
   * @param begun forms that exist
   * @param submitted forms sent in at least once
   * @param returned forms lying returned with their unit
   */
  record Progress(int begun, int submitted, int approved, int returned) {}
}
