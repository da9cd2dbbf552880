package org.jiheng.app.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.document.StreamedSheet;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.project.LibrarySheet.Column;
import org.jiheng.app.project.LibrarySheet.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library from Excel: read row by row, each cell in the words of the template, what is wrong said at its cell. */
class LibrarySheetTest {

  @TempDir
  private Path folder;

  private static final List<String> HEADINGS = Arrays.stream(Column.values()).map(Column::heading).toList();

  private static List<Object> line(Object... cells) {
    List<Object> line = new ArrayList<>(Arrays.asList(cells));
    while (line.size() < Column.values().length) {
      line.add("");
    }
    return line;
  }

  private static List<Object> usual(int number) {
    List<Object> line = line("65300123T%012d".formatted(number), "校舍维修" + number, "101001", "2023", "特定目标类", "新增", "大型修缮", "2023-01-01", "2023-12-31", "陈立峰",
        "", "2050202", "", "", "300", "", "", "", "2023-01-20", "财预〔2023〕2号");
    line.set(Column.GENERAL_BUDGET.ordinal(), new BigDecimal("120.5"));
    line.set(Column.BOND.ordinal(), "30");
    return line;
  }

  private Path file(Stream<List<Object>> lines) throws IOException {
    Path file = folder.resolve("项目库.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      TableWorkbook.write(out, "项目库", HEADINGS, lines);
    }
    return file;
  }

  @Test
  void aLineIsReadInTheWordsOfTheTemplate() throws IOException {
    List<LibrarySheet.Line> read = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    assertThat(StreamedSheet.read(file(Stream.of(usual(1))), "f", Column.values().length, (number, cells) -> {
      if (number == 1) {
        assertThat(LibrarySheet.heading(cells)).isEmpty();
      } else {
        read.add(LibrarySheet.read(number, cells, findings, LocalDate.of(2023, 4, 18)));
      }
    })).isEmpty();
    assertThat(findings).isEmpty();
    ProjectEntry entry = read.getFirst().entry();
    assertThat(entry.type()).isEqualTo(ProjectType.MAJOR_REPAIR);
    assertThat(entry.attribute()).isEqualTo(ProjectAttribute.NEW);
    assertThat(entry.ends()).contains(LocalDate.of(2023, 12, 31));
    assertThat(entry.totalInvestment()).contains(Money.ofWan("300"));
    assertThat(read.getFirst().money()).extracting(FundingEntry::source).containsExactly(FundingSource.GENERAL_BUDGET, FundingSource.BOND);
    assertThat(Budgets.of(read.getFirst().money()).of(2023).initial()).isEqualTo(Money.ofWan("150.5"));
  }

  @Test
  void whatCannotBeReadIsSaidAtItsCell() throws IOException {
    List<Object> wrong = usual(1);
    wrong.set(Column.YEAR.ordinal(), "今年");
    wrong.set(Column.TYPE.ordinal(), "盖房");
    wrong.set(Column.STARTS.ordinal(), "年初");
    wrong.set(Column.BOND.ordinal(), "三十");
    wrong.set(Column.NAME.ordinal(), "长".repeat(181));
    List<Finding> findings = new ArrayList<>();
    StreamedSheet.read(file(Stream.of(wrong)), "f", Column.values().length, (number, cells) -> {
      if (number > 1) {
        LibrarySheet.read(number, cells, findings, LocalDate.of(2023, 4, 18));
      }
    });
    assertThat(findings).extracting(Finding::place).containsExactlyInAnyOrder("D2", "B2", "G2", "H2", "Y2");
  }

  @Test
  void daysAreReadAsTextAndAsExcelCountsThem() {
    assertThat(StreamedSheet.day("45046")).contains(LocalDate.of(2023, 4, 30));
    assertThat(StreamedSheet.day("2023-04-30")).contains(LocalDate.of(2023, 4, 30));
    assertThat(StreamedSheet.day("4月30日")).isEmpty();
  }

  @Test
  void anotherSheetIsNotGuessedAt() {
    List<String> other = new ArrayList<>(HEADINGS);
    other.set(2, "单位");
    assertThat(LibrarySheet.heading(other).orElseThrow().inputs()).containsEntry("place", "C1");
  }

  @Test
  void aFileThatIsNoneIsSaidToBeNone() throws IOException {
    Path file = folder.resolve("x.xlsx");
    Files.write(file, new byte[0]);
    assertThat(StreamedSheet.read(file, "x", 3, (_, _) -> { }).orElseThrow().code()).isEqualTo("file.empty");
    Files.write(file, "no workbook".getBytes(StandardCharsets.US_ASCII));
    assertThat(StreamedSheet.read(file, "x", 3, (_, _) -> { }).orElseThrow().code()).isEqualTo("file.not-excel");
    byte[] whole = Files.readAllBytes(file(Stream.of(usual(1))));
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThat(StreamedSheet.read(file, "x", 3, (_, _) -> { }).orElseThrow().code()).isEqualTo("file.broken");
  }

  @Test
  void whatTheTakerOfRowsThrowsIsItsOwn() throws IOException {
    Path file = file(Stream.of(usual(1)));
    assertThatThrownBy(() -> StreamedSheet.read(file, "x", 3, (_, _) -> {
      throw new IllegalStateException("mine");
    })).isInstanceOf(IllegalStateException.class).hasMessage("mine");
  }

  /** Twenty thousand lines of 27 columns: the rows are never together in memory. */
  @Test
  void aLongFileIsReadRowByRow() throws IOException {
    Path file = file(Stream.iterate(1, number -> number + 1).limit(20_000).map(LibrarySheetTest::usual));
    int[] rows = {0};
    assertThat(StreamedSheet.read(file, "f", Column.values().length, (_, _) -> rows[0]++)).isEmpty();
    assertThat(rows[0]).isEqualTo(20_001);
  }
}
