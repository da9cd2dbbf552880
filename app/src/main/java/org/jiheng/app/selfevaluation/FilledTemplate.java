package org.jiheng.app.selfevaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Spreadsheet;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.scoring.Achievement;
import org.jiheng.app.selfevaluation.Imported.Line;
import org.jiheng.app.selfevaluation.Imported.RefusedFile;
import org.jiheng.app.selfevaluation.Imported.Typed;

/**
 * Reads a filled-in {@link Template} back. Rows are known by their keys; a row without a key among the indicator lines was
 * put in by hand and is a new line. What cannot be a filled-in template of this form is refused in one sentence, whatever
 * the file is.
 */
final class FilledTemplate {

  /** Rows of the workbook: as many lines as a form may have, and the rest of the form. */
  private static final int MOST_ROWS = SelfEvaluations.MOST_LINES + 60;

  private final String fileName;
  private final Map<CellKey, Typed> cells = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Integer> rowsByKey = new HashMap<>();
  private boolean amongLines;

  private FilledTemplate(String fileName) {
    this.fileName = fileName;
  }

  /** @param form the form the file is for */
  static Imported read(String fileName, byte[] content, UUID form) throws RefusedFile {
    Parsed<XSSFWorkbook> opened = Spreadsheet.open(fileName, content);
    if (opened.problem().isPresent()) {
      throw new RefusedFile(opened.problem().get());
    }
    try (XSSFWorkbook workbook = opened.value().orElseThrow()) {
      check(workbook, fileName, form);
      return new FilledTemplate(fileName).read(workbook.getSheetAt(workbook.getSheetIndex(Template.HIDDEN_SHEET) == 0 ? 1 : 0));
    } catch (IOException | RuntimeException broken) {
      // a forged workbook makes the library stumble in many ways; each means the same
      throw new RefusedFile(new Problem("file.broken", Map.of("file", fileName)));
    }
  }

  private static void check(XSSFWorkbook workbook, String fileName, UUID form) throws RefusedFile {
    Sheet hidden = workbook.getSheet(Template.HIDDEN_SHEET);
    if (hidden == null || workbook.getNumberOfSheets() < 2 || !Template.MARK.equals(Spreadsheet.text(hidden.getRow(0), 0))) {
      throw new RefusedFile(new Problem("template.foreign", Map.of("file", fileName)));
    }
    String version = Spreadsheet.text(hidden.getRow(1), 0);
    if (!Template.VERSION.equals(version)) {
      throw new RefusedFile(new Problem("template.version", Map.of("file", fileName, "version", version, "expected", Template.VERSION)));
    }
    if (!form.toString().equals(Spreadsheet.text(hidden.getRow(2), 0))) {
      throw new RefusedFile(new Problem("template.other-form", Map.of("file", fileName, "project", Spreadsheet.text(hidden.getRow(3), 0))));
    }
  }

  private Imported read(Sheet sheet) throws RefusedFile {
    for (Row row : sheet) {
      String key = Spreadsheet.text(row, Template.KEY_COLUMN);
      if (row.getRowNum() >= MOST_ROWS && (!key.isEmpty() || filled(row))) {
        throw refused("template.too-many-rows", row, "most", String.valueOf(MOST_ROWS));
      }
      read(row, key);
    }
    return new Imported(cells, lines, Money.In.WAN, false, "");
  }

  private void read(Row row, String key) throws RefusedFile {
    if (key.isEmpty()) {
      if (amongLines && filled(row)) {
        lines.add(new Line(Optional.empty(), texts(row)));
      }
      return;
    }
    if (key.equals(Template.NEW_LINE)) {
      amongLines = true;
      lines.add(new Line(Optional.empty(), texts(row)));
      return;
    }
    Integer first = rowsByKey.putIfAbsent(key, row.getRowNum() + 1);
    if (first != null) {
      throw refused("template.row-twice", row, "first", String.valueOf(first));
    }
    amongLines = key.equals(Template.HEADINGS) || key.startsWith(Template.HEADINGS + "/");
    switch (key) {
      case Template.HEADINGS -> { }
      case "execution" -> cells.put(FormCells.EXECUTION_WEIGHT, typed(row, 2));
      case "goal/expected" -> cells.put(FormCells.GOAL_EXPECTED, typed(row, 1));
      case "goal/actual" -> cells.put(FormCells.GOAL_ACTUAL, typed(row, 1));
      case "statement" -> cells.put(FormCells.STATEMENT, typed(row, 1));
      default -> {
        if (amongLines) {
          lines.add(new Line(Optional.of(identifier(row, key)), texts(row)));
        } else {
          money(row, key);
        }
      }
    }
  }

  private void money(Row row, String key) throws RefusedFile {
    for (BudgetLine line : BudgetLine.values()) {
      if (key.equals("budget/" + line.key())) {
        for (BudgetLine.Column column : BudgetLine.Column.values()) {
          cells.put(FormCells.budget(line, column), typed(row, column.ordinal() + 1));
        }
        return;
      }
    }
    throw refused("template.unknown-row", row);
  }

  private UUID identifier(Row row, String key) throws RefusedFile {
    try {
      return UUID.fromString(key.substring(Template.HEADINGS.length() + 1));
    } catch (IllegalArgumentException garbage) {
      throw refused("template.unknown-row", row);
    }
  }

  private RefusedFile refused(String code, Row row, String... more) {
    Map<String, String> inputs = new HashMap<>(Map.of("file", fileName, "row", String.valueOf(row.getRowNum() + 1)));
    for (int i = 0; i < more.length; i += 2) {
      inputs.put(more[i], more[i + 1]);
    }
    return new RefusedFile(new Problem(code, inputs));
  }

  private static boolean filled(Row row) {
    for (int i = 0; i < Template.COLUMNS.size(); i++) {
      if (!Spreadsheet.text(row, i).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static Map<IndicatorRow.Column, Typed> texts(Row row) {
    Map<IndicatorRow.Column, Typed> texts = new EnumMap<>(IndicatorRow.Column.class);
    for (int i = 0; i < Template.COLUMNS.size(); i++) {
      Typed typed = typed(row, i);
      boolean level = Template.COLUMNS.get(i) == IndicatorRow.Column.LEVEL;
      texts.put(Template.COLUMNS.get(i), level ? new Typed(level(typed.text()), typed.place()) : typed);
    }
    return texts;
  }

  private static String level(String shown) {
    for (Achievement level : Achievement.values()) {
      if (Words.chinese().say("achievement." + level.name()).equals(shown)) {
        return level.name();
      }
    }
    return shown;
  }

  private static Typed typed(Row row, int column) {
    return new Typed(Spreadsheet.text(row, column), CellReference.convertNumToColString(column) + (row.getRowNum() + 1));
  }
}
