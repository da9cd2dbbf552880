package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jiheng.app.budget.BudgetAction;
import org.jiheng.app.budget.BudgetEntry.Occasion;
import org.jiheng.app.budget.BudgetList;
import org.jiheng.app.budget.BudgetList.Standing;
import org.jiheng.app.budget.Gate;
import org.jiheng.app.budget.Gates;
import org.jiheng.app.budget.Permission;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.exante.ExAnteConditions;
import org.jiheng.app.project.Duplicates;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project on its way into the budget: gates that open and stay closed, who may open them, what is taken in (S15, S17). */
class BudgetGateServerIT extends WholeProduct {

  private static final Scope CLERK = Kizilsu.clerk(ARTUX);
  private static final Scope BUDGET = ExAntes.budgetSection(ARTUX);
  private static final Scope LEADER = ExAntes.leader(ARTUX);
  private static final Scope OFFICE = Kizilsu.performanceOffice(ARTUX);

  @Inject
  private Gates gates;

  @Inject
  private BudgetList list;

  @Inject
  private ExAntes exAntes;

  @Inject
  private ExAnteConditions conditions;

  @Inject
  private Duplicates duplicates;

  private int year;
  private UUID project;

  @BeforeEach
  void aNewProject() {
    year = Forms.aYearOfItsOwn();
    project = ExAntes.newProject(ARTUX, year, "SUBSIDY");
  }

  private Permission entry() {
    return as(BUDGET, () -> gates.can(project, BudgetAction.ENTER_BUDGET));
  }

  private void closed(String rule) {
    assertThat(entry().allowed()).isFalse();
    assertThat(entry().reasons()).extracting(Reason::rule).containsExactly(rule);
    assertThatThrownBy(() -> enter("20")).isInstanceOfSatisfying(RefusedException.class, refused -> {
      assertThat(refused.refusals()).extracting(Refusal::code).containsExactly("gate-closed");
      assertThat(refused.reasons()).extracting(Reason::rule).containsExactly(rule);
    });
  }

  private void enter(String wan) {
    does(BUDGET, () -> list.enter(project, Occasion.SUPPLEMENT, Money.ofWan(wan)));
  }

