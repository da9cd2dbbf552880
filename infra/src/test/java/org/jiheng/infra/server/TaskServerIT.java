package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.calendar.SpecialDay;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.TaskKind;
import org.jiheng.app.calendar.TaskScope;
import org.jiheng.app.calendar.TaskState;
import org.jiheng.app.calendar.TaskTerms;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.common.Problem;
import org.jiheng.app.disclosure.Duties;
import org.jiheng.app.parameter.ParameterSet.Origin;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.app.task.Holidays;
import org.jiheng.app.task.Owed;
import org.jiheng.app.task.Reminder;
import org.jiheng.app.task.Reminders;
import org.jiheng.app.task.TaskLine;
import org.jiheng.app.task.Reopenings;
import org.jiheng.app.task.TaskTemplate;
import org.jiheng.app.task.Tasks;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The performance office issues tasks, lets late forms in and keeps the days; units see, are reminded, and send in on time or not. */
class TaskServerIT extends WholeProduct {

  private static final LocalDate TODAY = Contracts.TODAY;
  private static final Scope OFFICE = Kizilsu.performanceOffice(ARTUX);
  private static final Scope WORKER = Scope.of(Caller.worker("reminder"), ARTUX);
  private static final String REASON = "单位停电两日";

  @Inject
  private Tasks tasks;

  @Inject
  private Reopenings reopenings;

  @Inject
  private TaskTemplate template;

  @Inject
  private Holidays holidays;

  @Inject
  private Reminders reminders;

  @Inject
  private WorkList workList;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private Forms forms;

  @Inject
  private GoalForms goals;

  @Inject
  private Duties duties;

  private final int year = Forms.aYearOfItsOwn();

  /** What other tests have on their desks is not changed by what is due here. */
  @AfterEach
  void noTaskIsLeft() {
    Owner.told("delete from j_653001.reminder_read where reminder in (select id from j_653001.reminder where fiscal_year = ?)", year);
    Owner.told("delete from j_653001.reminder where fiscal_year = ?", year);
    Owner.told("delete from j_653001.task_unit where fiscal_year = ?", year);
    Owner.told("delete from j_653001.task where fiscal_year = ?", year);
  }

  private TaskTerms terms(LocalDate due, TaskScope scope, String... units) {
    return new TaskTerms(year, TaskKind.SELF_EVALUATION, scope + String.join(",", units), due.minusDays(30), due, Optional.empty(), scope, Set.of(units));
  }

  private Task issued(TaskTerms terms) {
    assertThat(as(OFFICE, () -> tasks.issue(terms))).isEmpty();
    return lines(OFFICE).stream().map(TaskLine::task).filter(task -> task.title().equals(terms.title())).findFirst().orElseThrow();
  }

  private List<TaskLine> lines(Scope person) {
    return as(person, () -> tasks.list(year));
  }

  private static List<String> trail(Task task) {
    return TrailRows.of(ARTUX, "TASK/" + task.id());
  }

  // --- issuing

  @Test
  void onlyTheOfficeIssuesChangesClosesCancelsAndReopens() {
    Task task = issued(terms(TODAY.minusDays(3), TaskScope.ALL));
    for (Scope person : List.of(clerk(ARTUX), Kizilsu.approver(ARTUX), Kizilsu.departmentReviewer(ARTUX), Kizilsu.financeSection(ARTUX),
        Kizilsu.auditor(ARTUX), Kizilsu.systemAdministrator(ARTUX))) {
      assertRefused(() -> as(person, () -> tasks.issue(terms(TODAY, TaskScope.DEPARTMENTS))), "tasks-not-yours");
      assertRefused(() -> as(person, () -> tasks.change(task.id(), task.version(), terms(TODAY, TaskScope.ALL), REASON)), "tasks-not-yours");
      assertRefused(() -> does(person, () -> tasks.close(task.id(), task.version())), "tasks-not-yours");
      assertRefused(() -> does(person, () -> tasks.cancel(task.id(), task.version(), REASON)), "tasks-not-yours");
      assertRefused(() -> does(person, () -> reopenings.letIn(List.of(late(Kizilsu.SCHOOL, Optional.empty())), TODAY, REASON)), "tasks-not-yours");
      assertRefused(() -> as(person, () -> template.of(year)), "tasks-not-yours");
      assertRefused(() -> as(person, () -> holidays.enter(List.of(), REASON)), "tasks-not-yours");
    }
    assertThat(lines(OFFICE)).singleElement().satisfies(line -> assertThat(line.task().state()).isEqualTo(TaskState.OPEN));
    for (Scope person : List.of(Kizilsu.systemAdministrator(ARTUX), Kizilsu.oversight(), Kizilsu.person(ARTUX, "评价员", "", Role.THIRD_PARTY))) {
      assertThatThrownBy(() -> lines(person)).isInstanceOf(NoSuchFormException.class);
    }
  }

