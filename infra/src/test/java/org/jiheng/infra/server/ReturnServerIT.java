package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Forms.EXECUTED;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.approver;
import static org.jiheng.infra.server.Kizilsu.auditor;
import static org.jiheng.infra.server.Kizilsu.clerk;
import static org.jiheng.infra.server.Kizilsu.departmentReviewer;
import static org.jiheng.infra.server.Kizilsu.financeSection;
import static org.jiheng.infra.server.Kizilsu.performanceOffice;
import static org.jiheng.infra.server.Acting.assertRefused;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellLocks;
import org.jiheng.app.review.CellNote;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.LabelledChange;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.IndicatorRow;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** A return points at cells, opens those and no others, and the next reader sees what became of them. */
class ReturnServerIT extends WholeProduct {

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private Forms forms;

  private final int year = Forms.aYearOfItsOwn();

  private CellKey actualOf(UUID id) {
    return cell(id, IndicatorRow.Column.ACTUAL);
  }

  private CellKey cell(UUID id, IndicatorRow.Column column) {
    return FormCells.indicator(forms.seenBy(auditor(ARTUX), id).indicators().getFirst(), column);
  }

  @Test
  void returnedForOneCellThatCellIsOpenAndWhatFollowsFromItAndNothingElse() {
    UUID id = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    CellKey actual = actualOf(id);
    forms.returnFor(financeSection(ARTUX), id, actual);

    SelfEvaluationForm form = forms.seenBy(clerk(ARTUX), id);
    CellLocks locks = form.desk().locks();
    assertThat(form.cells().keys().stream().filter(locks::open)).containsExactlyInAnyOrder(
        actual, cell(id, IndicatorRow.Column.DEVIATION), cell(id, IndicatorRow.Column.REPORTED), cell(id, IndicatorRow.Column.LEVEL));
    assertThat(as(clerk(ARTUX), () -> forms.write(id, FormCells.STATEMENT, "顺手改一下"))).isInstanceOf(EditOutcome.Locked.class);
    assertRefused(() -> as(clerk(ARTUX), () -> selfEvaluations.addLines(id, List.of(Map.of()))), "cell-not-returned");
    assertThat(as(clerk(ARTUX), () -> forms.write(id, actual, "740"))).isInstanceOf(EditOutcome.Saved.class);
  }

  @Test
  void aReturnForTheWholeTableLetsTheUnitAddAndTakeAwayLines() {
    UUID id = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    forms.returnFor(approver(ARTUX), id, FormCells.INDICATORS);
    UUID line = as(clerk(ARTUX), () -> selfEvaluations.addLines(id, List.of(Map.of()))).lines().getFirst();
    does(clerk(ARTUX), () -> selfEvaluations.removeLines(id, List.of(line)));
    assertThat(forms.seenBy(clerk(ARTUX), id).indicators()).hasSize(2);
  }

  @Test
  void aLineThatIsTakenAwayAnswersTheNoteAtItsCell() {
    UUID id = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    UUID line = forms.seenBy(approver(ARTUX), id).indicators().getFirst();
    CellKey actual = FormCells.indicator(line, IndicatorRow.Column.ACTUAL);
    does(approver(ARTUX), () -> selfEvaluations.note(id, actual, ReturnReason.DATA_UNTRUE, "这一行与台账不符"));
    forms.returnFor(approver(ARTUX), id, FormCells.INDICATORS);
    does(clerk(ARTUX), () -> selfEvaluations.removeLines(id, List.of(line)));
    assertThat(Forms.notesOf(forms.seenBy(clerk(ARTUX), id), actual)).extracting(CellNote::state).containsExactly(CellNote.State.ANSWERED);
  }

