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
        .forEach(cell -> add(cell, new Problem("application.missing", ExAnteRule.HEAD.with())));
    if (!empty(ExAnteCells.PERIOD_FROM) && !empty(ExAnteCells.PERIOD_UNTIL)
        && LocalDate.parse(cells.text(ExAnteCells.PERIOD_UNTIL)).isBefore(LocalDate.parse(cells.text(ExAnteCells.PERIOD_FROM)))) {
      add(ExAnteCells.PERIOD_UNTIL, new Problem("application.period-turned-round", ExAnteRule.PERIOD.with(
          "from", cells.text(ExAnteCells.PERIOD_FROM), "until", cells.text(ExAnteCells.PERIOD_UNTIL))));
    }
    if (Stream.of(ExAnteCells.Method.values()).map(ExAnteCells::method).noneMatch(cell -> cells.text(cell).equals(ExAnteCells.HOLDS))) {
      add(ExAnteCells.method(ExAnteCells.Method.values()[0]), new Problem("application.no-method", ExAnteRule.METHOD.with()));
    }
  }

  private void money() {
    Optional<Money> total = money(ExAnteCells.AMOUNT_TOTAL);
    if (total.filter(one -> !one.isZero()).isEmpty()) {
      add(ExAnteCells.AMOUNT_TOTAL, new Problem("application.no-amount", ExAnteRule.AMOUNT.with()));
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
    return ExAnteRule.AMOUNT.with("total", total.inWan().toPlainString(), "sum", sum.inWan().toPlainString());
  }

  private Money sum(Stream<CellKey> parts) {
    return parts.flatMap(cell -> money(cell).stream()).reduce(Money.ZERO, Money::plus);
  }

  private Optional<Money> money(CellKey cell) {
    return Optional.of(cells.text(cell)).filter(text -> !text.isEmpty()).map(Money::ofYuan);
  }

  private void sheet() {
    template.items().stream().filter(item -> empty(ExAnteCells.tick(item.key()))).forEach(item -> add(ExAnteCells.tick(item.key()),
        new Problem("application.not-ticked", ExAnteRule.SHEET.with("item", item.text(), "points", item.points()))));
    template.vetoes().stream().filter(veto -> empty(ExAnteCells.veto(veto.key()))).forEach(veto -> add(ExAnteCells.veto(veto.key()),
        new Problem("application.not-answered", ExAnteRule.VETOES.with("veto", veto.text()))));
  }

  private void evidence() {
    template.evidence().stream().filter(one -> one.requiredFor(projectType) && empty(ExAnteCells.evidence(one.key())))
        .forEach(one -> add(ExAnteCells.evidence(one.key()), one.key().equals(ExAnteTemplate.SIGNED_REPORT)
            ? new Problem("application.report-unsigned", ExAnteRule.SIGNED_REPORT.with("document", one.text()))
            : new Problem("application.document-missing", ExAnteRule.DOCUMENTS.with("document", one.text(), "type", projectType))));
  }

  private void words() {
    for (ExAnteCells.Chapter chapter : ExAnteCells.Chapter.values()) {
      CellKey cell = ExAnteCells.chapter(chapter);
      if (chapter.required() && empty(cell)) {
        add(cell, chapter == ExAnteCells.Chapter.GOALS ? new Problem("application.goals-absent", ExAnteRule.TEXT.with())
            : new Problem("application.missing", ExAnteRule.TEXT.with()));
      }
    }
  }
}
