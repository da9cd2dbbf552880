package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.budget.BudgetList.Standing;
import org.jiheng.app.budget.BudgetList;
import org.jiheng.app.budget.PriorResults;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** The list of a year: what stands in it beside each project, what is counted, and what is taken away (S50). */
class BudgetListServerIT extends OnTheWayToMoney {

  @Inject
  private PriorResults results;

  @Inject
  private Forms forms;

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

  /** A page is what the whole list names, and nothing that is not the caller's. */
  @Test
  void aPageHoldsTheProjectsThatWereNamedInTheirOrder() {
    UUID other = Forms.confirmedProject(ARTUX, year);
    assertThat(as(BUDGET, () -> list.lines(year, List.of(other, UUID.randomUUID(), project)))).extracting(BudgetList.Line::project).containsExactly(other, project);
    assertThat(as(BUDGET, () -> list.lines(year + 1, List.of(other)))).isEmpty();
  }
}
