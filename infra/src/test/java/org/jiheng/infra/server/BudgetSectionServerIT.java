package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.budget.BudgetEntry.Occasion;
import org.jiheng.app.budget.BudgetList.Standing;
import org.jiheng.app.budget.BudgetList;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.project.BudgetGuard;
import org.jiheng.app.project.Duplicates;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectLibrary;
import org.jiheng.app.project.ProjectMoney;
import org.jiheng.app.project.Projects;
import org.junit.jupiter.api.Test;

/** The budget section takes projects in and allocates their money: once, in order, and never more than there is to give (S15). */
class BudgetSectionServerIT extends OnTheWayToMoney {

  @Inject
  private ProjectLibrary library;

  @Inject
  private ProjectMoney money;

  @Inject
  private Duplicates duplicates;

  @Inject
  private ExAntes exAntes;

  @Inject
  private BudgetGuard guard;

  @Inject
  private Projects projects;

  @Inject
  private Work work;

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
    does(BUDGET, () -> section.enter(id, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan(wan)));
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
    assertRefused(() -> does(BUDGET, () -> section.allocate(running, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, "阿财预〔2023〕21号")), "budget-given-meanwhile");
    had(running, FundingSource.GENERAL_BUDGET, FundingKind.ASKED, "5", "HAND");
    for (FundingSource source : List.of(FundingSource.UPPER_TRANSFER, FundingSource.OWN_FUNDS, FundingSource.OTHER)) {
      assertRefused(() -> does(BUDGET, () -> section.allocate(running, UUID.randomUUID(), source, "阿财预〔2023〕21号")), "budget-source");
    }
    does(BUDGET, () -> section.allocate(running, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, "阿财预〔2023〕21号"));
    assertThat(Owner.asked("select annual_budget, asked_budget from j_653001.project where id = ?", running)).isEqualTo("1350000.00|0.00");
    assertRefused(() -> supplements(running, "0.01"), "budget-amount");
    assertRefused(() -> does(BUDGET, () -> section.enter(running, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofYuan("-1"))), "budget-amount");

