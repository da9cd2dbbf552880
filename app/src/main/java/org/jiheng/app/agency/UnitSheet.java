package org.jiheng.app.agency;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.common.CreditCode;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Spreadsheet;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.review.Refusal;

/** Units as a sheet of Excel: what is handed out may be filled in and handed back. Says of each cell what is wrong before anything is written. */
public final class UnitSheet {

  /** Lines of a file, at the most. */
  public static final int MOST_LINES = 3000;

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_PERSON = 60;

  /** Columns in their order; headings are the messages {@code unit-column.<name>}. */
  public enum Column {
    CODE,
    NAME,
    KIND,
    CREDIT_CODE,
    RESPONSIBLE,
    VALID_FROM
  }

  /** A line as it stands in the file. */
  public record Line(int number, Map<Column, String> texts) {}

  /**
   * Something that cannot be taken.
   *
   * @param place the cell as Excel names it, for example {@code D5}
   * @param problem what is wrong, if the cell cannot be read
   * @param refusal what is wrong, if the tree does not take it
   */
  public record Finding(String place, Optional<Problem> problem, Optional<Refusal> refusal) {

    /** The sentence in this language. */
    public String in(Words words) {
      return problem.map(words::say).orElseGet(() -> words.say("refusal." + refusal.orElseThrow().code(), refusal.orElseThrow().inputs()));
    }
  }

  /**
   * What a file would do.
   *
   * @param refused why the file cannot be read at all
   * @param unchanged lines that say what is there already
   */
  public record Preview(
      String fileName, List<Line> rows, Optional<Problem> refused, List<Finding> findings, List<UnitEntry> added, List<UnitEntry> changed, int unchanged) {

    /** Whether all of it can be taken, and something would be changed. */
    public boolean applicable() {
      return refused.isEmpty() && findings.isEmpty() && !(added.isEmpty() && changed.isEmpty());
    }
  }

  private UnitSheet() {}

  /** The units as they are, ready to be filled in and handed back. */
  public static void write(OutputStream out, Collection<Unit> units) throws IOException {
    Words words = Words.chinese();
    TableWorkbook.write(out, words.say("unit-sheet"), Arrays.stream(Column.values()).map(UnitSheet::heading).toList(),
        units.stream().filter(Unit::lasts).map(unit -> List.<Object>of(unit.code(), unit.name(), words.say("unit-kind." + unit.kind()),
            unit.creditCode().map(CreditCode::text).orElse(""), unit.responsible(), unit.validFrom().map(LocalDate::toString).orElse(""))));
  }

  private static String heading(Column column) {
    return Words.chinese().say("unit-column." + column);
  }

