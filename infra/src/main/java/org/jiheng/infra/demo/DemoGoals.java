package org.jiheng.infra.demo;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.disclosure.DutyState;
import org.jiheng.app.goal.Goal;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalCheck;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalContent;
import org.jiheng.app.goal.GoalIndicator;
import org.jiheng.app.goal.GoalResult;
import org.jiheng.app.goal.GoalRules;
import org.jiheng.app.goal.GoalSurroundings;
import org.jiheng.app.goal.Goals;
import org.jiheng.app.goal.IndicatorKind;
import org.jiheng.app.goal.MoneyLine;
import org.jiheng.app.goal.ReviewItem;
import org.jiheng.app.goal.WeightScheme;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.review.Route;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Role;

/**
 * Goals of the year the demonstration evaluates: approved for the projects whose self-evaluation is approved, and of the others some
 * being drafted, reviewed or returned. Of the approved ones all but one of each county are published. What is there is left as it is.
 */
final class DemoGoals {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST_DAY = LocalDate.of(DemoProject.YEAR, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(DemoProject.YEAR, 12, 31);
  private static final Route ROUTE = Route.parse(Goals.TYPE.standardRoute());
  private static final String REVIEW = "review (id, form_type, title, unit, fiscal_year, project, route, state, round, sent_from, opened, "
      + "submitted_by, changed_at, changed_by, version)";
  private static final String STEP = "review_step (id, review, move, from_state, to_state, round, person, person_name, at, reason_code, comment)";
  private static final String NOTE = "cell_note (id, review, cell, cell_label, round, state, person, person_name, at, reason_code, text, answer)";
  private static final String VERSION = "form_version (review, number, cells, outcome, parameters, digest, made_at, made_by)";
  private static final String GOAL = "goal (id, project, fiscal_year, period_from, period_until, annual_total, annual_fiscal, annual_goal, points, grade, "
      + "resubmit_due, approved_on, version)";
  private static final String INDICATOR = "goal_indicator (id, goal, line, position, level1, level2, level3, annual, weight)";
  private static final String SHEET = "goal_review_sheet (id, goal, round, stage, scored, entries, opinion, points, grade, person, person_name, at, version)";
  private static final String DUTY = "publication_duty (id, form, kind, arose_on, due, state, secrecy, proposer, proposer_name, reviewer, reviewer_name, "
      + "published_on, place, changed_at, version)";

  /** What becomes of the goals of projects whose self-evaluation is not approved; others have none. */
  private static final Map<String, List<Move>> UNDERWAY = Map.of(
      "学生宿舍取暖设施改造", List.of(Move.SUBMIT, Move.PASS, Move.PASS, Move.RETURN),
      "体育器材更新", List.of(Move.SUBMIT, Move.PASS, Move.PASS),
      "实验室建设", List.of(Move.SUBMIT, Move.PASS),
      "小麦良种推广", List.of());

  /** Approved and not published yet. */
  private static final String UNPUBLISHED = "学校食堂改造";

  private final DataSource login;

  /** @param login connections of the application's login, which takes each role in turn */
  DemoGoals(DataSource login) {
    this.login = login;
  }

  /** A project as it is in the library. */
  private record Project(UUID id, String name, String unit, BigDecimal budget, ProjectPlan plan) {}

  void plant(Place place) throws SQLException {
    InJurisdiction.call(login, place.code(), connection -> {
      if (none(connection)) {
        CopyRows rows = new CopyRows(List.of(REVIEW, GOAL, INDICATOR, STEP, NOTE, VERSION, SHEET, DUTY));
        for (Project project : projects(connection)) {
          moves(project.plan()).ifPresent(moves -> new Life(place, project, rows).walk(moves));
        }
        rows.write(connection);
      }
      return null;
    });
  }

  private static boolean none(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("select from goal limit 1")) {
      return !row.next();
    }
  }

  private static Optional<List<Move>> moves(ProjectPlan plan) {
    return plan.course().finished() ? Optional.of(List.of(Move.SUBMIT, Move.PASS, Move.PASS, Move.PASS, Move.PASS))
        : Optional.ofNullable(UNDERWAY.get(plan.name()));
  }