  @Test
  void aSecondTaskForTheSameUnitsIsRefusedAndOneForOthersIsNot() {
    issued(terms(TODAY, TaskScope.ALL));
    assertRefused(() -> as(OFFICE, () -> tasks.issue(terms(TODAY.plusDays(5), TaskScope.ALL))), "task-issued-already");
    Task school = issued(terms(TODAY, TaskScope.CHOSEN, Kizilsu.SCHOOL, Kizilsu.HEALTH));
    assertRefused(() -> as(OFFICE, () -> tasks.issue(terms(TODAY, TaskScope.CHOSEN, Kizilsu.HEALTH))), "task-issued-already");
    assertRefused(() -> as(OFFICE, () -> tasks.issue(terms(TODAY, TaskScope.CHOSEN, "999"))), "task-unit-unknown");
    issued(terms(TODAY, TaskScope.CHOSEN, Kizilsu.OTHER_SCHOOL));

    does(OFFICE, () -> tasks.cancel(school.id(), school.version(), REASON));
    issued(terms(TODAY, TaskScope.CHOSEN, Kizilsu.HEALTH));
    assertThat(as(OFFICE, () -> tasks.issue(terms(TODAY, TaskScope.CHOSEN)))).extracting(Problem::code).containsExactly("task-for-nobody");
  }

  @Test
  void aChangeIsOnRecordWithWhatStoodThereBeforeAndWhy() {
    Task task = issued(terms(TODAY.plusDays(10), TaskScope.CHOSEN, Kizilsu.SCHOOL));
    assertRefused(() -> as(OFFICE, () -> tasks.change(task.id(), task.version(), terms(TODAY.plusDays(20), TaskScope.ALL), "短")), "task-reason-missing");
    does(OFFICE, () -> tasks.change(task.id(), task.version(), terms(TODAY.plusDays(20), TaskScope.CHOSEN, Kizilsu.SCHOOL, Kizilsu.HOSPITAL), REASON));
    assertRefused(() -> does(OFFICE, () -> tasks.cancel(task.id(), task.version(), REASON)), "task-changed-meanwhile");
    Task changed = lines(OFFICE).getFirst().task();
    assertThat(changed.due()).isEqualTo(TODAY.plusDays(20));
    assertThat(changed.units()).containsExactly(Kizilsu.SCHOOL, Kizilsu.HOSPITAL);
    assertRefused(() -> does(OFFICE, () -> tasks.close(task.id(), changed.version())), "task-not-over");
    does(OFFICE, () -> tasks.cancel(task.id(), changed.version(), REASON));
    assertRefused(() -> does(OFFICE, () -> tasks.cancel(task.id(), changed.version() + 1, REASON)), "task-cancelled");
    assertThat(trail(task)).filteredOn(entry -> entry.contains("DONE")).satisfiesExactly(
        issue -> assertThat(issue).startsWith("ADMINISTER|DONE||CHOSEN101001; "),
        change -> assertThat(change).contains(TODAY.plusDays(10).toString(), TODAY.plusDays(20).toString(), REASON),
        cancel -> assertThat(cancel).endsWith("OPEN|CANCELLED|" + REASON));
    assertThat(trail(task)).filteredOn(entry -> entry.contains("REFUSED")).hasSize(4);
  }

