package org.jiheng.app.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A room that has things waiting on people's desks. */
public interface WorkSource {

  /** A day beyond every other, which a database still knows. */
  LocalDate EVER = LocalDate.of(9999, 12, 31);

  /**
   * What waits on the caller's desk now, in any order; where it is very much, the most urgent of it.
   *
   * @param plan today's tasks, which say what is due when
   */
  default List<WorkItem> waiting(Plan plan) {
    return List.of();
  }

  /** How many these are. */
  default int count() {
    return 0;
  }

  /**
   * What has a day of its own and is not done yet, other than forms of tasks, of the whole jurisdiction: asked by the platform to remind
   * of it, and for the list of what is late, which shows people only what concerns them. What is due first in front; where it is very
   * much, the first of it.
   *
   * @param until only what is due by this day, inclusive
   */
  default List<Due> due(LocalDate until) {
    return List.of();
  }

  /**
   * The same of some units only, for a person's list: where it is very much, the first of what is theirs, not of everybody's. Rooms that
   * cut ask for it in their query.
   *
   * @param units beginnings of codes; the empty text is the whole jurisdiction, with what is its own
   */
  default List<Due> due(LocalDate until, Collection<String> units) {
    return due(until).stream().filter(one -> units.contains("") || one.unit().filter(unit -> units.stream().anyMatch(unit::startsWith)).isPresent()).toList();
  }

  /**
   * Which of these things are still to be done, and by whom. Whatever is not among the answers is done or somebody else's by now, so
   * nothing may be cut here: rooms that cut ask for it in their query.
   */
  default List<Due> open(Collection<UUID> things) {
    return due(EVER).stream().filter(one -> things.contains(one.thing())).toList();
  }

  /** How far the caller's units are with a year's forms of this type; empty if it knows the type not. */
  default Optional<Progress> progress(String formType, int fiscalYear) {
    return Optional.empty();
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
