package org.jiheng.app.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import org.jiheng.app.common.GradeScale;
import org.jiheng.app.common.Rate;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.ParameterSet.Origin;
import org.jiheng.app.parameter.ParameterSet.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parameters of scoring and their defaults (DOMAIN 14). */
class RuleSetTest {

  @Test
  void whatNobodySetHasTheDefaultOfTheRegistry() {
    RuleSet rules = RuleSet.standard();
    assertThat(rules.equalMode()).isEqualTo(RuleSet.EqualMode.ATLEAST);
    assertThat(rules.reverseMode()).isEqualTo(RuleSet.ReverseMode.LINEAR);
    assertThat(rules.overThreshold()).isEqualTo(Rate.of("1.30"));
    assertThat(rules.overMode()).isEqualTo(RuleSet.OverMode.NONE);
    assertThat(rules.passFloor()).isEmpty();
    assertThat(rules.satisfactionMode()).isEqualTo(RuleSet.SatisfactionMode.TARGET);
    assertThat(rules.executionCeilings()).isFalse();
    assertThat(rules.lateDays()).isEqualTo(90);
    assertThat(rules.alarmRed()).isEqualTo(Rate.of("0.05"));
    assertThat(rules.alarmYellow()).isEqualTo(Rate.of("0.20"));
    assertThat(rules.grades()).isEqualTo(GradeScale.STANDARD);
  }

  @Test
  void aJurisdictionSetsItsOwn() {
    RuleSet rules = Rules.with("score.rule_set", "阿图什2024", "score.equal_mode", "SYMMETRIC", "score.reverse_mode", "RATIO",
        "score.over.threshold", "1.2", "score.over.mode", "FIXED", "score.pass_floor", "0.6", "score.satisfaction_mode", "NINETY_SIXTY",
        "score.exec_ceiling", "on", "score.late_days", "30", "score.alarm.red", "0.1", "score.alarm.yellow", "0.3", "grade.cut", "80/70/60");
    assertThat(rules).isEqualTo(new RuleSet("阿图什2024", RuleSet.EqualMode.SYMMETRIC, RuleSet.ReverseMode.RATIO, Rate.of("1.2"),
        RuleSet.OverMode.FIXED, Optional.of(Rate.of("0.6")), RuleSet.SatisfactionMode.NINETY_SIXTY, true, 30, Rate.of("0.1"),
        Rate.of("0.3"), GradeScale.parse("80/70/60")));
  }

  @ParameterizedTest
  @CsvSource({"score.equal_mode, EXACT", "score.reverse_mode, linear", "score.over.threshold, 30%", "score.over.threshold, 0.3",
      "score.over.mode, TWO", "score.pass_floor, 60", "score.pass_floor, 六成", "score.satisfaction_mode, ''", "score.exec_ceiling, ON",
      "score.late_days, 0", "score.late_days, 90.5", "score.alarm.red, -0.05", "score.alarm.yellow, 20", "grade.cut, 90/80", "grade.cut, 60/80/90"})
  void aValueThatCannotBeUsedIsNamedAndNeverReplacedInSilence(String name, String value) {
    ParameterSet set = Rules.set(name, value);
    assertThatIllegalStateException().isThrownBy(() -> RuleSet.of(set)).withMessageContaining(name);
  }

  /** A finished form keeps the parameters it was computed with, the defaults of the day too (DOMAIN 14). */
  @Test
  void writtenOutTheyMakeTheSameRulesWithoutAnyDefault() {
    ParameterSet kept = Rules.set("score.over.mode", "FIXED").writtenOut(RuleSet.KEYS);
    assertThat(kept.settings()).hasSize(RuleSet.KEYS.size())
        .containsEntry("score.over.mode", new Setting("FIXED", Origin.JURISDICTION))
        .containsEntry("grade.cut", new Setting("90/80/60", Origin.PLATFORM));
    assertThat(RuleSet.of(kept)).isEqualTo(Rules.with("score.over.mode", "FIXED"));
  }
}