  @Test
  void theTemplateHasThePrefecturesDatesWhereThereAreAny() {
    Owner.told("insert into platform.parameter_template (id, prefecture, key, fiscal_year, value, author, reason, effective) "
        + "values (?, '653000', 'task.dates.self_evaluation', ?, '1-03-01/1-04-15/0-12-31', 'x', 'x', '2020-01-01')", Identifiers.next(), year);
    assertThat(as(OFFICE, () -> template.of(year))).filteredOn(one -> one.terms().kind() == TaskKind.SELF_EVALUATION).singleElement().satisfies(one -> {
      assertThat(one.terms().due()).isEqualTo(LocalDate.of(year + 1, 4, 15));
      assertThat(one.origin()).isEqualTo(Origin.TEMPLATE_YEAR);
      assertThat(one.there()).isEmpty();
    });
    assertThat(lines(OFFICE)).as("a preview issues nothing").isEmpty();
    assertThat(as(OFFICE, () -> template.issue(year, Set.of(TaskKind.SELF_EVALUATION, TaskKind.MONITORING_1)))).isEqualTo(2);
    assertThat(as(OFFICE, () -> template.issue(year, Set.of(TaskKind.SELF_EVALUATION, TaskKind.MONITORING_1)))).as("a second time").isZero();
    assertThat(lines(OFFICE)).extracting(line -> line.task().title())
        .containsExactly(year + "年度绩效监控(节点一)", year + "年度项目支出绩效自评");
    assertThat(as(OFFICE, () -> template.of(year))).filteredOn(one -> one.there().isPresent()).hasSize(2);
  }

  // --- late

  private Reopenings.Late late(String unit, Optional<UUID> form) {
    return new Reopenings.Late("SELF_EVALUATION", year, unit, form);
  }

  private void send(UUID form) {
    forms.walk(clerk(ARTUX), form, Move.SUBMIT);
  }

  @Test
  void aLateFormIsRefusedUntilTheOfficeReopensItAndNothingElseIsLocked() {
    UUID form = forms.complete(ARTUX, year);
    UUID other = forms.complete(ARTUX, year);
    Task task = issued(terms(TODAY.minusDays(3), TaskScope.CHOSEN, Kizilsu.EDUCATION));
    assertRefused(() -> send(form), "submission-overdue");
    does(clerk(ARTUX), () -> forms.write(form, FormCells.STATEMENT, "逾期也能填"));
    assertThat(as(clerk(ARTUX), () -> selfEvaluations.preview(List.of(form), Move.SUBMIT)).getFirst().refusals())
        .singleElement().satisfies(refusal -> assertThat(refusal.code()).isEqualTo("submission-overdue"));
    assertThat(late(OFFICE)).hasSize(2).allMatch(Owed::overdue);

    does(OFFICE, () -> reopenings.letIn(List.of(late(Kizilsu.SCHOOL, Optional.of(form))), TODAY.plusDays(2), REASON));
    send(form);
    assertRefused(() -> send(other), "submission-overdue");
    assertThat(late(OFFICE)).singleElement().satisfies(one -> assertThat(one.form()).contains(other));

    does(OFFICE, () -> reopenings.letIn(List.of(late(Kizilsu.SCHOOL, Optional.empty())), TODAY, REASON));
    assertThat(late(OFFICE)).singleElement().satisfies(one -> assertThat(one.lateness().orElseThrow().reopenedUntil()).contains(TODAY));
    send(other);
    assertThat(late(OFFICE)).isEmpty();
    assertThat(trail(task)).filteredOn(entry -> entry.contains(REASON)).hasSize(2).allMatch(entry -> entry.startsWith("ADMINISTER|DONE|" + TODAY.minusDays(3)));
  }

  private List<Owed> late(Scope person) {
    return as(person, () -> tasks.late()).stream().filter(one -> one.task().fiscalYear() == year).toList();
  }

  @Test
  void aReturnedFormIsNotLateAndAReopeningThatIsOverOpensNothing() {
    UUID returned = forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    forms.returnFor(Kizilsu.approver(ARTUX), returned, Forms.EXECUTED);
    UUID never = forms.complete(ARTUX, year);
    issued(terms(TODAY.minusDays(3), TaskScope.ALL));
    does(clerk(ARTUX), () -> forms.write(returned, Forms.EXECUTED, "37"));
    send(returned);
    Owner.told("insert into j_653001.reopening (id, form_type, fiscal_year, unit, until, reason, person, person_name, at) "
        + "values (?, 'SELF_EVALUATION', ?, '101001', ?, '单位停电,已经过期', ?, 'x', now())", Identifiers.next(), year, TODAY.minusDays(1), Identifiers.next());
    assertRefused(() -> send(never), "submission-overdue");
  }

