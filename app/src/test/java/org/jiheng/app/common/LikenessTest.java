package org.jiheng.app.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How alike texts are, by the pairs of signs they share. */
class LikenessTest {

  @Test
  void likenessOfNamesIsTheShareOfPairsInCommon() {
    assertThat(Likeness.ofNames("培训人次", "培训人次")).isEqualTo(Rate.ONE);
    assertThat(Likeness.ofNames("培训人次", "新建公路")).isEqualTo(Rate.of("0"));
    // 培训 训人 人次 of three and 培训 训的 的人 人次 of four: 培训 and 人次 are shared
    assertThat(Likeness.ofNames("培训人次", "培训的人次")).isEqualTo(new Rate(new BigDecimal("4").divide(new BigDecimal("7"), 10, RoundingMode.HALF_UP)));
  }

  @Test
  void spacesWidthsAndPunctuationTellNoTwoNamesApart() {
    assertThat(Likeness.ofNames("培训人次", "培训(人 次)")).isEqualTo(Rate.ONE);
    assertThat(Likeness.ofNames("ABC 100%", "abc100%")).isEqualTo(Rate.ONE);
  }

  @Test
  void anEmptyTextHasNothingInCommonWithAny() {
    assertThat(Likeness.ofNames("", "")).isEqualTo(Rate.of("0"));
    assertThat(Likeness.ofNames("——", "培训")).isEqualTo(Rate.of("0"));
    assertThat(Likeness.ofPairs(Set.of(), Likeness.pairs("培训"))).isZero();
  }

  @Test
  void aTextOfOneSignIsThatSign() {
    assertThat(Likeness.ofNames("人", "人")).isEqualTo(Rate.ONE);
    assertThat(Likeness.pairs("人")).containsExactly("人");
    assertThat(Likeness.pairs("")).isEmpty();
  }

  @Test
  void differentPairsCountOnceAndPairsOfANameAsOftenAsTheyStandThere() {
    assertThat(Likeness.pairs("哈哈哈")).containsExactly("哈哈");
    assertThat(Likeness.ofPairs(Likeness.pairs("哈哈"), Likeness.pairs("哈哈哈"))).isEqualTo(1.0);
    assertThat(Likeness.ofNames("哈哈", "哈哈哈")).isEqualTo(new Rate(new BigDecimal("2").divide(new BigDecimal("3"), 10, RoundingMode.HALF_UP)));
  }

  @Test
  void likenessIsTheSameFromBothSidesAndNeverOutsideZeroToOne() {
    assertThat(Likeness.ofPairs(Likeness.pairs("道路硬化工程"), Likeness.pairs("道路绿化")))
        .isEqualTo(Likeness.ofPairs(Likeness.pairs("道路绿化"), Likeness.pairs("道路硬化工程"))).isBetween(0.0, 1.0);
    assertThat(Likeness.ofNames("道路硬化工程", "道路绿化")).isEqualTo(Likeness.ofNames("道路绿化", "道路硬化工程"));
  }
}
