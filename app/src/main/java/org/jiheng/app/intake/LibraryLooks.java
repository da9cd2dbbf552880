package org.jiheng.app.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jiheng.app.agency.Unit;
import org.jiheng.app.common.Problem;
import org.jiheng.app.goal.ManyGoals;
import org.jiheng.app.project.ManyProjects;
import org.jiheng.app.project.ManyProjects.There;
import org.jiheng.app.project.ProjectSaid;
import org.jiheng.app.review.Refusal;

/** What the jurisdiction says to the projects of a file: their units, what is in the library already, what the file says twice. */
final class LibraryLooks {

  private static final String SHEET = IntakeSheets.PROJECTS;

  private final ManyProjects projects;
  private final ManyGoals goals;
  private final Map<String, Unit> units;
  private final Map<String, ProjectRow> first = new HashMap<>();
  private final Consumer<CellProblem> problems;

  LibraryLooks(ManyProjects projects, ManyGoals goals, Map<String, Unit> units, Consumer<CellProblem> problems) {
    this.projects = projects;
    this.goals = goals;
    this.units = units;
    this.problems = problems;
  }

  private void wrong(ProjectRow row, ProjectColumn column, String typed, Problem problem) {
    row.isWrong();
    problems.accept(CellProblem.of(SHEET, row.number(), column.heading(), typed, problem));
  }

  /** Looks these rows up; those that can be taken are new or there afterwards. */
  void at(List<ProjectRow> rows) {
    rows.stream().filter(row -> !row.wrong()).forEach(row -> {
      unit(row, row.said().entry().unit());
      once(row, row.said());
    });
    List<ProjectRow> sound = rows.stream().filter(row -> !row.wrong()).toList();
    Map<String, List<There>> there = projects.ofCodes(sound.stream().map(ProjectRow::code).distinct().toList());
    Set<UUID> withGoals = there.isEmpty() ? Set.of()
        : goals.having(there.values().stream().flatMap(List::stream).map(one -> one.project().id()).toList());
    sound.forEach(row -> library(row, there.getOrDefault(row.code(), List.of()), withGoals));
    List<ProjectRow> taken = sound.stream().filter(row -> !row.wrong()).toList();
    Set<UUID> owing = goals.owing(taken.stream().map(ProjectRow::project).distinct().toList());
    taken.forEach(row -> row.owes(owing.contains(row.project().id())));
  }

  private void unit(ProjectRow row, String code) {
    Unit unit = units.get(code);
    if (unit == null) {
      wrong(row, ProjectColumn.UNIT, code, Problem.of("intake.unit-unknown"));
    } else if (!IntakeAccess.takes(code)) {
      wrong(row, ProjectColumn.UNIT, code, Problem.of("intake.unit-not-yours"));
    } else if (!unit.lasts()) {
      wrong(row, ProjectColumn.UNIT, code, new Problem("intake.unit-ended",
          Map.of("day", unit.validUntil().orElseThrow().toString(), "successor", unit.successor().orElse("—"))));
    }
  }

  private void once(ProjectRow row, ProjectSaid said) {
    ProjectRow before = first.putIfAbsent(row.code(), row);
    if (before != null && before.said().entry().fiscalYear() == said.entry().fiscalYear()) {
      wrong(row, ProjectColumn.CODE, row.code(), new Problem("intake.code-twice", Map.of("row", String.valueOf(before.number()))));
    } else if (before != null && !before.said().entry().unit().equals(said.entry().unit())) {
      wrong(row, ProjectColumn.UNIT, said.entry().unit(), new Problem("intake.code-of-two-units", Map.of("row", String.valueOf(before.number()))));
    }
  }

  private void library(ProjectRow row, List<There> years, Set<UUID> withGoals) {
    ProjectSaid said = row.said();
    Optional<There> same = years.stream().filter(one -> one.project().fiscalYear() == said.entry().fiscalYear()).findFirst();
    if (same.isPresent()) {
      there(row, same.get(), withGoals);
    } else if (years.stream().anyMatch(one -> !one.project().unit().equals(said.entry().unit()) && !goesOnAs(one.project().unit(), said.entry().unit()))) {
      row.isWrong();
      problems.accept(CellProblem.of(SHEET, row.number(), ProjectColumn.CODE.heading(), row.code(),
          Refusal.because("project-code-of-another-unit", "code", row.code())));
    } else {
      row.isNew();
    }
  }

  /** What is in the library is not written over by a list: where it differs it is changed in the library, by those it belongs to. */
  private void there(ProjectRow row, There there, Set<UUID> withGoals) {
    String unit = row.said().entry().unit();
    if (!there.project().unit().equals(unit)) {
      wrong(row, ProjectColumn.CODE, row.code(), Problem.of("intake.there-with-another-unit"));
      return;
    }
    List<ProjectColumn> differing = Differences.between(row.said(), there);
    if (differing.isEmpty()) {
      row.isThere(there.project(), withGoals.contains(there.project().id()));
    } else {
      wrong(row, differing.getFirst(), row.code(), new Problem("intake.there-and-different",
          Map.of("columns", differing.stream().map(ProjectColumn::heading).collect(Collectors.joining("、")))));
    }
  }

  /** Whether the second unit goes on with the work of the first. */
  private boolean goesOnAs(String unit, String later) {
    Optional<Unit> here = Optional.ofNullable(units.get(unit));
    for (int steps = 0; steps < units.size() && here.flatMap(Unit::successor).isPresent(); steps++) {
      String next = here.flatMap(Unit::successor).get();
      if (next.equals(later)) {
        return true;
      }
      here = Optional.ofNullable(units.get(next));
    }
    return false;
  }
}
