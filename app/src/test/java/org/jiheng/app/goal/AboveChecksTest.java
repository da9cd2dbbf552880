package org.jiheng.app.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.goal.GoalsFromAbove.FromAbove;
import org.jiheng.app.goal.GoalsFromAbove.Line;
import org.jiheng.app.indicator.Aggregation;
import org.junit.jupiter.api.Test;

/** A project's goal carries the main quantities transfers give it, and no less (S20). */
class AboveChecksTest {

  private static FromAbove gives(String document, String name, String target, boolean main, Aggregation aggregation) {
    return new FromAbove(document, "", List.of(new Line("产出指标", "数量指标", name, target, main, aggregation)));
  }

  private static List<GoalFinding> found(String own, FromAbove... above) {
    GoalContent goal = new GoalContent(2023, Optional.empty(), Map.of(), "", "", Map.of(), "", Optional.empty(),
        List.of(Sample.line("产出指标", "数量指标", "受益学生人数", own, "50")));
    GoalSurroundings around = new GoalSurroundings(Optional.empty(), Optional.empty(), GoalSurroundings.NONE.type(), List.of(), Map.of(), List.of(), Map.of(), Map.of(),
        Optional.empty(), Arrays.asList(above));
    return GoalCheck.of(goal, around, GoalRules.STANDARD).stream().filter(finding -> finding.check() == GoalCheck.FROM_ABOVE).toList();
  }

  private static List<String> codes(String own, FromAbove... above) {
    return found(own, above).stream().map(finding -> finding.problem().code()).toList();
  }

  private static FromAbove pupils(String document, String target) {
    return gives(document, "受益学生人数", target, true, Aggregation.SUM);
  }

  @Test
  void asMuchAsIsGivenIsEnoughAndOneLessIsNot() {
    assertThat(codes("≥735人", pupils("一号", "≥735人"))).isEmpty();
    assertThat(codes("≥800人", pupils("一号", "≥735人"))).isEmpty();
    assertThat(found("≥734人", pupils("一号", "≥735人"))).singleElement().satisfies(finding -> {
      assertThat(finding.problem().code()).isEqualTo("goal.from-above-lower");
      assertThat(finding.stops()).isTrue();
      assertThat(finding.problem().inputs()).containsEntry("own", "≥734人").containsEntry("target", "≥735人").containsEntry("document", "一号");
    });
  }

  @Test
  void unitsAreConvertedAndWhatIsBetterTheSmallerItIsMayNotBeMore() {
    assertThat(codes("≥0.08万人", pupils("一号", "≥735人"))).isEmpty();
    assertThat(codes("≤6人", pupils("一号", "≤5人"))).containsExactly("goal.from-above-lower");
    assertThat(codes("≤5人", pupils("一号", "≤5人"))).isEmpty();
  }

  @Test
  void whatSeveralDocumentsGiveAddsUpWhereTheIndicatorDoes() {
    assertThat(codes("≥735人", pupils("一号", "≥400人"), pupils("二号", "≥335人"))).isEmpty();
    assertThat(found("≥734人", pupils("一号", "≥400人"), pupils("二号", "≥335人"))).singleElement().satisfies(finding ->
        assertThat(finding.problem().inputs()).containsEntry("target", "≥735人").containsEntry("document", "一号、二号"));
    assertThat(codes("≥400人", gives("一号", "受益学生人数", "≥400人", true, Aggregation.MAX), gives("二号", "受益学生人数", "≥335人", true, Aggregation.MAX))).isEmpty();
  }

  @Test
  void whatIsMissingOrCannotBeComparedIsSaidAndWhatIsNoMainQuantityAsksForNothing() {
    assertThat(codes("≥735人", gives("一号", "修缮校舍面积", "≥100平方米", true, Aggregation.SUM))).containsExactly("goal.from-above-missing");
    assertThat(codes("大部分", pupils("一号", "≥735人"))).containsExactly("goal.from-above-unclear");
    assertThat(codes("≥1人", gives("一号", "受益学生人数", "≥735人", false, Aggregation.SUM))).isEmpty();
    assertThat(codes("≥1人")).isEmpty();
  }
}