  @Test
  void withoutANoteAtACellOrWithoutAReasonNothingIsReturned() {
    UUID id = forms.at(FormState.DEPARTMENT_REVIEW, ARTUX, year);
    int version = forms.seenBy(departmentReviewer(ARTUX), id).desk().version();
    Order reasoned = new Order(Identifiers.next(), version, Optional.of(ReturnReason.INCOMPLETE), "内容不完整,请补充");
    assertRefused(() -> does(departmentReviewer(ARTUX), () -> selfEvaluations.walk(id, Move.RETURN, reasoned)), "return-needs-a-note");

    does(departmentReviewer(ARTUX), () -> selfEvaluations.note(id, FormCells.STATEMENT, ReturnReason.INCOMPLETE, "请补充自评说明"));
    for (Order unreasoned : List.of(
        new Order(Identifiers.next(), version, Optional.empty(), "内容不完整,请补充"),
        new Order(Identifiers.next(), version, Optional.of(ReturnReason.INCOMPLETE), "不行"))) {
      assertRefused(() -> does(departmentReviewer(ARTUX), () -> selfEvaluations.walk(id, Move.RETURN, unreasoned)), "reason-missing");
    }
    does(departmentReviewer(ARTUX), () -> selfEvaluations.walk(id, Move.RETURN, reasoned));
    assertThat(forms.seenBy(clerk(ARTUX), id).desk().state()).isEqualTo(FormState.RETURNED);
  }

  @Test
  void aNoteNotSentIsSeenAtItsDeskAloneAndIsSentOrTakenAwayBeforeTheFormGoesOn() {
    UUID id = forms.at(FormState.DEPARTMENT_REVIEW, ARTUX, year);
    does(departmentReviewer(ARTUX), () -> selfEvaluations.note(id, FormCells.STATEMENT, ReturnReason.INCOMPLETE, "请补充自评说明"));
    for (Scope other : List.of(clerk(ARTUX), approver(ARTUX), financeSection(ARTUX), performanceOffice(ARTUX), auditor(ARTUX))) {
      assertThat(forms.seenBy(other, id).desk().notes()).as(other.caller().name()).isEmpty();
    }
    SelfEvaluationForm seen = forms.seenBy(departmentReviewer(ARTUX), id);
    assertRefused(() -> does(departmentReviewer(ARTUX), () -> selfEvaluations.walk(id, Move.PASS, Forms.order(seen))), "notes-unsent");

    does(departmentReviewer(ARTUX), () -> selfEvaluations.dropNote(id, seen.desk().notes().getFirst().id()));
    forms.walk(departmentReviewer(ARTUX), id, Move.PASS);
    assertThat(forms.seenBy(auditor(ARTUX), id).desk().state()).isEqualTo(FormState.FINANCE_FIRST);
  }

  @Test
  void nobodyWritesANoteOnAFormThatIsNotOnTheirDesk() {
    UUID id = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    for (Scope other : List.of(clerk(ARTUX), approver(ARTUX), departmentReviewer(ARTUX), performanceOffice(ARTUX), auditor(ARTUX))) {
      assertRefused(() -> does(other, () -> selfEvaluations.note(id, FormCells.STATEMENT, ReturnReason.OTHER, "我也有意见要提")), "move-not-yours");
    }
    assertThat(Owner.asked("select count(*) from j_653001.cell_note where review = ?", id)).isEqualTo("0");
  }

  @Test
  void aNoteIsTakenAwayByWhoWroteItAndAnsweredByTheUnitAndByNobodyElse() {
    UUID id = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    does(financeSection(ARTUX), () -> selfEvaluations.note(id, FormCells.STATEMENT, ReturnReason.OTHER, "请说明原因"));
    UUID note = forms.seenBy(financeSection(ARTUX), id).desk().notes().getFirst().id();
    Scope colleague = Kizilsu.person(ARTUX, "业务科室同事", "", org.jiheng.tenants.scope.Role.FINANCE_SECTION);
    for (Scope other : List.of(clerk(ARTUX), departmentReviewer(ARTUX), performanceOffice(ARTUX), colleague)) {
      assertRefused(() -> does(other, () -> selfEvaluations.dropNote(id, note)), "note-not-yours");
      assertRefused(() -> does(other, () -> selfEvaluations.answer(id, note, "代为答复")), "note-not-yours");
    }
    forms.returnFor(financeSection(ARTUX), id, EXECUTED);
    for (Scope other : List.of(approver(ARTUX), financeSection(ARTUX), performanceOffice(ARTUX))) {
      assertRefused(() -> does(other, () -> selfEvaluations.answer(id, note, "代为答复")), "note-not-yours");
    }
    does(clerk(ARTUX), () -> selfEvaluations.answer(id, note, "已核对台账"));
    assertThat(Forms.notesOf(forms.seenBy(clerk(ARTUX), id), FormCells.STATEMENT)).singleElement()
        .satisfies(answered -> assertThat(answered.answer()).isEqualTo("已核对台账"));
  }

