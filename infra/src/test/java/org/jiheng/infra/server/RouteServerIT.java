package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.approver;
import static org.jiheng.infra.server.Kizilsu.auditor;
import static org.jiheng.infra.server.Kizilsu.clerk;
import static org.jiheng.infra.server.Kizilsu.departmentReviewer;
import static org.jiheng.infra.server.Kizilsu.financeSection;
import static org.jiheng.infra.server.Kizilsu.performanceOffice;
import static org.jiheng.infra.server.Kizilsu.secondClerk;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.common.Grade;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.review.ReviewStep;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** A form goes from desk to desk, once at each, and only by the hand of whose desk it is on. */
class RouteServerIT extends WholeProduct {

  private static final List<Scope> DESKS = List.of(
      clerk(ARTUX), approver(ARTUX), departmentReviewer(ARTUX), financeSection(ARTUX), performanceOffice(ARTUX), auditor(ARTUX));

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private WorkList workList;

  @Inject
  private Forms forms;

  private final int year = Forms.aYearOfItsOwn();

  private FormState state(UUID id) {
    return FormState.valueOf(Owner.asked("select state from j_653001.review where id = ?", id));
  }

  private static int steps(UUID id) {
    return Integer.parseInt(Owner.asked("select count(*) from j_653001.review_step where review = ?", id));
  }

  @Test
  void itIsWalkedByFivePeopleAndEachFindsItOnTheirList() {
    UUID id = forms.complete(ARTUX, year);
    for (Scope holder : DESKS.subList(0, 5)) {
      assertThat(as(holder, workList::mine)).extracting(WorkItem::form).contains(id);
      forms.walk(holder, id, holder.equals(clerk(ARTUX)) ? Move.SUBMIT : Move.PASS);
      assertThat(as(holder, workList::mine)).extracting(WorkItem::form).doesNotContain(id);
    }
    SelfEvaluationForm form = forms.seenBy(auditor(ARTUX), id);
    assertThat(form.desk().state()).isEqualTo(FormState.APPROVED);
    assertThat(form.desk().steps()).extracting(ReviewStep::personName)
        .containsExactly("填报员甲", "单位审核人", "主管部门审核员", "业务科室", "绩效办");
    assertThat(form.result().total().value()).hasToString("Optional[99.50]");
    assertThat(form.result().grade().orElseThrow().value()).contains(Grade.EXCELLENT);
  }

  @Test
  void everyStepIsRefusedToEverybodyWhoseDeskItIsNotOn() {
    UUID id = forms.complete(ARTUX, year);
    for (Scope holder : DESKS.subList(0, 5)) {
      FormState before = state(id);
      int version = Integer.parseInt(Owner.asked("select version from j_653001.review where id = ?", id));
      for (Scope other : DESKS) {
        for (Move move : Move.values()) {
          boolean theirs = other.equals(holder) || move == Move.WITHDRAW && other.equals(clerk(ARTUX));
          if (!theirs) {
            assertThatThrownBy(() -> does(other, () -> selfEvaluations.walk(id, move, withReason(version))))
                .as("%s by %s in %s", move, other.caller().name(), before)
                .isInstanceOfAny(RefusedException.class, NoSuchFormException.class);
          }
        }
      }
      assertThat(state(id)).isEqualTo(before);
      forms.walk(holder, id, before == FormState.DRAFT ? Move.SUBMIT : Move.PASS);
    }
    assertThat(steps(id)).isEqualTo(5);
  }

  private static Order withReason(int version) {
    return new Order(Identifiers.next(), version, Optional.of(ReturnReason.OTHER), "没有理由的理由");
  }

  @Test
  void aFormThatHasProblemsIsNotSentAndNothingChanges() {
    UUID id = forms.complete(ARTUX, year);
    does(clerk(ARTUX), () -> forms.write(id, FormCells.GOAL_ACTUAL, ""));
    SelfEvaluationForm seen = forms.seenBy(clerk(ARTUX), id);
    assertRefused(() -> does(clerk(ARTUX), () -> selfEvaluations.walk(id, Move.SUBMIT, Forms.order(seen))), "form-has-problems");
    assertThat(state(id)).isEqualTo(FormState.DRAFT);
    assertThat(steps(id)).isZero();
    assertThat(Owner.asked("select count(*) from j_653001.form_version where review = ?", id)).isEqualTo("0");
  }

  @Test
  void theSameCommandTwiceIsOneStep() {
    UUID id = forms.complete(ARTUX, year);
    Order order = Forms.order(forms.seenBy(clerk(ARTUX), id));
    does(clerk(ARTUX), () -> selfEvaluations.walk(id, Move.SUBMIT, order));
    does(clerk(ARTUX), () -> selfEvaluations.walk(id, Move.SUBMIT, order));
    assertThat(steps(id)).isEqualTo(1);
    assertThat(state(id)).isEqualTo(FormState.UNIT_REVIEW);
  }

