package org.jiheng.app.goal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
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
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.CellKey;

/**
 * 项目支出绩效目标申报表 as an Excel workbook in the order of the official form (财预〔2015〕88号), to be filled in away from the
 * platform and read back by {@link GoalSheetReader}. Behind each line stands its key, in a hidden column.
 */
final class GoalWorkbook {

  static final List<GoalColumn> COLUMNS = Arrays.asList(GoalColumn.values());
  /** Behind the last column. */
  static final int KEY_COLUMN = COLUMNS.size();
  private static final int EMPTY_LINES = 12;
  private static final int SHOWN = 8;

  private final Words words = Words.chinese();
  private final GoalForm form;
  private final Sheet sheet;
  private final CellStyle heading;
  private final CellStyle label;
  private final CellStyle open;
  private int next;

  private GoalWorkbook(Workbook workbook, GoalForm form) {
    this.form = form;
    this.sheet = workbook.createSheet(words.say("form.goal"));
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

  static byte[] write(GoalForm form) {
    try (Workbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      new GoalWorkbook(workbook, form).write();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
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

  private void write() {
    for (int i = 0; i < COLUMNS.size(); i++) {
      sheet.setColumnWidth(i, (COLUMNS.get(i) == GoalColumn.LEVEL3 ? 30 : 16) * 256);
    }
    sheet.setColumnHidden(KEY_COLUMN, true);
    Row title = sheet.createRow(next++);
    cell(title, 0, words.say("form.goal"), heading);
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, SHOWN - 1));
    pairs(words.say("form.year"), String.valueOf(form.desk().head().fiscalYear()), words.say("form.project"), form.projectName(), CODE, form.projectCode());
    pairs(words.say("form.department"), form.departmentName(), words.say("form.unit"), form.unitName());
    pairs(words.say("goal-cell.period.from"), text(GoalCells.PERIOD_FROM), words.say("goal-cell.period.until"), text(GoalCells.PERIOD_UNTIL));
    pairs(words.say("goal-cell.money.medium.total"), wan(MoneyLine.MEDIUM_TOTAL), FISCAL, wan(MoneyLine.MEDIUM_FISCAL), OTHER, wan(MoneyLine.MEDIUM_OTHER));
    pairs(words.say("goal-cell.money.annual.total"), wan(MoneyLine.ANNUAL_TOTAL), FISCAL, wan(MoneyLine.ANNUAL_FISCAL), CARRIED,
        wan(MoneyLine.ANNUAL_CARRIED), OTHER, wan(MoneyLine.ANNUAL_OTHER));
    wide(words.say("goal-cell.goal.medium"), text(GoalCells.MEDIUM_GOAL));
    wide(words.say("goal-cell.goal.annual"), text(GoalCells.ANNUAL_GOAL));
    Row columns = sheet.createRow(next++);
    for (int i = 0; i < COLUMNS.size(); i++) {
      cell(columns, i, words.say("goal-cell.indicator." + COLUMNS.get(i).key()), label);
    }
    form.lines().forEach(this::line);
    for (int i = 0; i < EMPTY_LINES; i++) {
      Row row = sheet.createRow(next++);
      for (int column = 0; column < COLUMNS.size(); column++) {
        cell(row, column, "", open);
      }
    }
  }

  static final String CODE = "项目编码";
  static final String FISCAL = "其中:财政拨款";
  static final String CARRIED = "上年结转";
  static final String OTHER = "其他资金";

  private void line(UUID id) {
    Row row = sheet.createRow(next++);
    for (int i = 0; i < COLUMNS.size(); i++) {
      GoalColumn column = COLUMNS.get(i);
      String text = text(GoalCells.indicator(id, column));
      cell(row, i, text.isEmpty() || Choice.of(column).isEmpty() ? text : words.say("goal-choice." + column.key() + "." + text), open);
    }
    row.createCell(KEY_COLUMN).setCellValue(id.toString());
  }

  private String text(CellKey key) {
    return form.cells().text(key);
  }

  private String wan(MoneyLine line) {
    String yuan = text(GoalCells.money(line));
    return yuan.isEmpty() ? "" : Money.ofYuan(yuan).inWan().toPlainString();
  }

  private void pairs(String... labelsAndTexts) {
    Row row = sheet.createRow(next++);
    for (int i = 0; i < labelsAndTexts.length; i++) {
      cell(row, i, labelsAndTexts[i], i % 2 == 0 ? label : open);
    }
  }

  private void wide(String name, String text) {
    Row row = sheet.createRow(next++);
    row.setHeightInPoints(60);
    cell(row, 0, name, label);
    for (int i = 1; i < SHOWN; i++) {
      cell(row, i, i == 1 ? text : "", open);
    }
    sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 1, SHOWN - 1));
  }

  private static void cell(Row row, int column, String text, CellStyle style) {
    Cell cell = row.createCell(column);
    // what looks like one of Excel's own escapes is text all the same
    cell.setCellValue(text.replaceAll("_(x[0-9A-Fa-f]{4}_)", "_x005F_$1"));
    cell.setCellStyle(style);
  }
}
