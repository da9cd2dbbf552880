package org.jiheng.app.selfevaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.CellKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was typed into a cell becomes the text the form keeps, or a sentence at the cell. */
class CellReaderTest {

  private static final UUID LINE = new UUID(7, 7);
  private static final CellKey ANNUAL = FormCells.budget(BudgetLine.TOTAL, BudgetLine.Column.ANNUAL);

  @ParameterizedTest
  @CsvSource({"38.766462, 387664.62", "'1,328.1', 13281000.00", "387664.62元, 387664.62", "0, 0.00", "'', ''", "' ', ''"})
  void moneyIsTypedIn万元AndKeptInYuan(String typed, String kept) {
    assertThat(read(ANNUAL, typed)).isEqualTo(kept);
  }

  @Test
  void aTableInYuanIsTakenInYuan() {
    assertThat(CellReader.read(ANNUAL, "387664.62", Money.In.YUAN).value()).contains("387664.62");
  }

  @Test
  void textWhereANumberBelongsEndsInASentenceAtTheCell() {
    assertThat(problem(ANNUAL, "约38万")).isEqualTo(new Problem("money.not-a-number", Map.of("typed", "约38万")));
    assertThat(problem(FormCells.EXECUTION_WEIGHT, "十分")).isEqualTo(new Problem("score.not-a-number", Map.of("typed", "十分")));
    assertThat(problem(FormCells.indicator(LINE, IndicatorRow.Column.WEIGHT), "9.995").code()).isEqualTo("score.too-many-decimals");
    assertThat(problem(FormCells.indicator(LINE, IndicatorRow.Column.REPORTED), "101").code()).isEqualTo("score.above-hundred");
    assertThat(problem(FormCells.TOTAL_REPORTED, "优").code()).isEqualTo("score.not-a-number");
    assertThat(problem(FormCells.EXECUTION_REPORTED, "-1").code()).isEqualTo("score.not-a-number");
  }

  @Test
  void pointsAreKeptWithTwoDecimalsAndMayBeEmptied() {
    assertThat(read(FormCells.indicator(LINE, IndicatorRow.Column.WEIGHT), "10")).isEqualTo("10.00");
    assertThat(read(FormCells.indicator(LINE, IndicatorRow.Column.REPORTED), "  ")).isEmpty();
  }

  @Test
  void aDegreeIsOneOfTheThreeOrNone() {
    CellKey level = FormCells.indicator(LINE, IndicatorRow.Column.LEVEL);
    assertThat(read(level, "PARTLY")).isEqualTo("PARTLY");
    assertThat(read(level, "")).isEmpty();
    assertThat(problem(level, "基本达成")).isEqualTo(new Problem("choice.unknown", Map.of("typed", "基本达成")));
  }

  @ParameterizedTest
  @EnumSource(names = {"LEVEL1", "LEVEL2", "LEVEL3", "TARGET", "ACTUAL", "DEVIATION"})
  void aTextFitsItsColumn(IndicatorRow.Column column) {
    CellKey cell = FormCells.indicator(LINE, column);
    assertThat(read(cell, "绩".repeat(column.longest()))).hasSize(column.longest());
    assertThat(problem(cell, "绩".repeat(column.longest() + 1))).isEqualTo(new Problem("text.too-long",
        Map.of("length", String.valueOf(column.longest() + 1), "longest", String.valueOf(column.longest()))));
  }

  @Test
  void theLongTextsOfTheFormTakeFourThousandCharacters() {
    for (CellKey cell : new CellKey[] {FormCells.GOAL_EXPECTED, FormCells.GOAL_ACTUAL, FormCells.STATEMENT}) {
      assertThat(read(cell, "效".repeat(4000))).hasSize(4000);
      assertThat(problem(cell, "效".repeat(4001)).code()).isEqualTo("text.too-long");
    }
  }

  @Test
  void linesEndInOneWayAndWhatNobodySeesIsNotKept() {
    assertThat(read(FormCells.GOAL_ACTUAL, " 一、完成\r\n二、未完成\r三、\t无 \n")).isEqualTo("一、完成\n二、未完成\n三、\t无");
    assertThat(read(FormCells.GOAL_ACTUAL, "完\u0000成\u0007\uD800")).as("the database takes no NUL").isEqualTo("完成");
    assertThat(read(FormCells.GOAL_ACTUAL, "👍🏽 ئۇيغۇرچە")).isEqualTo("👍🏽 ئۇيغۇرچە");
  }

  /** What the form keeps can be typed again: reading it once more changes nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"38.77", "≥95%", "  x\r\ny ", "0", "显著提升", "100"})
  void whatIsKeptReadsAsItself(String typed) {
    for (CellKey cell : new CellKey[] {ANNUAL, FormCells.TOTAL_REPORTED, FormCells.GOAL_ACTUAL, FormCells.indicator(LINE, IndicatorRow.Column.TARGET)}) {
      CellReader.read(cell, typed, Money.In.YUAN).value().ifPresent(kept -> assertThat(CellReader.read(cell, kept, Money.In.YUAN).value()).contains(kept));
    }
  }

  private static String read(CellKey cell, String typed) {
    return CellReader.read(cell, typed, Money.In.WAN).value().orElseThrow();
  }

  private static Problem problem(CellKey cell, String typed) {
    return CellReader.read(cell, typed, Money.In.WAN).problem().orElseThrow();
  }
}
