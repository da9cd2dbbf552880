package org.jiheng.app.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.jiheng.app.common.Money.In;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money is yuan with two decimals; forms speak in 万元 (DOMAIN 1.4). */
class MoneyTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "38.77        | 387700.00",
      "38.766462    | 387664.62",
      "0            | 0.00",
      "1,328.1      | 13281000.00",
      "1,234,567.89 | 12345678900.00",
      "1 000        | 10000000.00",
      "38.77万元    | 387700.00",
      "38.77万      | 387700.00",
      "387664.62元  | 387664.62",
      "\uFF13\uFF18\uFF0E\uFF17\uFF17万元 | 387700.00",
      "\uFF11\uFF0C\uFF13\uFF12\uFF18 | 13280000.00",
      "\uFFE5387664.62元 | 387664.62",
      "5亿元        | 500000000.00",
      "6.47亿       | 647000000.00",
      "+3           | 30000.00",
      "-0           | 0.00"})
  void aNumberWithoutAUnitOnAFormMeans万元AndAWrittenUnitWins(String typed, String yuan) {
    assertThat(Money.parse(typed, In.WAN).value()).contains(Money.ofYuan(yuan));
  }

  @Test
  void whereTheTableIsInYuanABareNumberIsYuan() {
    assertThat(Money.parse("387664.62", In.YUAN).value()).contains(Money.ofYuan("387664.62"));
    assertThat(Money.parse("38.77万元", In.YUAN).value()).contains(Money.ofYuan("387700"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "元", "约38万元", "三十八万元", "38.77.1", "38万7千", "1e5", "12,34", "1,2", ",123", "1,234,5", "38.", ".5", "38%", "38美元"})
  void whatIsNoAmountIsNotGuessedAt(String typed) {
    assertThat(Money.parse(typed, In.WAN)).isEqualTo(Parsed.bad(typed, problem("money.not-a-number", typed)));
  }

  @Test
  void anAmountOfAFormIsNeverNegative() {
    assertThat(Money.parse("-38.77", In.WAN).problem()).contains(problem("money.negative", "-38.77"));
    assertThat(Money.parse("-0.01元", In.WAN).problem()).contains(problem("money.negative", "-0.01元"));
  }

  @Test
  void fourteenDigitsOfYuanAreTheMostAnybodyMeans() {
    assertThat(Money.parse("99999999999999.99元", In.WAN).value()).contains(Money.ofYuan("99999999999999.99"));
    assertThat(Money.parse("100000000000000元", In.WAN).problem()).contains(problem("money.absurd", "100000000000000元"));
    assertThat(Money.parse("9999999999.99", In.WAN).value()).isPresent();
    assertThat(Money.parse("10000000000", In.WAN).problem()).contains(problem("money.absurd", "10000000000"));
  }

  @Test
  void nobodySpendsLessThanACent() {
    assertThat(Money.parse("38.7664625", In.WAN).value()).as("six decimals of 万元 are cents, the seventh is not").isEmpty();
    assertThat(Money.parse("38.7664625", In.WAN).problem()).contains(problem("money.below-a-cent", "38.7664625"));
    assertThat(Money.parse("0.001元", In.WAN).problem()).contains(problem("money.below-a-cent", "0.001元"));
    assertThat(Money.parse("0.01000元", In.WAN).value()).as("zeros say nothing").contains(Money.ofYuan("0.01"));
  }

  @Test
  void moneyIsRoundedHalfUpToCents() {
    assertThat(Money.ofYuan("0.005")).isEqualTo(Money.ofYuan("0.01"));
    assertThat(Money.ofYuan("0.0049")).isEqualTo(Money.ZERO);
    assertThat(Money.ofYuan("-0.005")).as("away from zero on both sides").isEqualTo(Money.ofYuan("-0.01"));
    assertThat(Money.ofWan("38.77")).hasToString("387700.00");
  }

  @Test
  void theShareOfNothingIsNoRate() {
    assertThat(Money.ofYuan("5").per(Money.ZERO)).isEmpty();
    assertThat(Money.ofYuan("95.88").per(Money.ofYuan("100"))).contains(Rate.of("0.9588"));
    assertThat(Money.ofYuan("110").per(Money.ofYuan("100"))).hasValueSatisfying(rate -> assertThat(rate.exceeds(Rate.ONE)).isTrue());
  }

  @Test
  void in万元NothingIsLostAndNoZerosTrail() {
    assertThat(Money.ofYuan("387664.62").inWan()).hasToString("38.766462");
    assertThat(Money.ofYuan("200000").inWan()).hasToString("20");
    assertThat(Money.ofYuan("10000000").inWan().toPlainString()).isEqualTo("1000");
    assertThat(Money.ZERO.inWan()).hasToString("0");
    assertThat(Money.ofYuan("0.01").inWan().toPlainString()).isEqualTo("0.000001");
  }

  @Test
  void everyAmountShownIn万元ReadsBackAsItself() {
    Random random = new Random(653000);
    for (int i = 0; i < 2_000; i++) {
      Money money = new Money(new BigDecimal(random.nextLong(1_000_000_000_000L)).movePointLeft(2));
      assertThat(Money.parse(money.inWan().toPlainString(), In.WAN).value()).contains(money);
      assertThat(Money.parse(money.toString(), In.YUAN).value()).contains(money);
    }
  }

  private static Problem problem(String code, String typed) {
    return new Problem(code, Map.of("typed", typed));
  }
}
