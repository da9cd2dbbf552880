package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Forms.EXECUTED;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;
import static org.jiheng.infra.server.Kizilsu.clerkOfAnotherUnit;
import static org.jiheng.infra.server.Kizilsu.secondClerk;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.selfevaluation.BudgetLine;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.IndicatorRow;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** A form is begun once, takes what is typed into it, and never loses what it cannot take. */
class WritingServerIT extends WholeProduct {

  private static final CellKey STATEMENT = FormCells.STATEMENT;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private Forms forms;

  private final int year = Forms.aYearOfItsOwn();

  private List<EditOutcome> write(Scope person, UUID id, CellKey cell, String seen, String typed) {
    return as(person, () -> selfEvaluations.write(id, List.of(new CellEdit(cell, seen, typed))));
  }

  private SelfEvaluationForm seen(UUID id) {
    return forms.seenBy(clerk(ARTUX), id);
  }

  /** Merged cells come out of a spreadsheet as one text and blanks below it. */
  @Test
  void aPastedLineWithoutALevelStandsWhereTheOneAboveItStands() {
    UUID id = forms.complete(ARTUX, year);
    List<UUID> lines = as(clerk(ARTUX), () -> selfEvaluations.addLines(id, List.of(
        Map.of(IndicatorRow.Column.LEVEL1, "满意度指标", IndicatorRow.Column.LEVEL3, "学生满意度"),
        Map.of(IndicatorRow.Column.LEVEL3, "家长满意度")))).lines();
    assertThat(forms.seenBy(clerk(ARTUX), id).cells().text(FormCells.indicator(lines.getLast(), IndicatorRow.Column.LEVEL1))).isEqualTo("满意度指标");
  }

  @Test
  void beganTwiceItIsTheSameForm() {
    UUID project = Forms.project(ARTUX, year);
    UUID id = as(clerk(ARTUX), () -> selfEvaluations.begin(project));
    assertThat(as(secondClerk(ARTUX), () -> selfEvaluations.begin(project))).isEqualTo(id);
    assertThat(as(clerk(ARTUX), () -> selfEvaluations.projectsToBegin(year))).isEmpty();
  }

  @Test
  void twoWhoBeginAtTheSameMomentBeginTheSameForm() throws Exception {
    UUID project = Forms.project(ARTUX, year);
    List<UUID> begun = Together.at(List.of(
        () -> as(clerk(ARTUX), () -> selfEvaluations.begin(project)),
        () -> as(secondClerk(ARTUX), () -> selfEvaluations.begin(project))));
    assertThat(begun.get(0)).isEqualTo(begun.get(1));
    assertThat(Owner.asked("select count(*) from j_653001.review where fiscal_year = ?", year)).isEqualTo("1");
  }

  @Test
  void aProjectOfAnotherUnitOrAnotherCountyDoesNotExistForAClerk() {
    UUID project = Forms.project(ARTUX, year);
    for (Scope other : List.of(clerkOfAnotherUnit(ARTUX), clerk(AKTO), Kizilsu.approver(ARTUX), Kizilsu.performanceOffice(ARTUX))) {
      assertThatThrownBy(() -> as(other, () -> selfEvaluations.begin(project))).isInstanceOf(NoSuchFormException.class);
      assertThat(as(other, () -> selfEvaluations.projectsToBegin(year))).isEmpty();
    }
  }

  @Test
  void aNewFormBringsTheBudgetOfItsProjectAndTheLinesOfTheOfficialForm() {
    SelfEvaluationForm form = seen(forms.begun(ARTUX, year));
    assertThat(form.cells().text(FormCells.budget(BudgetLine.TOTAL, BudgetLine.Column.ANNUAL))).isEqualTo("400000.00");
    assertThat(form.indicators()).hasSize(9);
    assertThat(form.unitName()).isEqualTo("阿图什市第一小学");
    assertThat(form.departmentName()).isEqualTo("阿图什市教育局");
  }

  @Test
  void whatIsTypedIsKeptAsTheFormReadsIt() {
    UUID id = forms.begun(ARTUX, year);
    assertThat(write(clerk(ARTUX), id, EXECUTED, "", "38.77")).containsExactly(new EditOutcome.Saved(EXECUTED, "387700.00"));
    assertThat(seen(id).cells().text(EXECUTED)).isEqualTo("387700.00");
  }

  @Test
  void whatCannotBeReadIsKeptAsTheDraftOfWhoTypedItUntilItIsMended() {
    UUID id = forms.begun(ARTUX, year);
    assertThat(write(clerk(ARTUX), id, EXECUTED, "", "三十八万左右")).singleElement().isInstanceOf(EditOutcome.Unreadable.class);
    SelfEvaluationForm form = seen(id);
    assertThat(form.cells().text(EXECUTED)).isEmpty();
    assertThat(form.desk().drafts().get(EXECUTED).typed()).isEqualTo("三十八万左右");
    assertThat(forms.seenBy(secondClerk(ARTUX), id).desk().drafts()).isEmpty();

    write(clerk(ARTUX), id, EXECUTED, "", "38");
    assertThat(seen(id).desk().drafts()).isEmpty();
  }

