package org.jiheng.infra.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.review.Cells;
import org.jiheng.app.scoring.Achievement;
import org.jiheng.app.scoring.RuleSet;
import org.jiheng.app.scoring.SelfEvaluationScoring;
import org.jiheng.app.selfevaluation.BudgetLine;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.IndicatorRow;

/** A filled-in self-evaluation, before it is written to the database. Its cells are those the product would make of it. */
record FilledForm(
    UUID id, int fiscalYear, Map<BudgetLine, Map<BudgetLine.Column, Money>> money, Optional<Score> executionReported, String goalExpected,
    String goalActual, List<Row> rows, String statement, Optional<Score> totalReported) {

  /** What every form weighs execution with (财预〔2020〕10号). */
  static final Score EXECUTION_WEIGHT = Score.of("10");

  /** One indicator line. */
  record Row(
      UUID id, String level1, String level2, String level3, String target, String actual, Score weight, Optional<Score> reported,
      Optional<Achievement> level, String deviation) {

    String text(IndicatorRow.Column column) {
      return switch (column) {
        case LEVEL1 -> level1;
        case LEVEL2 -> level2;
        case LEVEL3 -> level3;
        case TARGET -> target;
        case ACTUAL -> actual;
        case WEIGHT -> weight.toString();
        case REPORTED -> FilledForm.text(reported);
        case LEVEL -> level.map(Enum::name).orElse("");
        case DEVIATION -> deviation;
      };
    }

    Row reporting(Score points) {
      return new Row(id, level1, level2, level3, target, actual, weight, Optional.of(points), level, deviation);
    }

    /** The same line before anybody wrote what was reached. */
    Row untouched() {
      return new Row(id, level1, level2, level3, target, "", weight, Optional.empty(), Optional.empty(), "");
    }

    /** The same line with the target reached and nothing to explain, as a hasty unit would first claim. */
    Row claimingTheTarget() {
      String claimed = target.replaceFirst("^[≥≤=]", "");
      return new Row(id, level1, level2, level3, target, claimed, weight, Optional.of(weight), level, "");
    }

    private SelfEvaluationScoring.Row forScoring() {
      return new SelfEvaluationScoring.Row(id.toString(), level1, level2, level3, target, actual, Optional.of(weight), reported, level, deviation);
    }
  }

  Optional<Money> money(BudgetLine line, BudgetLine.Column column) {
    return Optional.ofNullable(money.getOrDefault(line, Map.of()).get(column));
  }

  FilledForm withRows(List<Row> other) {
    return new FilledForm(id, fiscalYear, money, executionReported, goalExpected, goalActual, other, statement, totalReported);
  }

  FilledForm reporting(Score execution, Score total) {
    return new FilledForm(id, fiscalYear, money, Optional.of(execution), goalExpected, goalActual, rows, statement, Optional.of(total));
  }

  SelfEvaluationScoring.Result result() {
    return SelfEvaluationScoring.score(new SelfEvaluationScoring.Form(fiscalYear, rows.stream().map(Row::forScoring).toList(),
        money(BudgetLine.TOTAL, BudgetLine.Column.ANNUAL), money(BudgetLine.TOTAL, BudgetLine.Column.EXECUTED), EXECUTION_WEIGHT,
        executionReported, totalReported), RuleSet.standard());
  }

  Cells cells() {
    Cells.Builder cells = Cells.inReadingOrder();
    for (BudgetLine line : BudgetLine.values()) {
      for (BudgetLine.Column column : BudgetLine.Column.values()) {
        cells.with(FormCells.budget(line, column), money(line, column).map(Money::toString).orElse(""));
      }
    }
    cells.with(FormCells.EXECUTION_WEIGHT, EXECUTION_WEIGHT);
    cells.with(FormCells.EXECUTION_REPORTED, text(executionReported));
    cells.with(FormCells.GOAL_EXPECTED, goalExpected);
    cells.with(FormCells.GOAL_ACTUAL, goalActual);
    for (Row row : rows) {
      for (IndicatorRow.Column column : IndicatorRow.Column.values()) {
        cells.with(FormCells.indicator(row.id(), column), row.text(column));
      }
    }
    cells.with(FormCells.STATEMENT, statement);
    cells.with(FormCells.TOTAL_REPORTED, text(totalReported));
    return cells.build();
  }

  private static String text(Optional<Score> points) {
    return points.map(Score::toString).orElse("");
  }
}