  private BudgetList.Line line() {
    List<BudgetList.Line> lines = as(BUDGET, () -> list.lines(new BudgetList.Filter(year, Optional.empty(), Optional.empty(), "")));
    return lines.stream().filter(one -> one.project().equals(project)).findFirst().orElseThrow();
  }

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
    assertRefused(() -> does(OFFICE, () -> list.enter(project, Occasion.SUPPLEMENT, Money.ofWan("20"))), "budget-not-yours");
    enter("20");
    assertRefused(() -> enter("20"), "budget-entry-waits");
    assertThat(line().standing()).isEqualTo(Standing.ENTERED);
    assertThat(line().entered()).contains(Money.ofWan("20"));
  }

  @Test
  void withoutApprovedGoalsNoMoneyIsAllocated() {
    UUID id = exAntes.withFinance(ARTUX, project, Grade.GOOD);
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED));
    assertRefused(() -> does(BUDGET, () -> list.allocate(project, FundingSource.GENERAL_BUDGET, "阿财预〔2023〕9号")), "budget-not-entered");
    enter("30");
    assertThatThrownBy(() -> does(BUDGET, () -> list.allocate(project, FundingSource.GENERAL_BUDGET, "阿财预〔2023〕9号")))
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
  void aContinuingProjectNeedsNone() {
    UUID continuing = Forms.project(ARTUX, year);
    assertThat(as(BUDGET, () -> gates.can(continuing, BudgetAction.ENTER_BUDGET)).reasons()).extracting(Reason::rule).containsExactly("exante.not-new");
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
    assertRefused(() -> does(BUDGET, () -> list.enter(gone, Occasion.SUPPLEMENT, Money.ofWan("1"))), "project-ended");
    UUID secret = Forms.project(ARTUX, year);
    Owner.told("update j_653001.project set confidential = true, name = '涉密项目,线下管理', basis = '', content = '', leader = '', phone = '', "
        + "functional_class = '' where id = ?", secret);
    assertThat(as(BUDGET, () -> gates.can(secret, BudgetAction.ENTER_BUDGET)).reasons()).extracting(Reason::rule)
        .containsExactly("gate.project-confidential");
    assertRefused(() -> does(BUDGET, () -> list.enter(secret, Occasion.SUPPLEMENT, Money.ofWan("1"))), "project-confidential");
  }

  @Test
  void aProjectInTheBudgetIsNotMergedAwayButMaySurvive() {
    UUID entered = Forms.project(ARTUX, year);
    UUID other = Forms.project(ARTUX, year);
    does(BUDGET, () -> list.enter(entered, Occasion.SUPPLEMENT, Money.ofWan("1")));
    assertRefused(() -> does(OFFICE, () -> duplicates.merge(entered, other, other, "同一件事分两次申报")), "project-in-the-budget");
    does(OFFICE, () -> duplicates.merge(entered, other, entered, "同一件事分两次申报"));
    assertThat(Owner.asked("select merged_into from j_653001.project where id = ?", other)).isEqualTo(entered.toString());
  }

  @Test
  void whatAUnitHasNotSentInIsNotToldToTheBudgetSection() {
    exAntes.complete(ARTUX, project, Grade.GOOD);
    closed("gate.exante-missing");
    assertThat(line().evaluation()).isEmpty();
    assertThat(line().asked()).as("what the unit typed is its own business until it sends it").isEqualTo(Money.ZERO);
  }

  @Test
  void aProjectIsOpenedOnceAndSupplementedByEveryDocumentAndTheGatesAreAskedEachTime() {
    UUID running = Forms.project(ARTUX, year);
    Owner.told("update j_653001.project set category = 'PERSONNEL', initial_budget = 0, annual_budget = 0, fiscal_year = ? where id = ?",
        Contracts.TODAY.getYear(), running);
    does(BUDGET, () -> list.enter(running, Occasion.OPENING, Money.ofWan("10")));
    does(BUDGET, () -> list.allocate(running, FundingSource.GENERAL_BUDGET, ""));
    assertRefused(() -> does(BUDGET, () -> list.enter(running, Occasion.OPENING, Money.ofWan("1"))), "budget-entered-already");
    for (String document : List.of("阿财预〔2023〕9号", "阿财预〔2023〕10号")) {
      does(BUDGET, () -> list.enter(running, Occasion.SUPPLEMENT, Money.ofWan("5")));
      assertRefused(() -> does(BUDGET, () -> list.enter(running, Occasion.SUPPLEMENT, Money.ofWan("5"))), "budget-entry-waits");
      does(BUDGET, () -> list.allocate(running, FundingSource.GENERAL_BUDGET, document));
    }
    does(BUDGET, () -> list.enter(running, Occasion.SUPPLEMENT, Money.ofWan("2")));
    assertRefused(() -> does(BUDGET, () -> list.allocate(running, FundingSource.GENERAL_BUDGET, "阿财预〔2023〕9号")), "budget-document-used");
    assertThat(Owner.asked("select initial_budget, annual_budget from j_653001.project where id = ?", running)).isEqualTo("100000.00|200000.00");
    BudgetList.Line line = as(BUDGET, () -> list.lines(new BudgetList.Filter(Contracts.TODAY.getYear(), Optional.empty(), Optional.empty(), ""))).stream()
        .filter(one -> one.project().equals(running)).findFirst().orElseThrow();
    assertThat(line.standing()).isEqualTo(Standing.ENTERED);
    assertThat(line.entered()).contains(Money.ofWan("22"));

    Owner.told("update j_653001.project set attribute = 'NEW' where id = ?", running);
    assertRefused(() -> does(BUDGET, () -> list.allocate(running, FundingSource.GENERAL_BUDGET, "阿财预〔2023〕11号")), "gate-closed");
  }

  @Test
  void whoHasNothingToDoWithTheProjectIsToldNothing() {
    for (Scope stranger : List.of(Kizilsu.clerkOfAnotherUnit(ARTUX), Kizilsu.systemAdministrator(ARTUX), Kizilsu.performanceOffice(Kizilsu.AKTO))) {
      assertThatThrownBy(() -> as(stranger, () -> gates.can(project, BudgetAction.ENTER_BUDGET))).isInstanceOf(NoSuchFormException.class);
    }
    assertThatThrownBy(() -> as(CLERK, () -> list.lines(new BudgetList.Filter(year, Optional.empty(), Optional.empty(), ""))))
        .isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void theListIsFilteredSummedUpAndTakenAway() {
    Forms.project(ARTUX, year);
    BudgetList.Filter closed = new BudgetList.Filter(year, Optional.of(Standing.MAY_NOT_ENTER), Optional.of(Kizilsu.SCHOOL), "");
    assertThat(as(BUDGET, () -> list.lines(closed))).extracting(BudgetList.Line::project).containsExactly(project);
    BudgetList.Totals totals = BudgetList.totals(as(BUDGET, () -> list.lines(new BudgetList.Filter(year, Optional.empty(), Optional.empty(), ""))));
    assertThat(totals.all()).isEqualTo(2);
    assertThat(totals.asked()).isEqualTo(Money.ofWan("40"));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    does(BUDGET, () -> {
      try {
        list.export(closed, "预算清单", List.of("项目"), line -> List.of(line.name()), file);
      } catch (IOException unwritten) {
        throw new UncheckedIOException(unwritten);
      }
    });
    assertThat(file.toByteArray()).startsWith('P', 'K');
  }
}
