package org.jiheng.app.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unified social credit codes (GB 32100-2015, DOMAIN 11.3). */
class CreditCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"91110000600037341L", "116530010000000160"})
  void aCodeWithItsCheckSignIsTakenAlsoWhereTheSumHasNoRest(String code) {
    assertThat(CreditCode.parse(code).value()).contains(new CreditCode(code));
  }

  @Test
  void aWrongCheckSignIsSaid() {
    assertThat(CreditCode.parse("91110000600037342L").problem().orElseThrow().code()).isEqualTo("credit-code.check-sign");
    assertThatThrownBy(() -> new CreditCode("91110000600037342L")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9111000060003734", "91110000600037341L1", "91110000I00037341L", "九一一一〇〇〇〇六〇〇〇三七三四一"})
  void whatHasNotEighteenOfItsSignsIsNone(String typed) {
    assertThat(CreditCode.parse(typed).problem().orElseThrow().code()).isEqualTo("credit-code.malformed");
  }

  @Test
  void smallLettersFullWidthSignsAndSpacesAreUnderstood() {
    assertThat(CreditCode.parse(" 9111 0000 6000 3734 1l ").value()).contains(new CreditCode("91110000600037341L"));
  }
}
