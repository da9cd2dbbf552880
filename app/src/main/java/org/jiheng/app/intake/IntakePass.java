package org.jiheng.app.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalCheck;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalFinding;
import org.jiheng.app.goal.GoalSaid;
import org.jiheng.app.goal.ManyGoals;
import org.jiheng.app.goal.MoneyLine;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.CellKey;

/**
 * One reading of a file from its first row to its last: every project with its goal is checked, and handed on in batches if nothing
 * is wrong with it. The projects are held; of the indicators only those of one project at a time.
 */
final class IntakePass {

  /** Projects that are looked up and handed on together. */
  private static final int BATCH = 250;
  private static final int ROWS_BETWEEN_LOOKS = 100;

  private final IntakeSheets sheets;
  private final ProjectReading reading;
  private final LibraryLooks library;
  private final String jurisdiction;
  private final Map<Integer, ManyGoals.Rules> rules = new HashMap<>();
  private final IntFunction<ManyGoals.Rules> rulesOfYear;
  private final ToIntFunction<List<Ready>> ready;
  private final Runnable forget;
  private final Watch watch;
  private final CellProblems problems;
  private final Map<String, ProjectRow> rows = new LinkedHashMap<>();
  private final List<Ready> batch = new ArrayList<>();
  private long read;
  private long checked;
  private long stored;

  /** A project with its goal, checked. Either of them may be in the library already. */
  record Ready(ProjectRow row, Optional<ManyGoals.Draft> goal) {}

  /** What the reading needs from outside. */
  record Around(LibraryLooks library, ProjectReading reading, String jurisdiction, IntFunction<ManyGoals.Rules> rules, Runnable forget) {}

  /** @param ready takes checked projects on, and answers how many of them it has stored */
  IntakePass(IntakeSheets sheets, Around around, CellProblems problems, Watch watch, ToIntFunction<List<Ready>> ready) {
    this.sheets = sheets;
    this.reading = around.reading();
    this.library = around.library();
    this.jurisdiction = around.jurisdiction();
    this.rulesOfYear = around.rules();
    this.forget = around.forget();
    this.problems = problems;
    this.watch = watch;
    this.ready = ready;
  }

  void run() {
    if (!sheets.complete()) {
      return;
    }
    List<ProjectRow> looking = new ArrayList<>();
    sheets.projects(cells -> {
      rowRead();
      looking.add(project(cells));
      if (looking.size() == BATCH) {
        lookUp(looking);
      }
    });
    lookUp(looking);
    Group group = new Group();
    sheets.indicators(cells -> {
      rowRead();
      group.add(cells);
    });
    group.finish();
    rows.values().stream().filter(row -> !row.wrong() && !row.done()).toList().forEach(row -> check(row, List.of(), List.of()));
    handOn();
    tell();
  }

  private void rowRead() {
    if (++read % ROWS_BETWEEN_LOOKS == 0) {
      tell();
    }
  }

  private void tell() {
    watch.tells().accept(new Watch.Reached(read, checked, stored));
    if (watch.stopped().getAsBoolean()) {
      throw new Watch.StoppedException();
    }
  }

  private ProjectRow project(RowCells<ProjectColumn> cells) {
    String county = cells.required(ProjectColumn.JURISDICTION);
    if (!county.isEmpty() && !county.equals(jurisdiction)) {
      cells.wrong(ProjectColumn.JURISDICTION, new Problem("intake.another-jurisdiction", Map.of("here", jurisdiction)));
    }
    ProjectRow row = ProjectRow.of(cells, reading.read(cells), reading::completed);
    rows.putIfAbsent(key(row.code(), cells.text(ProjectColumn.YEAR)), row);
    return row;
  }

  private static String key(String code, String year) {
    return code + " " + year.replace("年", "");
  }

  private void lookUp(List<ProjectRow> looking) {
    library.at(looking);
    looking.clear();
    forget.run();
  }

  /** The indicators of one project, which stand one below the other. */
  private final class Group {

    private String key = "";
    private Optional<ProjectRow> row = Optional.empty();
    private boolean sound = true;
    private final List<RowCells<IndicatorColumn>> cells = new ArrayList<>();
    private final List<Map<GoalColumn, String>> lines = new ArrayList<>();

    void add(RowCells<IndicatorColumn> line) {
      String code = line.required(IndicatorColumn.PROJECT_CODE);
      String year = line.required(IndicatorColumn.PROJECT_YEAR);
      String here = key(code, year);
      if (!here.equals(key)) {
        finish();
        begin(here, line);
      }
      int fiscalYear = row.filter(one -> !one.wrong()).map(one -> one.said().entry().fiscalYear()).orElse(0);
      Optional<Map<GoalColumn, String>> said = IndicatorReading.read(line, fiscalYear);
      sound &= said.isPresent() && line.sound();
      said.ifPresent(lines::add);
      cells.add(line);
    }

