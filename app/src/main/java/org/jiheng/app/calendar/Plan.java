package org.jiheng.app.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jiheng.app.parameter.ParameterSet;

/**
 * The tasks of a jurisdiction that were not cancelled, against its workdays, as they stand on a day.
 *
 * @param tasks what is due first in front
 * @param inYearDays of a fiscal year: calendar days a project that was entered after the day of a task has for it
 */
public record Plan(List<Task> tasks, Workdays workdays, LocalDate today, IntUnaryOperator inYearDays) {

  public Plan {
    tasks = List.copyOf(tasks);
  }

  /** With the days the platform gives. */
  public Plan(List<Task> tasks, Workdays workdays, LocalDate today) {
    this(tasks, workdays, today, _ -> ParameterSet.STANDARD.get(TaskKind.IN_YEAR_DAYS));
  }

  /** The task of this kind and year that is nearest to the unit. */
  public Optional<Task> nearest(String kind, int fiscalYear, String unit) {
    return tasks.stream()
        .filter(task -> task.fiscalYear() == fiscalYear && task.formType().equals(kind) && task.nearness(unit).isPresent())
        .max(Comparator.comparing(task -> task.nearness(unit).orElseThrow()));
  }

  public Optional<Deadline> deadline(String kind, int fiscalYear, String unit) {
    return nearest(kind, fiscalYear, unit).map(this::deadline);
  }

  public Deadline deadline(Task task) {
    return Deadline.of(task, workdays, today);
  }

  /**
   * When the task is due for what was entered into the library on this day: in the course of the year so many days after it was
   * entered (S16).
   */
  public Deadline deadline(Task task, Optional<LocalDate> entered) {
    return entered.filter(day -> task.isBefore(entered))
        .map(day -> Deadline.of(task, day.plusDays(inYearDays.applyAsInt(task.fiscalYear())), workdays, today))
        .orElseGet(() -> deadline(task));
  }

  /** A task and one of the units it was issued for; without one, all or all departments, as its scope says. */
  public record Reach(Task task, Optional<String> unit) {

    private int length() {
      return unit.map(String::length).orElse(task.scope() == TaskScope.DEPARTMENTS ? 1 : 0);
    }
  }

  /** What is nearer in front: of those that cover a unit, the first of its kind and year is {@link #nearest}. */
  public List<Reach> nearestFirst() {
    return tasks.stream()
        .flatMap(task -> task.scope() == TaskScope.CHOSEN ? task.units().stream().map(unit -> new Reach(task, Optional.of(unit)))
            : Stream.of(new Reach(task, Optional.empty())))
        .sorted(Comparator.comparingInt(Reach::length).reversed())
        .toList();
  }

  /** Tasks units work at today: open, and begun. */
  public List<Task> running() {
    return tasks.stream().filter(task -> task.state() == TaskState.OPEN && !task.opens().isAfter(today)).toList();
  }
}
