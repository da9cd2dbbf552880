package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jiheng.app.calendar.Due;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.exante.ConditionWork;
import org.jiheng.app.exante.ExAnteConditions;
import org.jiheng.app.exante.ExAnteFollow;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.task.LateList;
import org.jiheng.app.task.Reminders;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditions of a part support are on somebody's desk until they are closed, with a day and with evidence (Q11). */
class ExAnteConditionServerIT extends WholeProduct {

  private static final Scope CLERK = Kizilsu.clerk(ARTUX);
  private static final Scope SECTION = Kizilsu.financeSection(ARTUX);
  private static final LocalDate DUE = Contracts.TODAY.plusDays(30);
  private static final AtomicInteger UNIT = new AtomicInteger();

  @Inject
  private ExAnteConditions conditions;

  @Inject
  private ConditionWork dues;

  @Inject
  private ExAnteFollow following;

  @Inject
  private WorkList workList;

  @Inject
  private ExAntes exAntes;

  @Inject
  private Work work;

  @Inject
  private Reminders reminders;

  @Inject
  private LateList late;

  private UUID project;
  private UUID id;
  private UUID condition;

  @BeforeEach
  void aPartSupport() {
    project = ExAntes.newProject(ARTUX, Forms.aYearOfItsOwn(), "SUBSIDY");
    id = exAntes.withFinance(ARTUX, project, Grade.FAIR);
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.PARTLY_SUPPORTED, Money.ofWan("20"), ExAntes.condition(DUE)));
    condition = exAntes.seenBy(CLERK, id).conditions().getFirst().id();
  }

  private List<WorkItem> desk(Scope person) {
    return as(person, workList::mine).stream().filter(item -> item.formType().equals(ExAnteConditions.KIND) && item.form().equals(condition)).toList();
  }

  private List<Due> due(LocalDate until) {
    return as(SECTION, () -> dues.due(until)).stream().filter(one -> one.thing().equals(condition)).toList();
  }

  /** The list goes out as a file and leaves its mark; what is over its day is counted. */
  @Test
  void theListIsHandedOutAndSaysWhatIsOverdue() {
    int year = as(CLERK, () -> exAntes.seenBy(CLERK, id).project().fiscalYear());
    assertThat(as(SECTION, () -> conditions.overdue(year))).isZero();
    Owner.told("update j_653001.exante_condition set due = ? where id = ?", Contracts.TODAY.minusDays(1), condition);
    assertThat(as(SECTION, () -> conditions.overdue(year))).isEqualTo(1);
    assertThat(as(Kizilsu.clerkOfAnotherUnit(ARTUX), () -> conditions.overdue(year))).isZero();
    List<List<Object>> written = new ArrayList<>();
    int exports = TrailRows.columns(ARTUX, "act", "subject = ?", "EX_ANTE_CONDITION/list").size();
    does(SECTION, () -> {
      try {
        conditions.export(year, true, "评估条件", List.of("条件", "逾期"), line -> {
          List<Object> cells = List.of(line.condition().text(), line.overdue());
          written.add(cells);
          return cells;
        }, new ByteArrayOutputStream());
      } catch (IOException unwritten) {
        throw new UncheckedIOException(unwritten);
      }
    });
    assertThat(written).containsExactly(List.of("落实配套资金并提供证明", true));
    assertThat(TrailRows.columns(ARTUX, "act", "subject = ?", "EX_ANTE_CONDITION/list")).hasSize(exports + 1).contains("EXPORT");
  }

  /** What finance concluded is none of theirs who are let in from outside, whatever posts they hold besides. */
  @Test
  void peopleFromOutsideAreToldOfNone() {
    int year = as(CLERK, () -> exAntes.seenBy(CLERK, id).project().fiscalYear());
    assertThat(as(Kizilsu.auditor(ARTUX), () -> conditions.list(year, true, 0, 10))).hasSize(1);
    int looks = TrailRows.columns(ARTUX, "act", "subject = ?", "EX_ANTE_CONDITION/list").size();
    Scope guest = Kizilsu.person(ARTUX, "兼任专家的审计员", "", Role.AUDITOR, Role.EXPERT);
    List<ThrowingCallable> asked = List.of(() -> as(guest, () -> conditions.list(year, true, 0, 10)), () -> as(guest, () -> conditions.count(year, true)),
        () -> as(guest, () -> conditions.overdue(year)), () -> exported(guest, year));
    assertThat(asked).allSatisfy(one -> assertThatThrownBy(one).isInstanceOf(NoSuchFormException.class));
    assertThat(TrailRows.columns(ARTUX, "act", "subject = ?", "EX_ANTE_CONDITION/list")).as("nobody looked").hasSize(looks);
  }

  private void exported(Scope person, int year) {
    does(person, () -> {
      try {
        conditions.export(year, true, "评估条件", List.of("条件"), line -> List.of(line.title()), new ByteArrayOutputStream());
      } catch (IOException unwritten) {
        throw new UncheckedIOException(unwritten);
      }
    });
  }

  private void report() {
    assertThat(as(CLERK, () -> conditions.report(id, condition, "已经落实到位", Optional.of("证明.pdf"), Contracts.PDF))).isEmpty();
  }

  @Test
  void anOpenOneLiesOnTheUnitsDeskAndAReportedOneOnFinances() {
    assertThat(desk(CLERK)).singleElement().satisfies(item -> {
      assertThat(item.state()).isEqualTo(ConditionWork.Todo.TO_MEET.name());
      assertThat(item.due()).contains(DUE);
      assertThat(item.daysLeft()).isEqualTo(30);
      assertThat(item.title()).contains("落实配套资金并提供证明");
    });
    assertThat(desk(SECTION)).isEmpty();
    assertThat(desk(Kizilsu.clerkOfAnotherUnit(ARTUX))).isEmpty();
    report();
    assertThat(desk(CLERK)).isEmpty();
    assertThat(desk(SECTION)).extracting(WorkItem::state).containsExactly(ConditionWork.Todo.TO_CHECK.name());
    assertThat(desk(Kizilsu.performanceOffice(ARTUX))).hasSize(1);
    does(SECTION, () -> conditions.giveBack(id, condition, "证明未盖章"));
    assertThat(desk(CLERK)).hasSize(1);
    report();
    does(SECTION, () -> conditions.close(id, condition, "核实无误"));
    assertThat(desk(CLERK)).isEmpty();
    assertThat(desk(SECTION)).isEmpty();
  }

  @Test
  void whatIsCountedIsWhatIsShown() {
    for (Scope person : List.of(CLERK, SECTION)) {
      long shown = as(person, workList::mine).stream().filter(item -> item.formType().equals(ExAnteConditions.KIND)).count();
      assertThat(as(person, dues::count)).isEqualTo((int) shown);
    }
    assertThat(as(Kizilsu.auditor(ARTUX), dues::count)).isZero();
  }

  @Test
  void itIsRemindedOfAndLateByItsDayUntilItIsClosed() {
    assertThat(due(DUE.minusDays(1))).isEmpty();
    assertThat(due(DUE)).singleElement().satisfies(one -> {
      assertThat(one.holder()).isEqualTo(Role.UNIT_CLERK);
      assertThat(one.unit()).contains(Kizilsu.SCHOOL);
      assertThat(one.kind()).isEqualTo(ExAnteConditions.KIND);
    });
    report();
    assertThat(due(DUE)).extracting(Due::holder).as("on whose desks it lies").containsExactlyInAnyOrder(Role.FINANCE_SECTION, Role.PERFORMANCE_OFFICE);
    does(SECTION, () -> conditions.close(id, condition, "核实无误"));
    assertThat(due(DUE)).isEmpty();
  }

  private boolean told(Scope person) {
    return as(person, () -> reminders.unread(5000)).shown().stream().anyMatch(one -> one.thing().filter(condition::equals).isPresent());
  }

  private void made() {
    Waiting.until("reminders made", () -> {
      try {
        does(Scope.of(Caller.worker("reminder"), ARTUX), reminders::make);
        return true;
      } catch (PersistenceException other) {
        return false;
      }
    });
  }

  @Test
  void whoHasReportedItIsToldOfItNoMoreAndWhoHasToCheckItIs() {
    Owner.told("update j_653001.exante_condition set due = ? where id = ?", Contracts.TODAY.minusDays(200), condition);
    made();
    assertThat(told(CLERK)).isTrue();
    assertThat(told(SECTION)).isFalse();
    report();
    assertThat(told(CLERK)).as("it lies with finance").isFalse();
    made();
    assertThat(told(CLERK)).isFalse();
    assertThat(told(SECTION)).isTrue();
    assertThat(told(Kizilsu.performanceOffice(ARTUX))).isTrue();
    assertThat(as(SECTION, late::lines)).filteredOn(one -> one.thing().filter(thing -> thing.thing().equals(condition)).isPresent())
        .singleElement().satisfies(line -> {
          assertThat(line.holders()).containsExactly(Role.FINANCE_SECTION, Role.PERFORMANCE_OFFICE);
          assertThat(line.liesWithUnit()).as("it is not the unit that is late").isFalse();
        });
  }

  /** What is not asked about is not cut away from what is. */
  @Test
  void aPersonsUnitsAndSingleThingsAreAskedForAlone() {
    assertThat(as(SECTION, () -> dues.due(DUE, Set.of(Kizilsu.SCHOOL)))).extracting(Due::thing).contains(condition);
    assertThat(as(SECTION, () -> dues.due(DUE, Set.of("")))).extracting(Due::thing).contains(condition);
    assertThat(as(SECTION, () -> dues.due(DUE, Set.of(Kizilsu.HEALTH)))).extracting(Due::thing).doesNotContain(condition);
    assertThat(as(SECTION, () -> dues.due(DUE, Set.of()))).isEmpty();
    assertThat(as(SECTION, () -> dues.open(Set.of(condition, UUID.randomUUID())))).extracting(Due::thing).containsExactly(condition);
  }

  @Test
  void itIsNotReportedOrClosedWithoutEvidence() {
    assertThat(as(CLERK, () -> conditions.report(id, condition, "已经落实到位", Optional.empty(), new byte[0])))
        .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("application.condition-unproven"));
    assertThat(desk(CLERK)).as("nothing is changed").hasSize(1);
    report();
    // reported before evidence was asked for
    Owner.told("update j_653001.exante_condition set evidence = null where id = ?", condition);
    assertRefused(() -> does(SECTION, () -> conditions.close(id, condition, "核实无误")), "exante-condition-unproven");
  }

  private void belongsTo(String unit) {
    for (String table : List.of("exante_evaluation", "review")) {
      Owner.told("update j_653001." + table + " set unit = ? where id = ?", unit, id);
    }
  }

  @Test
  void whoeverGoesOnWithTheUnitsWorkHasItOnItsDesk() {
    String gone = Kizilsu.SCHOOL.substring(0, 3) + "9" + "%02d".formatted(UNIT.incrementAndGet());
    Owner.told("insert into j_653001.unit (code, name) values (?, '撤销单位')", gone);
    belongsTo(gone);
    assertThat(desk(CLERK)).isEmpty();
    assertThat(as(SECTION, () -> work.inTransaction(_ -> following.wouldFollow(gone, Contracts.TODAY))).moving()).isEqualTo(1);
    List<Refusal> against = as(SECTION, () -> work.inTransaction(_ -> following.againstClosing(gone, Contracts.TODAY)));
    assertThat(against).extracting(Refusal::code).containsExactly("exante-unit-has-conditions");
    does(SECTION, () -> work.inOneTransaction(() -> following.follow(gone, Kizilsu.SCHOOL, Contracts.TODAY)));
    assertThat(desk(CLERK)).hasSize(1);
    report();
    does(SECTION, () -> conditions.close(id, condition, "核实无误"));
    belongsTo(gone);
    assertThat(as(SECTION, () -> work.inTransaction(_ -> following.wouldFollow(gone, Contracts.TODAY))).moving()).as("what is closed stays").isZero();
    belongsTo(Kizilsu.SCHOOL);
    Owner.told("delete from j_653001.unit where code = ?", gone);
  }

  @Test
  void itsAddressLeadsToItsEvaluationAndToNobodyElses() {
    assertThat(as(CLERK, () -> conditions.evaluationOf(condition))).isEqualTo(id);
    assertThatThrownBy(() -> as(Kizilsu.clerkOfAnotherUnit(ARTUX), () -> conditions.evaluationOf(condition))).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> as(CLERK, () -> conditions.evaluationOf(UUID.randomUUID()))).isInstanceOf(NoSuchFormException.class);
  }
}
