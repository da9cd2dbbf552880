package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.library.IndicatorLibrary;
import org.jiheng.app.library.LibraryExchange;
import org.jiheng.app.library.LibraryField;
import org.jiheng.app.library.LibraryFilter;
import org.jiheng.app.library.LibraryImport;
import org.jiheng.app.library.LibraryImport.Difference;
import org.jiheng.app.library.LibraryLevel;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** The whole library of indicators out of one file: every line is in, a second time changes nothing, and what differs is said field by field. */
class WholeLibraryImportServerIT extends WholeProduct {

  /** A county where no other test counts indicators. */
  private static final Scope OFFICE = Kizilsu.performanceOffice(Kizilsu.COUNTIES_ELSEWHERE.get(5));
  private static final Scope READER = Kizilsu.performanceOffice(Kizilsu.COUNTIES_ELSEWHERE.get(6));
  /** Indicators out of published forms that every prefecture begins with. */
  private static final int PUBLISHED = 573;

  @Inject
  private IndicatorLibrary library;

  @Inject
  private LibraryExchange exchange;

  private static LibraryFilter level(LibraryLevel level) {
    return new LibraryFilter("", Optional.of(level), "", "", "", "", Optional.empty(), Optional.empty(), "", true);
  }

  /** The published indicators as a file of the county's own: without codes, so that each gets one. */
  private byte[] published(Consumer<Sheet> otherwise) {
    byte[] file = as(READER, () -> {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      exchange.export(level(LibraryLevel.PREFECTURE), "指标库", out);
      return out.toByteArray();
    });
    return changed(file, sheet -> {
      for (int row = 1; row <= sheet.getLastRowNum(); row++) {
        set(sheet, row, LibraryField.CODE, "");
      }
      otherwise.accept(sheet);
    });
  }

  private static byte[] changed(byte[] file, Consumer<Sheet> change) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file)); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      change.accept(workbook.getSheetAt(0));
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void set(Sheet sheet, int row, LibraryField field, String text) {
    Row line = sheet.getRow(row);
    line.createCell(field.ordinal()).setCellValue(text);
  }

  private LibraryImport read(byte[] file) {
    return as(OFFICE, () -> exchange.read("指标库.xlsx", file));
  }

  private void take(LibraryImport looked) {
    Stream.concat(looked.fresh().stream(), looked.changed().stream())
        .forEach(item -> assertThat(as(OFFICE, () -> exchange.take(item, "指标库.xlsx"))).as(item.title()).isEmpty());
  }

  private long own() {
    return as(OFFICE, () -> library.count(level(LibraryLevel.COUNTY)));
  }

  /** The row in which an indicator of the file stands, counted from 0. */
  private static int row(Sheet sheet, String name) {
    for (int row = 1; row <= sheet.getLastRowNum(); row++) {
      if (sheet.getRow(row).getCell(LibraryField.LEVEL3.ordinal()).getStringCellValue().equals(name)) {
        return row;
      }
    }
    throw new IllegalStateException("no " + name);
  }

  private static Map<String, Long> findings(LibraryImport looked) {
    return looked.findings().stream().collect(Collectors.groupingBy(one -> one.problem().code(), Collectors.counting()));
  }

  /**
   * Of what was published some lines do not keep to the rules of the house: a second level that stands under no such first one (3.3),
   * a cost to be spent at the least (G3). They are named at their cells; every other line is in.
   */
  @Test
  void everyLineIsInOrNamedAtItsCellASecondTimeChangesNothingAndWhatDiffersIsExplained() {
    long lines = as(READER, () -> library.count(level(LibraryLevel.PREFECTURE)));
    assertThat(lines).isGreaterThanOrEqualTo(PUBLISHED);
    byte[] whole = published(_ -> { });
    LibraryImport first = read(whole);
    assertThat(findings(first)).isEqualTo(Map.of("library.level2-foreign", 21L, "library.cost-upwards", 3L));
    assertThat(first.fresh()).hasSize((int) lines - 24);
    take(first);
    assertThat(own()).isEqualTo(lines - 24);

    LibraryImport second = read(whole);
    assertThat(second.unchanged()).isEqualTo((int) lines - 24);
    assertThat(second.applicable()).as("nothing is left to be done").isFalse();

    LibraryImport differing = read(published(sheet -> {
      int changed = row(sheet, "购置**的验收通过率");
      set(sheet, changed, LibraryField.EXPLANATION, "验收通过的件数占购置件数的比例");
      set(sheet, changed, LibraryField.TARGET, "100%");
      set(sheet, changed, LibraryField.SIGN, "=");
      set(sheet, row(sheet, "培训出勤率"), LibraryField.LEVEL1, "效益指标");
      set(sheet, row(sheet, "培训合格率"), LibraryField.VALID_UNTIL, "去年");
    }));
    assertThat(differing.changed()).singleElement().satisfies(item -> assertThat(item.differences()).contains(
        new Difference(LibraryField.EXPLANATION, "", "验收通过的件数占购置件数的比例"), new Difference(LibraryField.SIGN, "≥", "="),
        new Difference(LibraryField.TARGET, "", "100%")));
    assertThat(differing.findings()).filteredOn(one -> one.problem().code().equals("library.no-day")).singleElement()
        .satisfies(one -> assertThat(one.place()).matches("AD[0-9]+"));
    assertThat(findings(differing)).isEqualTo(Map.of("library.level2-foreign", 22L, "library.cost-upwards", 3L, "library.no-day", 1L));
    assertThat(differing.unchanged()).isEqualTo((int) lines - 24 - 3);
    take(differing);
    assertThat(own()).as("no line became a second indicator").isEqualTo(lines - 24);
  }

  @Test
  void aLineThatLeavesOpenWhatIsUsualIsTheSameTheSecondTime() {
    Scope office = Kizilsu.performanceOffice(Kizilsu.COUNTIES_ELSEWHERE.get(7));
    byte[] bare = changed(published(_ -> { }), sheet -> {
      for (int row = sheet.getLastRowNum(); row > 2; row--) {
        sheet.removeRow(sheet.getRow(row));
      }
      List.of(1, 2).forEach(row -> List.of(LibraryField.COMMON, LibraryField.KIND, LibraryField.STANDARD, LibraryField.SCORING, LibraryField.AGGREGATION,
          LibraryField.REQUIRED, LibraryField.MAIN_QUANTITY, LibraryField.VALID_FROM, LibraryField.STANDARD_SOURCE).forEach(field -> set(sheet, row, field, "")));
      // two of one name are two indicators, not one written twice
      List.of(1, 2).forEach(row -> Map.of(LibraryField.LEVEL1, "产出指标", LibraryField.LEVEL2, "数量指标", LibraryField.LEVEL3, "同名指标",
          LibraryField.INDUSTRY, "", LibraryField.SIGN, "≥", LibraryField.UNIT, "个").forEach((field, text) -> set(sheet, row, field, text)));
    });
    LibraryImport first = as(office, () -> exchange.read("指标库.xlsx", bare));
    assertThat(first.findings()).isEmpty();
    assertThat(first.fresh()).hasSize(2);
    first.fresh().forEach(item -> as(office, () -> exchange.take(item, "指标库.xlsx")));
    LibraryImport second = as(office, () -> exchange.read("指标库.xlsx", bare));
    assertThat(second.unchanged()).isEqualTo(2);
    assertThat(second.applicable()).isFalse();
  }
}
