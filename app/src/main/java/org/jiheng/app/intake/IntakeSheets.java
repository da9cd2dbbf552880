package org.jiheng.app.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jiheng.app.common.Problem;
import org.jiheng.app.document.LargeSpreadsheet;
import org.jiheng.app.document.SheetRow;

/** The two sheets of the workbook, read row after row. */
final class IntakeSheets {

  static final String PROJECTS = "项目";
  static final String INDICATORS = "绩效指标";

  /** Rows of projects and of indicators, at the most: a large county several times over. */
  static final int MOST_PROJECTS = 20_000;
  static final int MOST_INDICATORS = 300_000;

  /** Rows in which the headings may stand; above them there is room for a title. */
  private static final int HEADINGS_WITHIN = 5;

  private final LargeSpreadsheet file;
  private final Consumer<CellProblem> problems;

  IntakeSheets(LargeSpreadsheet file, Consumer<CellProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Whether both sheets are there; what is missing is told. */
  boolean complete() {
    List<String> there = file.sheets().stream().map(String::strip).toList();
    List<String> missing = List.of(PROJECTS, INDICATORS).stream().filter(sheet -> !there.contains(sheet)).toList();
    missing.forEach(sheet -> problems.accept(CellProblem.of(sheet, 0, "", "",
        new Problem("intake.sheet-missing", Map.of("sheet", sheet, "there", String.join("、", there))))));
    return missing.isEmpty();
  }

  void projects(Consumer<RowCells<ProjectColumn>> row) {
    read(PROJECTS, List.of(ProjectColumn.values()), ProjectColumn.CODE, MOST_PROJECTS, row);
  }

  void indicators(Consumer<RowCells<IndicatorColumn>> row) {
    read(INDICATORS, List.of(IndicatorColumn.values()), IndicatorColumn.PROJECT_CODE, MOST_INDICATORS, row);
  }

  private <C extends SheetColumn> void read(String sheet, List<C> columns, C mark, int most, Consumer<RowCells<C>> take) {
    Reading<C> reading = new Reading<>(sheet, columns, mark, most, take);
    List<String> merged = file.read(sheet, reading::row);
    reading.end(merged);
  }

  /** One sheet on its way. */
  private final class Reading<C extends SheetColumn> {

    private final String sheet;
    private final List<C> columns;
    private final C mark;
    private final int most;
    private final Consumer<RowCells<C>> take;
    private Optional<Headings<C>> headings = Optional.empty();
    private int headingRow;
    private boolean usable = true;
    private int rows;

    Reading(String sheet, List<C> columns, C mark, int most, Consumer<RowCells<C>> take) {
      this.sheet = sheet;
      this.columns = columns;
      this.mark = mark;
      this.most = most;
      this.take = take;
    }

    private void wrong(int row, String column, String typed, Problem problem) {
      problems.accept(CellProblem.of(sheet, row, column, typed, problem));
    }

    void row(SheetRow row) {
      if (headings.isPresent()) {
        if (usable && !row.blank() && ++rows <= most) {
          take.accept(new RowCells<>(sheet, row, headings.get(), problems));
        }
      } else if (row.number() <= HEADINGS_WITHIN) {
        headings = Headings.in(row, columns, mark);
        headings.ifPresent(found -> check(found, row.number()));
      }
    }

    private void check(Headings<C> found, int row) {
      headingRow = row;
      List<C> missing = found.missing(columns);
      missing.forEach(column -> wrong(row, column.heading(), "", Problem.of("intake.column-missing")));
      usable = missing.isEmpty();
      new ArrayList<>(found.unknown()).forEach(text -> problems.accept(
          CellProblem.of(sheet, row, text, "", Problem.of("intake.column-unknown")).asWarning()));
    }

    void end(List<String> merged) {
      if (headings.isEmpty()) {
        wrong(0, "", "", new Problem("intake.headings-missing", Map.of("column", mark.heading())));
        return;
      }
      if (rows > most) {
        wrong(0, "", "", new Problem("intake.too-many-rows", Map.of("rows", String.valueOf(rows), "most", String.valueOf(most))));
      }
      for (String area : merged) {
        // a title above the headings may span columns; below them only the first cell of an area has a text
        if (lastRow(area) > headingRow) {
          wrong(lastRow(area), "", area, new Problem("intake.merged", Map.of("area", area)));
        }
      }
    }

    private static int lastRow(String area) {
      String digits = area.substring(area.indexOf(':') + 1).replaceAll("[^0-9]", "");
      return digits.isEmpty() || digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
  }
}
