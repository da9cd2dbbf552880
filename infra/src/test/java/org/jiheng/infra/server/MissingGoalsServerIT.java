package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;
import static org.jiheng.infra.server.Kizilsu.clerkOfAnotherUnit;
import static org.jiheng.infra.server.Kizilsu.performanceOffice;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jiheng.app.common.Money;
import org.jiheng.app.goal.GoalFacts;
import org.jiheng.app.goal.GoalList;
import org.jiheng.app.goal.GoalOfProjects;
import org.jiheng.app.goal.MissingGoals;
import org.jiheng.app.goal.MissingGoals.Filter;
import org.jiheng.app.goal.MissingGoals.Sort;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.project.ProjectLibrary;
import org.jiheng.app.project.Projects;
import org.jiheng.app.project.StageKind;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** The projects that need a goal and have none, as a list: whose they are told to, what narrows it, and its export (S3, S16). */
class MissingGoalsServerIT extends WholeProduct {

  @Inject
  private GoalForms forms;

  @Inject
  private GoalList list;

  @Inject
  private MissingGoals missing;

  @Inject
  private GoalOfProjects owed;

  @Inject
  private GoalFacts facts;

  @Inject
  private Projects projects;

  @Inject
  private ProjectLibrary library;

  @Inject
  private Work work;

  private final int year = Forms.aYearOfItsOwn();

  private UUID project() {
    return Forms.project(ARTUX, year);
  }

  @Test
  void theListSaysWhichProjectsHaveNoGoal_S3() {
    UUID with = project();
    project();
    UUID begun = project();
    forms.approved(ARTUX, with);
    forms.begun(ARTUX, begun);
    GoalList.Coverage coverage = as(clerk(ARTUX), () -> list.coverage(year));
    assertThat(coverage).isEqualTo(new GoalList.Coverage(3, 1, 1));
    assertThat(as(clerk(ARTUX), () -> missing.page(Filter.all(year), 0, 10))).hasSize(1);
    assertThat(as(clerkOfAnotherUnit(ARTUX), () -> list.coverage(year))).isEqualTo(new GoalList.Coverage(0, 0, 0));
  }

  @Test
  void whoReadsNoFormsIsToldOfNoProjectWithoutAGoalEither_DOMAIN1_2() {
    project();
    for (Role role : Role.values()) {
      boolean reads = Set.of(Role.UNIT_CLERK, Role.UNIT_APPROVER, Role.DEPARTMENT_REVIEWER, Role.FINANCE_SECTION, Role.PERFORMANCE_OFFICE,
          Role.BUDGET_SECTION, Role.BUREAU_LEADER, Role.AUDITOR).contains(role);
      Scope person = Kizilsu.person(ARTUX, "人员" + role, "", role);
      assertThat(as(person, () -> list.coverage(year)).missing()).as(role.name()).isEqualTo(reads ? 1 : 0);
      assertThat(as(person, () -> missing.page(Filter.all(year), 0, 10))).as(role.name()).hasSize(reads ? 1 : 0);
      assertThat(as(person, () -> list.page(new GoalList.Filter(year, Optional.empty(), Optional.empty(), Optional.empty(), false, "", GoalList.Sort.UNIT, true), 0, 10))).as(role.name()).isEmpty();
    }
    Scope guestWithAPost = Kizilsu.person(ARTUX, "兼任专家的审计员", "", Role.AUDITOR, Role.EXPERT);
    assertThat(as(guestWithAPost, () -> list.coverage(year))).isEqualTo(new GoalList.Coverage(0, 0, 0));
  }

  /** Lists ask the database, tasks and pages ask project by project, the gate looks at facts: one answer. */
  private void assertOwed(UUID project, boolean expected) {
    as(performanceOffice(ARTUX), () -> work.inTransaction(database -> {
      Project found = projects.find(project).orElseThrow();
      assertThat(database.createQuery("select p.id from Project p where p.id = :id and " + owed.askedOf(year).orElseThrow(), UUID.class)
          .setParameter("id", project).getResultList()).as("list").hasSize(expected ? 1 : 0);
      assertThat(owed.asked(List.of(found))).as("task").hasSize(expected ? 1 : 0);
      assertThat(((ProjectFact.Goal) facts.of(List.of(found)).get(project)).standing() == ProjectFact.Goal.Standing.NOT_NEEDED).as("gate").isEqualTo(!expected);
      return true;
    }));
    assertThat(shown(Filter.all(year)).contains(project)).as("missing").isEqualTo(expected);
    assertThat(as(performanceOffice(ARTUX), () -> library.open(project)).years().getFirst().stages().get(StageKind.GOAL).need()).as("page")
        .isEqualTo(expected ? StageKind.Need.NOW : StageKind.Need.WITHOUT_GOALS);
  }

