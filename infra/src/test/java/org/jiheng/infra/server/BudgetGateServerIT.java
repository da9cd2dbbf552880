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
import java.util.Map;
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
import org.jiheng.app.budget.PriorResults;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.exante.ExAnteConditions;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.Duplicates;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectConfirmation.Verdict;
import org.jiheng.app.project.ProjectLibrary;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.scope.Role;
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

  @Inject
  private ProjectLibrary library;

  @Inject
  private PriorResults results;

  @Inject
  private Forms forms;

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
    does(BUDGET, () -> list.enter(project, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan(wan)));
  }

  /** A page is what the whole list names, and nothing that is not the caller's. */
  @Test
  void aPageHoldsTheProjectsThatWereNamedInTheirOrder() {
    UUID other = Forms.confirmedProject(ARTUX, year);
    assertThat(as(BUDGET, () -> list.lines(year, List.of(other, UUID.randomUUID(), project)))).extracting(BudgetList.Line::project).containsExactly(other, project);
    assertThat(as(BUDGET, () -> list.lines(year + 1, List.of(other)))).isEmpty();
  }

  private BudgetList.Line line() {
    return line(project);
  }

  private List<BudgetList.Line> lines(BudgetList.Filter filter) {
    return as(BUDGET, () -> list.lines(filter.fiscalYear(), list.overview(filter).projects()));
  }

  private BudgetList.Line line(UUID id) {
    List<BudgetList.Line> lines = lines(new BudgetList.Filter(year, Optional.empty(), Optional.empty(), ""));
    return lines.stream().filter(one -> one.project().equals(id)).findFirst().orElseThrow();
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
    assertRefused(() -> does(OFFICE, () -> list.enter(project, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan("20"))), "budget-not-yours");
    enter("20");
    assertRefused(() -> enter("20"), "budget-entry-waits");
    assertThat(line().standing()).isEqualTo(Standing.ENTERED);
    assertThat(line().entered()).contains(Money.ofWan("20"));
  }

  @Test
  void withoutApprovedGoalsNoMoneyIsAllocated() {
    UUID id = exAntes.withFinance(ARTUX, project, Grade.GOOD);
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED));
    assertRefused(() -> does(BUDGET, () -> list.allocate(project, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, "阿财预〔2023〕9号")), "budget-not-entered");
    enter("30");
    assertThatThrownBy(() -> does(BUDGET, () -> list.allocate(project, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, "阿财预〔2023〕9号")))
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

  private List<String> entryOf(UUID id) {
    return as(BUDGET, () -> gates.can(id, BudgetAction.ENTER_BUDGET)).reasons().stream().map(Reason::rule).toList();
  }

  @Test
  void aUnitDoesNotPassTheGateByCallingItsProjectContinuingBeforeFinanceConfirmsIt() {
    UUID continuing = Forms.project(ARTUX, year);
    assertThat(entryOf(continuing)).containsExactly("gate.exante-unconfirmed");
    BudgetList.Line line = line(continuing);
    assertThat(line.standing()).isEqualTo(Standing.MAY_NOT_ENTER);
    assertThat(line.backing()).isEqualTo(Backing.UNCONFIRMED);
    int seen = as(CLERK, () -> library.open(continuing)).project().version();
    assertRefused(() -> does(CLERK, () -> library.confirm(continuing, seen, Verdict.CONFIRMED, "历年均在实施")), "project-confirmed-by-finance");
    assertRefused(() -> does(BUDGET, () -> library.confirm(continuing, seen, Verdict.CONFIRMED, "历年均在实施")), "project-confirmed-by-finance");
    Scope section = Kizilsu.financeSection(ARTUX);
    assertRefused(() -> does(section, () -> library.confirm(continuing, seen, Verdict.CONFIRMED, "是")), "project-says-why");
    does(section, () -> library.confirm(continuing, seen, Verdict.CONFIRMED, "2020年起连续实施,有批复"));
    assertThat(entryOf(continuing)).containsExactly("exante.not-new");
    assertThat(TrailRows.of(ARTUX, "PROJECT/" + continuing)).contains("DECIDE|DONE|CONTINUING|CONFIRMED|2020年起连续实施,有批复");
    assertThat(as(CLERK, () -> library.open(continuing)).confirmations()).singleElement()
        .satisfies(one -> assertThat(one.reason()).isEqualTo("2020年起连续实施,有批复"));

    // what was confirmed does not count for another word
    Owner.told("update j_653001.project set attribute = 'ONE_OFF' where id = ?", continuing);
    assertThat(entryOf(continuing)).containsExactly("gate.exante-unconfirmed");
    Owner.told("update j_653001.project set attribute = 'CONTINUING' where id = ?", continuing);
    int now = as(OFFICE, () -> library.open(continuing)).project().version();
    does(OFFICE, () -> library.confirm(continuing, now, Verdict.DENIED, "查无以前年度批复"));
    assertThat(entryOf(continuing)).containsExactly("gate.exante-unconfirmed");
    assertThat(Owner.rows("select verdict from j_653001.project_confirmation where project = ? order by at, id", continuing)).containsExactly("CONFIRMED", "DENIED");
    assertThat(Owner.rows("select privilege_type from information_schema.role_table_grants g join pg_tables t on t.schemaname = g.table_schema "
        + "and t.tablename = g.table_name where g.table_schema = 'j_653001' and g.table_name = 'project_confirmation' and g.grantee <> t.tableowner "
        + "and privilege_type not in ('SELECT', 'INSERT')")).as("what was decided stays").isEmpty();
  }

  @Test
  void anEarlierYearThatWasGivenFiscalMoneyHereBearsAProjectOutAndNothingElseDoes() {
    UUID later = Forms.project(ARTUX, year);
    UUID earlier = Forms.project(ARTUX, year - 1);
    Owner.told("update j_653001.project set code = (select code from j_653001.project where id = ?) where id = ?", later, earlier);
    assertThat(entryOf(later)).as("it was there, and was given nothing").containsExactly("gate.exante-unconfirmed");
    String line = "insert into j_653001.funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, document, person_name, at, struck_at, struck_reason) "
        + "values (?, ?, ?, ?, ?, ?, 100000, '2023-01-01', '号', '测试', now(), null, '')";
    Owner.told(line, UUID.randomUUID(), earlier, earlier, year - 1, "OWN_FUNDS", "OPENING");
    Owner.told(line, UUID.randomUUID(), earlier, earlier, year - 1, "GENERAL_BUDGET", "ASKED");
    assertThat(entryOf(later)).as("own money and what was asked for").containsExactly("gate.exante-unconfirmed");
    UUID given = UUID.randomUUID();
    Owner.told(line, given, earlier, earlier, year - 1, "GENERAL_BUDGET", "OPENING");
    assertThat(entryOf(later)).containsExactly("exante.not-new");
    assertThat(entryOf(earlier)).as("its own first year").containsExactly("gate.exante-unconfirmed");
    Owner.told("update j_653001.funding_line set struck_at = now(), struck_reason = '重复登记作废' where id = ?", given);
    assertThat(entryOf(later)).as("struck").containsExactly("gate.exante-unconfirmed");
    Owner.told("update j_653001.funding_line set struck_at = null, struck_reason = '' where id = ?", given);
    Owner.told("update j_653001.project set category = 'OTHER_OPERATING' where id = ?", earlier);
    assertThat(entryOf(later)).as("another category then").containsExactly("gate.exante-unconfirmed");
    Owner.told("update j_653001.project set category = 'SPECIFIC_PURPOSE', fiscal_year = ? where id = ?", year - 2, earlier);
    assertThat(entryOf(later)).as("the code was used again after a year without it").containsExactly("gate.exante-unconfirmed");
    Owner.told("update j_653001.project set fiscal_year = ?, completed_on = '2023-01-31' where id = ?", year - 1, earlier);
    assertThat(entryOf(later)).as("what came to its end does not go on").containsExactly("gate.exante-unconfirmed");
    Owner.told("update j_653001.project set completed_on = null where id = ?", earlier);
    assertThat(entryOf(later)).containsExactly("exante.not-new");
    Owner.told(line, UUID.randomUUID(), earlier, earlier, year - 1, "GENERAL_BUDGET", "CUT");
    assertThat(entryOf(later)).as("all of it was cut away").containsExactly("gate.exante-unconfirmed");
  }

  @Test
  void theYearBeforeOfWhatAProjectAbsorbedBearsItOutAsItsOwnDoes() {
    UUID survivor = Forms.project(ARTUX, year);
    UUID absorbed = Forms.project(ARTUX, year);
    UUID earlier = Forms.project(ARTUX, year - 1);
    UUID another = Forms.project(ARTUX, year);
    Owner.told("update j_653001.project set code = (select code from j_653001.project where id = ?) where id = ?", absorbed, earlier);
    Owner.told("insert into j_653001.funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, document, person_name, at) "
        + "values (?, ?, ?, ?, 'GENERAL_BUDGET', 'OPENING', 100000, '2023-01-01', '号', '测试', now())", UUID.randomUUID(), earlier, earlier, year - 1);
    assertThat(entryOf(survivor)).containsExactly("gate.exante-unconfirmed");
    Owner.told("update j_653001.project set merged_into = ?, merged_on = date '2023-02-01' where id = ?", survivor, absorbed);
    assertThat(entryOf(survivor)).containsExactly("exante.not-new");
    assertThat(entryOf(another)).as("nobody else").containsExactly("gate.exante-unconfirmed");
  }

  private UUID staff(int fiscalYear) {
    UUID running = Forms.confirmedProject(ARTUX, fiscalYear);
    Owner.told("update j_653001.project set category = 'PERSONNEL', confirmed_category = 'PERSONNEL', initial_budget = 0, annual_budget = 0, fiscal_year = ? where id = ?",
        fiscalYear, running);
    return running;
  }

  private void had(UUID id, FundingSource source, FundingKind kind, String wan, String door) {
    Owner.told("insert into j_653001.funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, document, person_name, at, door) "
        + "select ?, id, id, fiscal_year, ?, ?, ?, '2023-01-01', '号', '测试', now(), ? from j_653001.project where id = ?", UUID.randomUUID(), source.name(), kind.name(),
        Money.ofWan(wan).yuan(), door, id);
  }

  private void supplements(UUID id, String wan) {
    does(BUDGET, () -> list.enter(id, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan(wan)));
  }

  @Test
  void whatTheYearHasAlreadyIsNeitherProposedNorGivenASecondTime() {
    UUID running = staff(Contracts.TODAY.getYear());
    had(running, FundingSource.GENERAL_BUDGET, FundingKind.OPENING, "100", "HAND");
    BudgetList.Filter filter = new BudgetList.Filter(Contracts.TODAY.getYear(), Optional.empty(), Optional.empty(), "");
    BudgetList.Line taken = lines(filter).stream().filter(one -> one.project().equals(running)).findFirst().orElseThrow();
    assertThat(taken.standing()).isEqualTo(Standing.ALLOCATED);
    assertThat(taken.given()).contains(Money.ofWan("100"));
    assertThat(taken.left()).contains(Money.ZERO);
    assertThat(taken.asked()).as("nothing is asked for beside it").contains(Money.ZERO);
    assertRefused(() -> supplements(running, "1"), "budget-amount");

    had(running, FundingSource.GENERAL_BUDGET, FundingKind.ASKED, "130", "HAND");
    assertRefused(() -> supplements(running, "30.01"), "budget-amount");
    supplements(running, "20");
    had(running, FundingSource.GENERAL_BUDGET, FundingKind.SUPPLEMENT, "15", "HAND");
    assertRefused(() -> does(BUDGET, () -> list.allocate(running, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, "阿财预〔2023〕21号")), "budget-given-meanwhile");
    had(running, FundingSource.GENERAL_BUDGET, FundingKind.ASKED, "5", "HAND");
    for (FundingSource source : List.of(FundingSource.UPPER_TRANSFER, FundingSource.OWN_FUNDS, FundingSource.OTHER)) {
      assertRefused(() -> does(BUDGET, () -> list.allocate(running, UUID.randomUUID(), source, "阿财预〔2023〕21号")), "budget-source");
    }
    does(BUDGET, () -> list.allocate(running, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, "阿财预〔2023〕21号"));
    assertThat(Owner.asked("select annual_budget, asked_budget from j_653001.project where id = ?", running)).isEqualTo("1350000.00|0.00");
    assertRefused(() -> supplements(running, "0.01"), "budget-amount");
    assertRefused(() -> does(BUDGET, () -> list.enter(running, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofYuan("-1"))), "budget-amount");

    UUID line = as(BUDGET, () -> library.open(running)).lines().stream().filter(one -> one.entry().document().equals("阿财预〔2023〕21号")).findFirst().orElseThrow().id();
    assertRefused(() -> does(BUDGET, () -> library.strike(running, line, "重复登记须作废")), "money-struck-by-its-room");
  }

  @Test
  void theSameCommandASecondTimeEntersNoMoney() {
    UUID running = Forms.confirmedProject(ARTUX, year);
    Owner.told("update j_653001.project set category = 'PERSONNEL', confirmed_category = 'PERSONNEL', initial_budget = 0, annual_budget = 0 where id = ?", running);
    UUID entered = UUID.randomUUID();
    does(BUDGET, () -> list.enter(running, entered, Occasion.SUPPLEMENT, Money.ofWan("5")));
    does(BUDGET, () -> list.enter(running, entered, Occasion.SUPPLEMENT, Money.ofWan("5")));
    UUID allocated = UUID.randomUUID();
    does(BUDGET, () -> list.allocate(running, allocated, FundingSource.GENERAL_BUDGET, "阿财预〔2023〕71号"));
    does(BUDGET, () -> list.allocate(running, allocated, FundingSource.GENERAL_BUDGET, "阿财预〔2023〕71号"));
    // a late second click on the entry, after the money was allocated
    does(BUDGET, () -> list.enter(running, entered, Occasion.SUPPLEMENT, Money.ofWan("5")));
    assertThat(Owner.rows("select step from j_653001.budget_entry where project = ? order by at, id", running)).containsExactly("ENTERED", "ALLOCATED");
    assertThat(Owner.asked("select annual_budget from j_653001.project where id = ?", running)).isEqualTo("50000.00");
    // what was refused was not carried out, and may be given again
    UUID refused = UUID.randomUUID();
    assertRefused(() -> does(BUDGET, () -> list.enter(running, refused, Occasion.SUPPLEMENT, Money.ZERO)), "budget-amount");
    does(BUDGET, () -> list.enter(running, refused, Occasion.SUPPLEMENT, Money.ofWan("1")));
    assertThat(line(running).entered()).contains(Money.ofWan("6"));
  }

  @Test
  void everyGatesVerdictStandsInTheListBeforeAProjectEnters() {
    Map<Gate, Gate.Answer> verdict = line().verdict();
    assertThat(verdict.keySet()).containsExactly(Gate.values());
    assertThat(verdict.get(Gate.B1).reason().rule()).isEqualTo("gate.exante-missing");
    assertThat(verdict.get(Gate.B2).allowed()).isFalse();
    assertThat(verdict.get(Gate.B2).reason().rule()).isEqualTo("gate.goal-missing");
    assertThat(verdict.get(Gate.B3).reason().rule()).isEqualTo("gate.not-earmarked");
  }

  @Test
  void aConfidentialProjectStandsInTheListByCodeAndFlagAndIsCounted() {
    UUID secret = Forms.project(ARTUX, year);
    Owner.told("update j_653001.project set confidential = true, name = '涉密项目,线下管理', basis = '', content = '', leader = '', phone = '', "
        + "functional_class = '', total_investment = 9990000 where id = ?", secret);
    BudgetList.Line line = line(secret);
    assertThat(line.standing()).isEqualTo(Standing.CONFIDENTIAL);
    assertThat(line.name()).isEqualTo("涉密项目,线下管理");
    assertThat(List.of(line.asked(), line.supported(), line.entered(), line.evaluation(), line.before())).allMatch(Optional::isEmpty);
    assertThat(line.verdict()).isEmpty();
    BudgetList.Totals totals = as(BUDGET, () -> list.overview(new BudgetList.Filter(year, Optional.empty(), Optional.empty(), ""))).totals();
    assertThat(totals.projects().get(Standing.CONFIDENTIAL)).isEqualTo(1);
    assertThat(totals.all()).isEqualTo(2);
    assertThat(totals.asked()).as("no money of it").isEqualTo(Money.ZERO);
  }

  @Test
  void theResultOfTheYearBeforeStandsBesideTheMoneyThatIsAskedFor() {
    UUID form = forms.at(FormState.APPROVED, ARTUX, year - 1);
    Owner.told("update j_653001.project set code = (select p.code from j_653001.project p join j_653001.self_evaluation s on s.project = p.id where s.id = ?) "
        + "where id = ?", form, project);
    Owner.told("update j_653001.form_version set outcome = jsonb_set(outcome, '{alarms}', '[{\"rule\": \"alarm.yellow\", \"ruleSet\": \"2023\", "
        + "\"article\": \"自评预警\", \"inputs\": {\"rate\": \"25%\"}}]') where review = ?", form);
    PriorResults.PriorResult before = line().before().orElseThrow();
    assertThat(before.fiscalYear()).isEqualTo(year - 1);
    assertThat(before.score().orElseThrow()).hasToString("99.50");
    assertThat(before.grade()).contains(Grade.EXCELLENT);
    assertThat(before.alarms()).extracting(Reason::rule).containsExactly("alarm.yellow");
    assertThat(before.form()).contains(form);
    assertThat(as(CLERK, () -> results.of(project))).contains(before);
    Scope section = Kizilsu.person(ARTUX, "卫生口科室", Kizilsu.HEALTH, Role.FINANCE_SECTION);
    assertThatThrownBy(() -> as(section, () -> results.of(project))).isInstanceOf(NoSuchFormException.class);
    Owner.told("update j_653001.review set unit = ? where id = ?", Kizilsu.HOSPITAL, form);
    assertThat(as(CLERK, () -> results.of(project)).orElseThrow().form()).as("the form of another unit is not opened").isEmpty();
    Owner.told("update j_653001.review set state = 'RETURNED' where id = ?", form);
    assertThat(line().before()).as("not approved: no result").isEmpty();
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
    assertRefused(() -> does(BUDGET, () -> list.enter(gone, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan("1"))), "project-ended");
    UUID secret = Forms.project(ARTUX, year);
    Owner.told("update j_653001.project set confidential = true, name = '涉密项目,线下管理', basis = '', content = '', leader = '', phone = '', "
        + "functional_class = '' where id = ?", secret);
    assertThat(as(BUDGET, () -> gates.can(secret, BudgetAction.ENTER_BUDGET)).reasons()).extracting(Reason::rule)
        .containsExactly("gate.project-confidential");
    assertRefused(() -> does(BUDGET, () -> list.enter(secret, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan("1"))), "project-confidential");
  }

  @Test
  void aProjectInTheBudgetIsNotMergedAwayButMaySurvive() {
    UUID entered = Forms.confirmedProject(ARTUX, year);
    UUID other = Forms.confirmedProject(ARTUX, year);
    does(BUDGET, () -> list.enter(entered, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan("1")));
    assertRefused(() -> does(OFFICE, () -> duplicates.merge(entered, other, other, "同一件事分两次申报")), "project-in-the-budget");
    does(OFFICE, () -> duplicates.merge(entered, other, entered, "同一件事分两次申报"));
    assertThat(Owner.asked("select merged_into from j_653001.project where id = ?", other)).isEqualTo(entered.toString());
  }

  @Test
  void whatAUnitHasNotSentInIsNotToldToTheBudgetSection() {
    exAntes.complete(ARTUX, project, Grade.GOOD);
    closed("gate.exante-missing");
    assertThat(line().evaluation()).isEmpty();
    assertThat(line().asked()).as("what the unit typed is its own business until it sends it").contains(Money.ZERO);
  }

  @Test
  void aProjectIsOpenedOnceAndSupplementedByEveryDocumentAndTheGatesAreAskedEachTime() {
    UUID running = Forms.confirmedProject(ARTUX, year);
    Owner.told("update j_653001.project set category = 'PERSONNEL', confirmed_category = 'PERSONNEL', initial_budget = 0, annual_budget = 0, fiscal_year = ? where id = ?",
        Contracts.TODAY.getYear(), running);
    does(BUDGET, () -> list.enter(running, UUID.randomUUID(), Occasion.OPENING, Money.ofWan("10")));
    does(BUDGET, () -> list.allocate(running, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, ""));
    assertRefused(() -> does(BUDGET, () -> list.enter(running, UUID.randomUUID(), Occasion.OPENING, Money.ofWan("1"))), "budget-entered-already");
    for (String document : List.of("阿财预〔2023〕9号", "阿财预〔2023〕10号")) {
      does(BUDGET, () -> list.enter(running, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan("5")));
      assertRefused(() -> does(BUDGET, () -> list.enter(running, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan("5"))), "budget-entry-waits");
      does(BUDGET, () -> list.allocate(running, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, document));
    }
    does(BUDGET, () -> list.enter(running, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan("2")));
    assertRefused(() -> does(BUDGET, () -> list.allocate(running, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, "阿财预〔2023〕9号")), "budget-document-used");
    assertThat(Owner.asked("select initial_budget, annual_budget from j_653001.project where id = ?", running)).isEqualTo("100000.00|200000.00");
    BudgetList.Line line = lines(new BudgetList.Filter(Contracts.TODAY.getYear(), Optional.empty(), Optional.empty(), "")).stream()
        .filter(one -> one.project().equals(running)).findFirst().orElseThrow();
    assertThat(line.standing()).isEqualTo(Standing.ENTERED);
    assertThat(line.entered()).contains(Money.ofWan("22"));

    Owner.told("update j_653001.project set attribute = 'NEW' where id = ?", running);
    assertRefused(() -> does(BUDGET, () -> list.allocate(running, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, "阿财预〔2023〕11号")), "gate-closed");
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

  @Test
  void theListIsFilteredSummedUpAndTakenAway() {
    Forms.confirmedProject(ARTUX, year);
    BudgetList.Filter closed = new BudgetList.Filter(year, Optional.of(Standing.MAY_NOT_ENTER), Optional.of(Kizilsu.SCHOOL), "");
    assertThat(lines(closed)).extracting(BudgetList.Line::project).containsExactly(project);
    BudgetList.Totals totals = as(BUDGET, () -> list.overview(new BudgetList.Filter(year, Optional.empty(), Optional.empty(), ""))).totals();
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