  private static List<Project> projects(Connection connection) throws SQLException {
    Map<String, ProjectPlan> plans = ProjectPlan.ALL.stream().collect(Collectors.toMap(ProjectPlan::name, plan -> plan));
    List<Project> projects = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("select id, name, unit, annual_budget from project where fiscal_year = ? order by code")) {
      query.setInt(1, DemoProject.YEAR);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Optional<ProjectPlan> plan = Optional.ofNullable(plans.get(row.getString(2)));
          if (plan.isPresent()) {
            projects.add(new Project(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBigDecimal(4), plan.get()));
          }
        }
      }
    }
    return projects;
  }

  /** One goal, from its draft to where it has come. */
  private static final class Life {

    private final Place place;
    private final Project project;
    private final CopyRows rows;
    private final UUID id = Identifiers.next();
    private final List<UUID> lines;
    private FormState state = FormState.DRAFT;
    private int round;
    private LocalDate day = LocalDate.of(DemoProject.YEAR - 1, 12, 6);
    private Persona latest;

    Life(Place place, Project project, CopyRows rows) {
      this.place = place;
      this.project = project;
      this.rows = rows;
      this.lines = project.plan().indicators().stream().map(_ -> Identifiers.next()).toList();
      this.latest = holding(Role.UNIT_CLERK);
      if (!project.plan().course().finished()) {
        day = LocalDate.of(DemoProject.YEAR + 1, 3, 20);
      }
    }

    void walk(List<Move> moves) {
      moves.forEach(this::step);
      Persona clerk = holding(Role.UNIT_CLERK);
      rows.add(REVIEW, id, Goal.FORM_TYPE, project.name(), project.unit(), DemoProject.YEAR, project.id(), ROUTE, state, round, FormState.DRAFT, false,
          round > 0 ? clerk.id() : null, at(day), latest.name(), moves.size() + 1);
      boolean approved = state == FormState.APPROVED;
      rows.add(GOAL, id, project.id(), DemoProject.YEAR, FIRST_DAY, LAST_DAY,
          project.budget(), project.budget(), text(), approved ? "95.00" : null, approved ? Grade.EXCELLENT : null,
          state == FormState.RETURNED ? LocalDate.of(DemoProject.YEAR + 1, 4, 14) : null, approved ? day : null, 1);
      for (int i = 0; i < lines.size(); i++) {
        ProjectPlan.Indicator indicator = project.plan().indicators().get(i);
        rows.add(INDICATOR, lines.get(i), id, lines.get(i), i + 1, indicator.level1(), indicator.level2(), indicator.name(), target(indicator),
            indicator.weight());
      }
      if (approved) {
        publication(clerk);
      }
    }

    private void step(Move move) {
      day = day.plusDays(3);
      latest = holding(state.holder().orElseThrow());
      FormState from = state;
      boolean returned = move == Move.RETURN;
      state = switch (move) {
        case SUBMIT -> ROUTE.first();
        case PASS -> ROUTE.after(from);
        case RETURN -> FormState.RETURNED;
        default -> throw new IllegalArgumentException("no goal with " + move);
      };
      rows.add(STEP, Identifiers.next(), id, move, from, state, round, latest.id(), latest.name(), at(day),
          returned ? ReturnReason.UNREASONABLE : null, returned ? "指标值偏低,请按建设规模核定后重新报送。" : "");
      if (move == Move.SUBMIT) {
        round++;
        Cells cells = cells();
        rows.add(VERSION, id, 1, cells.toJson(), outcome(), ParameterSet.STANDARD.toJson(), cells.digest(), at(day), latest.name());
      }
      if (returned) {
        rows.add(NOTE, Identifiers.next(), id, GoalCells.indicator(lines.getFirst(), GoalColumn.ANNUAL),
            project.plan().indicators().getFirst().name() + "·年度指标值", round, "OPEN", latest.id(), latest.name(), at(day),
            ReturnReason.UNREASONABLE, "与批复的建设规模不符,请核实。", "");
      }
      if (move == Move.PASS && from == FormState.FINANCE_FIRST) {
        sheet();
      }
    }

    private void sheet() {
      String ticks = Arrays.stream(ReviewItem.values()).map(item -> "\"" + item + "\": \"" + Grade.EXCELLENT + "\"").collect(Collectors.joining(", "));
      rows.add(SHEET, Identifiers.next(), id, round, FormState.FINANCE_FIRST, false, "{\"points\": {}, \"ticks\": {" + ticks + "}}",
          "目标明确,指标可衡量。", "95.00", Grade.EXCELLENT, latest.id(), latest.name(), at(day), 1);
    }

    private void publication(Persona clerk) {
      Persona approver = holding(Role.UNIT_APPROVER);
      boolean open = project.name().equals(UNPUBLISHED);
      LocalDate due = day.plusDays(20);
      rows.add(DUTY, Identifiers.next(), id, "APPROVED_GOAL", day, open ? LocalDate.of(DemoProject.YEAR + 1, 4, 28) : due,
          open ? DutyState.OPEN : DutyState.PUBLISHED, open ? null : "OPEN", open ? null : clerk.id(), open ? "" : clerk.name(),
          open ? null : approver.id(), open ? "" : approver.name(), open ? null : due.minusDays(4), open ? "" : "政府门户网站预算公开专栏", at(day), 1);
    }

    /** What the checks find in it with nothing around it but its project's money, in the one shape in which that is kept. */
    private String outcome() {
      GoalSurroundings around = GoalSurroundings.of(ProjectType.OTHER, Optional.of(new Money(project.budget())));
      return new GoalResult(GoalCheck.of(content(), around, GoalRules.STANDARD), WeightScheme.pick(content(), GoalRules.STANDARD), Map.of(), around).toJson();
    }

    private GoalContent content() {
      Money budget = new Money(project.budget());
      List<GoalIndicator> indicators = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        ProjectPlan.Indicator one = project.plan().indicators().get(i);
        indicators.add(new GoalIndicator(lines.get(i), one.level1(), one.level2(), one.name(), "", target(one), Optional.of(one.weight()), "",
            Optional.empty(), Optional.empty(), "", ""));
      }
      return new GoalContent(DemoProject.YEAR, Optional.of(new GoalContent.Period(FIRST_DAY, LAST_DAY)),
          Map.of(MoneyLine.ANNUAL_TOTAL, budget, MoneyLine.ANNUAL_FISCAL, budget), "", text(), Map.of(), "", Optional.empty(), indicators);
    }

    private String text() {
      ProjectPlan.Indicator first = project.plan().indicators().getFirst();
      return "完成" + project.name() + DemoProject.YEAR + "年度任务,安排资金" + new Money(project.budget()).inWan().toPlainString() + "万元,"
          + first.name() + target(first) + "。";
    }

    private String target(ProjectPlan.Indicator indicator) {
      return indicator.target(place, DemoProject.YEAR);
    }

    private Cells cells() {
      Cells.Builder cells = Cells.inReadingOrder();
      cells.with(GoalCells.PERIOD_FROM, FIRST_DAY).with(GoalCells.PERIOD_UNTIL, LAST_DAY);
      for (MoneyLine line : MoneyLine.values()) {
        boolean filled = line == MoneyLine.ANNUAL_TOTAL || line == MoneyLine.ANNUAL_FISCAL;
        cells.with(GoalCells.money(line), filled ? new Money(project.budget()) : "");
      }
      cells.with(GoalCells.MEDIUM_GOAL, "").with(GoalCells.ANNUAL_GOAL, text());
      for (int i = 0; i < lines.size(); i++) {
        ProjectPlan.Indicator indicator = project.plan().indicators().get(i);
        for (GoalColumn column : GoalColumn.values()) {
          cells.with(GoalCells.indicator(lines.get(i), column), switch (column) {
            case LEVEL1 -> indicator.level1();
            case LEVEL2 -> indicator.level2();
            case LEVEL3 -> indicator.name();
            case ANNUAL -> target(indicator);
            case WEIGHT -> indicator.weight();
            default -> "";
          });
        }
      }
      cells.with(GoalCells.SCHEME_CHOICE, "");
      for (IndicatorKind.Level1 level1 : IndicatorKind.Level1.values()) {
        cells.with(GoalCells.scheme(level1), "");
      }
      return cells.with(GoalCells.SCHEME_REASON, "").build();
    }

    private Persona holding(Role role) {
      return Personas.holding(role, place, project.unit());
    }

    private static Instant at(LocalDate day) {
      return day.atTime(11, 30).atZone(ZONE).toInstant();
    }
  }
}
