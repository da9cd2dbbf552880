package org.jiheng.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiheng.app.calendar.Plan.Reach;
import org.jiheng.app.common.Problem;
import org.junit.jupiter.api.Test;

/** Tasks are issued for a scope of units (DOMAIN 1.3): of several of a kind, the nearest one is the unit's. */
class NearestTaskTest {

  private static final Task ALL = IssuedTask.forAll("2023-04-30");
  private static final Task DEPARTMENTS = IssuedTask.forDepartments("2023-05-10");
  private static final Task EDUCATION = IssuedTask.forUnits("2023-04-20", "101", "102");
  private static final Task SCHOOL = IssuedTask.forUnits("2023-04-10", "101001");

  private static Plan plan(Task... tasks) {
    return new Plan(List.of(tasks), new Workdays(Map.of()), LocalDate.parse("2023-04-18"));
  }

  private static Task nearest(Plan plan, String unit) {
    return plan.nearest("SELF_EVALUATION", IssuedTask.YEAR, unit).orElseThrow();
  }

  @Test
  void theLongerCodeIsNearerThanTheDepartmentAndThatIsNearerThanDepartmentsAndAll() {
    Plan plan = plan(ALL, SCHOOL, DEPARTMENTS, EDUCATION);
    assertThat(nearest(plan, "101001")).isSameAs(SCHOOL);
    assertThat(nearest(plan, "101001003")).as("what is below the named unit is meant, too").isSameAs(SCHOOL);
    assertThat(nearest(plan, "101002")).isSameAs(EDUCATION);
    assertThat(nearest(plan, "101")).as("a named department is nearer than departments").isSameAs(EDUCATION);
    assertThat(nearest(plan, "103")).isSameAs(DEPARTMENTS);
    assertThat(nearest(plan, "103001")).as("a unit is no department").isSameAs(ALL);
  }

  @Test
  void aTaskOfAnotherKindOrYearIsNobodysHere() {
    assertThat(plan(ALL).nearest("GOAL", IssuedTask.YEAR, "101")).isEmpty();
    assertThat(plan(ALL).nearest("SELF_EVALUATION", IssuedTask.YEAR - 1, "101")).isEmpty();
    assertThat(plan(SCHOOL).nearest("SELF_EVALUATION", IssuedTask.YEAR, "101002")).isEmpty();
  }

  /** The work list is put in order by the database, which is told the tasks nearest first. */
  @Test
  void theOrderToldToTheDatabaseSaysTheSameAsTheRule() {
    Plan plan = plan(ALL, SCHOOL, DEPARTMENTS, EDUCATION);
    for (String unit : List.of("101", "101001", "101001003", "101002", "102", "103", "103001")) {
      Task first = plan.nearestFirst().stream().filter(reach -> reach.unit().map(unit::startsWith)
          .orElse(reach.task().scope() == TaskScope.ALL || unit.length() == 3)).map(Reach::task).findFirst().orElseThrow();
      assertThat(first).as(unit).isSameAs(nearest(plan, unit));
    }
  }

  @Test
  void aPersonIsConcernedByTasksForUnitsAboveAndBelowItsOwn() {
    assertThat(EDUCATION.touches("101001")).isTrue();
    assertThat(SCHOOL.touches("101")).isTrue();
    assertThat(SCHOOL.touches("")).isTrue();
    assertThat(SCHOOL.touches("101002")).isFalse();
    assertThat(ALL.touches("101002")).isTrue();
    assertThat(DEPARTMENTS.touches("101")).isTrue();
    assertThat(DEPARTMENTS.touches("")).isTrue();
    assertThat(DEPARTMENTS.touches("101001")).as("a unit is no department").isFalse();
  }

  @Test
  void aCancelledTaskKeepsTheUnitsItWasFor() {
    Task task = IssuedTask.forUnits("2023-04-20", "101001", "102");
    task.cancel("下达有误");
    assertThat(task.units()).containsExactly("101001", "102");
    assertThat(task.state()).isEqualTo(TaskState.CANCELLED);
  }

  @Test
  void whatIsWrongWithATaskIsSaidAllAtOnce() {
    assertThat(IssuedTask.terms(TaskScope.CHOSEN, "2023-05-01", "2023-04-30").problems()).extracting(Problem::code)
        .containsExactly("task-due-before-it-opens", "task-for-nobody");
    assertThat(IssuedTask.terms(TaskScope.ALL, "2023-04-30", "2023-04-30").problems()).isEmpty();
  }
}
