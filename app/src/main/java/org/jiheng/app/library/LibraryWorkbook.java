package org.jiheng.app.library;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Spreadsheet;
import org.jiheng.app.document.TableWorkbook;

/** The library as an Excel workbook: headings are the names of the fields, a line an indicator. What is handed out can be taken in. */
final class LibraryWorkbook {

  /** Lines of a file, at the most. */
  static final int MOST_ROWS = 5_000;

  private LibraryWorkbook() {}

  /**
   * A line of a file.
   *
   * @param row as Excel counts them
   * @param places where each text stands, such as {@code C7}
   */
  record Line(int row, Map<LibraryField, String> texts, Map<LibraryField, String> places) {

    String place(LibraryField field) {
      return places.getOrDefault(field, "A" + row);
    }
  }

  static void write(OutputStream out, String name, Stream<LibraryLine> lines) throws IOException {
    List<String> headings = Arrays.stream(LibraryField.values()).map(LibraryWorkbook::heading).toList();
    TableWorkbook.write(out, name, headings, lines.map(line -> {
      Map<LibraryField, String> texts = IndicatorTexts.of(line.code(), line.indicator());
      return Arrays.stream(LibraryField.values()).<Object>map(texts::get).toList();
    }));
  }

  private static String heading(LibraryField field) {
    return LibraryWords.of(Words.chinese(), field);
  }

  /** The lines of the first sheet; or in one sentence why the file is no library. Empty lines are passed over. */
  static Parsed<List<Line>> read(String fileName, byte[] content) {
    Parsed<XSSFWorkbook> opened = Spreadsheet.open(fileName, content);
    if (opened.problem().isPresent()) {
      return Parsed.bad(fileName, opened.problem().get());
    }
    try (XSSFWorkbook workbook = opened.value().orElseThrow()) {
      return lines(fileName, workbook.getSheetAt(0));
    } catch (IOException | RuntimeException broken) {
      // a forged workbook makes the library stumble in many ways; each means the same
      return Parsed.bad(fileName, new Problem("file.broken", Map.of("file", fileName)));
    }
  }

  private static Parsed<List<Line>> lines(String fileName, Sheet sheet) {
    Map<LibraryField, Integer> columns = columns(sheet.getRow(0));
    if (!columns.containsKey(LibraryField.LEVEL1) || !columns.containsKey(LibraryField.LEVEL3)) {
      return Parsed.bad(fileName, new Problem("library.no-headings", Map.of("file", fileName,
          "level1", heading(LibraryField.LEVEL1), "level3", heading(LibraryField.LEVEL3))));
    }
    List<Line> lines = new ArrayList<>();
    for (Row row : sheet) {
      Line line = line(row, columns);
      if (row.getRowNum() > 0 && line.texts().values().stream().anyMatch(text -> !text.isEmpty())) {
        lines.add(line);
      }
      if (lines.size() > MOST_ROWS) {
        return Parsed.bad(fileName, new Problem("library.too-many-rows", Map.of("file", fileName, "most", String.valueOf(MOST_ROWS))));
      }
    }
    return Parsed.ok(lines);
  }

  private static Map<LibraryField, Integer> columns(Row headings) {
    Map<String, LibraryField> known = new LinkedHashMap<>();
    Arrays.stream(LibraryField.values()).forEach(field -> known.put(heading(field), field));
    Map<LibraryField, Integer> columns = new EnumMap<>(LibraryField.class);
    for (int column = 0; headings != null && column < headings.getLastCellNum(); column++) {
      int at = column;
      Optional.ofNullable(known.get(Spreadsheet.text(headings, column))).ifPresent(field -> columns.putIfAbsent(field, at));
    }
    return columns;
  }

  private static Line line(Row row, Map<LibraryField, Integer> columns) {
    Map<LibraryField, String> texts = new EnumMap<>(LibraryField.class);
    Map<LibraryField, String> places = new EnumMap<>(LibraryField.class);
    columns.forEach((field, column) -> {
      texts.put(field, Spreadsheet.text(row, column));
      places.put(field, CellReference.convertNumToColString(column) + (row.getRowNum() + 1));
    });
    return new Line(row.getRowNum() + 1, texts, places);
  }
}
