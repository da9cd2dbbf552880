package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jiheng.app.budget.BudgetAction;
import org.jiheng.app.budget.BudgetList.Standing;
import org.jiheng.app.budget.BudgetList;
import org.jiheng.app.budget.Gate;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Reason;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.ProjectConfirmation.Verdict;
import org.jiheng.app.project.ProjectDecisions;
import org.jiheng.app.project.ProjectLibrary;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** What a unit says of its project counts when an earlier year or finance bears it out, and not before (S12, S15, S17). */
class BackingServerIT extends OnTheWayToMoney {

  @Inject
  private ProjectLibrary library;

  @Inject
  private ProjectDecisions decisions;

  @Inject
  private ExAntes exAntes;

  @Test
  void aUnitDoesNotPassTheGateByCallingItsProjectContinuingBeforeFinanceConfirmsIt() {
    UUID continuing = Forms.project(ARTUX, year);
    assertThat(entryOf(continuing)).containsExactly("gate.exante-unconfirmed");
    BudgetList.Line line = line(continuing);
    assertThat(line.standing()).isEqualTo(Standing.MAY_NOT_ENTER);
    assertThat(line.backing()).isEqualTo(Backing.UNCONFIRMED);
    int seen = as(CLERK, () -> library.open(continuing)).project().version();
    assertRefused(() -> does(CLERK, () -> decisions.confirm(continuing, seen, Verdict.CONFIRMED, "历年均在实施")), "project-confirmed-by-finance");
    assertRefused(() -> does(BUDGET, () -> decisions.confirm(continuing, seen, Verdict.CONFIRMED, "历年均在实施")), "project-confirmed-by-finance");
    Scope section = Kizilsu.financeSection(ARTUX);
    assertRefused(() -> does(section, () -> decisions.confirm(continuing, seen, Verdict.CONFIRMED, "是")), "project-says-why");
    does(section, () -> decisions.confirm(continuing, seen, Verdict.CONFIRMED, "2020年起连续实施,有批复"));
    assertThat(entryOf(continuing)).containsExactly("exante.not-new");
    assertThat(TrailRows.of(ARTUX, "PROJECT/" + continuing)).contains("DECIDE|DONE|CONTINUING|CONFIRMED|2020年起连续实施,有批复");
    assertThat(as(CLERK, () -> library.open(continuing)).confirmations()).singleElement()
        .satisfies(one -> assertThat(one.reason()).isEqualTo("2020年起连续实施,有批复"));

    // what was confirmed does not count for another word
    Owner.told("update j_653001.project set attribute = 'ONE_OFF' where id = ?", continuing);
    assertThat(entryOf(continuing)).containsExactly("gate.exante-unconfirmed");
    Owner.told("update j_653001.project set attribute = 'CONTINUING' where id = ?", continuing);
    int now = as(OFFICE, () -> library.open(continuing)).project().version();
    does(OFFICE, () -> decisions.confirm(continuing, now, Verdict.DENIED, "查无以前年度批复"));
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
  void thatItIsSpendingOnPeopleIsNotForItsUnitAloneToSayEither() {
    UUID staff = Forms.project(ARTUX, year);
    Owner.told("update j_653001.project set category = 'PERSONNEL' where id = ?", staff);
    assertThat(as(BUDGET, () -> gates.can(staff, BudgetAction.ALLOCATE)).answers().get(Gate.B2).reason().rule()).isEqualTo("gate.goal-unconfirmed");
    // an evaluation that supports it opens B1, and lets it off no goal
    Owner.told("update j_653001.project set attribute = 'NEW', type = 'SUBSIDY', initial_budget = 0, annual_budget = 0 where id = ?", staff);
    UUID id = exAntes.withFinance(ARTUX, staff, Grade.GOOD);
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED));
    assertThat(as(BUDGET, () -> gates.can(staff, BudgetAction.ALLOCATE)).reasons()).extracting(Reason::rule).containsExactly("gate.goal-unconfirmed");
    int seen = as(OFFICE, () -> library.open(staff)).project().version();
    does(OFFICE, () -> decisions.confirm(staff, seen, Verdict.CONFIRMED, "编制内人员经费"));
    assertThat(as(BUDGET, () -> gates.can(staff, BudgetAction.ALLOCATE)).answers().get(Gate.B2).reason().rule()).isEqualTo("gate.goal-not-needed");
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
}
