package org.jiheng.app.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Tasks as the office issues them, for tests: self-evaluations of 2022. */
public final class IssuedTask {

  static final int YEAR = 2022;

  private IssuedTask() {}

  public static Task forAll(String due) {
    return of(TaskScope.ALL, due);
  }

  static Task forDepartments(String due) {
    return of(TaskScope.DEPARTMENTS, due);
  }

  static Task forUnits(String due, String... units) {
    return of(TaskScope.CHOSEN, due, units);
  }

  private static Task of(TaskScope scope, String due, String... units) {
    return new Task(terms(scope, "2023-03-01", due, units), "绩效办", Instant.EPOCH);
  }

  static TaskTerms terms(TaskScope scope, String opens, String due, String... units) {
    return new TaskTerms(YEAR, TaskKind.SELF_EVALUATION, scope + " " + due, LocalDate.parse(opens), LocalDate.parse(due), Optional.empty(), scope, Set.of(units));
  }
}
