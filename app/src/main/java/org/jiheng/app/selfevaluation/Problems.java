package org.jiheng.app.selfevaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.scoring.SelfEvaluationScoring;

/** Puts what is wrong with a self-evaluation to the cells it concerns. */
final class Problems {

  private Problems() {}

  static Map<CellKey, List<Problem>> of(SelfEvaluation form, SelfEvaluationScoring.Result result) {
    Map<CellKey, List<Problem>> problems = new LinkedHashMap<>();
    result.problems().forEach(found ->
        problems.computeIfAbsent(cell(found), _ -> new ArrayList<>()).add(found.problem()));
    for (BudgetLine.Column column : BudgetLine.Column.values()) {
      sum(form, column).ifPresent(problem ->
          problems.computeIfAbsent(FormCells.budget(BudgetLine.TOTAL, column), _ -> new ArrayList<>()).add(problem));
    }
    if (form.cells().text(FormCells.GOAL_ACTUAL).isBlank()) {
      problems.put(FormCells.GOAL_ACTUAL, List.of(Problem.of("goal.actual-missing")));
    }
    return problems;
  }

  private static CellKey cell(SelfEvaluationScoring.Found found) {
    if (!found.row().isEmpty()) {
      return FormCells.indicator(UUID.fromString(found.row()), IndicatorRow.Column.of(found.column()));
    }
    return switch (found.column()) {
      case "budget" -> FormCells.budget(BudgetLine.TOTAL, BudgetLine.Column.ANNUAL);
      case "executed" -> FormCells.budget(BudgetLine.TOTAL, BudgetLine.Column.EXECUTED);
      default -> FormCells.INDICATORS;
    };
  }

  /** Where the parts of the total are filled in, they add up to it. */
  private static Optional<Problem> sum(SelfEvaluation form, BudgetLine.Column column) {
    Optional<Money> total = form.money(BudgetLine.TOTAL, column);
    List<Money> parts = List.of(BudgetLine.FISCAL, BudgetLine.CARRIED, BudgetLine.OTHER).stream()
        .flatMap(line -> form.money(line, column).stream()).toList();
    Money sum = parts.stream().reduce(Money.ZERO, Money::plus);
    if (total.isEmpty() || parts.isEmpty() || sum.equals(total.get())) {
      return Optional.empty();
    }
    return Optional.of(new Problem("budget.sum", Map.of(
        "total", total.get().inWan().toPlainString(), "sum", sum.inWan().toPlainString())));
  }
}