    private void begin(String here, RowCells<IndicatorColumn> line) {
      key = here;
      row = Optional.ofNullable(rows.get(here));
      if (row.isEmpty() && line.sound()) {
        line.wrong(IndicatorColumn.PROJECT_CODE, Problem.of("intake.project-not-in-file"));
      } else if (row.filter(ProjectRow::alreadyDone).isPresent()) {
        line.wrong(IndicatorColumn.PROJECT_CODE, Problem.of("intake.indicators-apart"));
        row = Optional.empty();
      }
    }

    void finish() {
      row.filter(one -> !one.wrong() && sound).ifPresent(one -> check(one, lines, cells));
      cells.clear();
      lines.clear();
      sound = true;
      row = Optional.empty();
    }
  }

  /** Checks a project with its goal, and hands it on. */
  private void check(ProjectRow row, List<Map<GoalColumn, String>> lines, List<RowCells<IndicatorColumn>> cells) {
    boolean says = !lines.isEmpty() || !row.annualGoal().isEmpty() || !row.mediumGoal().isEmpty();
    Project project = row.project();
    Optional<ManyGoals.Draft> goal = Optional.empty();
    if (says && project.confidential()) {
      cells.getFirst().wrong(IndicatorColumn.PROJECT_CODE, Problem.of("intake.confidential-without-goal"));
    } else if (says && !row.owesGoal()) {
      wrong(row, ProjectColumn.CATEGORY, Problem.of("intake.category-without-goal"));
    } else if (says && row.hasGoal()) {
      problems.add(CellProblem.of(IntakeSheets.PROJECTS, row.number(), ProjectColumn.CODE.heading(), row.code(), Problem.of("intake.goal-there")).asWarning());
    } else if (says && !project.takesForms()) {
      wrong(row, ProjectColumn.CODE, Problem.of("intake.project-takes-no-goal"));
    } else if (says) {
      goal = Optional.of(ManyGoals.draft(project, new GoalSaid(row.mediumGoal(), row.annualGoal(), money(row), lines),
          rules.computeIfAbsent(project.fiscalYear(), rulesOfYear::apply)));
      findings(row, goal.get(), cells);
    }
    checked++;
    batch.add(new Ready(row, goal));
    if (batch.size() == BATCH) {
      handOn();
    }
  }

  private void wrong(ProjectRow row, ProjectColumn column, Problem problem) {
    problems.add(CellProblem.of(IntakeSheets.PROJECTS, row.number(), column.heading(), "", problem));
  }

  /** The year's money of the goal is the project's, given or asked for: what comes from the government's budgets, and the rest. */
  private static Map<MoneyLine, Money> money(ProjectRow row) {
    Map<MoneyLine, Money> money = new EnumMap<>(MoneyLine.class);
    money.put(MoneyLine.ANNUAL_TOTAL, row.project().plannedBudget());
    if (row.draft().isPresent()) {
      for (FundingEntry line : row.said().money()) {
        money.merge(line.source().fiscal() ? MoneyLine.ANNUAL_FISCAL : MoneyLine.ANNUAL_OTHER, line.amount(), Money::plus);
      }
    }
    return money;
  }

  private void findings(ProjectRow row, ManyGoals.Draft goal, List<RowCells<IndicatorColumn>> cells) {
    Map<UUID, RowCells<IndicatorColumn>> places = new HashMap<>();
    List<UUID> lines = goal.lines();
    for (int i = 0; i < cells.size(); i++) {
      places.put(lines.get(i), cells.get(i));
    }
    for (GoalFinding finding : goal.findings()) {
      boolean hard = finding.level() == GoalCheck.Level.HARD;
      CellKey cell = finding.cell();
      Optional<RowCells<IndicatorColumn>> line = cell.part(0).equals("indicator") && !cell.equals(GoalCells.INDICATORS)
          ? Optional.ofNullable(places.get(UUID.fromString(cell.part(1)))) : Optional.empty();
      if (line.isPresent()) {
        IndicatorColumn column = IndicatorColumn.valueOf(cell.last().toUpperCase(Locale.ROOT));
        if (hard) {
          line.get().wrong(column, finding.problem());
        } else {
          line.get().doubtful(column, finding.problem());
        }
      } else {
        CellProblem problem = CellProblem.of(IntakeSheets.PROJECTS, row.number(), place(cell).heading(), "", finding.problem());
        problems.add(hard ? problem : problem.asWarning());
      }
    }
  }

  private static ProjectColumn place(CellKey cell) {
    return cell.equals(GoalCells.ANNUAL_GOAL) ? ProjectColumn.ANNUAL_GOAL
        : cell.equals(GoalCells.MEDIUM_GOAL) ? ProjectColumn.MEDIUM_GOAL
        : cell.equals(GoalCells.PERIOD_UNTIL) ? ProjectColumn.ENDS
        : cell.part(0).equals("money") ? ProjectColumn.TOTAL : ProjectColumn.CODE;
  }

  private void handOn() {
    tell();
    stored += ready.applyAsInt(List.copyOf(batch));
    batch.clear();
    tell();
  }
}
