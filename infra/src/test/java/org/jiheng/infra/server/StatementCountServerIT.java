package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.WUQIA;
import static org.jiheng.infra.server.Kizilsu.clerk;

import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.budget.BudgetList;
import org.jiheng.app.project.Duplicates;
import org.jiheng.app.project.ProjectList;
import org.jiheng.app.project.ProjectList.Filter;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.RecentWork;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.IndicatorRow;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.app.selfevaluation.SelfEvaluationList;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.app.task.LateList;
import org.jiheng.app.task.Reminders;
import org.jiheng.app.task.Tasks;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/**
 * How many statements a use case costs, counted by the database under the jurisdiction's role. The limits are what it
 * needs today: a use case that comes to need more has a query in a loop, or says here why. One statement of every change, and of
 * every look by somebody from outside, is its entry in the audit trail.
 */
class StatementCountServerIT extends WholeProduct {

  private static final int THOUSANDS = 1_100;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private SelfEvaluationList list;

  @Inject
  private ProjectList library;

  @Inject
  private BudgetList budget;

  @Inject
  private Duplicates duplicates;

  @Inject
  private Tasks tasks;

  @Inject
  private LateList late;

  @Inject
  private Projects projects;

  @Inject
  private WorkList workList;

  @Inject
  private Reminders reminders;

  @Inject
  private RecentWork recentWork;

  @Inject
  private Forms forms;

  @Inject
  private Statements statements;

  private final int year = Forms.aYearOfItsOwn();

  private long statementsOf(Runnable useCase) {
    return statementsOf(clerk(WUQIA), useCase);
  }

  private long statementsOf(Scope person, Runnable useCase) {
    return statements.of(person, useCase);
  }

  @Test
  void openingAForm() {
    UUID id = forms.complete(WUQIA, year);
    // one of them asks for the holidays its due date may fall on
    assertThat(statementsOf(() -> selfEvaluations.open(id))).isBetween(5L, 13L);
  }

  @Test
  void openingAFormFromOutsideIsOneEntryMore() {
    UUID id = forms.at(FormState.APPROVED, WUQIA, year);
    long fromInside = statementsOf(() -> selfEvaluations.open(id));
    assertThat(statementsOf(Kizilsu.auditor(WUQIA), () -> selfEvaluations.open(id))).isEqualTo(fromInside + 1);
  }

  @Test
  void openingAFormWithManyLinesCostsNoMore() {
    UUID few = forms.complete(WUQIA, year);
    UUID many = forms.complete(WUQIA, year);
    does(clerk(WUQIA), () -> selfEvaluations.addLines(many, Collections.nCopies(30, Map.of())));
    assertThat(statementsOf(() -> selfEvaluations.open(many))).isEqualTo(statementsOf(() -> selfEvaluations.open(few)));
  }

  @Test
  void writingACell() {
    UUID id = forms.complete(WUQIA, year);
    assertThat(statementsOf(() -> selfEvaluations.write(id, List.of(new CellEdit(FormCells.STATEMENT, "", "说明"))))).isBetween(5L, 11L);
  }

  /** A block from Excel is one use case: asked for once and scored once, however long it is. */
  @Test
  void pastingManyLinesAsksNoMoreThanPastingOne() {
    UUID one = forms.complete(WUQIA, year);
    UUID many = forms.complete(WUQIA, year);
    Map<IndicatorRow.Column, String> line = Map.of(IndicatorRow.Column.LEVEL3, "新增指标", IndicatorRow.Column.TARGET, "≥3个", IndicatorRow.Column.WEIGHT, "一成");
    // each line is written by one insert, each text the form cannot take by another
    long inserts = 2 * 39;
    assertThat(statementsOf(() -> selfEvaluations.addLines(many, Collections.nCopies(40, line))))
        .isLessThanOrEqualTo(statementsOf(() -> selfEvaluations.addLines(one, List.of(line))) + inserts);
  }

  @Test
  void sendingAFormIn() {
    UUID id = forms.complete(WUQIA, year);
    SelfEvaluationForm seen = forms.seenBy(clerk(WUQIA), id);
    Order order = Forms.order(seen);
    // one of them asks for the tasks the form may be late for
    assertThat(statementsOf(() -> selfEvaluations.walk(id, Move.SUBMIT, order))).isBetween(8L, 17L);
  }

