package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Forms.EXECUTED;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.ImportPreview;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.Imported;
import org.jiheng.app.selfevaluation.SelfEvaluationExchange;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.junit.jupiter.api.Test;

/** A file is looked at first and then taken over whole or not at all. */
class ExchangeServerIT extends WholeProduct {

  private static final int KEY_COLUMN = 9;

  private static final String PUBLISHED = """
      {"kind": "self-eval", "title": "营养改善计划", "issuing_body": "某中学", "year": 2022,
       "budget": {"initial": null, "adjusted": 387664.62, "executed": 387664.62, "unit": "元"},
       "execution": {"weight": 10, "score": 10},
       "indicators": [
         {"level1": "产出指标", "level2": "数量指标", "level3": "受资助人数", "target": "≥735人次", "actual": "735", "weight": 50, "score": 50},
         {"level1": "效益指标", "level2": "社会效益指标", "level3": "政策知晓率", "target": "≥100%", "actual": "98%", "weight": 40, "score": 39,
          "deviation_note": "宣传不足"}],
       "total_score_published": 99}""";

  @Inject
  private SelfEvaluationExchange exchange;

  @Inject
  private Forms forms;

  private final int year = Forms.aYearOfItsOwn();

  private ImportPreview<Imported> read(UUID id, String name, byte[] content) {
    return as(clerk(ARTUX), () -> exchange.read(id, name, content));
  }

  private ImportPreview<Imported> published(UUID id) {
    return read(id, "案例.json", PUBLISHED.getBytes(StandardCharsets.UTF_8));
  }

