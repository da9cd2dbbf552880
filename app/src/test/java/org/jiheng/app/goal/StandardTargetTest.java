package org.jiheng.app.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.indicator.Target.Sign;
import org.jiheng.app.indicator.TargetKind;
import org.jiheng.app.library.Indicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With what target a line begins that takes an indicator of the library. */
class StandardTargetTest {

  private static String target(Sign sign, String standard, String unit) {
    return StandardTarget.of(new Indicator.Measure(TargetKind.QUANT, Optional.of(sign), standard, unit, "", Aggregation.NONE, false));
  }

  @ParameterizedTest
  @CsvSource({"90, %, ≥90%", "≥90%, %, ≥90%", "≥200, 人次, ≥200人次", "1.2万, 亩, ≥1.2万亩", "90%以上, %, ≥90%以上"})
  void directionStandardValueAndUnitStandTogetherEachOnce(String standard, String unit, String asked) {
    assertThat(target(Sign.AT_LEAST, standard, unit)).isEqualTo(asked);
  }

  @Test
  void withoutAStandardValueThereIsAPlaceForTheNumber() {
    assertThat(target(Sign.AT_MOST, "", "元/人")).isEqualTo("≤ 元/人");
    assertThat(target(Sign.EQUAL, "", "")).isEqualTo("=");
  }

  @Test
  void whereSeveralUnitsAreOfferedTheUnitChooses() {
    assertThat(target(Sign.AT_LEAST, "", "台/件/辆/套")).isEqualTo("≥");
    assertThat(target(Sign.AT_MOST, "", "元/台、件、辆、套")).isEqualTo("≤");
    assertThat(target(Sign.AT_LEAST, "20", "件/个/份")).isEqualTo("≥20");
  }

  @Test
  void whatIsNoNumberStaysAsTheLibrarySaysIt() {
    assertThat(StandardTarget.of(new Indicator.Measure(TargetKind.DATE, Optional.empty(), "12月底前", "", "", Aggregation.NONE, false))).isEqualTo("12月底前");
    assertThat(StandardTarget.of(new Indicator.Measure(TargetKind.QUAL, Optional.empty(), "", "", "", Aggregation.NONE, false))).isEmpty();
  }
}
