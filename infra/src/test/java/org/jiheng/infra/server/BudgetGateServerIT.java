package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jiheng.app.budget.BudgetAction;
import org.jiheng.app.budget.BudgetEntry.Occasion;
import org.jiheng.app.budget.BudgetList.Standing;
import org.jiheng.app.budget.BudgetList;
import org.jiheng.app.budget.Gate;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.exante.ExAnteConditions;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** A project on its way into the budget: gates that open and stay closed, and who may open them (S15, S17). */
class BudgetGateServerIT extends OnTheWayToMoney {

  @Inject
  private ExAntes exAntes;

  @Inject
  private ExAnteConditions conditions;

  @Test
  void aNewProjectWaitsForItsEvaluationItsConditionsAndThenEntersWithWhatIsSupported() {
    closed("gate.exante-missing");
    UUID id = exAntes.withFinance(ARTUX, project, Grade.FAIR);
    closed("gate.exante-under-way");
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.PARTLY_SUPPORTED, Money.ofWan("20"), ExAntes.condition(Contracts.TODAY.plusDays(30))));
    closed("gate.conditions-open");
    assertThat(line().standing()).isEqualTo(Standing.MAY_NOT_ENTER);

    UUID condition = exAntes.seenBy(CLERK, id).conditions().getFirst().id();
    as(CLERK, () -> conditions.report(id, condition, "已经落实到位", Optional.of("证明.pdf"), Contracts.PDF));
    closed("gate.conditions-open");
    does(OFFICE, () -> conditions.close(id, condition, "核实无误"));
    assertThat(entry().reasons()).extracting(Reason::rule).containsExactly("gate.exante-partly-supported");
    assertThat(line().standing()).isEqualTo(Standing.MAY_ENTER);

    assertRefused(() -> enter("20.01"), "budget-amount");
    assertRefused(() -> does(OFFICE, () -> section.enter(project, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan("20"))), "budget-not-yours");
    enter("20");
    assertRefused(() -> enter("20"), "budget-entry-waits");
    assertThat(line().standing()).isEqualTo(Standing.ENTERED);
    assertThat(line().entered()).contains(Money.ofWan("20"));
  }

  @Test
  void withoutApprovedGoalsNoMoneyIsAllocated() {
    UUID id = exAntes.withFinance(ARTUX, project, Grade.GOOD);
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED));
    assertRefused(() -> does(BUDGET, () -> section.allocate(project, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, "阿财预〔2023〕9号")), "budget-not-entered");
    enter("30");
    assertThatThrownBy(() -> does(BUDGET, () -> section.allocate(project, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, "阿财预〔2023〕9号")))
        .isInstanceOfSatisfying(RefusedException.class, refused -> {
          assertThat(refused.refusals()).extracting(Refusal::code).containsExactly("gate-closed");
          assertThat(refused.reasons()).extracting(Reason::rule).as("B2: no goals, or nobody who knows of any").singleElement()
              .isIn("gate.nothing-known", "gate.goal-missing");
        });
  }

  @Test
  void whatIsNotSupportedStaysOutWhateverALeaderSaysAndWhileTheUnitBeginsAgain() {
    UUID id = exAntes.withFinance(ARTUX, project, Grade.POOR);
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.NOT_SUPPORTED, Money.ZERO));
    closed("gate.exante-not-supported");
    assertRefused(opens(LEADER, "情况特殊请放行"), "gate-not-opened-by-anybody");
    exAntes.walk(CLERK, id, Move.BEGIN_AGAIN);
    closed("gate.exante-not-supported");
    assertRefused(opens(LEADER, "情况特殊请放行"), "gate-not-opened-by-anybody");
  }

  private ThrowingCallable opens(Scope person, String reason) {
    return () -> does(person, () -> gates.open(project, BudgetAction.ENTER_BUDGET, Gate.B1, reason));
  }

  @Test
  void onlyALeaderOpensAGateAndOnlyWithAReasonThatStaysOnRecord() throws Throwable {
    assertRefused(opens(OFFICE, "情况特殊请放行"), "gate-not-yours");
    assertRefused(opens(BUDGET, "情况特殊请放行"), "gate-not-yours");
    assertRefused(opens(LEADER, "  急 "), "gate-says-why");
    opens(LEADER, "抗震抢险,先行安排").call();
    assertThat(entry().answers().get(Gate.B1).overridden()).isTrue();
    assertRefused(opens(LEADER, "抗震抢险,先行安排"), "gate-open-already");
    assertThat(TrailRows.of(ARTUX, "PROJECT/" + project + "/gate")).containsExactly("DECIDE|DONE|gate.exante-missing|OPENED|抗震抢险,先行安排");
    assertThat(Owner.rows("select privilege_type from information_schema.role_table_grants g join pg_tables t on t.schemaname = g.table_schema "
        + "and t.tablename = g.table_name where g.table_schema = 'j_653001' and g.table_name = 'gate_opening' and g.grantee <> t.tableowner "
        + "and privilege_type not in ('SELECT', 'INSERT')")).as("what was opened stays on record").isEmpty();
    enter("5");
    assertThat(line().standing()).isEqualTo(Standing.ENTERED);
  }

  @Test
  void everyGatesVerdictStandsInTheListBeforeAProjectEnters() {
    Map<Gate, Gate.Answer> verdict = line().verdict();
    assertThat(verdict.keySet()).containsExactly(Gate.values());
    assertThat(verdict.get(Gate.B1).reason().rule()).isEqualTo("gate.exante-missing");
    assertThat(verdict.get(Gate.B2).allowed()).isFalse();
    assertThat(verdict.get(Gate.B2).reason().rule()).isEqualTo("gate.goal-missing");
    assertThat(verdict.get(Gate.B3).reason().rule()).isEqualTo("gate.not-earmarked");
    assertThat(as(CLERK, () -> gates.verdict(project))).as("its unit reads the same on its page").isEqualTo(verdict);
    assertThatThrownBy(() -> as(Kizilsu.clerkOfAnotherUnit(ARTUX), () -> gates.verdict(project))).isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void anEndedOrConfidentialProjectPassesNoGateAndIsNotTakenIn() {
    UUID gone = Forms.project(ARTUX, year);
    for (BudgetAction action : BudgetAction.values()) {
      Owner.told("update j_653001.project set terminated_on = current_date, termination_reason = '任务取消不再实施' where id = ?", gone);
      assertThat(as(BUDGET, () -> gates.can(gone, action)).reasons()).extracting(Reason::rule).containsExactly("gate.project-ended");
      Owner.told("update j_653001.project set terminated_on = null, termination_reason = '', merged_into = ?, merged_on = current_date where id = ?", project, gone);
      assertThat(as(BUDGET, () -> gates.can(gone, action)).reasons()).extracting(Reason::rule).containsExactly("gate.project-ended");
      Owner.told("update j_653001.project set merged_into = null, merged_on = null where id = ?", gone);
    }
    Owner.told("update j_653001.project set terminated_on = current_date, termination_reason = '任务取消不再实施' where id = ?", gone);
    assertRefused(() -> does(BUDGET, () -> section.enter(gone, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan("1"))), "project-ended");
    UUID secret = Forms.project(ARTUX, year);
    Owner.told("update j_653001.project set confidential = true, name = '涉密项目,线下管理', basis = '', content = '', leader = '', phone = '', "
        + "functional_class = '' where id = ?", secret);
    assertThat(as(BUDGET, () -> gates.can(secret, BudgetAction.ENTER_BUDGET)).reasons()).extracting(Reason::rule)
        .containsExactly("gate.project-confidential");
    assertRefused(() -> does(BUDGET, () -> section.enter(secret, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan("1"))), "project-confidential");
  }

  @Test
  void whatAUnitHasNotSentInIsNotToldToTheBudgetSection() {
    exAntes.complete(ARTUX, project, Grade.GOOD);
    closed("gate.exante-missing");
    assertThat(line().evaluation()).isEmpty();
    assertThat(line().asked()).as("what the unit typed is its own business until it sends it").contains(Money.ZERO);
  }

  @Test
  void whoHasNothingToDoWithTheProjectIsToldNothing() {
    for (Scope stranger : List.of(Kizilsu.clerkOfAnotherUnit(ARTUX), Kizilsu.systemAdministrator(ARTUX), Kizilsu.performanceOffice(Kizilsu.AKTO))) {
      assertThatThrownBy(() -> as(stranger, () -> gates.can(project, BudgetAction.ENTER_BUDGET))).isInstanceOf(NoSuchFormException.class);
    }
    assertThatThrownBy(() -> as(CLERK, () -> list.overview(new BudgetList.Filter(year, Optional.empty(), Optional.empty(), ""))))
        .isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> as(CLERK, () -> list.lines(year, List.of(project))))
        .isInstanceOf(NoSuchFormException.class);
  }
}