  /** The form's own template with a text typed into the row with this key. */
  private byte[] filled(UUID id, String key, int column, String text) throws IOException {
    byte[] template = as(clerk(ARTUX), () -> exchange.template(id));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template)); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (Row row : workbook.getSheetAt(1)) {
        if (row.getCell(KEY_COLUMN) != null && key.equals(row.getCell(KEY_COLUMN).getStringCellValue())) {
          row.getCell(column).setCellValue(text);
        }
      }
      workbook.write(out);
      return out.toByteArray();
    }
  }

  @Test
  void theTemplateComesBackWithWhatWasTypedIntoItAndNothingElse() throws IOException {
    UUID id = forms.complete(ARTUX, year);
    ImportPreview<Imported> preview = read(id, "自评表.xlsx", filled(id, "budget/total", 3, "38.5"));
    assertThat(preview.refused()).isEmpty();
    assertThat(preview.findings()).isEmpty();
    assertThat(preview.newLines()).isZero();
    assertThat(preview.changes()).extracting(labelled -> labelled.change())
        .containsExactly(new CellChange(EXECUTED, "380000.00", "385000.00", false, false));

    does(clerk(ARTUX), () -> exchange.apply(id, preview));
    assertThat(forms.seenBy(clerk(ARTUX), id).cells().text(EXECUTED)).isEqualTo("385000.00");
  }

  @Test
  void lookingAtAFileWritesNothing() throws IOException {
    UUID id = forms.complete(ARTUX, year);
    byte[] file = filled(id, "goal/actual", 1, "另一个说法");
    String before = Forms.whole(id);
    read(id, "自评表.xlsx", file);
    published(id);
    read(id, "自评表.xlsx", "不是表格".getBytes(StandardCharsets.UTF_8));
    assertThat(Forms.whole(id)).isEqualTo(before);
  }

  @Test
  void theTemplateOfAnotherFormIsRefused() throws IOException {
    UUID id = forms.complete(ARTUX, year);
    UUID other = forms.complete(ARTUX, year);
    ImportPreview<Imported> preview = read(id, "自评表.xlsx", filled(other, "budget/total", 3, "1"));
    assertThat(preview.refused()).hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("template.other-form"));
    assertThatThrownBy(() -> does(clerk(ARTUX), () -> exchange.apply(id, preview))).isInstanceOf(RefusedException.class);
  }

  /** A returned form takes only what it was returned for, also from a file; the person is told beforehand and afterwards. */
  @Test
  void cellsThatMayNotBeWrittenNowAreToldInThePreviewAndStayAsTheyAre() throws IOException {
    UUID id = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    forms.returnFor(Kizilsu.approver(ARTUX), id, EXECUTED);
    ImportPreview<Imported> preview = read(id, "自评表.xlsx", filled(id, "goal/actual", 1, "另一个说法"));
    assertThat(preview.changes()).isEmpty();
    assertThat(preview.locked()).extracting(labelled -> labelled.change().key()).containsExactly(FormCells.GOAL_ACTUAL);
    assertThat(preview.applicable()).as("nothing would be taken").isFalse();

    ImportPreview<Imported> both = read(id, "自评表.xlsx", filled(id, "budget/total", 3, "39"));
    List<EditOutcome> outcomes = as(clerk(ARTUX), () -> exchange.apply(id, both));
    assertThat(outcomes).allMatch(EditOutcome.Saved.class::isInstance);
    assertThat(forms.seenBy(clerk(ARTUX), id).cells().text(EXECUTED)).isEqualTo("390000.00");
  }

  @Test
  void whatTheFormCannotReadInAFileBecomesADraftAtItsCell() throws IOException {
    UUID id = forms.complete(ARTUX, year);
    ImportPreview<Imported> preview = read(id, "自评表.xlsx", filled(id, "budget/total", 3, "约三十九万"));
    assertThat(preview.findings()).extracting(ImportPreview.Finding::typed).containsExactly("约三十九万");
    does(clerk(ARTUX), () -> exchange.apply(id, preview));
    SelfEvaluationForm form = forms.seenBy(clerk(ARTUX), id);
    assertThat(form.cells().text(EXECUTED)).isEqualTo("380000.00");
    assertThat(form.desk().drafts().get(EXECUTED).typed()).isEqualTo("约三十九万");
  }

  @Test
  void aPublishedFormIsTakenOverWholeAndItsOwnScoresAreKeptBesideTheComputed() {
    UUID id = forms.begun(ARTUX, year);
    does(clerk(ARTUX), () -> exchange.apply(id, published(id)));
    SelfEvaluationForm form = forms.seenBy(clerk(ARTUX), id);
    assertThat(form.indicators()).hasSize(2);
    assertThat(form.cells().text(EXECUTED)).isEqualTo("387664.62");
    assertThat(form.cells().text(FormCells.TOTAL_REPORTED)).isEqualTo("99.00");
    assertThat(form.result().total().value()).hasToString("Optional[99.20]");
    assertThat(form.source()).contains("某中学");
  }

  @Test
  void aFileThatFailsHalfWayLeavesTheFormAsItWas() {
    UUID id = forms.begun(ARTUX, year);
    ImportPreview<Imported> preview = published(id);
    String before = Forms.whole(id);
    // the second line of the file meets a table that will not have it
    Owner.told("alter table j_653001.self_evaluation_indicator add constraint not_this_one check (level3 <> '政策知晓率') not valid");
    try {
      assertThatThrownBy(() -> does(clerk(ARTUX), () -> exchange.apply(id, preview))).isInstanceOf(RuntimeException.class);
    } finally {
      Owner.told("alter table j_653001.self_evaluation_indicator drop constraint not_this_one");
    }
    assertThat(Forms.whole(id)).isEqualTo(before);
    does(clerk(ARTUX), () -> exchange.apply(id, preview));
    assertThat(forms.seenBy(clerk(ARTUX), id).indicators()).hasSize(2);
  }

  @Test
  void nothingIsTakenOverIntoAFormThatIsUnderReview() {
    UUID id = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    ImportPreview<Imported> preview = published(id);
    String before = Forms.whole(id);
    assertThatThrownBy(() -> does(clerk(ARTUX), () -> exchange.apply(id, preview))).isInstanceOf(RefusedException.class);
    assertThat(Forms.whole(id)).isEqualTo(before);
  }

  @Test
  void aReviewerTakesNoFileOver() {
    UUID id = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    ImportPreview<Imported> preview = published(id);
    String before = Forms.whole(id);
    for (var reviewer : List.of(Kizilsu.approver(ARTUX), Kizilsu.performanceOffice(ARTUX), Kizilsu.auditor(ARTUX))) {
      assertThatThrownBy(() -> does(reviewer, () -> exchange.apply(id, preview))).isInstanceOf(RefusedException.class);
    }
    assertThat(Owner.rows("select i::text from j_653001.self_evaluation_indicator i where self_evaluation = ?", id)).hasSize(2);
    assertThat(before).contains(Owner.asked("select s::text from j_653001.self_evaluation s where id = ?", id));
  }
}