  @Test
  void aPageOfAListAndItsTotals() {
    for (int i = 0; i < 12; i++) {
      forms.begun(WUQIA, year);
    }
    assertThat(statementsOf(() -> assertThat(list.page(Forms.all(year), 0, 50)).hasSize(12))).isEqualTo(1);
    assertThat(statementsOf(() -> list.totals(Forms.all(year)))).isEqualTo(1);
  }

  @Test
  void aPageOfTheLibraryItsTotalsAndItsDuplicates() {
    for (int i = 0; i < 300; i++) {
      Forms.project(WUQIA, year);
    }
    Scope office = Kizilsu.performanceOffice(WUQIA);
    assertThat(statementsOf(office, () -> assertThat(library.page(Filter.all(year), 0, 50)).hasSize(50))).isEqualTo(1);
    assertThat(statementsOf(office, () -> library.totals(Filter.all(year)))).isEqualTo(1);
    // needing and done of each of the six stages that are due by rule
    assertThat(statementsOf(office, () -> library.coverage(Filter.all(year)))).isLessThanOrEqualTo(12);
    // two of the projects, two of the parameters
    assertThat(statementsOf(office, () -> duplicates.undecided(year))).isEqualTo(4);
  }

  /** More than are named to the database one by one. */
  private void thousands() {
    Owner.told("insert into j_653024.project (id, code, name, unit, fiscal_year) select gen_random_uuid(), 'M' || ?::int || '/' || n, '项目' || n, '101001', ? "
        + "from generate_series(1, " + THOUSANDS + ") n", year, year);
  }

  /** Where every project stands and what they add up to, and a page of what every gate says, however many projects there are. */
  @Test
  void theBudgetListOfAYear() {
    Scope section = ExAntes.budgetSection(WUQIA);
    BudgetList.Filter all = new BudgetList.Filter(year, Optional.empty(), Optional.empty(), "");
    Forms.project(WUQIA, year);
    long forOne = statementsOf(section, () -> assertThat(budget.overview(all).projects()).hasSize(1));
    assertThat(forOne).isLessThanOrEqualTo(10);
    List<UUID> one = as(section, () -> budget.overview(all).projects());
    long aLine = statementsOf(section, () -> assertThat(budget.lines(year, one)).hasSize(1));
    thousands();
    assertThat(statementsOf(section, () -> assertThat(budget.overview(all).projects()).hasSize(1 + THOUSANDS))).isEqualTo(forOne);
    List<UUID> page = as(section, () -> budget.overview(all).projects().subList(0, 50));
    assertThat(statementsOf(section, () -> assertThat(budget.lines(year, page)).hasSize(50))).isEqualTo(aLine);
  }

  /** The list of tasks, a task and what is late, for who looks at the whole county. */
  @Test
  void tasksAndWhatIsLateHoweverManyFormsTheyAskFor() {
    Scope office = Kizilsu.performanceOffice(WUQIA);
    UUID task = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    String issued = "insert into j_653024.task (id, fiscal_year, form_type, title, opens, due) values (?, ?, ?, '任务', '2023-01-01', '2023-02-10')";
    Owner.told(issued, task, year, "SELF_EVALUATION");
    Owner.told(issued, other, year, "EX_ANTE");
    try {
      Forms.project(WUQIA, year);
      Runnable asked = () -> {
        assertThat(tasks.list(year)).hasSize(2);
        tasks.open(other);
        late.lines();
      };
      long forOne = statementsOf(office, asked);
      thousands();
      assertThat(as(office, () -> late.lines())).filteredOn(line -> line.owed().filter(owed -> owed.task().id().equals(other)).isPresent()).hasSize(1 + THOUSANDS);
      assertThat(statementsOf(office, asked)).isEqualTo(forOne);
    } finally {
      Owner.told("delete from j_653024.reminder where task in (?, ?)", task, other);
      Owner.told("delete from j_653024.task where id in (?, ?)", task, other);
    }
  }

  @Test
  void whatOtherUnitsOweAndWereGivenIsNotReadForOnesOwnTasksAndHomePage() {
    Scope clerk = Kizilsu.clerkOfAnotherUnit(WUQIA);
    UUID task = UUID.randomUUID();
    Owner.told("insert into j_653024.task (id, fiscal_year, form_type, title, opens, due) values (?, ?, 'EX_ANTE', '任务', '2023-01-01', '2023-02-10')", task, year);
    try {
      Forms.project(WUQIA, year, Kizilsu.OTHER_SCHOOL);
      Runnable asked = () -> {
        assertThat(tasks.list(year)).singleElement().satisfies(line -> assertThat(line.tally()).hasValueSatisfying(tally -> assertThat(tally.forms()).isEqualTo(1)));
        tasks.open(task);
        assertThat(projects.countOfCaller(year, "SELF_EVALUATION")).isEqualTo(1);
      };
      long alone = statements.rowsOf(clerk, asked);
      thousands();
      assertThat(statements.rowsOf(clerk, asked)).isEqualTo(alone);
    } finally {
      Owner.told("delete from j_653024.reminder where task = ?", task);
      Owner.told("delete from j_653024.task where id = ?", task);
    }
  }

