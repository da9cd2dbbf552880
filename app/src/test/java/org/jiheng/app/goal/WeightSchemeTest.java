package org.jiheng.app.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.app.goal.Sample.line;

import java.util.List;
import java.util.Map;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Score;
import org.jiheng.app.goal.IndicatorKind.Level1;
import org.junit.jupiter.api.Test;

class WeightSchemeTest {

  private static final GoalIndicator OUTPUT = line("产出指标", "数量指标", "次数", "3次", "");
  private static final GoalIndicator COST = line("成本指标", "经济成本指标", "总成本", "≤3万元", "");
  private static final GoalIndicator OLD_COST = line("产出指标", "成本指标", "总成本", "≤3万元", "");
  private static final GoalIndicator PLEASED = line("满意度指标", "服务对象满意度指标", "满意度", "≥90%", "");

  private static String picked(GoalIndicator... lines) {
    return WeightScheme.pick(List.of(lines), Map.of(), false).value().orElseThrow().name();
  }

  @Test
  void withoutACostClassTheClassicSchemeHolds_财预2020第10号() {
    assertThat(picked(OUTPUT, PLEASED)).isEqualTo("W1");
    assertThat(picked(OUTPUT, OLD_COST, PLEASED)).isEqualTo("W1");
  }

  @Test
  void aCostClassTakesItsTwentyPoints_财预2021第101号() {
    Reasoned<WeightScheme> scheme = WeightScheme.pick(List.of(OUTPUT, COST, PLEASED), Map.of(), false);
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
    assertThat(List.of(WeightScheme.W1, WeightScheme.W2, WeightScheme.W1_WITHOUT_SATISFACTION, WeightScheme.W2_WITHOUT_SATISFACTION))
        .allSatisfy(scheme -> assertThat(scheme.sum()).isEqualTo(Score.HUNDRED));
  }

  @Test
  void aUnitsOwnPointsHoldOnlyWhereTheJurisdictionAllowsIt_财预2020第10号() {
    Map<Level1, Score> own = Map.of(Level1.OUTPUT, Score.of("60"), Level1.BENEFIT, Score.of("30"));
    assertThat(WeightScheme.pick(List.of(OUTPUT), own, true).value().orElseThrow().name()).isEqualTo(WeightScheme.CUSTOM);
    assertThat(WeightScheme.pick(List.of(OUTPUT), own, false).value().orElseThrow().name()).isEqualTo("W1-noSat");
  }
}
