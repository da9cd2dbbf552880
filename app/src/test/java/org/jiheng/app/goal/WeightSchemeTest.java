package org.jiheng.app.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.jiheng.app.goal.Sample.line;

import java.util.Arrays;
import java.util.List;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.IndicatorKind.Level1;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which scheme of points a goal follows, and who says so (DOMAIN 3.4, 14: goal.scheme; Q21). */
class WeightSchemeTest {

  private static final GoalIndicator OUTPUT = line("产出指标", "数量指标", "次数", "3次", "");
  private static final GoalIndicator COST = line("成本指标", "经济成本指标", "总成本", "≤3万元", "");
  private static final GoalIndicator OLD_COST = line("产出指标", "成本指标", "总成本", "≤3万元", "");
  private static final GoalIndicator PLEASED = line("满意度指标", "服务对象满意度指标", "满意度", "≥90%", "");

  private static Sample goal(GoalIndicator... lines) {
    Sample goal = new Sample();
    Arrays.stream(lines).forEach(goal::with);
    return goal;
  }

  private static String picked(GoalIndicator... lines) {
    return goal(lines).scheme().name();
  }

  @Test
  void withoutACostClassTheClassicSchemeHolds_财预2020第10号() {
    assertThat(picked(OUTPUT, PLEASED)).isEqualTo("W1");
    assertThat(picked(OUTPUT, OLD_COST, PLEASED)).isEqualTo("W1");
  }

  @Test
  void aCostClassTakesItsTwentyPoints_财预2021第101号() {
    Sample goal = goal(OUTPUT, COST, PLEASED);
    Reasoned<WeightScheme> scheme = WeightScheme.pick(goal.content(), goal.rules());
    assertThat(scheme.value().orElseThrow()).isEqualTo(WeightScheme.W2);
    assertThat(scheme.because("goals.scheme-with-cost")).isTrue();
  }

  @Test
  void withoutSatisfactionItsPointsGoToBenefit_财预2021第101号() {
    assertThat(picked(OUTPUT)).isEqualTo("W1-noSat");
    assertThat(picked(OUTPUT, COST)).isEqualTo("W2-noSat");
    assertThat(WeightScheme.W2_WITHOUT_SATISFACTION.points(Level1.BENEFIT)).isEqualTo(Score.of("30"));
  }

  @Test
  void everySchemeMakesAHundred() {
    assertThat(List.of(WeightScheme.W1, WeightScheme.W2, WeightScheme.W1_WITHOUT_SATISFACTION, WeightScheme.W2_WITHOUT_SATISFACTION,
        GoalRules.STANDARD.officeScheme())).allSatisfy(scheme -> assertThat(scheme.sum()).isEqualTo(Score.HUNDRED));
  }

  @Test
  void aUnitsOwnPointsHoldOnlyWhereTheJurisdictionAllowsIt_财预2020第10号() {
    Sample own = goal(OUTPUT).own(Level1.OUTPUT, "60").own(Level1.BENEFIT, "30");
    assertThat(own.scheme().name()).isEqualTo("W1-noSat");
    assertThat(own.parameter("goal.free_adjust", "true").scheme().name()).isEqualTo(WeightScheme.CUSTOM);
  }

  @Test
  void aJurisdictionMayTakeOneSchemeForAllItsGoals_DOMAIN14() {
    assertThat(goal(OUTPUT, PLEASED).parameter("goal.scheme", "W2").scheme()).isEqualTo(WeightScheme.W2);
    assertThat(goal(OUTPUT, COST, PLEASED).parameter("goal.scheme", "W1").scheme()).isEqualTo(WeightScheme.W1);
    assertThat(goal(OUTPUT, COST).parameter("goal.scheme", "W1").scheme()).isEqualTo(WeightScheme.W1_WITHOUT_SATISFACTION);
    Sample own = goal(OUTPUT, PLEASED).parameter("goal.scheme", "CUSTOM").parameter("goal.scheme.points", "output=60,benefit=20,satisfaction=10");
    assertThat(own.scheme().name()).isEqualTo(WeightScheme.OFFICE);
    assertThat(own.scheme().points(Level1.OUTPUT)).isEqualTo(Score.of("60"));
    assertThat(WeightScheme.pick(own.content(), own.rules()).because("goals.scheme-office")).isTrue();
  }

  @Test
  void aUnitChoosesOnlyWhereItMay_DOMAIN14() {
    Sample chosen = goal(OUTPUT, PLEASED).chosen(WeightScheme.Family.W2);
    assertThat(chosen.scheme()).isEqualTo(WeightScheme.W1);
    assertThat(chosen.parameter("goal.scheme.chosen_by", "UNIT").scheme()).isEqualTo(WeightScheme.W2);
    assertThat(WeightScheme.pick(chosen.content(), chosen.rules()).because("goals.scheme-chosen")).isTrue();
    assertThat(chosen.parameter("goal.scheme", "W1").scheme()).as("the unit's choice is nearer than the jurisdiction's").isEqualTo(WeightScheme.W2);
    assertThat(goal(OUTPUT, PLEASED).parameter("goal.scheme.chosen_by", "UNIT").parameter("goal.scheme", "W2").scheme())
        .as("where it does not choose, the jurisdiction's holds").isEqualTo(WeightScheme.W2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"output=60", "output=60,output=30", "outputs=90", "output=fifty", "cost=0,output=50,benefit=30,satisfaction=11"})
  void pointsThatMakeNoSchemeAreNoParameter(String points) {
    Sample goal = goal(OUTPUT).parameter("goal.scheme", "CUSTOM").parameter("goal.scheme.points", points);
    assertThatIllegalStateException().isThrownBy(goal::scheme).withMessageContaining("goal.scheme.points");
  }

  @Test
  void peopleReadTheSchemesInWords() {
    assertThat(WeightScheme.NAMES).extracting(name -> Words.chinese().say("goal-scheme." + name)).noneMatch(said -> said.contains("W1") || said.contains("W2"));
    Sample goal = goal(OUTPUT, PLEASED);
    assertThat(Words.chinese().say(WeightScheme.pick(goal.content(), goal.rules()).reason())).doesNotContain("W1").contains("不设成本一级指标");
  }
}
