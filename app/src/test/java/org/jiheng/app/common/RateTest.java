package org.jiheng.app.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rates are fractions, shown as per cent with two decimals (DOMAIN 1.4). */
class RateTest {

  @Test
  void aRateIsShownAsOfficesWriteIt() {
    assertThat(Rate.of("0.991014")).hasToString("99.10%");
    assertThat(Rate.of("0.82247")).hasToString("82.25%");
    assertThat(Rate.of("2.2222222222")).hasToString("222.22%");
    assertThat(Rate.ONE).hasToString("100.00%");
  }

  @Test
  void halfAHundredthOfAPerCentGoesUp() {
    assertThat(Rate.of("0.99995").inPercent()).hasToString("100.00");
    assertThat(Rate.of("0.9999499999").inPercent()).hasToString("99.99");
  }

  @Test
  void aLimitHoldsOnlyWhatIsAboveIt() {
    assertThat(Rate.of("1.1").atMost(Rate.ONE)).isEqualTo(Rate.ONE);
    assertThat(Rate.of("0.9").atMost(Rate.ONE)).isEqualTo(Rate.of("0.9"));
    assertThat(Rate.ONE.exceeds(Rate.ONE)).isFalse();
    assertThat(Rate.of("1.0000000001").exceeds(Rate.ONE)).isTrue();
  }

  @Test
  void equalRatesAreEqualHoweverTheyWereWritten() {
    assertThat(Rate.of("0.90")).isEqualTo(Rate.of("0.9")).hasSameHashCodeAs(Rate.of("0.9"));
  }
}
