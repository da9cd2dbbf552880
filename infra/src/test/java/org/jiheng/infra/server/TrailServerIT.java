package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Forms.EXECUTED;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.PREFECTURE;
import static org.jiheng.infra.server.Kizilsu.approver;
import static org.jiheng.infra.server.Kizilsu.clerk;
import static org.jiheng.infra.server.Kizilsu.oversight;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellNote;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.rollup.Rollups;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.IndicatorRow;
import org.jiheng.app.selfevaluation.SelfEvaluationExchange;
import org.jiheng.app.selfevaluation.SelfEvaluationList;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Filter;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** Whatever is done with a form, looked at from outside or refused stands in the trail of the jurisdiction it concerns. */
class TrailServerIT extends WholeProduct {

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private SelfEvaluationExchange exchange;

  @Inject
  private SelfEvaluationList list;

  @Inject
  private Rollups rollups;

  @Inject
  private Forms forms;

  private final int year = Forms.aYearOfItsOwn();

  private static String form(UUID id) {
    return "SELF_EVALUATION/" + id;
  }

  private static List<String> entries(UUID id) {
    return TrailRows.of(ARTUX, form(id));
  }

  @Test
  void whatIsWrittenIntoAFormIsOnRecordWithWhatStoodThereBefore() {
    UUID id = forms.begun(ARTUX, year);
    does(clerk(ARTUX), () -> {
      forms.write(id, FormCells.GOAL_ACTUAL, "完成一半");
      forms.write(id, FormCells.GOAL_ACTUAL, "全部完成");
      forms.write(id, EXECUTED, "三十八");
      UUID line = selfEvaluations.addLines(id, List.of(Map.of(IndicatorRow.Column.LEVEL1, "产出指标", IndicatorRow.Column.LEVEL2, "数量指标")))
          .lines().getFirst();
      selfEvaluations.removeLines(id, List.of(line));
    });
    assertThat(entries(id)).containsExactly("BEGIN|DONE|||", "CHANGE|DONE||完成一半|", "CHANGE|DONE|完成一半|全部完成|",
        "CHANGE|DONE||产出指标 | 数量指标|", "CHANGE|DONE|产出指标 | 数量指标||");
    assertThat(TrailRows.columns(ARTUX, "title", "subject = ?", form(id) + "/goal/actual")).hasSize(2)
        .allMatch(title -> title.startsWith("阿图什市项目") && title.endsWith(" · 实际完成情况"));
    assertThat(TrailRows.columns(ARTUX, "distinct person || ' ' || username || ' ' || person_name || ' ' || acting_for || ' ' || origin, at, id",
        "subject = ?", form(id))).allMatch(who -> who.startsWith(clerk(ARTUX).caller().id() + " 填报员甲 填报员甲 653001 platform|"));
  }

  @Test
  void everyDecisionIsOnRecordWithItsReasonAndEveryNoteWithItsAnswer() {
    UUID id = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    forms.returnFor(approver(ARTUX), id, EXECUTED);
    does(clerk(ARTUX), () -> {
      CellNote note = selfEvaluations.open(id).desk().notes().getFirst();
      selfEvaluations.answer(id, note.id(), "台账已核对");
    });
    assertThat(entries(id)).contains("DECIDE|DONE|DRAFT|UNIT_REVIEW|SUBMIT - ",
        "CHANGE|DONE||与台账不一致,请核实|DATA_UNTRUE",
        "DECIDE|DONE|UNIT_REVIEW|RETURNED|RETURN DATA_UNTRUE 数据与台账不一致",
        "CHANGE|DONE||台账已核对|DATA_UNTRUE");
  }

  @Test
  void whatWasRefusedIsOnRecordAlthoughNothingWasChanged() {
    UUID id = forms.complete(ARTUX, year);
    Order stale = new Order(Identifiers.next(), -1, Optional.empty(), "");
    assertThatThrownBy(() -> does(clerk(ARTUX), () -> selfEvaluations.walk(id, Move.SUBMIT, stale))).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> does(clerk(ARTUX), () -> selfEvaluations.walk(id, Move.PASS, Forms.order(selfEvaluations.open(id)))))
        .isInstanceOf(RefusedException.class);
    assertThat(entries(id)).endsWith("DECIDE|REFUSED|||changed-meanwhile", "DECIDE|REFUSED|||move-not-yours");