  /** The database takes no U+0000: it came as an error of the server once, and what was written was lost. */
  @Test
  void aSignNobodySeesIsTakenOutOfNotesCommentsAndAnswers() {
    UUID id = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    does(financeSection(ARTUX), () -> {
      selfEvaluations.open(id);
      selfEvaluations.note(id, FormCells.STATEMENT, ReturnReason.OTHER, "请说明\u0000原因");
      selfEvaluations.walk(id, Move.RETURN, new Order(UUID.randomUUID(), selfEvaluations.open(id).desk().version(),
          Optional.of(ReturnReason.OTHER), "说明\u0000不够清楚"));
    });
    CellNote note = forms.seenBy(clerk(ARTUX), id).desk().notes().getFirst();
    does(clerk(ARTUX), () -> selfEvaluations.answer(id, note.id(), "已核对\u0000台账"));

    SelfEvaluationForm form = forms.seenBy(clerk(ARTUX), id);
    assertThat(form.desk().notes()).singleElement()
        .satisfies(kept -> assertThat(kept.text() + kept.answer()).isEqualTo("请说明原因已核对台账"));
    assertThat(form.desk().steps().getLast().comment()).isEqualTo("说明不够清楚");
    assertThat(form.desk().returned(FormCells.STATEMENT)).as("answered").isFalse();
  }