  /** Before a batch is begun: as many statements for many forms as for one. */
  @Test
  void aPreviewOfABatchHoweverLarge() {
    List<UUID> ids = IntStream.range(0, 12).mapToObj(_ -> forms.complete(WUQIA, year)).toList();
    long forOne = statementsOf(() -> assertThat(selfEvaluations.preview(ids.subList(0, 1), Move.SUBMIT)).hasSize(1));
    assertThat(forOne).isBetween(5L, 8L);
    assertThat(statementsOf(() -> assertThat(selfEvaluations.preview(ids, Move.SUBMIT))
        .hasSize(12).allMatch(item -> item.refusals().isEmpty()))).isEqualTo(forOne);
  }

  @Test
  void theProjectsToBegin() {
    Forms.project(WUQIA, year);
    forms.begun(WUQIA, year);
    Forms.project(WUQIA, year, Kizilsu.OTHER_SCHOOL);
    assertThat(statementsOf(() -> assertThat(selfEvaluations.projectsToBegin(year)).singleElement()
        .satisfies(choice -> assertThat(choice.unitName()).isEqualTo("乌恰县第一小学")))).isEqualTo(1);
  }

  /** Forms, their notes, names of units, tasks, what is to be published, and conditions of ex-ante evaluations. */
  @Test
  void aWorkListHoweverLong() {
    Scope clerk = Kizilsu.clerkOfAnotherUnit(WUQIA);
    for (int i = 0; i < 12; i++) {
      UUID project = Forms.project(WUQIA, year, Kizilsu.OTHER_SCHOOL);
      as(clerk, () -> selfEvaluations.begin(project));
    }
    assertThat(statementsOf(clerk, () -> assertThat(workList.mine()).hasSize(12))).isBetween(2L, 6L);
  }

  /** A clerk's desk with its count, dates, notices and what was dealt with last: no more for many forms and notices than for one. */
  @Test
  void theHomePageHoweverMuchThereIs() {
    Runnable home = () -> {
      workList.mine();
      workList.count();
      workList.deadlines(year);
      reminders.unread(6);
      recentWork.mine();
    };
    long before = statementsOf(home);
    UUID task = UUID.randomUUID();
    Owner.told("insert into j_653024.task (id, fiscal_year, form_type, title, opens, due) values (?, ?, 'SELF_EVALUATION', '自评', '2023-01-01', '2023-02-10')",
        task, year);
    try {
      forms.begun(WUQIA, year);
      Forms.project(WUQIA, year);
      long few = statementsOf(home);
      for (int i = 0; i < 15; i++) {
        forms.begun(WUQIA, year);
        Forms.project(WUQIA, year);
      }
      does(Scope.of(Caller.worker("reminder"), WUQIA), reminders::make);
      assertThat(statementsOf(home)).isLessThanOrEqualTo(few + 1).as("one more counts the notices that are not shown").isLessThanOrEqualTo(before + 14);
    } finally {
      Owner.told("delete from j_653024.reminder where task = ?", task);
      Owner.told("delete from j_653024.task where id = ?", task);
    }
  }

  /** With a task there are its days, the reopenings of what is late, and what nobody has begun: no more for many forms than for one. */
  @Test
  void aWorkListWithATaskHoweverLong() {
    UUID task = UUID.randomUUID();
    Owner.told("insert into j_653024.task (id, fiscal_year, form_type, title, opens, due) values (?, ?, 'SELF_EVALUATION', '自评', '2023-01-01', '2023-02-10')",
        task, year);
    try {
      for (int i = 0; i < 12; i++) {
        forms.begun(WUQIA, year);
        Forms.project(WUQIA, year);
      }
      assertThat(statementsOf(() -> assertThat(workList.mine()).filteredOn(item -> item.fiscalYear() == year).hasSize(13))).isBetween(4L, 9L);
      assertThat(statementsOf(() -> workList.count())).isBetween(2L, 5L);
    } finally {
      Owner.told("delete from j_653024.reminder where task = ?", task);
      Owner.told("delete from j_653024.task where id = ?", task);
    }
  }
}