  static Preview read(UnitTree tree, String fileName, byte[] content) {
    Parsed<XSSFWorkbook> opened = Spreadsheet.open(fileName, content);
    if (opened.problem().isPresent()) {
      return refused(fileName, opened.problem().get());
    }
    try (XSSFWorkbook workbook = opened.value().orElseThrow()) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      for (Column column : Column.values()) {
        if (!Spreadsheet.text(sheet.getRow(0), column.ordinal()).equals(heading(column))) {
          return refused(fileName, new Problem("unit-sheet.heading", Map.of("place", place(column, 1), "heading", heading(column))));
        }
      }
      if (sheet.getLastRowNum() > MOST_LINES) {
        return refused(fileName, new Problem("unit-sheet.too-long", Map.of("most", String.valueOf(MOST_LINES))));
      }
      List<Line> lines = new ArrayList<>();
      for (int i = 1; i <= sheet.getLastRowNum(); i++) {
        line(sheet.getRow(i), i + 1).ifPresent(lines::add);
      }
      return check(tree, fileName, lines);
    } catch (IOException | RuntimeException broken) {
      return refused(fileName, new Problem("file.broken", Map.of("file", fileName)));
    }
  }

  private static Optional<Line> line(Row row, int number) {
    Map<Column, String> texts = new LinkedHashMap<>();
    for (Column column : Column.values()) {
      texts.put(column, TypedText.of(Spreadsheet.text(row, column.ordinal())).strip());
    }
    return texts.values().stream().allMatch(String::isEmpty) ? Optional.empty() : Optional.of(new Line(number, texts));
  }

  private static Preview refused(String fileName, Problem problem) {
    return new Preview(fileName, List.of(), Optional.of(problem), List.of(), List.of(), List.of(), 0);
  }

  private static String place(Column column, int number) {
    return CellReference.convertNumToColString(column.ordinal()) + number;
  }

  /** What these lines would do to the tree: each is held against the tree as the lines before it leave it. */
  static Preview check(UnitTree tree, String fileName, List<Line> lines) {
    List<Finding> findings = new ArrayList<>();
    List<UnitEntry> added = new ArrayList<>();
    List<UnitEntry> changed = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int unchanged = 0;
    UnitTree growing = tree.copy();
    for (Line line : lines) {
      int before = findings.size();
      UnitEntry entry = entry(line, findings);
      if (!seen.add(entry.code())) {
        findings.add(new Finding(place(Column.CODE, line.number()), Optional.empty(), Optional.of(Refusal.because("unit-twice-in-file", "code", entry.code()))));
      }
      Optional<Unit> there = tree.find(entry.code());
      List<Refusal> against = there.isEmpty() ? growing.againstAdding(entry)
          : there.get().lasts() ? growing.againstSaying(entry) : List.of(Refusal.because("unit-not-there", "code", entry.code()));
      against.forEach(refusal -> findings.add(new Finding(place(columnOf(refusal), line.number()), Optional.empty(), Optional.of(refusal))));
      if (findings.size() > before) {
        continue;
      }
      if (there.isEmpty()) {
        added.add(entry);
        growing.put(new Unit(entry));
      } else if (same(there.get().entry(), entry)) {
        unchanged++;
      } else {
        changed.add(entry);
      }
    }
    return new Preview(fileName, lines, Optional.empty(), findings, added, changed, unchanged);
  }

  private static boolean same(UnitEntry there, UnitEntry entry) {
    return there.name().equals(entry.name()) && there.kind() == entry.kind() && there.creditCode().equals(entry.creditCode())
        && there.responsible().equals(entry.responsible());
  }

  private static Column columnOf(Refusal refusal) {
    return switch (refusal.code()) {
      case "unit-nameless", "unit-name-taken", "unit-of-the-corps" -> Column.NAME;
      case "unit-without-responsible" -> Column.RESPONSIBLE;
      case "unit-of-another-county", "unit-credit-code-taken" -> Column.CREDIT_CODE;
      default -> Column.CODE;
    };
  }

  private static UnitEntry entry(Line line, List<Finding> findings) {
    Map<Column, String> texts = line.texts();
    String name = texts.get(Column.NAME);
    tooLong(line, Column.NAME, LONGEST_NAME, findings);
    tooLong(line, Column.RESPONSIBLE, LONGEST_PERSON, findings);
    Optional<CreditCode> credit = Optional.empty();
    if (!texts.get(Column.CREDIT_CODE).isEmpty()) {
      Parsed<CreditCode> parsed = CreditCode.parse(texts.get(Column.CREDIT_CODE));
      parsed.problem().ifPresent(problem -> findings.add(new Finding(place(Column.CREDIT_CODE, line.number()), Optional.of(problem), Optional.empty())));
      credit = parsed.value();
    }
    return new UnitEntry(texts.get(Column.CODE), name, kind(line, findings), credit, texts.get(Column.RESPONSIBLE), day(line, findings));
  }

  private static void tooLong(Line line, Column column, int longest, List<Finding> findings) {
    if (line.texts().get(column).length() > longest) {
      findings.add(new Finding(place(column, line.number()),
          Optional.of(new Problem("unit-sheet.text-too-long", Map.of("most", String.valueOf(longest)))), Optional.empty()));
    }
  }

  private static UnitKind kind(Line line, List<Finding> findings) {
    Map<String, UnitKind> kinds = new HashMap<>();
    for (UnitKind kind : UnitKind.values()) {
      kinds.put(Words.chinese().say("unit-kind." + kind), kind);
    }
    String typed = line.texts().get(Column.KIND);
    if (!typed.isEmpty() && !kinds.containsKey(typed)) {
      findings.add(new Finding(place(Column.KIND, line.number()), Optional.of(new Problem("unit-sheet.kind", Map.of("typed", typed))), Optional.empty()));
    }
    return kinds.getOrDefault(typed, UnitKind.OTHER);
  }

  private static Optional<LocalDate> day(Line line, List<Finding> findings) {
    String typed = line.texts().get(Column.VALID_FROM);
    try {
      return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException noDay) {
      findings.add(new Finding(place(Column.VALID_FROM, line.number()), Optional.of(new Problem("unit-sheet.day", Map.of("typed", typed))), Optional.empty()));
      return Optional.empty();
    }
  }
}
