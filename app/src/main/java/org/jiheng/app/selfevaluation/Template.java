package org.jiheng.app.selfevaluation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;

/**
 * The official form as an Excel workbook, to be filled in away from the platform and read back. Each row carries in a hidden
 * column the key of what stands in it, so that rows may be moved or added; a hidden sheet says which form it is and by
 * which version of the template. Read back by {@link FilledTemplate}.
 */
final class Template {

  static final String VERSION = "1";

  static final String MARK = "jiheng-self-evaluation";
  static final String HIDDEN_SHEET = "jiheng";
  static final int KEY_COLUMN = 9;
  private static final int EMPTY_LINES = 12;
  /** Key of an empty indicator line, to be filled in. */
  static final String NEW_LINE = "indicator/+";
  /** Key of the row of headings: below it lines stand until another key comes. */
  static final String HEADINGS = "indicator";
  static final List<IndicatorRow.Column> COLUMNS = List.of(
      IndicatorRow.Column.LEVEL1, IndicatorRow.Column.LEVEL2, IndicatorRow.Column.LEVEL3, IndicatorRow.Column.TARGET,
      IndicatorRow.Column.ACTUAL, IndicatorRow.Column.WEIGHT, IndicatorRow.Column.REPORTED, IndicatorRow.Column.LEVEL,
      IndicatorRow.Column.DEVIATION);
  private static final int[] WIDTHS = {12, 16, 30, 18, 18, 9, 9, 14, 34};

  private Template() {}

  static byte[] write(SelfEvaluationForm form) {
    try (Workbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      mark(workbook, form);
      new Writer(workbook, form).write();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  private static void mark(Workbook workbook, SelfEvaluationForm form) {
    Sheet hidden = workbook.createSheet(HIDDEN_SHEET);
    hidden.createRow(0).createCell(0).setCellValue(MARK);
    hidden.createRow(1).createCell(0).setCellValue(VERSION);
    hidden.createRow(2).createCell(0).setCellValue(form.desk().id().toString());
    hidden.createRow(3).createCell(0).setCellValue(form.projectName());
    workbook.setSheetVisibility(0, SheetVisibility.VERY_HIDDEN);
  }

  /** Lays the official form out, row by row. */
  private static final class Writer {

    private final Words words = Words.chinese();
    private final SelfEvaluationForm form;
    private final Sheet sheet;
    private final CellStyle heading;
    private final CellStyle label;
    private final CellStyle open;
    private int next;

    Writer(Workbook workbook, SelfEvaluationForm form) {
      this.form = form;
      this.sheet = workbook.createSheet(words.say("form.self_evaluation"));
      workbook.setActiveSheet(1);
      Font large = workbook.createFont();
      large.setBold(true);
      large.setFontHeightInPoints((short) 16);
      this.heading = workbook.createCellStyle();
      heading.setFont(large);
      heading.setAlignment(HorizontalAlignment.CENTER);
      this.label = bordered(workbook);
      label.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
      label.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      label.setAlignment(HorizontalAlignment.CENTER);
      this.open = bordered(workbook);
    }

    private static CellStyle bordered(Workbook workbook) {
      CellStyle style = workbook.createCellStyle();
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
      style.setWrapText(true);
      style.setVerticalAlignment(VerticalAlignment.CENTER);
      return style;
    }

    void write() {
      for (int i = 0; i < WIDTHS.length; i++) {
        sheet.setColumnWidth(i, WIDTHS[i] * 256);
      }
      sheet.setColumnHidden(KEY_COLUMN, true);
      Row title = sheet.createRow(next++);
      Cell text = title.createCell(0);
      text.setCellValue(words.say("form.self_evaluation"));
      text.setCellStyle(heading);
      merge(title, 0, 8);
      row("", words.say("form.year"), String.valueOf(form.desk().head().fiscalYear()), words.say("form.project"), form.projectName());
      row("", words.say("form.department"), form.departmentName(), words.say("form.unit"), form.unitName());
      row("", words.say("form.money"), words.say("cell.column.initial"), words.say("cell.column.annual"), words.say("cell.column.executed"));
      for (BudgetLine line : BudgetLine.values()) {
        values("budget/" + line.key(), words.say("cell.line." + line.key()), wan(line, BudgetLine.Column.INITIAL),
            wan(line, BudgetLine.Column.ANNUAL), wan(line, BudgetLine.Column.EXECUTED));
      }
      values("execution", words.say("form.execution"), words.say("cell.execution.weight"), form.cells().text(FormCells.EXECUTION_WEIGHT), "");
      wide("goal/expected", words.say("cell.goal.expected"), form.cells().text(FormCells.GOAL_EXPECTED));
      wide("goal/actual", words.say("cell.goal.actual"), form.cells().text(FormCells.GOAL_ACTUAL));
      Row columns = sheet.createRow(next++);
      for (int i = 0; i < COLUMNS.size(); i++) {
        cell(columns, i, words.say("cell.indicator." + COLUMNS.get(i).key()), label);
      }
      columns.createCell(KEY_COLUMN).setCellValue(HEADINGS);
      form.indicators().forEach(id -> line("indicator/" + id, Optional.of(id)));
      for (int i = 0; i < EMPTY_LINES; i++) {
        line(NEW_LINE, Optional.empty());
      }
      wide("statement", words.say("cell.statement"), form.cells().text(FormCells.STATEMENT));
    }

    private String wan(BudgetLine line, BudgetLine.Column column) {
      String yuan = form.cells().text(FormCells.budget(line, column));
      return yuan.isEmpty() ? "" : Money.ofYuan(yuan).inWan().toPlainString();
    }

    private void line(String key, Optional<UUID> id) {
      Row row = sheet.createRow(next++);
      for (int i = 0; i < COLUMNS.size(); i++) {
        IndicatorRow.Column column = COLUMNS.get(i);
        String text = id.map(one -> form.cells().text(FormCells.indicator(one, column))).orElse("");
        cell(row, i, column == IndicatorRow.Column.LEVEL && !text.isEmpty() ? words.say("achievement." + text) : text, open);
      }
      row.createCell(KEY_COLUMN).setCellValue(key);
    }

    private void row(String key, String... labels) {
      Row row = sheet.createRow(next++);
      for (int i = 0; i < labels.length; i++) {
        cell(row, i, labels[i], label);
      }
      row.createCell(KEY_COLUMN).setCellValue(key);
    }

    private void values(String key, String name, String... texts) {
      Row row = sheet.createRow(next++);
      cell(row, 0, name, label);
      for (int i = 0; i < texts.length; i++) {
        cell(row, i + 1, texts[i], open);
      }
      row.createCell(KEY_COLUMN).setCellValue(key);
    }

    private void wide(String key, String name, String text) {
      Row row = sheet.createRow(next++);
      row.setHeightInPoints(60);
      cell(row, 0, name, label);
      for (int i = 1; i <= 8; i++) {
        cell(row, i, i == 1 ? text : "", open);
      }
      merge(row, 1, 8);
      row.createCell(KEY_COLUMN).setCellValue(key);
    }

    private void merge(Row row, int from, int to) {
      sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), from, to));
    }

    private static void cell(Row row, int column, String text, CellStyle style) {
      Cell cell = row.createCell(column);
      // what looks like one of Excel's own escapes is text all the same
      cell.setCellValue(text.replaceAll("_(x[0-9A-Fa-f]{4}_)", "_x005F_$1"));
      cell.setCellStyle(style);
    }
  }
}
