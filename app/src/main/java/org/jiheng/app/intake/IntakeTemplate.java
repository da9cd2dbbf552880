package org.jiheng.app.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalColumn;

/** The empty workbook for a library: both sheets with their headings and lists of choices, and how they are filled in. */
public final class IntakeTemplate {

  private static final int LAST_ROW = 5000;
  private static final int COLUMN_WIDTH = 16 * 256;
  private static final int TEXT_WIDTH = 100 * 256;

  private IntakeTemplate() {}

  /** @throws IOException if it cannot be written */
  public static void write(OutputStream out) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      CellStyle plain = heading(workbook, false);
      CellStyle required = heading(workbook, true);
      XSSFSheet projects = sheet(workbook, IntakeSheets.PROJECTS, List.of(ProjectColumn.values()), plain, required);
      choices(projects, ProjectColumn.CATEGORY, ListWords.CATEGORY.keySet().stream().toList());
      choices(projects, ProjectColumn.ATTRIBUTE, ListWords.ATTRIBUTE.keySet().stream().toList());
      choices(projects, ProjectColumn.TYPE, ListWords.TYPE.keySet().stream().toList());
      choices(projects, ProjectColumn.PROTECTION, ListWords.PROTECTION.keySet().stream().toList());
      choices(projects, ProjectColumn.KEY, List.of("是", "否"));
      choices(projects, ProjectColumn.CONFIDENTIAL, List.of("是", "否"));
      XSSFSheet indicators = sheet(workbook, IntakeSheets.INDICATORS, List.of(IndicatorColumn.values()), plain, required);
      for (GoalColumn column : List.of(GoalColumn.STANDARD, GoalColumn.TAKING, GoalColumn.SCORING, GoalColumn.AGGREGATION)) {
        choices(indicators, IndicatorColumn.of(column), ListWords.of(column).keySet().stream().toList());
      }
      choices(indicators, IndicatorColumn.CORE, List.of("是", "否"));
      howTo(workbook);
      workbook.write(out);
    }
  }

  private static CellStyle heading(XSSFWorkbook workbook, boolean required) {
    CellStyle style = workbook.createCellStyle();
    Font bold = workbook.createFont();
    bold.setBold(true);
    bold.setColor(required ? IndexedColors.DARK_RED.getIndex() : IndexedColors.BLACK.getIndex());
    style.setFont(bold);
    style.setWrapText(true);
    return style;
  }

  private static XSSFSheet sheet(XSSFWorkbook workbook, String name, List<? extends SheetColumn> columns, CellStyle plain, CellStyle required) {
    XSSFSheet sheet = workbook.createSheet(name);
    sheet.createFreezePane(0, 1);
    Row headings = sheet.createRow(0);
    for (int i = 0; i < columns.size(); i++) {
      sheet.setColumnWidth(i, COLUMN_WIDTH);
      headings.createCell(i).setCellValue(columns.get(i).heading() + (columns.get(i).required() ? "*" : ""));
      headings.getCell(i).setCellStyle(columns.get(i).required() ? required : plain);
    }
    return sheet;
  }

  private static void choices(XSSFSheet sheet, Enum<?> column, List<String> words) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidation list = helper.createValidation(helper.createExplicitListConstraint(words.toArray(String[]::new)),
        new CellRangeAddressList(1, LAST_ROW, column.ordinal(), column.ordinal()));
    list.setShowErrorBox(true);
    sheet.addValidationData(list);
  }

  private static void howTo(XSSFWorkbook workbook) {
    Words words = Words.chinese();
    XSSFSheet sheet = workbook.createSheet(words.say("intake.how-to"));
    sheet.setColumnWidth(0, TEXT_WIDTH);
    CellStyle wrapped = workbook.createCellStyle();
    wrapped.setWrapText(true);
    List<String> lines = Arrays.asList(words.say("intake.how-to.text").split("\n"));
    for (int i = 0; i < lines.size(); i++) {
      sheet.createRow(i).createCell(0).setCellValue(lines.get(i));
      sheet.getRow(i).getCell(0).setCellStyle(wrapped);
    }
  }
}