  @Test
  void whatIsNotLateIsNotReopenedAndNoFormOfSomebodyElse() {
    UUID form = forms.complete(ARTUX, year);
    assertRefused(() -> does(OFFICE, () -> reopenings.letIn(List.of(late(Kizilsu.SCHOOL, Optional.of(form))), TODAY, REASON)), "reopen-not-late");
    issued(terms(TODAY.minusDays(3), TaskScope.ALL));
    assertRefused(() -> does(OFFICE, () -> reopenings.letIn(List.of(late(Kizilsu.SCHOOL, Optional.of(form))), TODAY.minusDays(1), REASON)), "reopen-until-over");
    assertThatThrownBy(() -> does(OFFICE, () -> reopenings.letIn(List.of(late(Kizilsu.HOSPITAL, Optional.of(form))), TODAY, REASON)))
        .isInstanceOf(NoSuchFormException.class);
    UUID ofAkto = forms.complete(AKTO, year);
    assertThatThrownBy(() -> does(OFFICE, () -> reopenings.letIn(List.of(late(Kizilsu.SCHOOL, Optional.of(ofAkto))), TODAY, REASON)))
        .isInstanceOf(NoSuchFormException.class);
    assertThat(Owner.asked("select count(*) from j_653001.reopening where fiscal_year = ?", year)).isEqualTo("0");
  }

  @Test
  void aCancelledTaskLeavesFormsAndTakesTheDateAway() {
    UUID form = forms.complete(ARTUX, year);
    Task task = issued(terms(TODAY.minusDays(3), TaskScope.ALL));
    does(OFFICE, () -> tasks.cancel(task.id(), task.version(), REASON));
    assertThat(forms.seenBy(clerk(ARTUX), form).deadline()).isEmpty();
    send(form);
    assertThat(lines(clerk(ARTUX))).singleElement().satisfies(line -> assertThat(line.task().stateReason()).isEqualTo(REASON));
  }

  @Test
  void theNearestTaskIsTheUnits() {
    UUID form = forms.complete(ARTUX, year);
    issued(terms(TODAY.plusDays(30), TaskScope.ALL));
    issued(terms(TODAY.minusDays(4), TaskScope.CHOSEN, Kizilsu.EDUCATION));
    assertRefused(() -> send(form), "submission-overdue");
    issued(terms(TODAY.plusDays(3), TaskScope.CHOSEN, Kizilsu.SCHOOL));
    assertThat(forms.seenBy(clerk(ARTUX), form).deadline().orElseThrow().due()).isEqualTo(TODAY.plusDays(3));
    send(form);
  }

  @Test
  void workThatWasDueBeforeAProjectWasEnteredIsNotLateForIt_S16() {
    UUID inTime = goals.begun(ARTUX, Forms.project(ARTUX, year));
    UUID later = goals.begun(ARTUX, enteredToday());
    Forms.project(ARTUX, year);
    enteredToday();
    issued(new TaskTerms(year, TaskKind.GOAL, "目标申报", TODAY.minusDays(30), TODAY.minusDays(3), Optional.empty(), TaskScope.ALL, Set.of()));
    assertThat(refusals(inTime)).contains("submission-overdue");
    assertThat(refusals(later)).doesNotContain("submission-overdue");
    assertThat(goals.seenBy(clerk(ARTUX), inTime).deadline().orElseThrow().due()).isEqualTo(TODAY.minusDays(3));
    assertThat(goals.seenBy(clerk(ARTUX), later).deadline().orElseThrow().due()).as("thirty days of its own").isEqualTo(TODAY.plusDays(30));
    assertThat(late(OFFICE)).hasSize(2).extracting(Owed::form).containsExactlyInAnyOrder(Optional.of(inTime), Optional.empty());
    assertThat(desk(clerk(ARTUX))).filteredOn(item -> item.formType().equals("GOAL")).extracting(WorkItem::unbegun, WorkItem::daysLeft)
        .containsExactlyInAnyOrder(tuple(0, -3L), tuple(0, 30L), tuple(1, -3L), tuple(1, 30L));
  }

