package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Forms.EXECUTED;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.approver;
import static org.jiheng.infra.server.Kizilsu.clerk;
import static org.jiheng.infra.server.Kizilsu.oversight;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.rollup.CountyFigures;
import org.jiheng.app.rollup.Rollups;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.app.selfevaluation.SelfEvaluationList;
import org.jiheng.app.selfevaluation.SelfEvaluationList.Filter;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** The prefecture reads figures that are true within seconds, and down to the approved form, and changes nothing. */
class RollupServerIT extends WholeProduct {

  @Inject
  private Rollups rollups;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private SelfEvaluationList list;

  @Inject
  private Forms forms;

  @Inject
  private Trail trail;

  private final int year = Forms.aYearOfItsOwn();

  private CountyFigures figures(Jurisdiction county) {
    Waiting.until("figures recomputed", () ->
        Owner.asked("select count(*) from rollup.dirty where jurisdiction = ?", county.code().value()).equals("0"));
    return as(oversight(), () -> rollups.selfEvaluations(year)).stream()
        .filter(one -> one.code().equals(county.code().value())).findFirst().orElseThrow();
  }

  private void areEqualToADirectRecount(Jurisdiction county) {
    CountyFigures shown = figures(county);
    String recount = Owner.asked("""
        select (select count(*) from %1$s.project where fiscal_year = ?), count(*), coalesce(sum(s.total_annual), 0.00),
               coalesce(sum(s.total_executed), 0.00), count(*) filter (where a), count(*) filter (where a and grade = 'EXCELLENT'),
               count(*) filter (where a and grade = 'GOOD'), count(*) filter (where a and grade = 'FAIR'),
               count(*) filter (where a and grade = 'POOR'), count(*) filter (where a and total_computed < 80),
               coalesce(sum(total_computed) filter (where a), 0.00)
        from %1$s.self_evaluation s join (select id, state, state = 'APPROVED' as a from %1$s.review) r using (id)
        where s.fiscal_year = ? and r.state in ('UNIT_REVIEW', 'DEPARTMENT_REVIEW', 'FINANCE_FIRST', 'FINANCE_SECOND', 'APPROVED', 'RETURNED')""".formatted(Schemas.of(county.code())), year, year);
    assertThat(shown.projects() + "|" + shown.forms() + "|" + shown.budget() + "|" + shown.executed() + "|" + shown.approved() + "|"
        + shown.excellent() + "|" + shown.good() + "|" + shown.fair() + "|" + shown.poor() + "|" + shown.below80() + "|" + shown.scoreSum())
        .isEqualTo(recount);
  }

  @Test
  void theMoneyOfARejectedFormIsInNoFigureUntilItIsSentInAgain() {
    UUID id = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    assertThat(figures(ARTUX).executed()).isEqualTo(Money.ofYuan("380000"));
    does(Kizilsu.financeSection(ARTUX), () -> selfEvaluations.walk(id, Move.REJECT, new Order(Identifiers.next(),
        selfEvaluations.open(id).desk().version(), Optional.of(ReturnReason.DATA_UNTRUE), "数据不实,本轮不通过")));
    assertThat(figures(ARTUX).forms()).isZero();
    assertThat(figures(ARTUX).executed()).isEqualTo(Money.ZERO);
    forms.walk(clerk(ARTUX), id, Move.BEGIN_AGAIN);
    areEqualToADirectRecount(ARTUX);
    assertThat(figures(ARTUX).forms()).isZero();
    forms.walk(clerk(ARTUX), id, Move.SUBMIT);
    assertThat(figures(ARTUX).executed()).isEqualTo(Money.ofYuan("380000"));
  }

  /** Whoever compares the list's last line with the prefecture's figures finds the same money, whatever became of a form. */
  @Test
  void theSumsOfTheListAreThePrefecturesFiguresAlsoAfterARejection() {
    forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    forms.begun(ARTUX, year);
    UUID id = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    theListSumsWhatThePrefectureSees(2, 0);
    does(Kizilsu.financeSection(ARTUX), () -> selfEvaluations.walk(id, Move.REJECT, new Order(Identifiers.next(),
        selfEvaluations.open(id).desk().version(), Optional.of(ReturnReason.DATA_UNTRUE), "数据不实,本轮不通过")));
    theListSumsWhatThePrefectureSees(2, 1);
    forms.walk(clerk(ARTUX), id, Move.BEGIN_AGAIN);
    theListSumsWhatThePrefectureSees(1, 0);
    forms.walk(clerk(ARTUX), id, Move.SUBMIT);
    theListSumsWhatThePrefectureSees(2, 0);
  }

  private void theListSumsWhatThePrefectureSees(long lines, long ended) {
    CountyFigures figures = figures(ARTUX);
    assertThat(figures.forms()).isEqualTo((int) (lines - ended));
    assertThat(as(Kizilsu.performanceOffice(ARTUX), () -> list.totals(Forms.all(year))))
        .isEqualTo(new SelfEvaluationList.Totals(lines, ended, figures.budget(), figures.executed()));
  }

