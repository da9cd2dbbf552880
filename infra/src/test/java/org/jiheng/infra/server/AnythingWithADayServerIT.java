package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKQI;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.calendar.Due;
import org.jiheng.app.calendar.Urgency;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.task.LateLine;
import org.jiheng.app.task.LateList;
import org.jiheng.app.task.Reminder;
import org.jiheng.app.task.Reminders;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a room says has a day is treated as forms are: on the desk by its urgency, among what is late, and reminded of. */
class AnythingWithADayServerIT extends WholeProduct {

  private static final LocalDate TODAY = Contracts.TODAY;
  private static final Scope OFFICE = Kizilsu.performanceOffice(AKQI);
  private static final Scope SECTION = Kizilsu.person(AKQI, "全县业务科室", "", Role.FINANCE_SECTION);
  private static final Scope REVIEWER = Kizilsu.departmentReviewer(AKQI);
  private static final Scope CLERK = Kizilsu.clerk(AKQI);
  private static final Scope WORKER = Scope.of(Caller.worker("reminder"), AKQI);

  @Inject
  private DutiesOfTests room;

  @Inject
  private WorkList workList;

  @Inject
  private LateList lateList;

  @Inject
  private Reminders reminders;

  @Inject
  private Forms forms;

  @Inject
  private Trail trail;

  private final int year = Forms.aYearOfItsOwn();
  private final List<Due> owed = new ArrayList<>();

  private Due owe(Role holder, Optional<String> unit, int days) {
    Due thing = new Due("EX_ANTE", UUID.randomUUID(), year, "销号条件" + days, holder, unit, TODAY.plusDays(days));
    owed.add(thing);
    room.owe(AKQI, thing);
    return thing;
  }

  @AfterEach
  void nothingIsOwedAnyMore() {
    owed.forEach(thing -> room.done(AKQI, thing));
    Owner.told("delete from j_653023.reminder_read where reminder in (select id from j_653023.reminder where fiscal_year = ?)", year);
    Owner.told("delete from j_653023.reminder where fiscal_year = ?", year);
  }

  private List<WorkItem> desk(Scope person) {
    return as(person, workList::mine).stream().filter(item -> item.fiscalYear() == year).toList();
  }

  @Test
  void itStandsOnTheDeskOfItsRoleByItsUrgencyAmongForms() {
    UUID form = forms.begun(AKQI, year);
    Due soon = owe(Role.UNIT_CLERK, Optional.of(Kizilsu.SCHOOL), 2);
    Due over = owe(Role.UNIT_CLERK, Optional.of(Kizilsu.SCHOOL), -4);
    assertThat(desk(CLERK)).extracting(WorkItem::form).as("what is over, what is near, what has no day").containsExactly(over.thing(), soon.thing(), form);
    assertThat(desk(CLERK)).extracting(WorkItem::urgency).containsExactly(Urgency.OVERDUE, Urgency.SOON, Urgency.NONE);
    assertThat(desk(Kizilsu.clerkOfAnotherUnit(AKQI))).isEmpty();
    assertThat(as(CLERK, workList::count)).isEqualTo(as(CLERK, workList::mine).size());
  }

  private List<LateLine> late(Scope person) {
    return as(person, lateList::lines).stream().filter(line -> line.thing().filter(owed::contains).isPresent()).toList();
  }

  @Test
  void whatIsOverIsLateForWhoeverHasToDoWithItsUnit() {
    Due ofSchool = owe(Role.UNIT_CLERK, Optional.of(Kizilsu.SCHOOL), -4);
    Due ofHospital = owe(Role.UNIT_CLERK, Optional.of(Kizilsu.HOSPITAL), -2);
    Due ofFinance = owe(Role.FINANCE_SECTION, Optional.empty(), -1);
    owe(Role.UNIT_CLERK, Optional.of(Kizilsu.SCHOOL), 0);
    assertThat(late(OFFICE)).extracting(line -> line.thing().orElseThrow()).as("what was due first in front").containsExactly(ofSchool, ofHospital, ofFinance);
    assertThat(late(OFFICE)).extracting(LateLine::daysLate).containsExactly(4L, 2L, 1L);
    assertThat(late(REVIEWER)).extracting(line -> line.thing().orElseThrow()).as("of its own department only").containsExactly(ofSchool);
    room.done(AKQI, ofSchool);
    assertThat(late(REVIEWER)).as("done is not late").isEmpty();
  }

