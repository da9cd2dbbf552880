package org.jiheng.app.selfevaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Spreadsheet;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.ImportPreview;
import org.jiheng.app.selfevaluation.Imported.RefusedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever file comes in — broken, foreign, old, forged — the answer is a sentence, never an exception. */
class ForgedFilesTest {

  private static final String XLSX = "自评表.xlsx";
  private static final String JSON = "自评表.json";

  private final SelfEvaluation form = Filled.begun(2023, "20");
  private final UUID line = Filled.line(form, Map.of(IndicatorRow.Column.LEVEL3, "受资助人数"));

  // ---- no template of this form

  @Test
  void anEmptyFile() {
    assertThat(problem(new byte[0])).isEqualTo(new Problem("file.empty", Map.of("file", XLSX)));
  }

  @Test
  void aFileThatIsNoWorkbook() {
    assertThat(problem("项目支出绩效自评表".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("file.not-excel");
    assertThat(problem("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("file.not-excel");
  }

  @Test
  void anOldWorkbook() throws IOException {
    try (HSSFWorkbook old = new HSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      old.createSheet("自评表");
      old.write(out);
      assertThat(problem(out.toByteArray()).code()).isEqualTo("file.old-excel");
    }
  }

  @Test
  void aFileThatIsTooLarge() {
    assertThat(problem(new byte[Spreadsheet.LARGEST + 1]).code()).isEqualTo("file.too-large");
  }

  @Test
  void aZipThatIsNoWorkbook() throws IOException {
    assertThat(problem(zip("word/document.xml", "<w:document/>".getBytes(StandardCharsets.UTF_8))).code()).isEqualTo("file.broken");
  }

  @Test
  void someOtherWorkbook() throws IOException {
    try (XSSFWorkbook other = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      other.createSheet("台账").createRow(0).createCell(0).setCellValue("项目");
      other.write(out);
      assertThat(problem(out.toByteArray())).isEqualTo(new Problem("template.foreign", Map.of("file", XLSX)));
    }
  }

  @Test
  void aTemplateWhoseMarkIsGone() {
    Workbook workbook = Workbook.of(form);
    workbook.hidden().removeRow(workbook.hidden().getRow(0));
    assertThat(problem(workbook.bytes()).code()).isEqualTo("template.foreign");
    Workbook alone = Workbook.of(form);
    alone.book().removeSheetAt(1);
    assertThat(problem(alone.bytes()).code()).isEqualTo("template.foreign");
  }

  @Test
  void anotherVersionOfTheTemplate() {
    Workbook workbook = Workbook.of(form);
    workbook.hidden().getRow(1).getCell(0).setCellValue("0");
    assertThat(problem(workbook.bytes())).isEqualTo(new Problem("template.version", Map.of("file", XLSX, "version", "0", "expected", Template.VERSION)));
  }

  @Test
  void theTemplateOfAnotherForm() {
    SelfEvaluation other = new SelfEvaluation(new UUID(9, 9), new Project() {
      @Override
      public Money initialBudget() {
        return Money.ZERO;
      }

      @Override
      public Money annualBudget() {
        return Money.ZERO;
      }
    });
    assertThat(problem(Workbook.of(other).bytes())).isEqualTo(new Problem("template.other-form", Map.of("file", XLSX, "project", "营养改善计划")));
  }

  // ---- rows that were tampered with

  @ParameterizedTest
  @ValueSource(strings = {"indicator/not-a-uuid", "indicator/", "indicator/+/+", "budget/", "budget/total/annual", "budget/everything", "goal", "goal/none",
      "total/reported", "execution/weight", "/", "//", "drop table", "…", "indicator/00000000-0000-0000-0000-00000000000g"})
  void aRowWhoseKeyIsGarbage(String key) {
    Workbook workbook = Workbook.of(form);
    Row row = workbook.row("indicator/" + line);
    row.getCell(Template.KEY_COLUMN).setCellValue(key);
    assertThat(problem(workbook.bytes())).isEqualTo(new Problem("template.unknown-row", Map.of("file", XLSX, "row", String.valueOf(row.getRowNum() + 1))));
  }

  @Test
  void aRowWhoseKeyIsLongerThanAnyKey() {
    Workbook workbook = Workbook.of(form);
    workbook.row("statement").getCell(Template.KEY_COLUMN).setCellValue("statement".repeat(3_000));
    assertThat(problem(workbook.bytes()).code()).isEqualTo("template.unknown-row");
  }

  @ParameterizedTest
  @ValueSource(strings = {"indicator/%s", "budget/total", "goal/actual", "statement", "execution"})
  void theSameRowTwice(String key) {
    Workbook workbook = Workbook.of(form);
    Row first = workbook.row(key.formatted(line));
    Row copy = workbook.insertBelow(first);
    copy.createCell(Template.KEY_COLUMN).setCellValue(key.formatted(line));
    assertThat(problem(workbook.bytes())).isEqualTo(new Problem("template.row-twice", Map.of("file", XLSX,
        "row", String.valueOf(copy.getRowNum() + 1), "first", String.valueOf(first.getRowNum() + 1))));
  }

  @Test
  void somethingFarBelowWhatIsRead() {
    Workbook workbook = Workbook.of(form);
    workbook.sheet().createRow(360).createCell(2).setCellValue("x");
    assertThat(problem(workbook.bytes())).isEqualTo(new Problem("template.too-many-rows", Map.of("file", XLSX, "row", "361", "most", "360")));
  }

  @Test
  void emptyRowsFarBelowAreNoHindrance() {
    Workbook workbook = Workbook.of(form);
    for (int i = 2_000; i < 2_100; i++) {
      workbook.sheet().createRow(i).createCell(0).setBlank();
    }
    assertThat(workbook.preview().refused()).isEmpty();
  }

  /** Too much to hold in memory row by row; refused before it is taken apart. */
  @Test
  void aHundredThousandRows() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int row = 101; row <= 100_100; row++) {
      rows.append("<row r=\"%1$d\"><c r=\"A%1$d\"><v>1</v></c><c r=\"B%1$d\"><v>1</v></c><c r=\"C%1$d\"><v>1</v></c></row>".formatted(row));
    }
    byte[] huge = tampered(Workbook.of(form).bytes(), "xl/worksheets/sheet2.xml", xml -> xml.replace("</sheetData>", rows + "</sheetData>"), 0);
    assertThat(huge.length).isLessThan(Spreadsheet.LARGEST);
    assertThat(problem(huge)).isEqualTo(new Problem("file.unpacks-too-large", Map.of("file", XLSX)));
  }

  @Test
  void aBombThatUnpacksToAThousandTimesItsSize() throws IOException {
    byte[] bomb = tampered(Workbook.of(form).bytes(), "xl/worksheets/sheet2.xml", null, 64);
    assertThat(bomb.length).isLessThan(100_000);
    assertThat(problem(bomb)).isEqualTo(new Problem("file.unpacks-too-large", Map.of("file", XLSX)));
  }

  /** Some programs write workbooks as a stream, with sizes behind the parts; such a file is as good as any. */
  @Test
  void aWorkbookWrittenAsAStreamIsTaken() throws IOException {
    try (SXSSFWorkbook streamed = new SXSSFWorkbook(Workbook.of(form).book()); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      streamed.write(out);
      assertThat(answer(out.toByteArray())).isEmpty();
    }
  }

  // ---- XML that was tampered with

  @Test
  void numbersThatAreNone() throws IOException {
    for (String number : new String[] {"NaN", "1E999", "abc", "-", ""}) {
      Workbook workbook = Workbook.of(form);
      workbook.row("budget/total").getCell(3).setCellValue(4711);
      byte[] forged = tampered(workbook.bytes(), "xl/worksheets/sheet2.xml", xml -> xml.replace("<v>4711.0</v>", "<v>" + number + "</v>"), 0);
      answer(forged);
    }
  }

  /** An entity that names a file of the server is never followed. */
  @Test
  void anEntityThatNamesAFileOfTheServer() throws IOException {
    byte[] forged = tampered(Workbook.of(form).bytes(), "xl/sharedStrings.xml", xml -> xml.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>")
        .replaceFirst("<t[^>]*>[^<]*</t>", "<t>&secret;</t>"), 0);
    assertThat(answer(forged)).hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("file.broken"));
  }

  @Test
  void aFileThatBrokeOnTheWay() {
    byte[] whole = Workbook.of(form).bytes();
    Random random = new Random(404);
    for (int i = 0; i < 40; i++) {
      byte[] broken = i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(1, whole.length)) : whole.clone();
      for (int flip = 0; i % 2 == 1 && flip < 20; flip++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      answer(broken);
    }
  }

  // ---- JSON

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[]", "null", "\"self-eval\"", "{\"kind\":\"self-eval\"", "{\"kind\":}", "<html>"})
  void jsonThatIsNone(String text) {
    assertThat(jsonProblem(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Optional.of(new Problem("file.broken", Map.of("file", JSON))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"kind\":\"goal\",\"indicators\":[],\"budget\":{}}", "{\"kind\":\"self-eval\",\"indicators\":{},\"budget\":{}}",
      "{\"kind\":\"self-eval\",\"indicators\":[]}", "{\"kind\":7,\"indicators\":[],\"budget\":{}}"})
  void jsonThatIsNoSelfEvaluation(String text) {
    assertThat(jsonProblem(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Optional.of(new Problem("file.not-a-self-evaluation", Map.of("file", JSON))));
  }

  @Test
  void jsonInAnotherEncodingOrNestedWithoutEndOrTooLarge() {
    assertThat(jsonProblem("{\"kind\":\"自评\"}".getBytes(Charset.forName("GBK")))).isPresent();
    assertThat(jsonProblem("[".repeat(200_000).getBytes(StandardCharsets.UTF_8))).isPresent();
    assertThat(jsonProblem(("{\"kind\":" + "{\"a\":".repeat(100_000)).getBytes(StandardCharsets.UTF_8))).isPresent();
    assertThat(jsonProblem(new byte[Spreadsheet.LARGEST + 1])).contains(new Problem("file.too-large", Map.of("file", JSON)));
  }

  /** What stands where something else belongs is a finding at its place, or nothing at all. */
  @Test
  void jsonWithTheWrongThingInEveryPlace() throws RefusedFile {
    for (String wrong : new String[] {"null", "true", "[]", "{}", "\"约二十\"", "-5", "1E999999999", "1E-999999999", "0.123456789", "\"\\u0000\""}) {
      String text = """
          {"kind":"self-eval","title":%1$s,"issuing_body":%1$s,"year":%1$s,"budget":{"unit":%1$s,"initial":%1$s,"adjusted":%1$s,"executed":%1$s},
           "execution":{"weight":%1$s,"score":%1$s},"total_score_published":%1$s,
           "indicators":[%1$s,{"level1":%1$s,"level2":%1$s,"level3":%1$s,"target":%1$s,"actual":%1$s,"weight":%1$s,"score":%1$s,"deviation_note":%1$s}]}
          """.formatted(wrong);
      Imported plan = PublishedJson.read(JSON, text.getBytes(StandardCharsets.UTF_8));
      ImportPreview<Imported> preview = SelfEvaluationExchange.preview(Filled.shown(form), JSON, plan);
      assertThat(preview.findings()).allSatisfy(finding -> assertThat(Words.chinese().say(finding.problem())).doesNotContain("{"));
      assertThat(preview.refused()).isEmpty();
    }
  }

  @Test
  void aNumberOfAMillionDigits() {
    String text = "{\"kind\":\"self-eval\",\"indicators\":[],\"budget\":{\"adjusted\":" + "9".repeat(1_000_000) + "}}";
    assertThat(jsonProblem(text.getBytes(StandardCharsets.UTF_8))).isPresent();
  }

  private Problem problem(byte[] content) {
    return answer(content).orElseThrow(() -> new AssertionError("the file was taken"));
  }

  /** The sentence, or nothing if the file was taken; anything else fails the test. */
  private Optional<Problem> answer(byte[] content) {
    try {
      SelfEvaluationExchange.preview(Filled.shown(form), XLSX, FilledTemplate.read(XLSX, content, form.id()));
      return Optional.empty();
    } catch (RefusedFile refused) {
      assertThat(Words.chinese().say(refused.problem())).contains(XLSX).doesNotContain("{");
      return Optional.of(refused.problem());
    }
  }

  private Optional<Problem> jsonProblem(byte[] content) {
    try {
      PublishedJson.read(JSON, content);
      return Optional.empty();
    } catch (RefusedFile refused) {
      return Optional.of(refused.problem());
    }
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return out.toByteArray();
  }

  /** The workbook with one of its parts rewritten, or filled up with so many megabytes of spaces. */
  private static byte[] tampered(byte[] workbook, String part, UnaryOperator<String> rewrite, int megabytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook)); ZipOutputStream zip = new ZipOutputStream(out)) {
      boolean found = false;
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals(part)) {
          found = true;
          byte[] rewritten = rewrite == null ? content : rewrite.apply(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
          assertThat(rewrite == null || !Arrays.equals(rewritten, content)).as("something was rewritten").isTrue();
          zip.write(rewritten);
          byte[] spaces = new byte[1024 * 1024];
          Arrays.fill(spaces, (byte) ' ');
          for (int i = 0; i < megabytes; i++) {
            zip.write(spaces);
          }
        } else {
          zip.write(content);
        }
      }
      assertThat(found).as(part).isTrue();
    }
    return out.toByteArray();
  }
}
