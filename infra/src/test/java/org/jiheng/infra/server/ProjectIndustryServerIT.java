package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.WUQIA;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.GoalFinding;
import org.jiheng.app.goal.Goals;
import org.jiheng.app.library.IndicatorLibrary;
import org.jiheng.app.library.LibraryDesk;
import org.jiheng.app.library.LibraryField;
import org.jiheng.app.project.Industries;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.app.project.ProjectLibrary;
import org.jiheng.app.project.ProjectList;
import org.jiheng.app.project.ProjectList.Filter;
import org.jiheng.app.project.ProjectPage;
import org.jiheng.app.project.ProjectType;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 行业 of a project: a word of the indicator library, by which indicators are required of it and the list is filtered (S5, S16). */
class ProjectIndustryServerIT extends WholeProduct {

  private static final Scope OFFICE = Kizilsu.performanceOffice(WUQIA);
  private static final Scope CLERK = Kizilsu.clerk(WUQIA);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Inject
  private LibraryDesk desk;

  @Inject
  private IndicatorLibrary library;

  @Inject
  private ProjectLibrary projects;

  @Inject
  private ProjectList list;

  @Inject
  private Industries industries;

  @Inject
  private Goals goals;

  @Inject
  private Calendar calendar;

  private final String industry = "牧业" + NUMBER.incrementAndGet();
  private LocalDate today;
  private UUID indicator;

  @BeforeEach
  void theLibraryKnowsTheIndustry() {
    today = as(OFFICE, calendar::today);
    indicator = entered("草场改良面积" + NUMBER, Map.of(LibraryField.INDUSTRY, industry));
  }

  private UUID entered(String name, Map<LibraryField, String> otherwise) {
    Map<LibraryField, String> texts = new EnumMap<>(IndicatorLibraryServerIT.indicator(name));
    texts.putAll(otherwise);
    return as(OFFICE, () -> desk.enter(texts)).entry().orElseThrow();
  }

  private void stopped(UUID entry) {
    does(OFFICE, () -> desk.stop(entry, library.open(entry).newest().seen(), "测试已经结束"));
  }

  private ProjectEntry said(String sorted, boolean confidential) {
    return new ProjectEntry("65302423T%012d".formatted(700_000 + NUMBER.incrementAndGet()), false, confidential ? "" : "草场改良" + NUMBER, Kizilsu.SCHOOL,
        today.getYear(), ProjectCategory.SPECIFIC_PURPOSE, ProjectAttribute.CONTINUING, ProjectType.OTHER, Optional.empty(), Optional.empty(),
        confidential ? "" : "陈立峰", "", "", sorted, "", "", Optional.empty(), Optional.empty(), Optional.empty(), confidential);
  }

  private Project project(UUID id) {
    return as(OFFICE, () -> projects.open(id)).project();
  }

  @Test
  void aProjectIsSortedUnderAWordOfTheLibraryAndNoOther() {
    assertThat(as(CLERK, industries::known)).contains(industry).doesNotContain("");
    assertRefused(() -> as(CLERK, () -> projects.enter(said("航天", false))), "project-industry-unknown");
    UUID id = as(CLERK, () -> projects.enter(said(industry, false)));
    assertThat(project(id).industry()).isEqualTo(industry);
    assertRefused(() -> does(CLERK, () -> projects.change(id, project(id).version(), said("航天", false))), "project-industry-unknown");
  }

  @Test
  void whatTheLibraryKnowsNoMoreAProjectGoesOnSaying() {
    UUID id = as(CLERK, () -> projects.enter(said(industry, false)));
    stopped(indicator);
    assertThat(as(CLERK, industries::known)).doesNotContain(industry);
    does(CLERK, () -> projects.change(id, project(id).version(), said(industry, false)));
    assertRefused(() -> as(CLERK, () -> projects.enter(said(industry, false))), "project-industry-unknown");
    assertThat(project(id).industry()).isEqualTo(industry);
  }