  @Test
  void aNoteOfOneFormIsNotFoundThroughAnother() {
    UUID one = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    UUID other = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    does(financeSection(ARTUX), () -> selfEvaluations.note(one, FormCells.STATEMENT, ReturnReason.OTHER, "请说明原因"));
    UUID note = forms.seenBy(financeSection(ARTUX), one).desk().notes().getFirst().id();
    assertThatThrownBy(() -> does(financeSection(ARTUX), () -> selfEvaluations.dropNote(other, note))).isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void itIsNotSentAgainBeforeEveryNoteIsActedOnOrAnswered() {
    UUID id = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    does(financeSection(ARTUX), () -> selfEvaluations.note(id, FormCells.STATEMENT, ReturnReason.INCOMPLETE, "请补充说明"));
    forms.returnFor(financeSection(ARTUX), id, EXECUTED);
    does(clerk(ARTUX), () -> forms.write(id, EXECUTED, "39"));
    assertRefused(() -> forms.walk(clerk(ARTUX), id, Move.SUBMIT), "notes-unanswered");

    CellNote open = forms.seenBy(clerk(ARTUX), id).desk().notes().stream()
        .filter(note -> note.state() == CellNote.State.OPEN).findFirst().orElseThrow();
    assertThat(open.cell()).isEqualTo(FormCells.STATEMENT);
    does(clerk(ARTUX), () -> selfEvaluations.answer(id, open.id(), "说明见附件"));
    forms.walk(clerk(ARTUX), id, Move.SUBMIT);
    assertThat(forms.seenBy(auditor(ARTUX), id).desk().round()).isEqualTo(2);
  }

  @Test
  void sentAgainTheReviewerSeesTheOldBesideTheNew() {
    UUID id = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    forms.returnFor(financeSection(ARTUX), id, EXECUTED);
    does(clerk(ARTUX), () -> forms.write(id, EXECUTED, "39"));
    assertThat(forms.seenBy(clerk(ARTUX), id).desk().changes())
        .as("the unit compares with what it sent").containsEntry(EXECUTED, changed());
    forms.walk(clerk(ARTUX), id, Move.SUBMIT);

    SelfEvaluationForm form = forms.seenBy(approver(ARTUX), id);
    assertThat(form.desk().changes()).containsOnlyKeys(EXECUTED).containsEntry(EXECUTED, changed());
    assertThat(as(approver(ARTUX), () -> selfEvaluations.compare(id, 1, 2))).extracting(LabelledChange::change).containsExactly(changed());
    assertThat(Forms.notesOf(form, EXECUTED)).extracting(CellNote::state).containsExactly(CellNote.State.ANSWERED);
  }

  private static CellChange changed() {
    return new CellChange(EXECUTED, "380000.00", "390000.00", false, false);
  }

  @Test
  void takenBackInItsSecondRoundItIsReturnedAgainWithTheSameCellsOpen() {
    UUID id = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    forms.returnFor(approver(ARTUX), id, EXECUTED);
    does(clerk(ARTUX), () -> forms.write(id, EXECUTED, "39"));
    forms.walk(clerk(ARTUX), id, Move.SUBMIT);
    forms.walk(clerk(ARTUX), id, Move.WITHDRAW);

    SelfEvaluationForm form = forms.seenBy(clerk(ARTUX), id);
    assertThat(form.desk().state()).isEqualTo(FormState.RETURNED);
    assertThat(form.cells().keys().stream().filter(form.desk().locks()::open)).containsExactly(EXECUTED);
    does(clerk(ARTUX), () -> forms.write(id, EXECUTED, "40"));
    forms.walk(clerk(ARTUX), id, Move.SUBMIT);
    assertThat(as(approver(ARTUX), () -> selfEvaluations.open(id)).desk().changes().get(EXECUTED).before()).isEqualTo("380000.00");
  }

  @Test
  void financeEndsARoundWithAReasonAndTheDepartmentCannot() {
    UUID id = forms.at(FormState.DEPARTMENT_REVIEW, ARTUX, year);
    assertThatThrownBy(() -> rejected(departmentReviewer(ARTUX), id)).isInstanceOf(RefusedException.class);
    forms.walk(departmentReviewer(ARTUX), id, Move.PASS);
    rejected(financeSection(ARTUX), id);
    assertThat(forms.seenBy(clerk(ARTUX), id).desk().state()).isEqualTo(FormState.REJECTED);
    assertRefused(() -> as(clerk(ARTUX), () -> selfEvaluations.addLines(id, List.of(Map.of()))), "form-rejected");
  }

  /** 不通过 ends the round; a new one begins from what was sent, whole, and the reviewer sees what became different. */
  @Test
  void afterARejectionANewRoundBeginsFromWhatWasSent() {
    UUID id = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    does(financeSection(ARTUX), () -> selfEvaluations.note(id, EXECUTED, ReturnReason.DATA_UNTRUE, "与国库支付数不一致"));
    rejected(financeSection(ARTUX), id);
    forms.walk(clerk(ARTUX), id, Move.BEGIN_AGAIN);

    SelfEvaluationForm again = forms.seenBy(clerk(ARTUX), id);
    assertThat(again.desk().state()).isEqualTo(FormState.DRAFT);
    assertThat(again.cells().text(EXECUTED)).isEqualTo("380000.00");
    assertThat(again.cells().keys()).allMatch(again.desk().locks()::open);
    assertThat(again.desk().versions()).hasSize(1);
    assertThat(again.cells().keys().stream().filter(again.desk()::returned)).as("the note of the rejection waits here").containsExactly(EXECUTED);
    assertThatThrownBy(() -> forms.seenBy(financeSection(ARTUX), id)).as("not while it is typed anew").isInstanceOf(NoSuchFormException.class);
    assertRefused(() -> forms.walk(clerk(ARTUX), id, Move.SUBMIT), "notes-unanswered");
    does(clerk(ARTUX), () -> forms.write(id, EXECUTED, "39"));
    assertThat(forms.seenBy(clerk(ARTUX), id).desk().returned(EXECUTED)).as("answered").isFalse();
    forms.walk(clerk(ARTUX), id, Move.SUBMIT);
    assertThat(forms.seenBy(approver(ARTUX), id).desk().changes().get(EXECUTED).before()).isEqualTo("380000.00");
  }

  private void rejected(Scope person, UUID id) {
    does(person, () -> selfEvaluations.walk(id, Move.REJECT, new Order(Identifiers.next(), selfEvaluations.open(id).desk().version(),
        Optional.of(ReturnReason.DATA_UNTRUE), "数据不实,本轮不通过")));
  }
}
