package org.jiheng.app.exante;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Cells;

/**
 * What is missing from an ex-ante evaluation before it can be sent in (DOMAIN 2.2, 2.6): documents, goals, items, and money whose
 * parts do not come to the whole. Pure.
 */
final class Completeness {

  private final ExAnteTemplate template;
  private final String projectType;
  private final Cells cells;
  private final Map<CellKey, List<Problem>> problems = new LinkedHashMap<>();

  private Completeness(ExAnteTemplate template, String projectType, Cells cells) {
    this.template = template;
    this.projectType = projectType;
    this.cells = cells;
  }

  /** @param projectType decides which documents must not be missing */
  static Map<CellKey, List<Problem>> problems(ExAnteTemplate template, String projectType, Cells cells) {
    Completeness asked = new Completeness(template, projectType, cells);
    asked.head();
    asked.money();
    asked.sheet();
    asked.evidence();
    asked.words();
    return asked.problems;
  }

  private void add(CellKey cell, Problem problem) {
    problems.computeIfAbsent(cell, _ -> new ArrayList<>()).add(problem);
  }

  private boolean empty(CellKey cell) {
    return cells.text(cell).isBlank();
  }

  private void head() {
    Stream.of(ExAnteCells.PERIOD_FROM, ExAnteCells.PERIOD_UNTIL, ExAnteCells.LEADER, ExAnteCells.PHONE).filter(this::empty)
        .forEach(cell -> add(cell, Problem.of("application.missing")));
    if (!empty(ExAnteCells.PERIOD_FROM) && !empty(ExAnteCells.PERIOD_UNTIL)
        && LocalDate.parse(cells.text(ExAnteCells.PERIOD_UNTIL)).isBefore(LocalDate.parse(cells.text(ExAnteCells.PERIOD_FROM)))) {
      add(ExAnteCells.PERIOD_UNTIL, Problem.of("application.period-turned-round"));
    }
    if (Stream.of(ExAnteCells.Method.values()).map(ExAnteCells::method).noneMatch(cell -> cells.text(cell).equals(ExAnteCells.HOLDS))) {
      add(ExAnteCells.method(ExAnteCells.Method.values()[0]), Problem.of("application.no-method"));
    }
  }

  private void money() {
    Optional<Money> total = money(ExAnteCells.AMOUNT_TOTAL);
    if (total.filter(one -> !one.isZero()).isEmpty()) {
      add(ExAnteCells.AMOUNT_TOTAL, Problem.of("application.no-amount"));
      return;
    }
    Money years = sum(Stream.of(ExAnteCells.Year.values()).map(ExAnteCells::year));
    Money sources = sum(Stream.of(FundingSource.values()).map(ExAnteCells::source));
    if (!years.equals(total.get())) {
      add(ExAnteCells.AMOUNT_TOTAL, new Problem("application.years-differ", sums(total.get(), years)));
    }
    if (!sources.equals(total.get())) {
      add(ExAnteCells.AMOUNT_TOTAL, new Problem("application.sources-differ", sums(total.get(), sources)));
    }
  }

  private static Map<String, String> sums(Money total, Money sum) {
    return Map.of("total", total.inWan().toPlainString(), "sum", sum.inWan().toPlainString());
  }

  private Money sum(Stream<CellKey> parts) {
    return parts.flatMap(cell -> money(cell).stream()).reduce(Money.ZERO, Money::plus);
  }

  private Optional<Money> money(CellKey cell) {
    return Optional.of(cells.text(cell)).filter(text -> !text.isEmpty()).map(Money::ofYuan);
  }

  private void sheet() {
    template.items().stream().map(item -> ExAnteCells.tick(item.key())).filter(this::empty)
        .forEach(cell -> add(cell, Problem.of("application.not-ticked")));
    template.vetoes().stream().map(veto -> ExAnteCells.veto(veto.key())).filter(this::empty)
        .forEach(cell -> add(cell, Problem.of("application.not-answered")));
  }

  private void evidence() {
    template.evidence().stream().filter(one -> one.requiredFor(projectType)).map(one -> ExAnteCells.evidence(one.key())).filter(this::empty)
        .forEach(cell -> add(cell, Problem.of("application.document-missing")));
  }

  private void words() {
    for (ExAnteCells.Chapter chapter : ExAnteCells.Chapter.values()) {
      CellKey cell = ExAnteCells.chapter(chapter);
      if (chapter.required() && empty(cell)) {
        add(cell, chapter == ExAnteCells.Chapter.GOALS ? Problem.of("application.goals-absent") : Problem.of("application.missing"));
      }
    }
  }
}
