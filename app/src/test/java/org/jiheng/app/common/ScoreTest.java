package org.jiheng.app.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points have two decimals, HALF_UP, and are never negative (DOMAIN 1.4). */
class ScoreTest {

  @ParameterizedTest
  @CsvSource({"9.8, 9.80", "10, 10.00", "10.50分, 10.50", "\uFF19\uFF0E\uFF18, 9.80", "0, 0.00", "100, 100.00", "3.71, 3.71", "10.500, 10.50"})
  void pointsAreReadAsTheyAreTyped(String typed, String points) {
    assertThat(Score.parse(typed).value()).contains(Score.of(points));
  }

  /** DOMAIN T14: every total has exactly two decimals, so 89.995 cannot occur. */
  @Test
  void aWeightWithThreeDecimalsIsRefusedAtEntry() {
    assertThat(Score.parse("9.995").problem()).contains(new Problem("score.too-many-decimals", Map.of("typed", "9.995")));
  }

  @Test
  void moreThanAHundredPointsAreRefused() {
    assertThat(Score.parse("100.01").problem()).contains(new Problem("score.above-hundred", Map.of("typed", "100.01")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "满分", "-1", "1e1", "10分分", "1,0", "十", "99999", "10.", ".5", "9/10"})
  void whatIsNoNumberIsNoScore(String typed) {
    assertThat(Score.parse(typed).problem()).contains(new Problem("score.not-a-number", Map.of("typed", typed)));
  }

  @Test
  void thereAreNoNegativePoints() {
    assertThatIllegalArgumentException().isThrownBy(() -> Score.of("-0.01"));
    assertThat(Score.of("-0.001")).as("rounded first").isEqualTo(Score.ZERO);
  }

  @Test
  void sumsAndLimitsKeepTwoDecimals() {
    assertThat(Score.of("9.8").plus(Score.of("0.2"))).hasToString("10.00");
    assertThat(Score.of("110").atMost(Score.HUNDRED)).isEqualTo(Score.HUNDRED);
    assertThat(Score.of("9").atMost(Score.HUNDRED)).isEqualTo(Score.of("9"));
    assertThat(Score.of("10").times(Rate.of("0.98"))).isEqualTo(Score.of("9.80"));
  }

  /** A ratio cut off before the multiplication would give 9.99: 1999 ÷ 3000 does not end. */
  @Test
  void aShareIsRoundedOnceAndHalfACentGoesUp() {
    assertThat(Score.of("15").share(new BigDecimal("1999"), new BigDecimal("3000"))).isEqualTo(Score.of("10.00"));
    assertThat(Score.of("15").share(new BigDecimal("1"), new BigDecimal("3000"))).isEqualTo(Score.of("0.01"));
  }

  @Test
  void everyShareIsTheExactFractionRoundedHalfUp() {
    Random random = new Random(2020);
    for (int i = 0; i < 5_000; i++) {
      long cents = random.nextLong(1, 10_001);
      long whole = random.nextLong(1, 100_000_000_000L);
      long part = random.nextLong(whole + 1);
      // (2·cents·part + whole) ÷ (2·whole), whole numbers only: half a cent goes up
      BigInteger doubled = BigInteger.valueOf(cents).multiply(BigInteger.valueOf(part)).shiftLeft(1);
      BigInteger expected = doubled.add(BigInteger.valueOf(whole)).divide(BigInteger.valueOf(whole).shiftLeft(1));
      assertThat(new Score(BigDecimal.valueOf(cents, 2)).share(BigDecimal.valueOf(part), BigDecimal.valueOf(whole)).points())
          .as("%s cents × %s ÷ %s", cents, part, whole)
          .isEqualTo(new BigDecimal(expected, 2));
    }
  }
}
