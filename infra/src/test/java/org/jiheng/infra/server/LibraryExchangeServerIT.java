package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Kizilsu.KASHI;
import static org.jiheng.infra.server.Kizilsu.WUQIA;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.library.IndicatorLibrary;
import org.jiheng.app.library.LibraryDesk;
import org.jiheng.app.library.LibraryExchange;
import org.jiheng.app.library.LibraryField;
import org.jiheng.app.library.LibraryFilter;
import org.jiheng.app.library.LibraryImport;
import org.jiheng.app.library.LibraryLevel;
import org.jiheng.app.library.LibraryLine;
import org.jiheng.app.library.LibrarySuggestions;
import org.jiheng.app.library.Meant;
import org.jiheng.app.library.Suggestion;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** The library out to Excel and in again, and what is suggested out of a large one. */
class LibraryExchangeServerIT extends WholeProduct {

  private static final Scope OFFICE = Kizilsu.performanceOffice(KASHI);

  @Inject
  private IndicatorLibrary library;

  @Inject
  private LibraryDesk desk;

  @Inject
  private LibraryExchange exchange;

  @Inject
  private LibrarySuggestions suggestions;

  @Inject
  private Work work;

  private interface Change {
    void to(Sheet sheet);
  }

  private byte[] exported(LibraryFilter filter) {
    return as(OFFICE, () -> {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      exchange.export(filter, "指标库", out);
      return out.toByteArray();
    });
  }

