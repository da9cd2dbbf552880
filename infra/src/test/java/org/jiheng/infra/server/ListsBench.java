package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jiheng.app.budget.BudgetList;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.exante.ExAnteConditions;
import org.jiheng.app.exante.ExAnteEvaluations;
import org.jiheng.app.exante.ExAnteList;
import org.jiheng.app.goal.GoalList;
import org.jiheng.app.goal.MissingGoals;
import org.jiheng.app.project.ProjectList;
import org.jiheng.app.project.Projects;
import org.jiheng.app.project.StageKind;
import org.jiheng.app.review.RecentWork;
import org.jiheng.app.search.Search;
import org.jiheng.app.task.LateList;
import org.jiheng.app.task.Reminders;
import org.jiheng.app.task.Tasks;
import org.jiheng.app.transfer.FundList;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/**
 * What the screens of planning ask for in a county with ten thousand projects, beside the same in one with a hundred: statements, time,
 * and tables read from end to end. Each is asked as the screen asks when it is opened, by people who look at a unit, a department or
 * everything. Not a test: {@code infra/bench-lists} runs it.
 */
class ListsBench extends WholeProduct {

  private static final Path RESULT = Path.of("target/bench-lists.txt");
  private static final int FEW = 100;
  private static final int MANY = 10_000;
  private static final int PAGE = 50;
  private static final int ROUNDS = 9;
  private static final int ROUNDS_BEFORE = 3;
  /** Seconds for the rounds of one question; what is very slow is asked less often. */
  private static final double PATIENCE = 6;

  @Inject
  private WorkList workList;

  @Inject
  private Reminders reminders;

  @Inject
  private RecentWork recentWork;

  @Inject
  private Projects projects;

  @Inject
  private Tasks tasks;

  @Inject
  private LateList late;

  @Inject
  private GoalList goals;

  @Inject
  private MissingGoals missing;

  @Inject
  private ExAnteList exAntes;

  @Inject
  private ExAnteConditions conditions;

  @Inject
  private BudgetList budget;

  @Inject
  private ProjectList library;

  @Inject
  private FundList transfers;

  @Inject
  private Search search;

  @Inject
  private ExAnteEvaluations evaluations;

  /** Who looks, and at what part of the county. */
  private enum Desk {
    CLERK("填报员", LargeCounty.UNIT, Role.UNIT_CLERK),
    REVIEWER("审核员", LargeCounty.DEPARTMENT, Role.DEPARTMENT_REVIEWER),
    OFFICE("绩效办", "", Role.PERFORMANCE_OFFICE),
    LEADER("局领导", "", Role.BUREAU_LEADER);

    private final String person;
    private final String unit;
    private final Role role;

    Desk(String person, String unit, Role role) {
      this.person = person;
      this.unit = unit;
      this.role = role;
    }

    Scope in(Jurisdiction county) {
      return Kizilsu.person(county, person, unit, role);
    }
  }

  /** What a screen asks when it is opened. */
  private record Question(String screen, List<Desk> desks, Runnable asked) {

    static Question ofAll(String screen, Runnable asked) {
      return new Question(screen, List.of(Desk.values()), asked);
    }
  }

  private List<Question> questions() {
    int year = LargeCounty.YEAR;
    UUID task = UUID.fromString(Owner.asked("select md5('GOAL' || 2023)::uuid"));
    GoalList.Filter goal = new GoalList.Filter(year, Optional.empty(), Optional.empty(), Optional.empty(), false, "", GoalList.Sort.UNIT, true);
    ExAnteList.Filter exAnte = new ExAnteList.Filter(year, Optional.empty(), Optional.empty(), Optional.empty(), false, "", ExAnteList.Sort.UNIT, true);
    ProjectList.Filter project = ProjectList.Filter.all(year);
    ProjectList.Filter without = new ProjectList.Filter(year, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(StageKind.EX_ANTE), "", ProjectList.Sort.CODE, true);
    BudgetList.Filter entering = new BudgetList.Filter(year, Optional.empty(), Optional.empty(), "");
    FundList.Filter fund = new FundList.Filter(year, Optional.empty(), "");
    return List.of(
        Question.ofAll("home: what waits", () -> {
          workList.mine();
          workList.count();
        }),
        Question.ofAll("home: dates and progress", () -> {
          workList.deadlines(year).stream().map(Deadline::formType).distinct().forEach(type -> {
            projects.countOfCaller(year, type);
            workList.progress(type, year);
          });
        }),
        Question.ofAll("home: notices and what was dealt with last", () -> {
          reminders.unread(6);
          recentWork.mine();
        }),
        Question.ofAll("tasks", () -> tasks.list(year)),
        Question.ofAll("a task", () -> tasks.open(task)),
        new Question("late", List.of(Desk.REVIEWER, Desk.OFFICE, Desk.LEADER), late::lines),
        Question.ofAll("goals: a page and its totals", () -> {
          goals.page(goal, 0, PAGE);
          goals.totals(goal);
        }),
        Question.ofAll("goals: how many have them", () -> goals.coverage(year)),
        Question.ofAll("goals missing: a page", () -> missing.page(MissingGoals.Filter.all(year), 0, PAGE)),
        Question.ofAll("ex-ante: a page and its totals", () -> {
          exAntes.page(exAnte, 0, PAGE);
          exAntes.totals(exAnte);
        }),
        Question.ofAll("conditions: a page and its count", () -> {
          conditions.list(year, true, 0, PAGE);
          conditions.count(year, true);
        }),
        new Question("budget list: its totals", List.of(Desk.OFFICE, Desk.LEADER), () -> budget.overview(entering)),
        new Question("budget list: a page", List.of(Desk.OFFICE, Desk.LEADER), () -> budget.lines(year, firstOfTheYear())),
        Question.ofAll("library: a page and its totals", () -> {
          library.page(project, 0, PAGE);
          library.totals(project);
        }),
        Question.ofAll("library: how far its stages are", () -> library.coverage(project)),
        Question.ofAll("library: a page of those without an ex-ante evaluation", () -> {
          library.page(without, 0, PAGE);
          library.totals(without);
        }),
        Question.ofAll("transfers: a page and its totals", () -> {
          transfers.page(fund, 0, PAGE);
          transfers.totals(fund);
        }),
        Question.ofAll("search of a word", () -> search.find("水库", year)),
        Question.ofAll("search of a code", () -> search.find("L0000001", year)));
  }