  /** The platform's own worker may be at it: of two who make the same reminder one is turned away, and comes again. */
  private void made() {
    Waiting.until("reminders made", () -> {
      try {
        does(WORKER, reminders::make);
        return true;
      } catch (PersistenceException other) {
        return false;
      }
    });
  }

  private List<Reminder> unread(Scope person) {
    return as(person, () -> reminders.unread(500)).shown().stream().filter(one -> one.fiscalYear() == year).toList();
  }

  @Test
  void whoHasTheRoleIsRemindedOnceOfEachMarkUntilItIsDone() {
    Due ofSchool = owe(Role.DEPARTMENT_REVIEWER, Optional.of(Kizilsu.SCHOOL), 3);
    Due ofFinance = owe(Role.FINANCE_SECTION, Optional.empty(), -2);
    Due far = owe(Role.DEPARTMENT_REVIEWER, Optional.of(Kizilsu.SCHOOL), 20);
    made();
    does(WORKER, () -> assertThat(reminders.make()).as("a second time").isZero());
    assertThat(unread(REVIEWER)).singleElement().satisfies(one -> {
      assertThat(one.thing()).contains(ofSchool.thing());
      assertThat(one.daysLeft()).isEqualTo(3);
    });
    assertThat(unread(SECTION)).extracting(Reminder::thing).containsExactly(Optional.of(ofFinance.thing()));
    assertThat(unread(CLERK)).as("whose it is not to do").isEmpty();
    assertThat(unread(REVIEWER)).extracting(Reminder::thing).doesNotContain(Optional.of(far.thing()));

    room.done(AKQI, ofSchool);
    assertThat(unread(REVIEWER)).as("nobody is told of what is done").isEmpty();
    UUID first = unread(SECTION).getFirst().id();
    does(SECTION, () -> reminders.read(Set.of(first)));
    assertThat(unread(SECTION)).isEmpty();
    assertThat(as(SECTION, () -> reminders.mine(0, 500))).filteredOn(notice -> notice.reminder().fiscalYear() == year).singleElement()
        .satisfies(notice -> assertThat(notice.read()).isTrue());
  }

  /** As if it had been told on the days before: the worker looks once a day, and tells of a mark when it is passed. */
  private void toldBefore(Due thing, int days) {
    Owner.told("insert into j_653023.reminder (id, thing, role, form_type, fiscal_year, unit, title, forms, due, mark, made_on, at) "
            + "values (?, ?, ?, 'EX_ANTE', ?, ?, '早前', 1, ?, ?, ?, now() - interval '9 days')",
        UUID.randomUUID(), thing.thing(), thing.holder().name(), year, thing.unit().orElseThrow(), thing.due(), "+" + days, TODAY.minusDays(9));
  }

  @Test
  void ofWhatIsLongOverOneNoticeStandsAndNotOneOfEachDay() {
    Due thing = owe(Role.DEPARTMENT_REVIEWER, Optional.of(Kizilsu.SCHOOL), -400);
    toldBefore(thing, 1);
    toldBefore(thing, 16);
    made();
    assertThat(unread(REVIEWER)).singleElement().satisfies(one -> assertThat(one.daysLeft()).isEqualTo(-400));
    does(WORKER, () -> assertThat(reminders.make()).as("nothing more of it, on whatever day").isZero());
    assertThat(Owner.asked("select count(*) from j_653023.reminder where thing = ?", thing.thing())).isEqualTo("3");
    UUID newest = unread(REVIEWER).getFirst().id();
    does(REVIEWER, () -> reminders.read(Set.of(newest)));
    assertThat(unread(REVIEWER)).as("those before it do not come up again").isEmpty();
    assertThat(as(REVIEWER, () -> reminders.mine(0, 500))).filteredOn(notice -> notice.reminder().fiscalYear() == year).hasSize(3)
        .allMatch(Reminders.Notice::read);
  }

