package org.jiheng.app.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as a county would fill it in; every project sound with a goal of three lines, until a test says otherwise. */
final class Book {

  private final List<Map<ProjectColumn, String>> projects = new ArrayList<>();
  private final List<Map<IndicatorColumn, String>> indicators = new ArrayList<>();
  private Consumer<Workbook> last = _ -> { };

  /** A project of 40 万元 with its goal, and what is said differently about it. */
  Book project(String code, Map<ProjectColumn, String> otherwise) {
    bare(code, otherwise);
    indicator(code, Map.of());
    indicator(code, Map.of(IndicatorColumn.LEVEL2, "质量指标", IndicatorColumn.LEVEL3, "验收合格率", IndicatorColumn.ANNUAL, "≥95%",
        IndicatorColumn.SIGN, "", IndicatorColumn.MEASURED_IN, "", IndicatorColumn.WEIGHT, "20"));
    return indicator(code, Map.of(IndicatorColumn.LEVEL1, "效益指标", IndicatorColumn.LEVEL2, "社会效益指标", IndicatorColumn.LEVEL3, "受益群众",
        IndicatorColumn.ANNUAL, "2000", IndicatorColumn.MEASURED_IN, "人", IndicatorColumn.WEIGHT, "40"));
  }

  /** One without indicators. */
  Book bare(String code, Map<ProjectColumn, String> otherwise) {
    Map<ProjectColumn, String> row = new EnumMap<>(Map.of(ProjectColumn.JURISDICTION, "653001", ProjectColumn.UNIT, "101001", ProjectColumn.YEAR, "2023",
        ProjectColumn.CODE, code, ProjectColumn.NAME, "校舍维修", ProjectColumn.CATEGORY, "特定目标类", ProjectColumn.ATTRIBUTE, "延续",
        ProjectColumn.TYPE, "其他", ProjectColumn.LEADER, "负责人甲", ProjectColumn.TOTAL, "40"));
    row.putAll(Map.of(ProjectColumn.GENERAL_BUDGET, "30", ProjectColumn.OWN_FUNDS, "10",
        ProjectColumn.ANNUAL_GOAL, "完成三所学校校舍维修,验收合格率达到百分之九十五以上,改善两千名学生的学习条件。"));
    row.putAll(otherwise);
    projects.add(row);
    return this;
  }

  Book indicator(String code, Map<IndicatorColumn, String> otherwise) {
    Map<IndicatorColumn, String> row = new EnumMap<>(Map.of(IndicatorColumn.PROJECT_CODE, code, IndicatorColumn.PROJECT_YEAR, "2023",
        IndicatorColumn.LEVEL1, "产出指标", IndicatorColumn.LEVEL2, "数量指标", IndicatorColumn.LEVEL3, "维修校舍", IndicatorColumn.SIGN, "≥",
        IndicatorColumn.ANNUAL, "3", IndicatorColumn.MEASURED_IN, "所", IndicatorColumn.WEIGHT, "30"));
    row.putAll(otherwise);
    indicators.add(row);
    return this;
  }

  /** Something done to the workbook before it is written. */
  Book then(Consumer<Workbook> deed) {
    last = deed;
    return this;
  }

  Path written(Path directory) {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      write(workbook);
      last.accept(workbook);
      return saved(workbook, directory);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The same for many rows. */
  Path writtenLarge(Path directory) {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), 100, false, true)) {
      write(workbook);
      return saved(workbook, directory);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path saved(Workbook workbook, Path directory) throws IOException {
    Path file = Files.createTempFile(directory, "library", ".xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return file;
  }

  private void write(Workbook workbook) {
    fill(workbook.createSheet(IntakeSheets.PROJECTS), List.of(ProjectColumn.values()), projects);
    fill(workbook.createSheet(IntakeSheets.INDICATORS), List.of(IndicatorColumn.values()), indicators);
  }

  private static <C extends SheetColumn> void fill(Sheet sheet, List<C> columns, List<Map<C, String>> rows) {
    Row headings = sheet.createRow(0);
    for (int i = 0; i < columns.size(); i++) {
      headings.createCell(i).setCellValue(columns.get(i).heading() + (columns.get(i).required() ? "*" : ""));
    }
    Map<C, Integer> places = new HashMap<>();
    columns.forEach(column -> places.put(column, columns.indexOf(column)));
    for (int i = 0; i < rows.size(); i++) {
      Row row = sheet.createRow(i + 1);
      rows.get(i).forEach((column, text) -> {
        if (!text.isEmpty()) {
          row.createCell(places.get(column)).setCellValue(text);
        }
      });
    }
  }
}