  /** The first page of projects of every county: their identifiers are made of their numbers. */
  private static List<UUID> firstOfTheYear() {
    return IntStream.range(0, PAGE).mapToObj(LargeCounty::project).toList();
  }

  /** What the product itself writes for an ex-ante evaluation. */
  private Map<String, String> kept() {
    UUID project = ExAntes.newProject(Kizilsu.ARTUX, LargeCounty.YEAR, "OTHER");
    UUID form = as(Kizilsu.clerk(Kizilsu.ARTUX), () -> evaluations.begin(project));
    return Map.of("template", Owner.asked("select template::text from j_653001.exante_evaluation where id = ?", form),
        "need", Owner.asked("select need::text from j_653001.exante_evaluation where id = ?", form));
  }

  private void filled(Jurisdiction county, int rows, Map<String, String> kept) throws Exception {
    try (Connection owner = Owner.connection()) {
      LargeCounty.fill(owner, Schemas.of(county.code()), new LargeCounty.Size(rows, LargeCounty.YEAR, true), kept, Map.of("clerk", id(county, Desk.CLERK), "reviewer", id(county, Desk.REVIEWER),
          "office", id(county, Desk.OFFICE), "leader", id(county, Desk.LEADER)));
    }
    // what the platform does by itself overnight
    does(Scope.of(Caller.worker("reminder"), county), reminders::make);
    Owner.told("analyze " + Schemas.of(county.code()) + ".reminder");
  }

  private static UUID id(Jurisdiction county, Desk desk) {
    return desk.in(county).caller().id();
  }

  private static double milliseconds(Scope person, Runnable asked) {
    long began = System.nanoTime();
    does(person, asked);
    return (System.nanoTime() - began) / 1e6;
  }

  /** One question of one person in both counties, turn by turn, so that whatever else the machine does falls on both. */
  private static String measured(Question question, Desk desk, Jurisdiction few, Jurisdiction many) {
    StatementsOf ofFew = StatementsOf.county(few);
    StatementsOf ofMany = StatementsOf.county(many);
    Map<Boolean, List<Double>> took = Map.of(true, new ArrayList<>(), false, new ArrayList<>());
    long end = System.nanoTime() + (long) (PATIENCE * 1e9);
    StatementsOf.Told toldFew = ofFew.during(() -> does(desk.in(few), question.asked()));
    StatementsOf.Told toldMany = ofMany.during(() -> does(desk.in(many), question.asked()));
    for (int round = -ROUNDS_BEFORE; round < ROUNDS && (took.get(true).isEmpty() || System.nanoTime() < end); round++) {
      double less = milliseconds(desk.in(few), question.asked());
      double more = milliseconds(desk.in(many), question.asked());
      if (round >= 0 || System.nanoTime() > end) {
        took.get(false).add(less);
        took.get(true).add(more);
      }
    }
    double less = median(took.get(false));
    double more = median(took.get(true));
    return String.format(Locale.ROOT, "%-52s %-8s statements %3d / %3d   %8.1f / %6.1f ms   ratio %6.1f   %s%n", question.screen(), desk, toldMany.statements(),
        toldFew.statements(), more, less, more / less, toldMany.slowest());
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  @Test
  void theScreensOfPlanningWithTenThousandProjectsBesideAHundred() throws Exception {
    List<Jurisdiction> counties = Kizilsu.more();
    assertThat(counties).as("counties of its own, as infra/bench-lists asks for").hasSizeGreaterThanOrEqualTo(2);
    Map<String, String> kept = kept();
    filled(counties.get(0), FEW, kept);
    long began = System.nanoTime();
    filled(counties.get(1), MANY, kept);
    StringBuilder result = new StringBuilder(String.format(Locale.ROOT, "%d projects beside %d; filled in %.0f s%n", MANY, FEW, (System.nanoTime() - began) / 1e9));
    Files.writeString(RESULT, result);
    for (Question question : questions()) {
      for (Desk desk : question.desks()) {
        result.append(measured(question, desk, counties.get(0), counties.get(1)));
        keep(result);
      }
    }
  }

  private static void keep(StringBuilder result) throws IOException {
    Files.writeString(RESULT, result);
  }
}
