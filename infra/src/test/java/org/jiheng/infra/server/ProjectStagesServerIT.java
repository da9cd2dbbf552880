package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.AKQI;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.project.ProjectList.Filter;
import org.jiheng.app.project.ProjectList;
import org.jiheng.app.project.ProjectPage;
import org.jiheng.app.project.ProjectStage;
import org.jiheng.app.project.StageKind;
import org.jiheng.app.review.FormState;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.junit.jupiter.api.Test;

/** Every stage of a project, on its page, in the list and in the ratios: reached, due and missing (S1). */
class ProjectStagesServerIT extends InTheLibrary {

  @Inject
  private ProjectList list;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private Forms forms;

  /** The condition of the query and the rule say the same for every stage, in this year and in years before and after. */
  @Test
  void missingStagesAreTheSameInTheListAndOnThePage() {
    for (int year : new int[] {today.getYear() - 3, today.getYear(), today.getYear() + 3}) {
      UUID unfinished = Forms.project(AKQI, year);
      UUID confirmed = Forms.confirmedProject(AKQI, year);
      UUID fresh = Forms.project(AKQI, year);
      UUID personnel = Forms.project(AKQI, year);
      UUID approved = Forms.project(AKQI, year);
      Owner.told("update j_653023.project set attribute = 'NEW' where id = ?", fresh);
      Owner.told("update j_653023.project set category = 'PERSONNEL' where id = ?", personnel);
      UUID form = as(CLERK, () -> selfEvaluations.begin(approved));
      Owner.told("update j_653023.review set state = 'APPROVED', round = 1 where id = ?", form);
      List.of(unfinished, confirmed, fresh, personnel, approved).forEach(this::theSameInTheListAndOnThePage);
      assertThat(seen(OFFICE, approved).years().getFirst().stages().get(StageKind.SELF_EVALUATION).reached().orElseThrow().status()).isEqualTo(ProjectStage.Status.DONE);
    }
  }

  private void theSameInTheListAndOnThePage(UUID id) {
    ProjectPage seen = seen(OFFICE, id);
    ProjectPage.Year page = seen.years().getFirst();
    for (StageKind kind : StageKind.values()) {
      Filter filter = new Filter(seen.project().fiscalYear(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(kind), seen.project().code(), ProjectList.Sort.CODE, true);
      boolean listed = as(OFFICE, () -> list.page(filter, 0, 100)).stream().anyMatch(line -> line.id().equals(id));
      assertThat(listed).as("%s of %s in %s", kind, page.project().attribute(), seen.project().fiscalYear()).isEqualTo(page.stages().get(kind).missing());
    }
  }

  /** Page, list and gate go by what the jurisdiction has set (S12). */
  @Test
  void whetherAnEvaluationIsMissingFollowsTheParametersOfTheYear() {
    int year = Forms.aYearOfItsOwn();
    String set = "insert into j_653023.parameter (id, key, fiscal_year, value, author, reason, effective) values (?, ?, ?, ?, '绩效办', '本级规定', '2020-01-01')";
    Owner.told(set, UUID.randomUUID(), "exante.required_for", year, "NEW,ONE_OFF");
    Owner.told(set, UUID.randomUUID(), "exante.exempt", year, "CONFIDENTIAL,PUBLIC_FUNDS,MAJOR");
    Owner.told(set, UUID.randomUUID(), "exante.exempt_below", year, "300000");
    String made = "update j_653023.project set attribute = ?, category = ?, key_project = ?, total_investment = ? where id = ?";
    for (Made one : List.of(new Made("ONE_OFF", "SPECIFIC_PURPOSE", false, "300000", true, StageKind.Need.NOW),
        new Made("NEW", "PERSONNEL", false, "300000", true, StageKind.Need.NOW),
        new Made("NEW", "PUBLIC_FUNDS", false, "300000", true, StageKind.Need.LET_OFF),
        new Made("NEW", "PUBLIC_FUNDS", false, "300000", false, StageKind.Need.NOW),
        new Made("NEW", "SPECIFIC_PURPOSE", true, "300000", false, StageKind.Need.LET_OFF),
        new Made("NEW", "SPECIFIC_PURPOSE", false, "299999.99", false, StageKind.Need.LET_OFF),
        new Made("CONTINUING", "SPECIFIC_PURPOSE", false, "299999.99", false, StageKind.Need.NOT_NEW),
        new Made("CONTINUING", "SPECIFIC_PURPOSE", false, "300000", true, StageKind.Need.NOT_NEW),
        new Made("CONTINUING", "SPECIFIC_PURPOSE", false, "300000", false, StageKind.Need.NOW))) {
      UUID id = Forms.project(AKQI, year);
      Owner.told(made, one.attribute(), one.category(), one.key(), new BigDecimal(one.total()), id);
      if (one.confirmed()) {
        Forms.confirmed(AKQI, id);
      }
      assertThat(seen(OFFICE, id).years().getFirst().stages().get(StageKind.EX_ANTE).need()).as(one.toString()).isEqualTo(one.need());
      theSameInTheListAndOnThePage(id);
    }
    assertThat(as(OFFICE, () -> list.coverage(Filter.all(year))).stream().filter(one -> one.kind() == StageKind.EX_ANTE).findFirst().orElseThrow().needing())
        .isEqualTo(4);
  }

  private record Made(String attribute, String category, boolean key, String total, boolean confirmed, StageKind.Need need) {}

  @Test
  void theCoverageOfAStageIsWhoHasItOfThoseWhoNeedIt() {
    UUID id = forms.at(FormState.FINANCE_SECOND, AKQI, 2019);
    Forms.project(AKQI, 2019);
    long before = coverage(2019).done();
    Owner.told("update j_653023.review set state = 'APPROVED' where id = ?", id);
    assertThat(coverage(2019).done()).isEqualTo(before + 1);
    assertThat(coverage(2019).needing()).isGreaterThanOrEqualTo(2);
  }

  private ProjectList.Coverage coverage(int year) {
    return as(OFFICE, () -> list.coverage(Filter.all(year))).stream().filter(one -> one.kind() == StageKind.SELF_EVALUATION).findFirst().orElseThrow();
  }

  @Test
  void aDraftOfTheUnitIsNotShownToFinanceAsAStage() {
    int year = today.getYear() - 2;
    UUID project = Forms.project(AKQI, year);
    as(CLERK, () -> selfEvaluations.begin(project));
    assertThat(seen(CLERK, project).years().getFirst().stages().get(StageKind.SELF_EVALUATION).reached()).isPresent();
    assertThat(seen(OFFICE, project).years().getFirst().stages().get(StageKind.SELF_EVALUATION).reached()).isEmpty();
  }
}
