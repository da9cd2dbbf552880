package org.jiheng.app.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.review.Adjustment;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellKind;
import org.jiheng.app.review.CellLocks;
import org.jiheng.app.review.Desk;
import org.jiheng.app.review.FormHead;
import org.jiheng.app.review.FormSheet;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Route;
import org.jiheng.app.review.Standing;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;

/** Goals for tests: begun for a project, filled in by hand or from a file, through the reader of the cells. */
final class Filled {

  private static final Caller CLERK = new Caller(new UUID(0, 1), "clerk", "单位填报员", List.of(
      new Membership(new JurisdictionCode("653001"), "205001", Role.UNIT_CLERK, LocalDate.EPOCH, Optional.empty())));

  private Filled() {}

  static Goal begun(int year) {
    return new Goal(new UUID(2023, 1), new Project() {
      @Override
      public UUID id() {
        return new UUID(2023, 2);
      }

      @Override
      public String unit() {
        return "205001";
      }

      @Override
      public int fiscalYear() {
        return year;
      }

      @Override
      public Money annualBudget() {
        return Money.ZERO;
      }
    });
  }

  /** What the file says, in a goal of its year. Fails where the goal cannot take a text. */
  static Goal with(GoalFile plan, int year) {
    Goal goal = begun(year);
    plan.cells().forEach((key, typed) -> write(goal, key, typed.text(), plan.bare()));
    for (GoalFile.Line line : plan.lines()) {
      UUID key = goal.addLine(GoalCells.INDICATORS);
      line.texts().forEach((column, typed) -> write(goal, GoalCells.indicator(key, column), typed.text(), plan.bare()));
    }
    return goal;
  }

  static void write(Goal goal, CellKey key, String typed, Money.In bare) {
    Parsed<String> read = goal.kind(key).read(typed, bare);
    if (read.problem().isPresent()) {
      throw new AssertionError(key + ": " + typed + " — " + read.problem().get());
    }
    goal.write(key, read.value().orElseThrow());
  }

  static GoalResult judged(Goal goal) {
    GoalContent content = goal.content();
    return new GoalResult(GoalCheck.of(content, GoalSurroundings.NONE, GoalRules.STANDARD), WeightScheme.pick(content, GoalRules.STANDARD), Map.of(),
        GoalSurroundings.NONE);
  }

  /** The goal as a screen or a workbook gets it. */
  static GoalForm shown(Goal goal) {
    Route route = Route.parse("UNIT_REVIEW,FINANCE_FIRST");
    Standing standing = new Standing(CLERK, FormState.DRAFT, route, "205001", FormState.DRAFT, false, false, 0, 0, 0, false, Adjustment.NONE);
    Desk desk = new Desk(goal.id(), new FormHead(Goal.FORM_TYPE, "营养改善计划", "205001", goal.fiscalYear(), Optional.empty()), Optional.empty(), route,
        FormState.DRAFT, 0, 1, Instant.EPOCH, "单位填报员", List.of(), false, new CellLocks(standing, List.of(), GoalCells::follows), List.of(),
        List.of(), List.of(), Map.of(), Map.of());
    Map<CellKey, CellKind> kinds = goal.cells().keys().stream().collect(Collectors.toMap(Function.identity(), goal::kind));
    FormSheet sheet = new FormSheet(desk, "教育局", "第一中学", goal.cells(), kinds, Map.of(),
        Goal.TYPE.labels().of(goal.cells(), Locale.SIMPLIFIED_CHINESE), Optional.empty(), List.of());
    return new GoalForm(sheet, "653001-1", "营养改善计划", ProjectAttribute.CONTINUING, goal.lines().stream().map(GoalLine::line).toList(), Set.of(),
        judged(goal), List.of(), Optional.empty(), false, false, goal.source());
  }
}