  @Test
  void aDoubleClickIsOneStep() throws Exception {
    UUID id = forms.complete(ARTUX, year);
    Order order = Forms.order(forms.seenBy(clerk(ARTUX), id));
    Together.<Boolean>at(List.of(() -> sent(id, order), () -> sent(id, order), () -> sent(id, order)));
    assertThat(steps(id)).isEqualTo(1);
    assertThat(Owner.asked("select count(*) from j_653001.form_version where review = ?", id)).isEqualTo("1");
  }

  private boolean sent(UUID id, Order order) {
    does(clerk(ARTUX), () -> selfEvaluations.walk(id, Move.SUBMIT, order));
    return true;
  }

  @Test
  void whoLooksAtAnOldStateIsToldWhoChangedItAndWhen() {
    UUID id = forms.complete(ARTUX, year);
    Order old = Forms.order(forms.seenBy(clerk(ARTUX), id));
    does(secondClerk(ARTUX), () -> forms.write(id, FormCells.STATEMENT, "补充说明"));
    assertThatThrownBy(() -> does(clerk(ARTUX), () -> selfEvaluations.walk(id, Move.SUBMIT, old)))
        .isInstanceOfSatisfying(RefusedException.class, refused -> {
          Refusal refusal = refused.refusals().getFirst();
          assertThat(refusal.code()).isEqualTo("changed-meanwhile");
          assertThat(refusal.inputs()).containsEntry("by", "填报员乙")
              .containsEntry("at", forms.seenBy(clerk(ARTUX), id).desk().changedAt().toString());
        });
    assertThat(state(id)).isEqualTo(FormState.DRAFT);
  }

  @Test
  void theSenderTakesItBackUntilTheNextDeskHasOpenedIt() {
    UUID id = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    forms.walk(clerk(ARTUX), id, Move.WITHDRAW);
    assertThat(state(id)).isEqualTo(FormState.DRAFT);

    forms.walk(clerk(ARTUX), id, Move.SUBMIT);
    forms.seenBy(approver(ARTUX), id);
    Order order = Forms.order(forms.seenBy(clerk(ARTUX), id));
    assertRefused(() -> does(clerk(ARTUX), () -> selfEvaluations.walk(id, Move.WITHDRAW, order)), "already-opened");
    assertThat(state(id)).isEqualTo(FormState.UNIT_REVIEW);
  }

  @Test
  void aLookByAnybodyElseDoesNotStopTheSenderFromTakingItBack() {
    UUID id = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    List.of(secondClerk(ARTUX), departmentReviewer(ARTUX), performanceOffice(ARTUX), auditor(ARTUX))
        .forEach(other -> forms.seenBy(other, id));
    forms.walk(clerk(ARTUX), id, Move.WITHDRAW);
    assertThat(state(id)).isEqualTo(FormState.DRAFT);
  }

  @Test
  void approvedItIsFrozen() {
    UUID id = forms.at(FormState.APPROVED, ARTUX, year);
    String before = Forms.whole(id);
    for (Scope person : DESKS) {
      for (Move move : Move.values()) {
        int version = forms.seenBy(person, id).desk().version();
        assertRefused(() -> does(person, () -> selfEvaluations.walk(id, move, withReason(version))), "move-not-yours");
      }
      assertRefused(() -> does(person, () -> selfEvaluations.note(id, FormCells.STATEMENT, ReturnReason.OTHER, "迟到的意见")), "move-not-yours");
    }
    assertThat(as(clerk(ARTUX), () -> selfEvaluations.write(id, List.of(new CellEdit(FormCells.STATEMENT, "", "改一下")))))
        .singleElement().isInstanceOfSatisfying(EditOutcome.Locked.class, locked -> assertThat(locked.refusal().code()).isEqualTo("form-approved"));
    assertRefused(() -> as(clerk(ARTUX), () -> selfEvaluations.addLines(id, List.of(Map.of()))), "form-approved");
    UUID line = forms.seenBy(clerk(ARTUX), id).indicators().getFirst();
    assertRefused(() -> does(clerk(ARTUX), () -> selfEvaluations.removeLines(id, List.of(line))), "form-approved");
    assertThat(Forms.whole(id)).isEqualTo(before);
  }

  @Test
  void aRuleThatChangesAfterTheApprovalChangesNothingOfTheForm() {
    UUID id = forms.at(FormState.FINANCE_SECOND, ARTUX, year);
    Order last = Forms.order(forms.seenBy(performanceOffice(ARTUX), id));
    does(performanceOffice(ARTUX), () -> selfEvaluations.walk(id, Move.PASS, last));
    does(performanceOffice(ARTUX), () -> selfEvaluations.walk(id, Move.PASS, last));
    String before = Forms.whole(id);
    Owner.told("insert into j_653001.parameter (id, key, fiscal_year, value, author, reason, effective) "
        + "values (?, 'grade.cut', ?, '99.9/80/60', 'x', 'x', '2020-01-01')", Identifiers.next(), year);

    // the browser sends the last command again
    does(performanceOffice(ARTUX), () -> selfEvaluations.walk(id, Move.PASS, last));

    assertThat(Forms.whole(id)).isEqualTo(before);
    assertThat(forms.seenBy(auditor(ARTUX), id).result().grade().orElseThrow().value()).contains(Grade.EXCELLENT);
  }
}