  @Test
  void thatItIsSpendingOnPeopleLetsAProjectOffOnceSomebodyBearsItOut_S17() {
    UUID said = project();
    UUID confirmed = project();
    UUID goesOn = project();
    UUID earlier = Forms.project(ARTUX, year - 1);
    Owner.told("update j_653001.project set category = 'PERSONNEL' where id in (?, ?, ?, ?)", said, confirmed, goesOn, earlier);
    Owner.told("update j_653001.project set code = (select code from j_653001.project where id = ?) where id = ?", earlier, goesOn);
    List.of(said, confirmed, goesOn).forEach(one -> assertOwed(one, true));
    assertThat(shown(filter(Optional.empty(), Optional.empty(), Optional.of(ProjectCategory.PERSONNEL), ""))).containsExactlyInAnyOrder(said, confirmed, goesOn);
    Forms.confirmed(ARTUX, confirmed);
    Owner.told("insert into j_653001.funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, document, person_name, at) "
        + "values (?, ?, ?, ?, 'GENERAL_BUDGET', 'OPENING', 100000, '2023-01-01', '号', '测试', now())", UUID.randomUUID(), earlier, earlier, year - 1);
    assertOwed(said, true);
    assertOwed(confirmed, false);
    assertOwed(goesOn, false);
    forms.begun(ARTUX, said);
    assertThat(as(clerk(ARTUX), () -> list.coverage(year))).as("it begins one like any other").isEqualTo(new GoalList.Coverage(1, 0, 1));
    assertThat(shown(Filter.all(year))).isEmpty();
  }

  private List<UUID> shown(Filter filter) {
    return as(performanceOffice(ARTUX), () -> missing.page(filter, 0, 10)).stream().map(MissingGoals.Line::project).toList();
  }

  private Filter filter(Optional<String> unit, Optional<ProjectAttribute> attribute, Optional<ProjectCategory> category, String text) {
    return new Filter(year, unit, attribute, category, text, Sort.MONEY, false);
  }

  @Test
  void itIsNarrowedByUnitAttributeCategoryAndTextAndSortedByMoney() {
    UUID school = project();
    UUID other = Forms.project(ARTUX, year, Kizilsu.OTHER_SCHOOL);
    UUID fresh = project();
    Owner.told("update j_653001.project set attribute = 'NEW', annual_budget = 0, initial_budget = 0, asked_budget = 900000 where id = ?", fresh);
    Owner.told("update j_653001.project set category = 'OTHER_OPERATING', annual_budget = 500000 where id = ?", other);
    Optional<String> none = Optional.empty();
    assertThat(shown(filter(none, Optional.empty(), Optional.empty(), ""))).as("by what the year is planned with").containsExactly(fresh, other, school);
    assertThat(shown(filter(Optional.of(Kizilsu.OTHER_SCHOOL), Optional.empty(), Optional.empty(), ""))).containsExactly(other);
    assertThat(shown(filter(none, Optional.of(ProjectAttribute.NEW), Optional.empty(), ""))).containsExactly(fresh);
    assertThat(shown(filter(none, Optional.empty(), Optional.of(ProjectCategory.OTHER_OPERATING), ""))).containsExactly(other);
    String code = Owner.asked("select code from j_653001.project where id = ?", school);
    assertThat(shown(filter(none, Optional.empty(), Optional.empty(), code))).containsExactly(school);
    assertThat(shown(filter(none, Optional.empty(), Optional.empty(), "%"))).as("a sign of the database is a sign like any other").isEmpty();
    Filter all = filter(none, Optional.empty(), Optional.empty(), "");
    assertThat(as(performanceOffice(ARTUX), () -> missing.totals(all))).isEqualTo(new MissingGoals.Totals(3, Money.ofWan("180")));
    assertThat(as(performanceOffice(ARTUX), () -> missing.totals(filter(none, Optional.empty(), Optional.empty(), "没有这样的项目"))))
        .isEqualTo(new MissingGoals.Totals(0, Money.ZERO));
  }

  @Test
  void itIsExportedAsItIsFilteredAndThatIsOnRecord() throws IOException {
    project();
    UUID other = Forms.project(ARTUX, year, Kizilsu.OTHER_SCHOOL);
    Filter filter = filter(Optional.of(Kizilsu.OTHER_SCHOOL), Optional.empty(), Optional.empty(), "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    does(performanceOffice(ARTUX), () -> written(filter, out));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(1);
      assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
          .isEqualTo(Owner.asked("select code from j_653001.project where id = ?", other));
    }
    assertThat(TrailRows.columns(ARTUX, "act, note", "subject = ? and note like '" + year + "%'", MissingGoals.KIND + "/list"))
        .containsExactly("EXPORT|" + year + " " + Kizilsu.OTHER_SCHOOL);
    ByteArrayOutputStream nothing = new ByteArrayOutputStream();
    does(Kizilsu.person(ARTUX, "系统管理员", "", Role.SYSTEM_ADMIN), () -> written(Filter.all(year), nothing));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(nothing.toByteArray()))) {
      assertThat(workbook.getSheetAt(0).getLastRowNum()).as("who reads no forms is handed none").isZero();
    }
  }

  private void written(Filter filter, ByteArrayOutputStream out) {
    try {
      missing.export(filter, "清单", List.of("编码"), line -> List.of(line.code()), out);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }
}
