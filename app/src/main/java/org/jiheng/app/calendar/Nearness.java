package org.jiheng.app.calendar;

import java.util.Collection;
import java.util.Optional;

/**
 * How near a task's scope is to a unit. Of several tasks of a kind and year the nearest is the unit's: one that names it or the
 * department it stands in, the longer code before the shorter one; then one for departments, if it is one; then one for all.
 */
final class Nearness {

  /** Digits of a department's code (DOMAIN 11.1). */
  static final int DEPARTMENT_CODE = 3;

  private Nearness() {}

  static Optional<Integer> of(TaskScope scope, Collection<String> chosen, String unit) {
    return switch (scope) {
      case ALL -> Optional.of(0);
      case DEPARTMENTS -> Optional.of(1).filter(_ -> unit.length() == DEPARTMENT_CODE);
      // the shortest code has three digits, so that a named unit is always nearer than both
      case CHOSEN -> chosen.stream().filter(unit::startsWith).map(String::length).max(Integer::compare);
    };
  }
}