  @Test
  void aFigureTheTablesHaveNoRoomForIsADraftAndNotAFailure() {
    UUID id = forms.begun(ARTUX, year);
    UUID line = seen(id).indicators().getFirst();
    CellKey weight = FormCells.indicator(line, IndicatorRow.Column.WEIGHT);
    CellKey reported = FormCells.indicator(line, IndicatorRow.Column.REPORTED);
    for (CellEdit edit : List.of(
        new CellEdit(EXECUTED, "", "-5"), new CellEdit(EXECUTED, "", "99999999999999999999"),
        new CellEdit(weight, "", "150"), new CellEdit(weight, "", "-1"), new CellEdit(reported, "", "100.01"),
        new CellEdit(FormCells.EXECUTION_WEIGHT, "10.00", "100000"), new CellEdit(FormCells.EXECUTION_REPORTED, "", "123456"),
        new CellEdit(FormCells.TOTAL_REPORTED, "", "123456"))) {
      assertThat(as(clerk(ARTUX), () -> selfEvaluations.write(id, List.of(edit))))
          .as(edit.cell() + " " + edit.typed()).singleElement().isInstanceOf(EditOutcome.Unreadable.class);
      assertThat(seen(id).desk().drafts().get(edit.cell()).typed()).isEqualTo(edit.typed());
    }
  }

  @Test
  void aTextWithASignNoTableTakesIsKeptWithoutIt() {
    UUID id = forms.begun(ARTUX, year);
    write(clerk(ARTUX), id, STATEMENT, "", "从表格粘贴\u0000的文字");
    assertThat(seen(id).cells().text(STATEMENT)).isEqualTo("从表格粘贴的文字");
  }

  @Test
  void whoIsOvertakenKeepsTheTypedTextBesideTheOthers() {
    UUID id = forms.begun(ARTUX, year);
    write(secondClerk(ARTUX), id, STATEMENT, "", "乙写的");

    EditOutcome outcome = write(clerk(ARTUX), id, STATEMENT, "", "甲写的").getFirst();

    assertThat(outcome).isInstanceOfSatisfying(EditOutcome.Overtaken.class, overtaken -> {
      assertThat(overtaken.now()).isEqualTo("乙写的");
      assertThat(overtaken.by()).isEqualTo("填报员乙");
    });
    assertThat(seen(id).cells().text(STATEMENT)).isEqualTo("乙写的");
    assertThat(seen(id).desk().drafts().get(STATEMENT).typed()).isEqualTo("甲写的");
    // having seen the other's text, the person decides
    assertThat(write(clerk(ARTUX), id, STATEMENT, "乙写的", "甲写的")).containsExactly(new EditOutcome.Saved(STATEMENT, "甲写的"));
    assertThat(seen(id).desk().drafts()).isEmpty();
  }

  @Test
  void whatIsTypedWhileAnotherSendsTheFormInIsNotLost() {
    UUID id = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    assertThat(write(secondClerk(ARTUX), id, STATEMENT, "", "还没写完")).singleElement().isInstanceOf(EditOutcome.Locked.class);
    SelfEvaluationForm form = forms.seenBy(secondClerk(ARTUX), id);
    assertThat(form.cells().text(STATEMENT)).isEmpty();
    assertThat(form.desk().drafts().get(STATEMENT).typed()).isEqualTo("还没写完");
  }

  @Test
  void whoDoesNotDraftTheFormLeavesNothingInIt() {
    UUID id = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    assertThat(write(Kizilsu.approver(ARTUX), id, STATEMENT, "", "替他写")).singleElement().isInstanceOf(EditOutcome.Locked.class);
    assertThat(Owner.asked("select count(*) from j_653001.draft where review = ?", id)).isEqualTo("0");
    assertThat(seen(id).cells().text(STATEMENT)).isEmpty();
  }

  @Test
  void aLineThatWasTakenAwayTakesNoMoreTextAndSaysSo() {
    UUID id = forms.begun(ARTUX, year);
    UUID line = seen(id).indicators().getFirst();
    does(secondClerk(ARTUX), () -> selfEvaluations.removeLines(id, List.of(line)));
    CellKey cell = FormCells.indicator(line, IndicatorRow.Column.LEVEL3);
    assertThat(write(clerk(ARTUX), id, cell, "", "学生人数")).singleElement()
        .isInstanceOfSatisfying(EditOutcome.Locked.class, locked -> assertThat(locked.refusal().code()).isEqualTo("cell-gone"));
  }

  @Test
  void twoWhoWriteInOneFormAtTheSameMomentLoseNothing() throws Exception {
    UUID id = forms.begun(ARTUX, year);
    List<UUID> lines = seen(id).indicators();
    List<Integer> saved = Together.at(List.of(
        () -> typed(clerk(ARTUX), id, lines, IndicatorRow.Column.TARGET),
        () -> typed(secondClerk(ARTUX), id, lines, IndicatorRow.Column.ACTUAL)));
    assertThat(saved).containsExactly(lines.size(), lines.size());
    SelfEvaluationForm form = seen(id);
    for (UUID line : lines) {
      assertThat(form.cells().text(FormCells.indicator(line, IndicatorRow.Column.TARGET))).isEqualTo("填报员甲");
      assertThat(form.cells().text(FormCells.indicator(line, IndicatorRow.Column.ACTUAL))).isEqualTo("填报员乙");
    }
  }

  private int typed(Scope person, UUID id, List<UUID> lines, IndicatorRow.Column column) {
    return (int) lines.stream()
        .map(line -> write(person, id, FormCells.indicator(line, column), "", person.caller().name()).getFirst())
        .filter(EditOutcome.Saved.class::isInstance).count();
  }

  @Test
  void ofTwoWhoChangeTheSameCellAtTheSameMomentOneIsAsked() throws Exception {
    UUID id = forms.begun(ARTUX, year);
    List<EditOutcome> outcomes = Together.at(List.of(
        () -> write(clerk(ARTUX), id, STATEMENT, "", "甲写的").getFirst(),
        () -> write(secondClerk(ARTUX), id, STATEMENT, "", "乙写的").getFirst()));
    assertThat(outcomes).hasAtLeastOneElementOfType(EditOutcome.Saved.class).hasAtLeastOneElementOfType(EditOutcome.Overtaken.class);
    assertThat(Owner.asked("select count(*) from j_653001.draft where review = ?", id)).isEqualTo("1");
  }
}
