package org.jiheng.app.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.TypedText;

/**
 * What a task says.
 *
 * @param opens first day
 * @param due last day on time, inclusive
 * @param cutOff last day of the data that are reported; empty where there is none
 * @param units codes of departments and units; not empty if and only if the scope is {@link TaskScope#CHOSEN}
 */
public record TaskTerms(
    int fiscalYear, TaskKind kind, String title, LocalDate opens, LocalDate due, Optional<LocalDate> cutOff, TaskScope scope, Set<String> units) {

  /** Characters of a title, at the most. */
  public static final int LONGEST_TITLE = 120;

  public TaskTerms {
    title = TypedText.of(title).strip();
    units = scope == TaskScope.CHOSEN ? Set.copyOf(units) : Set.of();
  }

  /** What is wrong with them, everything at once. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      problems.add(Problem.of("task-untitled"));
    }
    if (due.isBefore(opens)) {
      problems.add(Problem.of("task-due-before-it-opens"));
    }
    if (cutOff.filter(day -> day.isAfter(due)).isPresent()) {
      problems.add(Problem.of("task-data-after-it-is-due"));
    }
    if (scope == TaskScope.CHOSEN && units.isEmpty()) {
      problems.add(Problem.of("task-for-nobody"));
    }
    return problems;
  }

  /** In one line, for the trail. */
  public String said() {
    return String.join("; ", title, opens + " – " + due, cutOff.map(LocalDate::toString).orElse("-"),
        scope == TaskScope.CHOSEN ? String.join(",", new TreeSet<>(units)) : scope.name());
  }

  /** Those of a task as it stands. */
  public static TaskTerms of(Task task) {
    return new TaskTerms(task.fiscalYear(), TaskKind.valueOf(task.formType()), task.title(), task.opens(), task.due(), task.cutOff(), task.scope(),
        Set.copyOf(task.units()));
  }
}