  @Test
  void theDaysOfWhatComesInTheYearAreTheJurisdictionsAndWhenTheyAreOverItIsLate_S16() {
    Owner.told("insert into platform.parameter_template (id, prefecture, key, fiscal_year, value, author, reason, effective) "
        + "values (?, '653000', 'task.in_year.days', ?, '10', 'x', 'x', '2020-01-01')", Identifiers.next(), year);
    UUID project = Forms.project(ARTUX, year);
    Owner.told("update j_653001.project set entered_on = ? where id = ?", TODAY.minusDays(13), project);
    UUID goal = goals.complete(ARTUX, project);
    issued(new TaskTerms(year, TaskKind.GOAL, "目标申报", TODAY.minusDays(60), TODAY.minusDays(40), Optional.empty(), TaskScope.ALL, Set.of()));
    assertThat(goals.seenBy(clerk(ARTUX), goal).deadline().orElseThrow().due()).as("ten days after it was entered").isEqualTo(TODAY.minusDays(3));
    assertThat(refusals(goal)).contains("submission-overdue");
    assertThat(late(OFFICE)).singleElement().satisfies(one -> assertThat(one.lateness().orElseThrow().daysLate()).isEqualTo(3));
    does(OFFICE, () -> reopenings.letIn(List.of(new Reopenings.Late("GOAL", year, Kizilsu.SCHOOL, Optional.of(goal))), TODAY, REASON));
    assertThat(refusals(goal)).doesNotContain("submission-overdue");
    assertThat(trail(lines(OFFICE).getFirst().task())).as("its own day stood there before").anyMatch(entry -> entry.contains(TODAY.minusDays(3).toString()))
        .noneMatch(entry -> entry.contains(TODAY.minusDays(40) + " ") && entry.contains(goal.toString()));
    UUID inTime = goals.begun(ARTUX, enteredToday());
    assertRefused(() -> does(OFFICE, () -> reopenings.letIn(List.of(new Reopenings.Late("GOAL", year, Kizilsu.SCHOOL, Optional.of(inTime))), TODAY, REASON)),
        "reopen-not-late");
  }

  /** 办结 is the end of a task: nothing of it is changed any more, and what is late is let in by reopening. */
  @Test
  void aClosedTaskIsNotChangedClosedOrCancelledAnyMore() {
    Task task = issued(terms(TODAY.minusDays(3), TaskScope.ALL));
    UUID form = forms.complete(ARTUX, year);
    does(OFFICE, () -> tasks.close(task.id(), task.version()));
    Task closed = lines(OFFICE).getFirst().task();
    assertThat(closed.state()).isEqualTo(TaskState.CLOSED);
    assertRefused(() -> does(OFFICE, () -> tasks.close(task.id(), closed.version())), "task-closed");
    assertRefused(() -> as(OFFICE, () -> tasks.change(task.id(), closed.version(), terms(TODAY, TaskScope.ALL), REASON)), "task-closed");
    assertRefused(() -> does(OFFICE, () -> tasks.cancel(task.id(), closed.version(), REASON)), "task-closed");
    assertRefused(() -> send(form), "submission-overdue");
    does(OFFICE, () -> reopenings.letIn(List.of(late(Kizilsu.SCHOOL, Optional.of(form))), TODAY, REASON));
    send(form);
  }

  private UUID enteredToday() {
    UUID project = Forms.project(ARTUX, year);
    Owner.told("update j_653001.project set entered_on = ? where id = ?", TODAY, project);
    return project;
  }

  private List<String> refusals(UUID goal) {
    return goals.seenBy(clerk(ARTUX), goal).desk().offers().stream().flatMap(offer -> offer.refusals().stream()).map(Refusal::code).toList();
  }

