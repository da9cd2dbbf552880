package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKQI;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiheng.app.agency.UnitEntry;
import org.jiheng.app.agency.UnitFollower.Following;
import org.jiheng.app.agency.UnitKind;
import org.jiheng.app.agency.UnitRegister;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.TaskKind;
import org.jiheng.app.calendar.TaskScope;
import org.jiheng.app.calendar.TaskState;
import org.jiheng.app.calendar.TaskTerms;
import org.jiheng.app.task.TaskLine;
import org.jiheng.app.task.Reopenings;
import org.jiheng.app.task.Tasks;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks and reopenings that name a unit go with its work, wherever it goes (DOMAIN 1.3, Q23). */
class UnitTasksServerIT extends WholeProduct {

  private static final Scope OFFICE = Kizilsu.performanceOffice(AKQI);
  private static final LocalDate TODAY = Contracts.TODAY;
  private static final int NOW = TODAY.getYear();
  private static final String WHY = "机构改革方案";
  private static final AtomicInteger DEPARTMENT = new AtomicInteger(700);

  @Inject
  private UnitRegister register;

  @Inject
  private Tasks tasks;

  @Inject
  private Reopenings reopenings;

  private final String department = String.valueOf(DEPARTMENT.incrementAndGet());
  private final String school = department + "001";
  private final String other = department + "002";

  @BeforeEach
  void twoUnitsOfADepartment() {
    List.of(department, school, other).forEach(code -> does(OFFICE, () -> register.add(
        new UnitEntry(code, "单位" + code, UnitKind.INSTITUTION, Optional.empty(), "陈立峰", Optional.of(LocalDate.of(2020, 1, 1))), WHY)));
  }

  @AfterEach
  void noTaskIsLeft() {
    Owner.told("delete from j_653023.reopening where unit like ?", department + "%");
    Owner.told("delete from j_653023.reminder where task in (select id from j_653023.task where title like ?)", department + "%");
    Owner.told("delete from j_653023.task_unit where task in (select id from j_653023.task where title like ?)", department + "%");
    Owner.told("delete from j_653023.task where title like ?", department + "%");
  }

  private Task issued(int year, LocalDate due, String... units) {
    String title = department + " " + year + String.join(",", units);
    does(OFFICE, () -> assertThat(tasks.issue(new TaskTerms(year, TaskKind.KEY_EVALUATION, title, due.minusDays(30), due, Optional.empty(), TaskScope.CHOSEN,
        Set.of(units)))).isEmpty());
    return task(year, title);
  }

  private Task task(int year, String title) {
    return as(OFFICE, () -> tasks.list(year)).stream().map(TaskLine::task).filter(one -> one.title().equals(title)).findFirst().orElseThrow();
  }

  private Task now(Task task) {
    return task(task.fiscalYear(), task.title());
  }

  private void merge() {
    UnitRegister.Prospect prospect = as(OFFICE, () -> register.wouldMerge(school, other, TODAY));
    does(OFFICE, () -> register.merge(school, other, TODAY, WHY, prospect.posts()));
  }

  @Test
  void theOpenTasksOfAMergedUnitGoToItsSuccessorAndThoseOfThePastStay() {
    Task current = issued(NOW, TODAY.plusDays(20), school, Kizilsu.SCHOOL);
    Task past = issued(NOW - 1, TODAY.plusDays(20), school);
    assertThat(as(OFFICE, () -> register.wouldMerge(school, other, TODAY)).following()).contains(new Following("TASK", 1, 1));
    merge();
    assertThat(now(current).units()).containsExactlyInAnyOrder(Kizilsu.SCHOOL, other);
    assertThat(now(past).units()).as("what was done under the old code stays there").containsExactly(school);
    assertThat(TrailRows.of(AKQI, "TASK/" + current.id())).last().satisfies(row -> assertThat(row).contains(school + " → " + other, "," + other));
  }

  @Test
  void aCancelledTaskKeepsTheUnitsItWasForAndAClosedOneGoesAlong() {
    Task cancelled = issued(NOW, TODAY.plusDays(20), school);
    does(OFFICE, () -> tasks.cancel(cancelled.id(), cancelled.version(), "下达有误,取消"));
    Task closed = issued(NOW, TODAY.minusDays(3), school, Kizilsu.SCHOOL);
    does(OFFICE, () -> tasks.close(closed.id(), closed.version()));
    merge();
    assertThat(as(OFFICE, () -> tasks.open(cancelled.id())).task().units()).containsExactly(school);
    assertThat(now(closed).units()).as("its day is the day of what went over").contains(other);
    assertThat(now(closed).state()).isEqualTo(TaskState.CLOSED);
  }

  @Test
  void whereTheSuccessorHasATaskOfItsOwnThatOneCountsAndOneThatIsForNobodyIsCancelled() {
    Task ofSchool = issued(NOW, TODAY.plusDays(20), school);
    Task ofOther = issued(NOW, TODAY.plusDays(30), other);
    merge();
    assertThat(as(OFFICE, () -> tasks.open(ofSchool.id())).task()).satisfies(task -> {
      assertThat(task.state()).isEqualTo(TaskState.CANCELLED);
      assertThat(task.stateReason()).contains(school, other);
    });
    assertThat(now(ofOther).units()).containsExactly(other);
  }

  @Test
  void aUnitThatIsMovedIsNamedByItsNewCode() {
    Task task = issued(NOW, TODAY.plusDays(20), school);
    String moved = department + "009";
    UnitRegister.Prospect prospect = as(OFFICE, () -> register.wouldMove(school, moved, TODAY));
    does(OFFICE, () -> register.move(school, moved, TODAY, WHY, prospect.posts()));
    assertThat(now(task).units()).containsExactly(moved);
  }

  @Test
  void whatWasReopenedForAUnitIsOpenForItsSuccessorUntilTheSameDay() {
    issued(NOW, TODAY.minusDays(3), school, other);
    does(OFFICE, () -> reopenings.letIn(List.of(new Reopenings.Late(TaskKind.KEY_EVALUATION.name(), NOW, school, Optional.empty())), TODAY.plusDays(4), "单位停电两日"));
    assertThat(as(OFFICE, () -> register.wouldMerge(school, other, TODAY)).following()).contains(new Following("REOPENING", 1, 0));
    merge();
    assertThat(Owner.asked("select until || ' ' || reason from j_653023.reopening where unit = ?", other)).isEqualTo(TODAY.plusDays(4) + " 单位停电两日");
    assertThat(Owner.asked("select count(*) from j_653023.reopening where unit = ?", school)).as("what was decided stays written").isEqualTo("1");
  }

  @Test
  void aUnitThatAnOpenTaskNamesDoesNotEndWithoutASuccessor() {
    Task task = issued(NOW, TODAY.plusDays(20), school);
    assertRefused(() -> does(OFFICE, () -> register.close(school, TODAY, WHY)), "unit-has-tasks");
    does(OFFICE, () -> tasks.cancel(task.id(), task.version(), "单位撤销,取消任务"));
    does(OFFICE, () -> register.close(school, TODAY, WHY));
  }
}
