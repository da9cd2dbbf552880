package org.jiheng.app.selfevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.ACTUAL;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.DEVIATION;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.LEVEL;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.LEVEL1;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.LEVEL3;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.REPORTED;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.TARGET;
import static org.jiheng.app.selfevaluation.IndicatorRow.Column.WEIGHT;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.ImportPreview;
import org.jiheng.app.review.LabelledChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The official form goes out as a workbook and comes back: what was not touched has not changed, what was is found at its place. */
class TemplateTest {

  private final SelfEvaluation form = Filled.begun(2023, "38.766462");
  private final UUID numbers = Filled.line(form, Map.of(LEVEL1, "产出指标", LEVEL3, "学生受资助人数", TARGET, "≧735人次", ACTUAL, "735", WEIGHT, "50", REPORTED, "50"));
  private final UUID words = Filled.line(form, Map.of(LEVEL1, "效益指标", LEVEL3, "减轻家庭负担", TARGET, "有效", ACTUAL, "有效", WEIGHT, "40", REPORTED, "30",
      LEVEL, "PARTLY", DEVIATION, "一、雨季\n二、道路"));

  @Test
  void readBackUntouchedItChangesNothing() {
    ImportPreview<Imported> preview = Workbook.of(form).preview();
    assertThat(preview.refused()).isEmpty();
    assertThat(preview.changes()).isEmpty();
    assertThat(preview.findings()).isEmpty();
    assertThat(preview.newLines()).isZero();
    assertThat(preview.applicable()).isFalse();
  }

  @Test
  void whateverTheFormHoldsReadBackUntouchedItChangesNothing() {
    Random random = new Random(89);
    String[] texts = {"", "=1+1", "_x0041_", "0012", "1e5", "是", "TRUE", "2023-05-31", "≥95%", "👍 绩效", "a\nb\tc", "'引号", "-5", "<&>\"", "\u3000中\u00a0间\u3000完", "3.10"};
    for (int i = 0; i < 25; i++) {
      SelfEvaluation any = Filled.begun(2023, random.nextInt(100_000) + "." + random.nextInt(1_000_000));
      Filled.write(any, FormCells.budget(BudgetLine.FISCAL, BudgetLine.Column.EXECUTED), random.nextInt(10_000_000) + "元");
      for (var cell : List.of(FormCells.GOAL_EXPECTED, FormCells.GOAL_ACTUAL, FormCells.STATEMENT)) {
        Filled.write(any, cell, texts[random.nextInt(texts.length)]);
      }
      for (int line = random.nextInt(4); line >= 0; line--) {
        Map<IndicatorRow.Column, String> cells = new EnumMap<>(IndicatorRow.Column.class);
        for (IndicatorRow.Column column : List.of(LEVEL1, LEVEL3, TARGET, ACTUAL, DEVIATION)) {
          cells.put(column, texts[random.nextInt(texts.length)]);
        }
        cells.put(WEIGHT, random.nextInt(100) + "." + random.nextInt(100));
        cells.put(LEVEL, List.of("", "ACHIEVED", "PARTLY", "NOT_ACHIEVED").get(random.nextInt(4)));
        Filled.line(any, cells);
      }
      ImportPreview<Imported> preview = Workbook.of(any).preview();
      assertThat(preview.changes()).isEmpty();
      assertThat(preview.findings()).isEmpty();
      assertThat(preview.newLines()).isZero();
    }
  }

  @Test
  void anEditIsFoundAtItsCellWithWhatItIsCalled() {
    Workbook workbook = Workbook.of(form);
    workbook.row("indicator/" + numbers).getCell(4).setCellValue("730");
    workbook.row("budget/total").getCell(3).setCellValue("38.7");
    workbook.row("goal/actual").getCell(1).setCellValue("基本完成");
    assertThat(workbook.preview().changes()).containsExactly(
        new LabelledChange("年度资金总额·全年执行数", new CellChange(FormCells.budget(BudgetLine.TOTAL, BudgetLine.Column.EXECUTED), "", "387000.00", false, false)),
        new LabelledChange("实际完成情况", new CellChange(FormCells.GOAL_ACTUAL, "", "基本完成", false, false)),
        new LabelledChange("学生受资助人数·实际完成值", new CellChange(FormCells.indicator(numbers, ACTUAL), "735", "730", false, false)));
  }

  @Test
  void anEmptiedCellIsAChangeToo() {
    Workbook workbook = Workbook.of(form);
    workbook.row("indicator/" + words).getCell(8).setBlank();
    assertThat(workbook.preview().changes()).extracting(LabelledChange::change)
        .containsExactly(new CellChange(FormCells.indicator(words, DEVIATION), "一、雨季\n二、道路", "", false, false));
  }

  @Test
  void anEmptyLineThatWasFilledInIsANewOne() {
    Workbook workbook = Workbook.of(form);
    Row empty = workbook.row("indicator/+");
    empty.getCell(2).setCellValue("家长满意度");
    empty.getCell(3).setCellValue("≥95%");
    ImportPreview<Imported> preview = workbook.preview();
    assertThat(preview.newLines()).isEqualTo(1);
    assertThat(preview.changes()).isEmpty();
    assertThat(preview.applicable()).isTrue();
  }