  @Test
  void anIndustryLeftOpenIsTheOneTheUnitUsuallyWorksInAndOfAConfidentialProjectThereIsNone() {
    Owner.told("update j_653024.project set industry = '' where unit like '101%'");
    for (int i = 0; i < 2; i++) {
      as(CLERK, () -> projects.enter(said(industry, false)));
    }
    assertThat(as(CLERK, () -> industries.usualOf(Kizilsu.SCHOOL))).contains(industry);
    assertThat(as(CLERK, () -> industries.usualOf(Kizilsu.HOSPITAL))).isEmpty();
    assertThat(project(as(CLERK, () -> projects.enter(said("", false)))).industry()).isEqualTo(industry);
    assertThat(project(as(CLERK, () -> projects.enter(said("", true)))).industry()).isEmpty();
    assertRefused(() -> as(CLERK, () -> projects.enter(said(industry, true))), "project-classified-described");
  }

  @Test
  void theListAndItsStagesAreFilteredByIt() {
    UUID id = as(CLERK, () -> projects.enter(said(industry, false)));
    Filter all = Filter.all(today.getYear());
    Filter filter = new Filter(all.fiscalYear(), all.unit(), all.attribute(), all.category(), all.type(), all.flag(), all.state(), all.source(),
        Optional.of(industry), all.missing(), "", all.sort(), true);
    assertThat(as(CLERK, () -> list.page(filter, 0, 10))).singleElement().satisfies(line -> {
      assertThat(line.id()).isEqualTo(id);
      assertThat(line.industry()).isEqualTo(industry);
    });
    assertThat(as(CLERK, () -> list.totals(filter)).projects()).isEqualTo(1);
    assertThat(as(CLERK, () -> list.coverage(filter))).isNotEmpty().allMatch(one -> one.needing() <= 1);
  }

  @Test
  void whatIsRequiredOfAnIndustryStandsInTheGoalsOfItsProjectsAndOfNoOthers_G14() {
    String name = "牧户满意度" + NUMBER;
    UUID required = entered(name, Map.of(LibraryField.REQUIRED, "是", LibraryField.FOR_INDUSTRY, industry));
    ProjectPage mine = as(OFFICE, () -> projects.open(as(CLERK, () -> projects.enter(said(industry, false)))));
    UUID form = as(CLERK, () -> goals.begin(mine.project().id()));
    assertThat(common(form)).containsExactly(name);

    String elsewhere = "林业" + NUMBER;
    UUID known = entered("造林面积" + NUMBER, Map.of(LibraryField.INDUSTRY, elsewhere));
    UUID other = as(CLERK, () -> projects.enter(said(elsewhere, false)));
    UUID without = as(CLERK, () -> goals.begin(other));
    assertThat(common(without)).isEmpty();
    does(CLERK, () -> projects.change(other, project(other).version(), said(industry, false)));
    assertThat(as(CLERK, () -> goals.open(without)).result().findings()).extracting(GoalFinding::problem).extracting(problem -> problem.code())
        .as("sorted anew, it owes what is required").contains("goal.common-missing");
    List.of(required, known).forEach(this::stopped);
  }

  private List<String> common(UUID form) {
    GoalForm goal = as(CLERK, () -> goals.open(form));
    return goal.common().stream().map(line -> goal.cells().text(GoalCells.indicator(line, GoalColumn.LEVEL3))).toList();
  }

  @Test
  void peopleFromOutsideAreNotToldAndNothingClassifiedIsSorted() {
    assertThat(Owner.asked("select count(*) from information_schema.view_column_usage where view_schema = 'j_653024_guest' and view_name = 'project' "
        + "and column_name = 'industry'")).isEqualTo("0");
    UUID secret = as(CLERK, () -> projects.enter(said("", true)));
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> Owner.told("update j_653024.project set industry = '教育' where id = ?", secret))
        .hasMessageContaining("nothing_classified_is_sorted");
  }
}
