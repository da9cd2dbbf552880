package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKQI;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.DuplicateRule.Suspicion;
import org.jiheng.app.project.Duplicates;
import org.jiheng.app.project.FundingLine;
import org.jiheng.app.project.ProjectDecisions;
import org.jiheng.app.project.ProjectList.Filter;
import org.jiheng.app.project.ProjectList;
import org.jiheng.app.project.ProjectPage;
import org.jiheng.app.project.ProjectState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.junit.jupiter.api.Test;

/** Projects that overlap are found, merged with every yuan of theirs, or told apart for good (S67). */
class DuplicatesServerIT extends InTheLibrary {

  @Inject
  private ProjectList list;

  @Inject
  private ProjectDecisions decisions;

  @Inject
  private Duplicates duplicates;

  @Inject
  private SelfEvaluations selfEvaluations;

  private UUID named(String name, int year, String wan) {
    UUID id = Forms.project(AKQI, year);
    Owner.told("update j_653023.project set name = ?, initial_budget = ?, annual_budget = ? where id = ?", name, Money.ofWan(wan).yuan(), Money.ofWan(wan).yuan(), id);
    Owner.told("insert into j_653023.funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, person_name, at) "
        + "values (?, ?, ?, ?, 'GENERAL_BUDGET', 'OPENING', ?, '2023-01-01', '测试', now())", UUID.randomUUID(), id, id, year, Money.ofWan(wan).yuan());
    return id;
  }

  @Test
  void aMergerKeepsEveryYuanAndTheHistory() {
    int year = Forms.aYearOfItsOwn();
    UUID small = named("校园绿化(一期)", year, "12.5");
    UUID large = named("校园绿化(二期)", year, "30");
    List<Suspicion> found = as(OFFICE, () -> duplicates.undecided(year));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().survivor()).isEqualTo(large);
    assertThatThrownBy(() -> as(CLERK, () -> duplicates.undecided(year))).isInstanceOf(NoSuchFormException.class);
    Money before = as(OFFICE, () -> list.totals(Filter.all(year))).annual();
    does(OFFICE, () -> duplicates.merge(small, large, large, WHY));
    assertThat(as(OFFICE, () -> list.totals(Filter.all(year))).annual()).isEqualTo(before).isEqualTo(Money.ofWan("42.5"));
    ProjectPage survivor = seen(OFFICE, large);
    assertThat(survivor.project().annualBudget()).isEqualTo(Money.ofWan("42.5"));
    assertThat(survivor.lines()).extracting(FundingLine::origin).containsExactlyInAnyOrder(small, large);
    assertThat(survivor.absorbed()).extracting(project -> project.id()).containsExactly(small);
    ProjectPage gone = seen(OFFICE, small);
    assertThat(gone.state()).isEqualTo(ProjectState.MERGED);
    assertThat(gone.project().annualBudget()).isEqualTo(Money.ZERO);
    assertThat(gone.mergedInto().orElseThrow().id()).isEqualTo(large);
    assertThat(as(OFFICE, () -> duplicates.undecided(year))).isEmpty();
    assertThat(as(OFFICE, () -> duplicates.decided(year))).extracting(Duplicates.Decided::survivorName).containsExactly("校园绿化(二期)");
    assertRefused(() -> does(OFFICE, () -> duplicates.merge(small, large, large, WHY)), "project-ended", "duplicates-decided");
  }

  @Test
  void whatIsNoDuplicateIsNotShownAgain() {
    int year = Forms.aYearOfItsOwn();
    UUID one = named("图书购置", year, "10");
    UUID other = named("图书购置", year, "10");
    assertRefused(() -> does(OFFICE, () -> duplicates.notDuplicate(one, other, "否")), "project-says-why");
    Owner.told("insert into j_653023.parameter (id, key, fiscal_year, value, author, reason, effective) values (?, 'duplicate.least', ?, '95', '绩效办', '本级规定', '2020-01-01')",
        UUID.randomUUID(), year);
    assertThat(as(OFFICE, () -> duplicates.undecided(year))).as("90 points are too few here and this year").isEmpty();
    Owner.told("update j_653023.parameter set value = '85' where key = 'duplicate.least' and fiscal_year = ?", year);
    assertThat(as(OFFICE, () -> duplicates.undecided(year))).singleElement().extracting(Suspicion::score).isEqualTo(90);
    does(OFFICE, () -> duplicates.notDuplicate(other, one, "分属两个校区"));
    assertThat(as(OFFICE, () -> duplicates.undecided(year))).isEmpty();
    Owner.told("delete from j_653023.parameter where key = 'duplicate.least' and fiscal_year = ?", year);
    assertThat(as(OFFICE, () -> duplicates.decided(year))).singleElement().satisfies(decided -> {
      assertThat(decided.verdict().score()).isEqualTo(90);
      assertThat(decided.verdict().rule().orElseThrow().least()).as("as it was then").isEqualTo(85);
    });
    assertThat(Owner.asked("select verdict from j_653023.duplicate_verdict where one in (?, ?)", one, other)).isEqualTo("NOT_DUPLICATE");
  }

  @Test
  void aProjectWithAFormUnderWayIsNotMergedAway() {
    int year = Forms.aYearOfItsOwn();
    UUID one = named("操场照明", year, "10");
    UUID other = named("操场照明", year, "10");
    as(CLERK, () -> selfEvaluations.begin(one));
    assertRefused(() -> does(OFFICE, () -> duplicates.merge(one, other, other, WHY)), "project-has-open-forms");
  }

  @Test
  void aFormThatWasAdjustedStandsInTheWayOfNothing() {
    int year = Forms.aYearOfItsOwn();
    UUID one = named("泵房改造", year, "10");
    UUID other = named("泵房改造", year, "10");
    UUID form = as(CLERK, () -> selfEvaluations.begin(one));
    int seen = seen(OFFICE, one).project().version();
    assertRefused(() -> does(OFFICE, () -> decisions.terminate(one, seen, today, WHY)), "project-has-open-forms");
    Owner.told("update j_653023.review set state = 'SUPERSEDED' where id = ?", form);
    does(OFFICE, () -> duplicates.merge(one, other, other, WHY));
    assertThat(seen(OFFICE, one).state()).isEqualTo(ProjectState.MERGED);
  }
}