    UUID line = as(BUDGET, () -> library.open(running)).lines().stream().filter(one -> one.entry().document().equals("阿财预〔2023〕21号")).findFirst().orElseThrow().id();
    assertRefused(() -> does(BUDGET, () -> money.strike(running, line, "重复登记须作废")), "money-struck-by-its-room");
  }

  @Test
  void theSameCommandASecondTimeEntersNoMoney() {
    UUID running = Forms.confirmedProject(ARTUX, year);
    Owner.told("update j_653001.project set category = 'PERSONNEL', confirmed_category = 'PERSONNEL', initial_budget = 0, annual_budget = 0 where id = ?", running);
    UUID entered = UUID.randomUUID();
    does(BUDGET, () -> section.enter(running, entered, Occasion.SUPPLEMENT, Money.ofWan("5")));
    does(BUDGET, () -> section.enter(running, entered, Occasion.SUPPLEMENT, Money.ofWan("5")));
    UUID allocated = UUID.randomUUID();
    does(BUDGET, () -> section.allocate(running, allocated, FundingSource.GENERAL_BUDGET, "阿财预〔2023〕71号"));
    does(BUDGET, () -> section.allocate(running, allocated, FundingSource.GENERAL_BUDGET, "阿财预〔2023〕71号"));
    // a late second click on the entry, after the money was allocated
    does(BUDGET, () -> section.enter(running, entered, Occasion.SUPPLEMENT, Money.ofWan("5")));
    assertThat(Owner.rows("select step from j_653001.budget_entry where project = ? order by at, id", running)).containsExactly("ENTERED", "ALLOCATED");
    assertThat(Owner.asked("select annual_budget from j_653001.project where id = ?", running)).isEqualTo("50000.00");
    // what was refused was not carried out, and may be given again
    UUID refused = UUID.randomUUID();
    assertRefused(() -> does(BUDGET, () -> section.enter(running, refused, Occasion.SUPPLEMENT, Money.ZERO)), "budget-amount");
    does(BUDGET, () -> section.enter(running, refused, Occasion.SUPPLEMENT, Money.ofWan("1")));
    assertThat(line(running).entered()).contains(Money.ofWan("6"));
  }

  @Test
  void aProjectIsOpenedOnceAndSupplementedByEveryDocumentAndTheGatesAreAskedEachTime() {
    UUID running = Forms.confirmedProject(ARTUX, year);
    Owner.told("update j_653001.project set category = 'PERSONNEL', confirmed_category = 'PERSONNEL', initial_budget = 0, annual_budget = 0, fiscal_year = ? where id = ?",
        Contracts.TODAY.getYear(), running);
    does(BUDGET, () -> section.enter(running, UUID.randomUUID(), Occasion.OPENING, Money.ofWan("10")));
    does(BUDGET, () -> section.allocate(running, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, ""));
    assertRefused(() -> does(BUDGET, () -> section.enter(running, UUID.randomUUID(), Occasion.OPENING, Money.ofWan("1"))), "budget-entered-already");
    for (String document : List.of("阿财预〔2023〕9号", "阿财预〔2023〕10号")) {
      does(BUDGET, () -> section.enter(running, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan("5")));
      assertRefused(() -> does(BUDGET, () -> section.enter(running, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan("5"))), "budget-entry-waits");
      does(BUDGET, () -> section.allocate(running, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, document));
    }
    does(BUDGET, () -> section.enter(running, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan("2")));
    assertRefused(() -> does(BUDGET, () -> section.allocate(running, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, "阿财预〔2023〕9号")), "budget-document-used");
    assertThat(Owner.asked("select initial_budget, annual_budget from j_653001.project where id = ?", running)).isEqualTo("100000.00|200000.00");
    BudgetList.Line line = lines(new BudgetList.Filter(Contracts.TODAY.getYear(), Optional.empty(), Optional.empty(), "")).stream()
        .filter(one -> one.project().equals(running)).findFirst().orElseThrow();
    assertThat(line.standing()).isEqualTo(Standing.ENTERED);
    assertThat(line.entered()).contains(Money.ofWan("22"));

    Owner.told("update j_653001.project set attribute = 'NEW' where id = ?", running);
    assertRefused(() -> does(BUDGET, () -> section.allocate(running, UUID.randomUUID(), FundingSource.GENERAL_BUDGET, "阿财预〔2023〕11号")), "gate-closed");
  }

  @Test
  void aProjectInTheBudgetIsNotMergedAwayButMaySurvive() {
    UUID entered = Forms.confirmedProject(ARTUX, year);
    UUID other = Forms.confirmedProject(ARTUX, year);
    does(BUDGET, () -> section.enter(entered, UUID.randomUUID(), Occasion.SUPPLEMENT, Money.ofWan("1")));
    assertRefused(() -> does(OFFICE, () -> duplicates.merge(entered, other, other, "同一件事分两次申报")), "project-in-the-budget");
    does(OFFICE, () -> duplicates.merge(entered, other, entered, "同一件事分两次申报"));
    assertThat(Owner.asked("select merged_into from j_653001.project where id = ?", other)).isEqualTo(entered.toString());
  }

  @Test
  void aYearThatIsOverIsGivenNothingAnyMore() {
    UUID over = staff(Contracts.TODAY.getYear() - 1);
    assertRefused(() -> supplements(over, "1"), "budget-year-over");
  }

  /** The list and a fund document are told the same: see {@link org.jiheng.app.project.BudgetGuard}. */
  @Test
  void whatIsSupportedIsNotExceededByTheListAndADocumentTogether() {
    UUID id = exAntes.withFinance(ARTUX, project, Grade.GOOD);
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, Money.ofWan("30")));
    had(project, FundingSource.UPPER_TRANSFER, FundingKind.SUPPLEMENT, "8", "DOCUMENT");
    Owner.told("insert into j_653001.funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, document, person_name, at, door) "
        + "select ?, id, id, fiscal_year + 1, 'BOND', 'OPENING', 20000, '2023-01-01', '号', '测试', now(), 'DOCUMENT' from j_653001.project where id = ?",
        UUID.randomUUID(), project);
    assertThat(line().left()).as("what it has of every year counts").contains(Money.ofWan("20"));
    assertThat(over("20")).isEmpty();
    assertThat(over("20.01")).containsExactly("gate.over-supported");
    enter("15");
    assertThat(over("5")).as("what waits counts").isEmpty();
    assertThat(over("5.01")).containsExactly("gate.over-supported");
    assertThat(line().left()).contains(Money.ofWan("5"));
  }

  private List<String> over(String wan) {
    return as(BUDGET, () -> work.inTransaction(_ -> guard.againstMoney(Map.of(projects.find(project).orElseThrow(), Money.ofWan(wan)))))
        .getOrDefault(project, List.of()).stream().map(closed -> closed.why().rule()).filter("gate.over-supported"::equals).toList();
  }
}