  @Test
  void afterEveryMoveTheFiguresAreADirectRecount() {
    UUID id = forms.complete(ARTUX, year);
    forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    for (FormState state = FormState.DRAFT; state != FormState.APPROVED; state = forms.seenBy(clerk(ARTUX), id).desk().state()) {
      forms.walk(Forms.holder(state, ARTUX), id, state == FormState.DRAFT ? Move.SUBMIT : Move.PASS);
      areEqualToADirectRecount(ARTUX);
    }
    CountyFigures figures = figures(ARTUX);
    assertThat(figures.approved()).isEqualTo(1);
    assertThat(figures.average()).hasToString("Optional[99.50]");
    assertThat(figures.executed()).isEqualTo(Money.ofYuan("760000"));
  }

  @Test
  void aFigureMendedInAReturnedFormIsInTheFigures() {
    UUID id = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    forms.returnFor(approver(ARTUX), id, EXECUTED);
    areEqualToADirectRecount(ARTUX);
    does(clerk(ARTUX), () -> forms.write(id, EXECUTED, "39"));
    areEqualToADirectRecount(ARTUX);
    assertThat(figures(ARTUX).executed()).isEqualTo(Money.ofYuan("390000"));
  }

  @Test
  void aFormTakenBackLeavesTheFigures() {
    UUID id = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    assertThat(figures(ARTUX).forms()).isEqualTo(1);
    forms.walk(clerk(ARTUX), id, Move.WITHDRAW);
    assertThat(figures(ARTUX).forms()).isZero();
    areEqualToADirectRecount(ARTUX);
  }

  @Test
  void aMoveThatFailsMarksNothingStale() {
    UUID id = forms.complete(AKTO, year);
    figures(AKTO);
    Order order = new Order(Identifiers.next(), -1, Optional.empty(), "");
    assertThatThrownBy(() -> does(clerk(AKTO), () -> selfEvaluations.walk(id, Move.SUBMIT, order))).isInstanceOf(RuntimeException.class);
    assertThat(Owner.asked("select count(*) from rollup.dirty where jurisdiction = '653022'")).isEqualTo("0");
  }

  @Test
  void everyCountyIsShownAlsoOneThatHasSentNothing() {
    assertThat(as(oversight(), () -> rollups.selfEvaluations(year))).extracting(CountyFigures::name)
        .containsExactly("阿图什市", "阿克陶县", "阿合奇县", "乌恰县", "测试县");
  }

  @Test
  void fromAFigureThePrefectureGoesDownToTheApprovedFormsAndToNoOthers() {
    UUID approved = forms.at(FormState.APPROVED, ARTUX, year);
    UUID underReview = forms.at(FormState.FINANCE_SECOND, ARTUX, year);
    Filter filter = Forms.all(year);

    assertThat(as(oversight(), () -> rollups.approvedForms(ARTUX.code(), filter, 0, 100))).extracting(SelfEvaluationList.Line::id)
        .containsExactly(approved);
    assertThat(as(oversight(), () -> rollups.page(ARTUX.code(), filter, 0, 100)).totals().forms()).isEqualTo(1);
    SelfEvaluationForm form = as(oversight(), () -> rollups.approvedForm(ARTUX.code(), approved, Locale.SIMPLIFIED_CHINESE));
    assertThat(form.result().total().value()).hasToString("Optional[99.50]");
    assertThat(form.desk().offers()).isEmpty();
    assertThat(form.cells().keys()).noneMatch(form.desk().locks()::open);
    assertThat(as(oversight(), () -> rollups.approvedForms(AKTO.code(), filter, 0, 100))).isEmpty();
    for (UUID hidden : List.of(underReview, forms.begun(ARTUX, year))) {
      assertThatThrownBy(() -> as(oversight(), () -> rollups.approvedForm(ARTUX.code(), hidden, Locale.CHINESE)))
          .isInstanceOf(NoSuchFormException.class);
    }
    assertThatThrownBy(() -> as(oversight(), () -> rollups.approvedForm(AKTO.code(), approved, Locale.CHINESE)))
        .isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void whoLooksIntoACountyChangesNothingThereByAnyUseCase() {
    UUID approved = forms.at(FormState.APPROVED, ARTUX, year);
    Scope look = Looking.into(trail, ARTUX);
    String before = Forms.whole(approved);
    for (Runnable act : List.<Runnable>of(
        () -> selfEvaluations.write(approved, List.of(new CellEdit(FormCells.STATEMENT, "", "州里改的"))),
        () -> selfEvaluations.walk(approved, Move.PASS, new Order(Identifiers.next(), 1, Optional.empty(), "")),
        () -> selfEvaluations.addLines(approved, List.of(Map.of())),
        () -> selfEvaluations.begin(Forms.project(ARTUX, year)))) {
      assertThatThrownBy(() -> does(look, act)).isInstanceOfAny(NoSuchFormException.class, PersistenceException.class);
    }
    assertThat(Forms.whole(approved)).isEqualTo(before);
    assertThat(Owner.asked("select count(*) from j_653001.self_evaluation where fiscal_year = ?", year)).isEqualTo("1");
  }

  @Test
  void aCountysOwnPeopleSeeNoFiguresOfOthers() {
    assertThatThrownBy(() -> as(clerk(ARTUX), () -> rollups.selfEvaluations(year))).isInstanceOf(NoSuchFormException.class);
    assertThat(as(clerk(ARTUX), () -> list.page(Forms.all(year), 0, 10))).isEmpty();
  }
}