  @Test
  void aGoalIsPublishedByTheDayOfTheTaskOfPublishingTheBudget() {
    issued(new TaskTerms(year, TaskKind.BUDGET_PUBLICATION, "预算公开", TODAY.minusDays(3), TODAY.plusDays(9), Optional.empty(), TaskScope.ALL, Set.of()));
    UUID form = goals.approved(ARTUX, Forms.project(ARTUX, year));
    assertThat(as(clerk(ARTUX), () -> duties.page(year, Optional.empty(), 0, 10))).filteredOn(duty -> duty.form().equals(form))
        .extracting(Duties.Shown::due).containsExactly(TODAY.plusDays(9));
  }

  // --- desks and reminders

  private List<WorkItem> desk(Scope person) {
    List<WorkItem> items = as(person, () -> workList.mine());
    assertThat(as(person, () -> workList.count())).isEqualTo(items.size());
    return items.stream().filter(item -> item.fiscalYear() == year).toList();
  }

  @Test
  void whatNobodyHasBegunWaitsOnTheClerksDeskAndTheMostUrgentStandsFirst() {
    UUID draft = forms.begun(ARTUX, year);
    Forms.project(ARTUX, year);
    Forms.project(ARTUX, year);
    Forms.project(ARTUX, year, Kizilsu.OTHER_SCHOOL);
    assertThat(desk(clerk(ARTUX))).as("without a task nobody asks for it").extracting(WorkItem::form).containsExactly(draft);
    Task task = issued(terms(TODAY.minusDays(3), TaskScope.ALL));
    assertThat(desk(clerk(ARTUX))).hasSize(2).allSatisfy(item -> assertThat(item.daysLeft()).isNegative());
    assertThat(desk(clerk(ARTUX))).filteredOn(item -> item.unbegun() > 0).singleElement().satisfies(item -> {
      assertThat(item.unbegun()).isEqualTo(2);
      assertThat(item.title()).isEqualTo(task.title());
    });
    assertThat(desk(Kizilsu.departmentReviewer(ARTUX))).isEmpty();
    assertThat(desk(Kizilsu.clerkOfAnotherUnit(ARTUX))).singleElement().satisfies(item -> assertThat(item.unbegun()).isEqualTo(1));

    issued(terms(TODAY.plusDays(10), TaskScope.DEPARTMENTS));
    issued(terms(TODAY.plusDays(1), TaskScope.CHOSEN, Kizilsu.SCHOOL, Kizilsu.HEALTH));
    assertThat(desk(clerk(ARTUX))).hasSize(2).allSatisfy(item -> assertThat(item.daysLeft()).isEqualTo(1));
    assertThat(desk(Kizilsu.clerkOfAnotherUnit(ARTUX))).singleElement().satisfies(item -> assertThat(item.daysLeft()).isNegative());
  }

  private List<Reminder> unread(Scope person) {
    return as(person, () -> reminders.unread(500)).shown().stream().filter(one -> one.fiscalYear() == year).toList();
  }

  @Test
  void unitsAreRemindedOnceOfEachMarkAndEachPersonReadsForItself() {
    UUID draft = forms.begun(ARTUX, year);
    Forms.project(ARTUX, year);
    forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    Task task = issued(terms(TODAY.plusDays(3), TaskScope.ALL));
    // the worker was told and may be at it
    Waiting.until("reminders made", () -> unread(clerk(ARTUX)).size() == 2);
    does(WORKER, () -> assertThat(reminders.make()).as("a second time").isZero());
    assertThat(unread(clerk(ARTUX))).satisfiesExactlyInAnyOrder(
        form -> assertThat(form.form()).contains(draft),
        unbegun -> assertThat(unbegun.forms()).isEqualTo(1)).allSatisfy(one -> assertThat(one.daysLeft()).isEqualTo(3));
    assertThat(unread(Kizilsu.clerkOfAnotherUnit(ARTUX))).isEmpty();
    assertThat(unread(OFFICE)).isEmpty();

    UUID first = unread(clerk(ARTUX)).getFirst().id();
    does(Kizilsu.clerkOfAnotherUnit(ARTUX), () -> reminders.read(Set.of(first)));
    does(clerk(ARTUX), () -> reminders.read(Set.of(first)));
    does(clerk(ARTUX), () -> reminders.read(Set.of(first)));
    assertThat(unread(clerk(ARTUX))).hasSize(1);
    assertThat(unread(Kizilsu.secondClerk(ARTUX))).as("the other person at the same desk").hasSize(2);
    assertThat(as(clerk(ARTUX), () -> reminders.mine(0, 500))).filteredOn(notice -> notice.reminder().fiscalYear() == year)
        .extracting(Reminders.Notice::read).containsExactlyInAnyOrder(true, false);
    assertThat(Owner.asked("select count(*) from j_653001.reminder_read where reminder = ?", first)).isEqualTo("1");

    does(OFFICE, () -> tasks.change(task.id(), task.version(), terms(TODAY.minusDays(4), TaskScope.ALL), REASON));
    Waiting.until("reminders of what is late", () -> unread(clerk(ARTUX)).size() == 3);
    assertThat(unread(clerk(ARTUX))).filteredOn(one -> one.daysLeft() < 0).hasSize(2);
  }