  /** Excel gives an inserted row no hidden key; nothing typed is lost for that. */
  @Test
  void aRowInsertedByHandIsANewLineWhereverItStandsInTheTable() {
    for (String above : List.of("indicator", "indicator/" + numbers, "indicator/" + words)) {
      Workbook workbook = Workbook.of(form);
      workbook.insertBelow(workbook.row(above)).createCell(2).setCellValue("插入的指标");
      assertThat(workbook.preview().newLines()).as("below " + above).isEqualTo(1);
      assertThat(workbook.preview().changes()).isEmpty();
    }
  }

  @Test
  void whatSomebodyWritesBelowTheFormIsNoLine() {
    Workbook workbook = Workbook.of(form);
    workbook.insertBelow(workbook.row("statement")).createCell(0).setCellValue("填报说明:……");
    assertThat(workbook.preview().applicable()).isFalse();
  }

  @Test
  void rowsMayBeMoved() {
    Workbook workbook = Workbook.of(form);
    Row first = workbook.row("indicator/" + numbers);
    Row second = workbook.row("indicator/" + words);
    for (int i = 0; i <= Template.KEY_COLUMN; i++) {
      String moved = first.getCell(i).getStringCellValue();
      first.getCell(i).setCellValue(second.getCell(i).getStringCellValue());
      second.getCell(i).setCellValue(moved);
    }
    assertThat(workbook.preview().applicable()).isFalse();
  }

  @Test
  void aDeletedRowDeletesNothing() {
    Workbook workbook = Workbook.of(form);
    workbook.sheet().removeRow(workbook.row("indicator/" + words));
    assertThat(workbook.preview().applicable()).isFalse();
  }

  @Test
  void aLineThatWasDeletedInTheFormMeanwhileComesBackAsANewOne() {
    Workbook workbook = Workbook.of(form);
    form.removeLine(FormCells.indicator(words));
    assertThat(workbook.previewFor(form).newLines()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0.985, 0.00%, 98.5%", "1, 0%, 100%", "0.07, 0%, 7%", "0.9999, 0%, 99.99%", "45077, yyyy-mm-dd, 2023-05-31", "45077, yyyy\"年\"m\"月\"d\"日\", 2023-05-31",
      "735, General, 735", "30000, '#,##0', 30000", "0.30000000000000004, General, 0.3", "12345678.9, General, 12345678.9", "1E20, General, 100000000000000000000"})
  void aNumberIsReadAsAPersonReadsIt(double value, String format, String text) {
    Workbook workbook = Workbook.of(form);
    Cell cell = workbook.row("indicator/" + numbers).getCell(4);
    cell.setCellValue(value);
    CellStyle style = workbook.book().createCellStyle();
    style.setDataFormat(workbook.book().createDataFormat().getFormat(format));
    cell.setCellStyle(style);
    assertThat(workbook.preview().changes()).filteredOn(change -> !text.equals("735")).extracting(change -> change.change().after())
        .isEqualTo(text.equals("735") ? List.of() : List.of(text));
  }

  @Test
  void aDateCellIsADate() {
    Workbook workbook = Workbook.of(form);
    Cell cell = workbook.row("indicator/" + numbers).getCell(4);
    cell.setCellValue(LocalDate.of(2023, 12, 31));
    CellStyle style = workbook.book().createCellStyle();
    style.setDataFormat((short) 14);
    cell.setCellStyle(style);
    assertThat(workbook.preview().changes()).extracting(change -> change.change().after()).containsExactly("2023-12-31");
  }

  @Test
  void aFormulaIsWhatItCameToAndAnErrorIsShownNotSwallowed() {
    Workbook workbook = Workbook.of(form);
    Cell executed = workbook.row("budget/total").getCell(3);
    executed.setCellFormula("10+28.7");
    executed.setCellValue(38.7);
    Cell weight = workbook.row("indicator/" + numbers).getCell(5);
    weight.setCellFormula("1/0");
    weight.setCellErrorValue(FormulaError.DIV0.getCode());
    ImportPreview<Imported> preview = workbook.preview();
    assertThat(preview.changes()).extracting(change -> change.change().after()).containsExactly("387000.00");
    assertThat(preview.findings()).extracting(ImportPreview.Finding::typed, ImportPreview.Finding::label)
        .containsExactly(tuple("#DIV/0!", "学生受资助人数·分值"));
  }

  @Test
  void whatTheFormCannotTakeIsAFindingAtItsPlaceInTheFile() {
    Workbook workbook = Workbook.of(form);
    Row row = workbook.row("indicator/" + numbers);
    row.getCell(5).setCellValue("五十分");
    row.getCell(7).setCellValue("差不多");
    Row empty = workbook.row("indicator/+");
    empty.getCell(2).setCellValue("新指标");
    empty.getCell(5).setCellValue("9.995");
    ImportPreview<Imported> preview = workbook.preview();
    assertThat(preview.findings()).containsExactly(
        new ImportPreview.Finding("F" + (row.getRowNum() + 1), "学生受资助人数·分值", "五十分", new Problem("score.not-a-number", Map.of("typed", "五十分"))),
        new ImportPreview.Finding("H" + (row.getRowNum() + 1), "学生受资助人数·完成程度", "差不多", new Problem("choice.unknown", Map.of("typed", "差不多"))),
        new ImportPreview.Finding("F" + (empty.getRowNum() + 1), "新指标·分值", "9.995", new Problem("score.too-many-decimals", Map.of("typed", "9.995"))));
    assertThat(preview.applicable()).as("they come as drafts, to be mended at their cells").isTrue();
  }
}
