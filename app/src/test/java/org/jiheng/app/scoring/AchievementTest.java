package org.jiheng.app.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jiheng.app.common.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 达成 80–100 %, 部分达成 60–80 %, 未达成 0–60 % of the points; lower edges belong to the band (财预〔2020〕10号, DOMAIN T9). */
class AchievementTest {

  @ParameterizedTest
  @CsvSource({
      "ACHIEVED, 20.00, true", "ACHIEVED, 16.00, true", "ACHIEVED, 15.99, false", "ACHIEVED, 20.01, false",
      "PARTLY, 15.99, true", "PARTLY, 12.00, true", "PARTLY, 16.00, false", "PARTLY, 11.99, false",
      "NOT_ACHIEVED, 11.99, true", "NOT_ACHIEVED, 0, true", "NOT_ACHIEVED, 12.00, false"})
  void ofTwentyPointsEachDegreeAllowsItsBand(Achievement degree, String points, boolean allowed) {
    assertThat(degree.allows(Score.of(points), Score.of("20"))).isEqualTo(allowed);
  }

  /** 80 % of 3.71 are 2.968: 2.96 lies below, 2.97 above. */
  @Test
  void theEdgesAreNotRounded() {
    assertThat(Achievement.PARTLY.allows(Score.of("2.96"), Score.of("3.71"))).isTrue();
    assertThat(Achievement.ACHIEVED.allows(Score.of("2.96"), Score.of("3.71"))).isFalse();
    assertThat(Achievement.ACHIEVED.allows(Score.of("2.97"), Score.of("3.71"))).isTrue();
  }

  @Test
  void everyNumberOfPointsLiesInExactlyOneBand() {
    for (int weight = 1; weight <= 3_000; weight += 37) {
      Score of = new Score(BigDecimal.valueOf(weight, 2));
      for (int cents = 0; cents <= weight; cents++) {
        Score points = new Score(BigDecimal.valueOf(cents, 2));
        long bands = Arrays.stream(Achievement.values()).filter(one -> one.allows(points, of)).count();
        assertThat(bands).as("%s of %s", points, of).isEqualTo(1);
        assertThat(Achievement.of(points, of).allows(points, of)).isTrue();
      }
    }
  }

  @Test
  void theBandReadsAsPeopleSayIt() {
    assertThat(Achievement.PARTLY.band(Score.of("20"))).isEqualTo("12.00–16.00");
  }
}