  private static byte[] changed(byte[] file, Change change) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file)); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      change.to(workbook.getSheetAt(0));
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void set(Sheet sheet, int row, LibraryField field, String text) {
    Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    line.createCell(field.ordinal()).setCellValue(text);
  }

  private LibraryImport read(byte[] file) {
    return as(OFFICE, () -> exchange.read("指标库.xlsx", file));
  }

  private static LibraryFilter own(String text) {
    return new LibraryFilter(text, Optional.of(LibraryLevel.COUNTY), "", "", "", "", Optional.empty(), Optional.empty(), "", true);
  }

  @Test
  void whatIsHandedOutIsTakenInAsTheSame() {
    as(OFFICE, () -> desk.enter(IndicatorLibraryServerIT.indicator("往返指标")));
    LibraryImport whole = read(exported(LibraryFilter.ALL));
    assertThat(whole.findings()).isEmpty();
    assertThat(whole.fresh()).isEmpty();
    assertThat(whole.changed()).isEmpty();
    assertThat(whole.unchanged()).isGreaterThanOrEqualTo(574);
    assertThat(whole.applicable()).isFalse();
  }

  @Test
  void aChangedFileSaysFirstWhatItWouldDoAndThenDoesIt() {
    as(OFFICE, () -> desk.enter(IndicatorLibraryServerIT.indicator("导入甲")));
    as(OFFICE, () -> desk.enter(IndicatorLibraryServerIT.indicator("导入乙")));
    byte[] file = changed(exported(own("导入")), sheet -> {
      set(sheet, 1, LibraryField.UNIT, "人");
      set(sheet, 2, LibraryField.SIGN, "约");
      set(sheet, 3, LibraryField.LEVEL1, "效益指标");
      set(sheet, 3, LibraryField.LEVEL2, "社会效益指标");
      set(sheet, 3, LibraryField.LEVEL3, "导入丙");
      set(sheet, 3, LibraryField.KIND, "定性");
      set(sheet, 4, LibraryField.CODE, "2010001");
      set(sheet, 4, LibraryField.LEVEL1, "产出指标");
      set(sheet, 4, LibraryField.LEVEL3, "州级的不能改");
    });
    LibraryImport preview = read(file);
    assertThat(preview.changed()).extracting(LibraryImport.Item::title).containsExactly("导入甲");
    assertThat(preview.fresh()).extracting(LibraryImport.Item::title).containsExactly("导入丙");
    assertThat(preview.findings()).extracting(one -> one.place() + " " + one.problem().code())
        .contains("G3 library.unknown-word", "A5 library.code-of-another-level");
    assertThat(as(OFFICE, () -> library.count(own("导入")))).as("nothing is done yet").isEqualTo(2);

    preview.changed().forEach(item -> assertThat(as(OFFICE, () -> exchange.take(item, "指标库.xlsx"))).isEmpty());
    preview.fresh().forEach(item -> assertThat(as(OFFICE, () -> exchange.take(item, "指标库.xlsx"))).isEmpty());
    List<LibraryLine> lines = as(OFFICE, () -> library.page(own("导入"), 0, 10));
    assertThat(lines).extracting(line -> line.indicator().names().level3() + " " + line.number() + " " + line.indicator().measure().unit())
        .containsExactlyInAnyOrder("导入甲 2 人", "导入乙 1 人次", "导入丙 1 ");
    LibraryImport.Item once = preview.changed().getFirst();
    assertRefused(() -> as(OFFICE, () -> exchange.take(once, "指标库.xlsx")), "library-changed-meanwhile");
  }

  @Test
  void aFileThatIsNoneIsRefusedInASentenceAndWhoDoesNotKeepTheLibraryTakesNoneIn() {
    assertThat(read("x".getBytes(StandardCharsets.UTF_8)).refused().orElseThrow().code()).isEqualTo("file.not-excel");
    byte[] foreign = changed(exported(own("没有这样的")), sheet -> set(sheet, 0, LibraryField.LEVEL3, "名称"));
    assertThat(read(foreign).refused().orElseThrow().code()).isEqualTo("library.no-headings");
    assertRefused(() -> as(Kizilsu.clerk(KASHI), () -> exchange.read("a.xlsx", foreign)), "library-not-yours");
  }

  /** One statement and well below a second, though the library has ten thousand indicators. */
  @Test
  void suggestionsOutOfTenThousandIndicatorsTakeOneStatement() {
    Scope clerk = Kizilsu.clerk(WUQIA);
    watched("disable");
    Owner.told("insert into j_653024.library_entry (id, code, state, newest, changed_at, changed_by, version) "
        + "select gen_random_uuid(), 'L' || n, 'IN_FORCE', 1, now(), 'x', 1 from generate_series(1, 10000) n");
    Owner.told("insert into j_653024.library_version (id, entry, number, level1, level2, level3, common, kind, scoring, valid_from, changed_at, changed_by) "
        + "select gen_random_uuid(), id, 1, '产出指标', '数量指标', '第' || code || '类设施维护数量', false, 'QUAL', 'GRADED', date '2020-01-01', now(), 'x' "
        + "from j_653024.library_entry where code like 'L%'");
    try {
      as(clerk, () -> suggestions.suggest(Meant.named("数量指标", "设施维护"), 10));
      long began = System.nanoTime();
      List<Suggestion> found = as(clerk, () -> work.inTransaction(database -> {
        long before = counted();
        List<Suggestion> suggested = suggestions.suggest(Meant.named("数量指标", "第L77类设施维护数量"), 10);
        assertThat(counted() - before).isEqualTo(1);
        return suggested;
      }));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
      assertThat(found).hasSize(10);
      assertThat(found.getFirst().names().level3()).isEqualTo("第L77类设施维护数量");
    } finally {
      Owner.told("delete from j_653024.library_version where entry in (select id from j_653024.library_entry where code like 'L%')");
      Owner.told("delete from j_653024.library_entry where code like 'L%'");
      watched("enable");
    }
  }

  /** Twenty thousand entries of the trail would be no part of the test. */
  private static void watched(String how) {
    Owner.told("alter table j_653024.library_entry " + how + " trigger bypass");
    Owner.told("alter table j_653024.library_version " + how + " trigger bypass");
  }

  private static long counted() {
    return Long.parseLong(Owner.asked("select coalesce(sum(calls), 0) from pg_stat_statements s "
        + "join pg_roles r on r.oid = s.userid where r.rolname = 'j_653024'"));
  }

  @Test
  void whatIsSuggestedMayBeChosenTodayAndSaysWhy() {
    List<Suggestion> suggested = as(Kizilsu.clerk(KASHI), () -> suggestions.suggest(new Meant("质量指标", "验收通过率", "购置类", "", "%", ""), 5));
    assertThat(suggested).hasSizeBetween(1, 5);
    assertThat(suggested.getFirst().names().level3()).isEqualTo("购置**的验收通过率");
    assertThat(suggested.getFirst().reasons()).hasSize(5);
    as(Kizilsu.clerk(KASHI), () -> library.choose(suggested.getFirst().version()));
  }
}
