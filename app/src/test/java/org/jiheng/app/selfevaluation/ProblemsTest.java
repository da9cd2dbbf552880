package org.jiheng.app.selfevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.ACTUAL;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.DEVIATION;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.LEVEL3;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.TARGET;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.WEIGHT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.scoring.RuleSet;
import org.jiheng.app.scoring.SelfEvaluationScoring;
import org.junit.jupiter.api.Test;

/** Everything that stands in the way of sending, at the cell where it is mended (gate B6). */
class ProblemsTest {

  private static final CellKey ANNUAL = FormCells.budget(BudgetLine.TOTAL, BudgetLine.Column.ANNUAL);
  private static final CellKey EXECUTED = FormCells.budget(BudgetLine.TOTAL, BudgetLine.Column.EXECUTED);

  @Test
  void aFormInOrderHasNone() {
    assertThat(problems(inOrder())).isEmpty();
  }

  @Test
  void aMissingPieceIsMissedAtItsCell() {
    SelfEvaluation form = Filled.begun(2023, "20");
    Filled.write(form, ANNUAL, "");
    UUID line = Filled.line(form, Map.of());
    assertThat(problems(form)).containsOnly(
        Map.entry(ANNUAL, List.of(Problem.of("budget.missing"))),
        Map.entry(EXECUTED, List.of(Problem.of("executed.missing"))),
        Map.entry(FormCells.GOAL_ACTUAL, List.of(Problem.of("goal.actual-missing"))),
        Map.entry(FormCells.indicator(line, LEVEL3), List.of(Problem.of("indicator.nameless"))),
        Map.entry(FormCells.indicator(line, WEIGHT), List.of(Problem.of("weight.missing"))),
        Map.entry(FormCells.indicator(line, TARGET), List.of(Problem.of("target.missing"))),
        Map.entry(FormCells.indicator(line, ACTUAL), List.of(Problem.of("actual.missing"))),
        Map.entry(FormCells.INDICATORS, List.of(new Problem("weights.not-hundred", Map.of("sum", "10.00", "execution", "10.00")))));
  }

  @Test
  void aShortfallIsExplainedAtItsLine() {
    SelfEvaluation form = inOrder();
    UUID line = form.indicators().getFirst().id();
    Filled.write(form, FormCells.indicator(line, ACTUAL), "700人次");
    assertThat(problems(form)).containsOnlyKeys(FormCells.indicator(line, DEVIATION));
  }

  @Test
  void withoutIndicatorsTheTableIsPointedAt() {
    SelfEvaluation form = inOrder();
    form.removeLine(FormCells.indicator(form.indicators().getFirst().id()));
    assertThat(problems(form)).containsOnlyKeys(FormCells.INDICATORS);
    assertThat(problems(form).get(FormCells.INDICATORS)).extracting(Problem::code).containsExactly("indicators.missing", "weights.not-hundred");
  }

  @Test
  void thePartsOfTheMoneyMakeTheTotalInEachColumnWhereTheyAreFilledIn() {
    SelfEvaluation form = inOrder();
    Filled.write(form, FormCells.budget(BudgetLine.FISCAL, BudgetLine.Column.ANNUAL), "15");
    Filled.write(form, FormCells.budget(BudgetLine.CARRIED, BudgetLine.Column.ANNUAL), "4.999999");
    assertThat(problems(form)).containsOnly(Map.entry(ANNUAL, List.of(new Problem("budget.sum", Map.of("total", "20", "sum", "19.999999")))));
    Filled.write(form, FormCells.budget(BudgetLine.OTHER, BudgetLine.Column.ANNUAL), "0.000001");
    assertThat(problems(form)).isEmpty();
  }

  private static SelfEvaluation inOrder() {
    SelfEvaluation form = Filled.begun(2023, "20");
    Filled.write(form, EXECUTED, "20");
    Filled.write(form, FormCells.GOAL_ACTUAL, "全部完成");
    Filled.line(form, Map.of(LEVEL3, "学生受资助人数", TARGET, "≥735人次", ACTUAL, "735", WEIGHT, "90"));
    return form;
  }

  private static Map<CellKey, List<Problem>> problems(SelfEvaluation form) {
    return Problems.of(form, SelfEvaluationScoring.score(form.forScoring(), RuleSet.standard()));
  }
}