  @Test
  void whatLiesWithAnotherRoleByNowIsDoneForTheOneItLayWith() {
    Due withClerk = owe(Role.UNIT_CLERK, Optional.of(Kizilsu.SCHOOL), -3);
    made();
    assertThat(unread(CLERK)).hasSize(1);
    room.done(AKQI, withClerk);
    Due withFinance = new Due(withClerk.kind(), withClerk.thing(), year, withClerk.title(), Role.FINANCE_SECTION, withClerk.unit(), withClerk.due());
    owed.add(withFinance);
    room.owe(AKQI, withFinance);
    assertThat(unread(CLERK)).isEmpty();
    made();
    assertThat(unread(CLERK)).isEmpty();
    assertThat(unread(SECTION)).hasSize(1);
    assertThat(late(OFFICE)).singleElement().satisfies(line -> {
      assertThat(line.holders()).containsExactly(Role.FINANCE_SECTION);
      assertThat(line.liesWithUnit()).isFalse();
    });
  }

  @Test
  void thePrefecturesOversightSeesWhatIsLateWithItselfAndNothingElse() {
    Scope oversight = Kizilsu.oversight();
    Due own = new Due("EX_ANTE", UUID.randomUUID(), year, "下达预算", Role.PREFECTURE_OVERSIGHT, Optional.empty(), TODAY.minusDays(2));
    Due others = new Due("EX_ANTE", UUID.randomUUID(), year, "单位条件", Role.UNIT_CLERK, Optional.of(Kizilsu.SCHOOL), TODAY.minusDays(2));
    List.of(own, others).forEach(thing -> room.owe(Kizilsu.PREFECTURE, thing));
    try {
      owed.addAll(List.of(own, others));
      assertThat(late(oversight)).extracting(line -> line.thing().orElseThrow()).containsExactly(own);
      assertThatThrownBy(() -> as(Looking.into(trail, AKQI), lateList::lines)).isInstanceOf(NoSuchFormException.class);
    } finally {
      List.of(own, others).forEach(thing -> room.done(Kizilsu.PREFECTURE, thing));
    }
  }

  @Test
  void whoOnlyReadsOrAdministersIsRemindedOfNothing() {
    for (Scope person : List.of(Kizilsu.auditor(AKQI), Kizilsu.systemAdministrator(AKQI), Kizilsu.auditAdministrator(AKQI), Looking.into(trail, AKQI))) {
      assertThat(as(person, Reminders::reminds)).as(person.caller().name()).isFalse();
    }
    assertThat(as(CLERK, Reminders::reminds)).isTrue();
    assertThat(as(Kizilsu.oversight(), Reminders::reminds)).isTrue();
  }

  /** However many there are, a page loads those it shows, and says how many there are. */
  @Test
  void asManyAreLoadedAsAreShownAndAllAreCounted() {
    Scope somebody = Kizilsu.person(AKQI, "水利业务科室", "108", Role.BUDGET_SECTION);
    for (int i = 0; i < 30; i++) {
      owe(Role.BUDGET_SECTION, Optional.of(Kizilsu.HOSPITAL), -1 - i);
    }
    owe(Role.BUDGET_SECTION, Optional.empty(), 1);
    made();
    Scope all = Kizilsu.person(AKQI, "预算股", "", Role.BUDGET_SECTION);
    Reminders.Unread unread = as(all, () -> reminders.unread(6));
    assertThat(unread.shown()).hasSize(6);
    assertThat(unread.count()).isEqualTo(31);
    assertThat(as(somebody, () -> reminders.unread(6)).count()).as("what is the jurisdiction's own is everybody's of the role").isEqualTo(1);
    does(all, reminders::readAll);
    assertThat(as(all, () -> reminders.unread(6)).count()).isZero();
  }
}
