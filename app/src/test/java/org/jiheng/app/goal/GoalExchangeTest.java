package org.jiheng.app.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalFile.Line;
import org.jiheng.app.goal.GoalFile.Typed;
import org.jiheng.app.review.CellKey;
import org.junit.jupiter.api.Test;

/** What a file takes the place of. */
class GoalExchangeTest {

  private static Line line(Optional<UUID> key, String level3) {
    return new Line(key, Map.of(GoalColumn.LEVEL1, new Typed("产出指标", "A1"), GoalColumn.LEVEL2, new Typed("数量指标", "B1"),
        GoalColumn.LEVEL3, new Typed(level3, "C1")));
  }

  @Test
  void ofThePrintedLinesOnlyThoseGiveWayThatAreBlankInTheFormAndInTheFile() {
    Goal goal = Filled.begun(2023);
    UUID filledInTheForm = goal.addLine(GoalCells.INDICATORS);
    UUID filledInTheFile = goal.addLine(GoalCells.INDICATORS);
    UUID blank = goal.addLine(GoalCells.INDICATORS);
    UUID notInTheFile = goal.addLine(GoalCells.INDICATORS);
    goal.write(GoalCells.indicator(filledInTheForm, GoalColumn.LEVEL3), "受益学生人数");
    GoalFile plan = new GoalFile(Map.<CellKey, Typed>of(), List.of(line(Optional.of(filledInTheFile), "食品抽检合格率"), line(Optional.of(blank), ""),
        line(Optional.empty(), "资金到位时间")), Money.In.WAN, "");
    GoalForm form = Filled.shown(goal);
    assertThat(GoalExchange.givingWay(form, plan)).containsExactly(blank, notInTheFile);
    assertThat(GoalExchange.preview(form, "表.xlsx", plan).newLines()).isEqualTo(1);
  }

  @Test
  void whatIsChosenIsSaidInWordsBeforeItIsTaken() {
    Goal goal = Filled.begun(2023);
    UUID line = goal.addLine(GoalCells.INDICATORS);
    goal.write(GoalCells.indicator(line, GoalColumn.LEVEL3), "受益学生人数");
    goal.write(GoalCells.indicator(line, GoalColumn.AGGREGATION), "SUM");
    GoalFile plan = new GoalFile(Map.<CellKey, Typed>of(), List.of(new Line(Optional.of(line), Map.of(GoalColumn.LEVEL3, new Typed("受益学生人数", "C1"),
        GoalColumn.AGGREGATION, new Typed("AVG", "H1")))), Money.In.WAN, "");
    Words words = Words.chinese();
    assertThat(GoalExchange.preview(Filled.shown(goal), "表.json", plan).changes()).singleElement().satisfies(change -> {
      assertThat(change.change().before()).isEqualTo(words.say("goal-choice.aggregation.SUM"));
      assertThat(change.change().after()).isEqualTo(words.say("goal-choice.aggregation.AVG"));
    });
  }
}
