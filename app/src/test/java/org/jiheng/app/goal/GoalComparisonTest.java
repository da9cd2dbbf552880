package org.jiheng.app.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalComparison.Kind;
import org.jiheng.app.goal.GoalComparison.Row;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.LabelledChange;
import org.junit.jupiter.api.Test;

/** Old and new of a goal beside each other (DOMAIN 3.8), with sixty lines. */
class GoalComparisonTest {

  private static final int LINES = 60;

  private static Goal approved() {
    Goal goal = Filled.begun(2023);
    for (int i = 0; i < LINES; i++) {
      UUID line = goal.addLine(GoalCells.INDICATORS);
      goal.write(GoalCells.indicator(line, GoalColumn.LEVEL1), "产出指标");
      goal.write(GoalCells.indicator(line, GoalColumn.LEVEL2), "数量指标");
      goal.write(GoalCells.indicator(line, GoalColumn.LEVEL3), "指标" + i);
      goal.write(GoalCells.indicator(line, GoalColumn.ANNUAL), "≥" + (i + 1) + "个");
    }
    return goal;
  }

  private static GoalComparison compared(Goal approved, Goal adjustment) {
    Cells from = approved.cells();
    Cells to = adjustment.cells();
    return GoalComparison.of(to.since(from).stream()
        .map(change -> new LabelledChange(Goal.TYPE.labels().label(change.key(), List.of(to, from), Words.chinese()), change)).toList());
  }

  @Test
  void anAdjustmentJustBegunDiffersInNothing() {
    Goal approved = approved();
    assertThat(compared(approved, new Goal(approved, UUID.randomUUID())).rows()).isEmpty();
  }

  @Test
  void everyChangedCellStandsOldBesideNewAndALineThatCameOrWentAsOne() {
    Goal approved = approved();
    Goal adjustment = new Goal(approved, UUID.randomUUID());
    List<UUID> lines = approved.lines().stream().map(GoalLine::line).toList();
    IntStream.range(0, 20).forEach(i -> adjustment.write(GoalCells.indicator(lines.get(i), GoalColumn.ANNUAL), "≥" + (i + 100) + "个"));
    adjustment.removeLine(GoalCells.indicator(lines.get(59)));
    UUID added = adjustment.addLine(GoalCells.INDICATORS);
    adjustment.write(GoalCells.indicator(added, GoalColumn.LEVEL3), "新指标");
    adjustment.write(GoalCells.indicator(added, GoalColumn.ANNUAL), "=7个");
    adjustment.write(GoalCells.money(MoneyLine.ANNUAL_TOTAL), "520000.00");
    adjustment.write(GoalCells.CAUSE, "BUDGET");
    GoalComparison comparison = compared(approved, adjustment);
    assertThat(comparison.count(Kind.CHANGED)).isEqualTo(22);
    assertThat(comparison.rows()).contains(new Row(GoalCells.indicator(lines.get(19), GoalColumn.ANNUAL), "指标19·年度指标值", Kind.CHANGED, "≥20个", "≥119个"));
    assertThat(comparison.rows()).filteredOn(row -> row.kind() == Kind.REMOVED).singleElement().satisfies(row -> {
      assertThat(row.label()).isEqualTo("指标59");
      assertThat(row.before()).contains("≥60个");
      assertThat(row.after()).isEmpty();
    });
    assertThat(comparison.rows()).filteredOn(row -> row.kind() == Kind.ADDED).singleElement().satisfies(row -> {
      assertThat(row.label()).isEqualTo("新指标");
      assertThat(row.after()).contains("=7个");
    });
    assertThat(comparison.rows()).filteredOn(Row::money).extracting(Row::after).containsExactly("520000.00");
  }

  @Test
  void aCellThatAnOlderVersionDidNotHaveIsNoLine() {
    CellKey cell = GoalCells.SCHEME_CHOICE;
    assertThat(GoalComparison.of(List.of(new LabelledChange("单位选用的分值结构", new CellChange(cell, "", "W1", true, false)))).rows())
        .containsExactly(new Row(cell, "单位选用的分值结构", Kind.CHANGED, "", "W1"));
  }
}