    forms.walk(clerk(ARTUX), id, Move.SUBMIT);
    does(clerk(ARTUX), () -> selfEvaluations.write(id, List.of(new CellEdit(FormCells.STATEMENT, "", "还想改"))));
    assertThat(entries(id)).last().asString().startsWith("CHANGE|REFUSED||还想改|");
  }

  @Test
  void askingForAFormThatIsNotTheCallersIsOnRecordWhereTheCallerActs() {
    UUID id = forms.complete(ARTUX, year);
    for (Scope stranger : List.of(clerk(AKTO), Kizilsu.clerkOfAnotherUnit(ARTUX))) {
      assertThatThrownBy(() -> as(stranger, () -> selfEvaluations.open(id))).isInstanceOf(NoSuchFormException.class);
    }
    assertThat(TrailRows.of(AKTO, "FORM/" + id)).as("an identifier that means nothing there").containsExactly("READ|REFUSED|||no-such-form");
    assertThat(TrailRows.columns(ARTUX, "act, outcome, username, title", "subject = ? and outcome = 'REFUSED'", form(id)))
        .singleElement().asString().startsWith("READ|REFUSED|填报员丙|阿图什市项目");
  }

  @Test
  void whoeverComesFromOutsideLeavesATraceByLookingAndWhoeverWorksOnAFormDoesNot() {
    UUID id = forms.at(FormState.APPROVED, ARTUX, year);
    int before = entries(id).size();
    forms.seenBy(clerk(ARTUX), id);
    forms.seenBy(Kizilsu.performanceOffice(ARTUX), id);
    assertThat(entries(id)).hasSize(before);
    // whoever comes in by an engagement: GuestServerIT
    forms.seenBy(Kizilsu.person(ARTUX, "来者", "", Role.AUDITOR, Role.BUDGET_SECTION), id);
    assertThat(TrailRows.columns(ARTUX, "username, act", "subject = ? and username = ?", form(id), "来者")).containsExactly("来者|READ");
    assertThat(entries(id)).hasSize(before + 1);
    as(Kizilsu.auditor(ARTUX), () -> list.page(Forms.all(year), 0, 10));
    assertThat(TrailRows.columns(ARTUX, "act", "subject = 'SELF_EVALUATION/list' and note = ?", String.valueOf(year))).containsExactly("READ");
  }

  @Test
  void whatIsHandedOutOrTakenInAsAFileIsOnRecord() {
    UUID id = forms.complete(ARTUX, year);
    byte[] template = as(clerk(ARTUX), () -> exchange.template(id));
    assertThat(entries(id)).endsWith("EXPORT|DONE|||");
    does(clerk(ARTUX), () -> forms.write(id, FormCells.STATEMENT, "导出之后写的"));
    does(clerk(ARTUX), () -> exchange.apply(id, exchange.read(id, "填好的.xlsx", template)));
    assertThat(entries(id)).endsWith("CHANGE|DONE|导出之后写的||", "IMPORT|DONE||填好的.xlsx|");
    as(clerk(ARTUX), () -> {
      list.export(Forms.all(year), "清单", List.of("项目"), line -> List.of(line.title()), new ByteArrayOutputStream());
      return null;
    });
    assertThat(TrailRows.columns(ARTUX, "act", "subject = 'SELF_EVALUATION/list' and note = ?", String.valueOf(year))).containsExactly("EXPORT");
  }

  private static List<String> looks(String condition, Object... values) {
    return TrailRows.columns(ARTUX, "act, outcome, acting_for, username, note", condition, values);
  }

  @Test
  void everyLookOfThePrefectureIsOnTheCountysRecord() {
    UUID id = forms.at(FormState.APPROVED, ARTUX, year);
    UUID hidden = forms.at(FormState.FINANCE_SECOND, ARTUX, year);
    Filter filter = Forms.all(year);
    as(oversight(), () -> rollups.page(ARTUX.code(), filter, 0, 10));
    as(oversight(), () -> rollups.approvedForms(ARTUX.code(), filter, 10, 10));
    as(oversight(), () -> rollups.approvedForm(ARTUX.code(), id, Locale.CHINESE));
    as(oversight(), () -> rollups.compare(ARTUX.code(), id, 1, 0));
    does(oversight(), () -> rollups.export(ARTUX.code(), filter, "清单", List.of("项目"), line -> List.of(line.title()), new ByteArrayOutputStream()));
    assertThatThrownBy(() -> as(oversight(), () -> rollups.approvedForm(ARTUX.code(), hidden, Locale.CHINESE))).isInstanceOf(NoSuchFormException.class);

    String whose = "|653000|州绩效科|";
    assertThat(looks("subject = 'SELF_EVALUATION/list' and note = ? and acting_for = '653000'", String.valueOf(year)))
        .containsExactly("READ|DONE" + whose + year, "READ|DONE" + whose + year, "EXPORT|DONE" + whose + year);
    assertThat(looks("subject = ? and acting_for = '653000'", form(id))).containsExactly("READ|DONE" + whose, "READ|DONE" + whose + "1 - 0");
    assertThat(looks("acting_for = '653000' and outcome = 'REFUSED' and subject = ?", "FORM/" + hidden)).containsExactly("READ|REFUSED" + whose + "no-such-form");
    assertThat(TrailRows.columns(ARTUX, "title", "acting_for = '653000' and subject = ?", form(id))).allMatch(title -> title.startsWith("阿图什市项目"));
    assertThat(TrailRows.of(PREFECTURE, form(id))).as("the county's trail, not the prefecture's").isEmpty();
  }

  @Test
  void askingForACountyOfSomebodyElsesIsOnRecordWhereTheCallerActs() {
    UUID id = forms.at(FormState.APPROVED, ARTUX, year);
    assertThatThrownBy(() -> as(clerk(ARTUX), () -> rollups.approvedForm(AKTO.code(), id, Locale.CHINESE))).isInstanceOf(NoSuchFormException.class);
    assertThat(TrailRows.of(ARTUX, "ROLLUP")).contains("READ|REFUSED|||not-an-overseer");
  }

  /** A trail in which it cannot be written that this was done. */
  private static void without(Jurisdiction where, String act, Runnable work) {
    String table = "alter table " + Schemas.of(where.code()) + ".audit_entry ";
    Owner.told(table + "add constraint full_disk check (act <> '" + act + "' or outcome <> 'DONE') not valid");
    try {
      work.run();
    } finally {
      Owner.told(table + "drop constraint full_disk");
    }
  }

  @Test
  void whatCannotBePutOnRecordIsNotDone() {
    UUID id = forms.complete(ARTUX, year);
    String before = Forms.whole(id);
    without(ARTUX, "CHANGE", () -> assertThatThrownBy(() -> does(clerk(ARTUX), () -> forms.write(id, FormCells.STATEMENT, "无痕")))
        .isInstanceOf(RuntimeException.class));
    without(ARTUX, "DECIDE", () -> assertThatThrownBy(() -> forms.walk(clerk(ARTUX), id, Move.SUBMIT)).isInstanceOf(RuntimeException.class));
    assertThat(Forms.whole(id)).isEqualTo(before);
    assertThat(entries(id)).as("that it failed").endsWith("CHANGE|FAILED|||PersistenceException", "DECIDE|FAILED|||PersistenceException");
  }

  @Test
  void aLookThatCannotBePutOnTheCountysRecordIsRefused() {
    UUID id = forms.at(FormState.APPROVED, ARTUX, year);
    without(ARTUX, "READ", () -> {
      assertThatThrownBy(() -> as(oversight(), () -> rollups.approvedForm(ARTUX.code(), id, Locale.CHINESE))).isInstanceOf(PersistenceException.class);
      assertThatThrownBy(() -> as(oversight(), () -> rollups.approvedForms(ARTUX.code(), Forms.all(year), 0, 10))).isInstanceOf(PersistenceException.class);
      assertThatThrownBy(() -> as(Kizilsu.auditor(ARTUX), () -> selfEvaluations.open(id))).isInstanceOf(RuntimeException.class);
    });
    assertThat(as(oversight(), () -> rollups.approvedForm(ARTUX.code(), id, Locale.CHINESE)).projectName()).startsWith("阿图什市项目");
  }

  @Test
  void whoeverComesRoundTheRecordReadsNothing() {
    UUID id = forms.at(FormState.APPROVED, ARTUX, year);
    Scope unrecorded = oversight().lookingInto(ARTUX, Identifiers.next());
    assertThatThrownBy(() -> as(unrecorded, () -> selfEvaluations.open(id))).isInstanceOf(PersistenceException.class)
        .hasMessageContaining("not on the record");
    assertThatThrownBy(() -> as(unrecorded, () -> list.page(Forms.all(year), 0, 10))).hasMessageContaining("not on the record");
  }
}
