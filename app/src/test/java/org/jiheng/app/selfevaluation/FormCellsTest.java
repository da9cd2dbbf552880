package org.jiheng.app.selfevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.ACTUAL;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.DEVIATION;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.LEVEL;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.LEVEL3;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.REPORTED;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.TARGET;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.WEIGHT;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Cells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which cells go together, and what they are called. */
class FormCellsTest {

  private static final UUID LINE = new UUID(7, 7);
  private static final UUID OTHER_LINE = new UUID(7, 8);
  private static final Set<IndicatorRow.Column> FOLLOWERS = EnumSet.of(DEVIATION, REPORTED, LEVEL);

  /** When a figure changes, its judged points and its explanation go with it; otherwise the form could not be sent again. */
  @ParameterizedTest
  @EnumSource(names = {"ACTUAL", "TARGET", "WEIGHT", "REPORTED", "LEVEL"})
  void pointsAndExplanationFollowAReturnedFigureOfTheirLine(IndicatorRow.Column returned) {
    for (IndicatorRow.Column column : IndicatorRow.Column.values()) {
      assertThat(FormCells.follows(FormCells.indicator(LINE, column), FormCells.indicator(LINE, returned))).as(column.name()).isEqualTo(FOLLOWERS.contains(column));
      assertThat(FormCells.follows(FormCells.indicator(OTHER_LINE, column), FormCells.indicator(LINE, returned))).as("another line").isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LEVEL1", "LEVEL2", "LEVEL3", "DEVIATION"})
  void nothingFollowsAReturnedText(IndicatorRow.Column returned) {
    for (IndicatorRow.Column column : IndicatorRow.Column.values()) {
      assertThat(FormCells.follows(FormCells.indicator(LINE, column), FormCells.indicator(LINE, returned))).isFalse();
    }
  }

  @Test
  void nothingFollowsAcrossSections() {
    assertThat(FormCells.follows(FormCells.indicator(LINE, DEVIATION), FormCells.GOAL_ACTUAL)).isFalse();
    assertThat(FormCells.follows(FormCells.STATEMENT, FormCells.indicator(LINE, ACTUAL))).isFalse();
    assertThat(FormCells.follows(FormCells.budget(BudgetLine.TOTAL, BudgetLine.Column.EXECUTED), FormCells.budget(BudgetLine.TOTAL, BudgetLine.Column.ANNUAL))).isFalse();
    assertThat(FormCells.follows(FormCells.INDICATORS, FormCells.indicator(LINE, ACTUAL))).isFalse();
  }

  @Test
  void everyCellOfAFormHasAName() {
    SelfEvaluation form = Filled.begun(2023, "20");
    UUID line = Filled.line(form, Map.of(LEVEL3, "学生受资助人数", TARGET, "≥735人次", WEIGHT, "10"));
    Filled.line(form, Map.of());
    Map<CellKey, String> labels = FormCells.LABELS.of(form.cells(), Locale.SIMPLIFIED_CHINESE);
    assertThat(labels.keySet()).isEqualTo(form.cells().keys());
    assertThat(labels).containsEntry(FormCells.indicator(line, ACTUAL), "学生受资助人数·实际完成值")
        .containsEntry(FormCells.budget(BudgetLine.TOTAL, BudgetLine.Column.ANNUAL), "年度资金总额·全年预算数");
    assertThat(FormCells.LABELS.of(form.cells(), Locale.ENGLISH)).hasSameSizeAs(labels).doesNotContainEntry(FormCells.STATEMENT, labels.get(FormCells.STATEMENT));
  }

  @Test
  void rowsAndSectionsHaveNamesToo() {
    SelfEvaluation form = Filled.begun(2023, "20");
    UUID line = Filled.line(form, Map.of(LEVEL3, "学生受资助人数"));
    List<Cells> states = List.of(form.cells());
    for (CellKey section : List.of(FormCells.BUDGET, CellKey.of("execution"), CellKey.of("goal"), FormCells.INDICATORS, FormCells.STATEMENT, CellKey.of("total"),
        CellKey.of("budget", "fiscal"))) {
      assertThat(FormCells.LABELS.label(section, states, Words.chinese())).isNotBlank();
    }
    assertThat(FormCells.LABELS.label(FormCells.indicator(line), states, Words.chinese())).isEqualTo("学生受资助人数");
  }

  /** A line that was deleted is still called by the name it had. */
  @Test
  void aLineThatIsGoneKeepsTheNameItHad() {
    SelfEvaluation form = Filled.begun(2023, "20");
    UUID line = Filled.line(form, Map.of(LEVEL3, "家长满意度"));
    Cells before = form.cells();
    form.removeLine(FormCells.indicator(line));
    assertThat(FormCells.LABELS.label(FormCells.indicator(line, ACTUAL), List.of(form.cells(), before), Words.chinese())).isEqualTo("家长满意度·实际完成值");
    assertThat(FormCells.LABELS.label(FormCells.indicator(line, ACTUAL), List.of(form.cells()), Words.chinese())).isEqualTo("(未命名指标)·实际完成值");
  }
}