  @Test
  void progressCountsUnitsAndNamesWhatIsMissing() {
    forms.at(FormState.UNIT_REVIEW, ARTUX, year);
    Forms.project(ARTUX, year, Kizilsu.HOSPITAL);
    Task task = issued(terms(TODAY.minusDays(3), TaskScope.ALL));
    assertThat(lines(OFFICE).getFirst().tally().orElseThrow()).isEqualTo(as(OFFICE, () -> tasks.open(task.id())).tally()).satisfies(tally -> {
      assertThat(tally.units()).isEqualTo(2);
      assertThat(tally.unitsDone()).isEqualTo(1);
      assertThat(tally.late()).isEqualTo(1);
    });
    assertThat(as(Kizilsu.departmentReviewer(ARTUX), () -> tasks.open(task.id())).units()).as("of its own department only").hasSize(1);
    assertThat(late(Kizilsu.departmentReviewer(ARTUX))).isEmpty();
    assertThatThrownBy(() -> as(Kizilsu.performanceOffice(AKTO), () -> tasks.open(task.id()))).isInstanceOf(NoSuchFormException.class);
  }

  // --- days

  @Test
  void aHolidayMovesDatesIsShownBeforeAndIsOnRecord() {
    LocalDate friday = LocalDate.of(2023, 3, 3);
    SpecialDay day = new SpecialDay(friday, "民族团结日", false);
    Task task = issued(terms(friday, TaskScope.ALL));
    Holidays.Effect effect = as(OFFICE, () -> holidays.preview(List.of(day), Set.of()));
    assertThat(effect.shifts()).filteredOn(shift -> shift.task().id().equals(task.id())).singleElement()
        .satisfies(shift -> assertThat(shift.after()).isEqualTo("2023-03-06"));
    assertThat(lines(OFFICE).getFirst().deadline().orElseThrow().due()).isEqualTo(friday);

    assertRefused(() -> as(OFFICE, () -> holidays.enter(List.of(day), "")), "task-reason-missing");
    does(OFFICE, () -> holidays.enter(List.of(day), REASON));
    assertThat(lines(OFFICE).getFirst().deadline().orElseThrow().due()).isEqualTo("2023-03-06");
    does(OFFICE, () -> assertThat(holidays.enter(List.of(day), REASON).nothing()).isTrue());
    does(OFFICE, () -> holidays.enter(List.of(new SpecialDay(friday, "民族团结日", true)), REASON));
    assertThat(lines(OFFICE).getFirst().deadline().orElseThrow().due()).isEqualTo(friday);
    does(OFFICE, () -> holidays.remove(Set.of(friday), REASON));
    assertThat(as(OFFICE, () -> holidays.ofYear(2023))).extracting(SpecialDay::day).doesNotContain(friday);
    assertThat(TrailRows.of(ARTUX, "HOLIDAY/" + friday)).containsExactly(
        "ADMINISTER|DONE||2023-03-03 民族团结日 -|" + REASON, "ADMINISTER|DONE|2023-03-03 民族团结日 -|2023-03-03 民族团结日 +|" + REASON,
        "ADMINISTER|DONE|2023-03-03 民族团结日 +||" + REASON);
    assertThatThrownBy(() -> as(clerk(ARTUX), () -> holidays.ofYear(2023))).isInstanceOf(NoSuchFormException.class);
  }
}
