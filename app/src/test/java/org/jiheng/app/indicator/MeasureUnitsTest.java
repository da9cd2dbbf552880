package org.jiheng.app.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.indicator.Target.Measure;
import org.jiheng.app.indicator.Target.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units of one kind are converted exactly; units of different kinds are not converted at all (DOMAIN 3.5). */
class MeasureUnitsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "1.2 | 万人 | 人 | 12000", "3.5 | 公里 | 米 | 3500", "0.565 | km | 米 | 565", "50 | 厘米 | 米 | 0.5", "1 | 公顷 | 亩 | 15", "30 | 亩 | 公顷 | 2",
      "3 | 亩 | 平方米 | 2000", "2 | 平方公里 | 公顷 | 200", "6000 | ㎡ | 平方米 | 6000", "1 | km² | 公顷 | 100", "5 | 亿元 | 万元 | 50000", "1 | 千元 | 元 | 1000",
      "1 | 百万元 | 万元 | 100", "3500 | 公斤 | 吨 | 3.5", "2 | 斤 | 千克 | 1", "48 | 小时 | 天 | 2", "2 | 年 | 个月 | 24", "95 | 百分比 | % | 95", "5 | ‰ | % | 0.5",
      "4.52 | (万人) | 人 | 45200", "10 | 万元/公里 | 元/米 | 100", "1600 | 元/亩 | 元/公顷 | 24000", "400 | 元/人、天 | 元/天*人 | 400", "5 | 万 | | 50000",
      "570 | 元/人*月 | 元/人·年 | 6840", "7 | 篇 | 篇 | 7", "3 | 万标箱 | 标箱 | 30000"})
  void anAmountIsTheSameInAnotherUnitOfItsKind(BigDecimal number, String from, String to, BigDecimal same) {
    Ratio exactly = MeasureUnits.convert(Ratio.of(number), from, to == null ? "" : to).value().orElseThrow();
    assertThat(exactly).isEqualTo(Ratio.of(same));
  }

  @ParameterizedTest
  @CsvSource({"人, 人次", "人, 户", "米, 平方米", "平方米, 立方米", "元, 元/人", "元/人, 元/户", "个, 项", "天, 月", "%, 人", "TB, GB", "分, 分钟", "里, 亩"})
  void unitsOfDifferentKindsAreRefused(String from, String to) {
    assertThat(MeasureUnits.convert(Ratio.ONE, from, to).problem())
        .contains(new Problem("unit.other-kind", Map.of("given", from, "wanted", to)));
    assertThat(MeasureUnits.sameKind(from, to)).isFalse();
  }

  /** A 亩 is 2000/3 square metres: as decimals three thirds would be less than one. */
  @Test
  void nothingIsLostOnTheWayThereAndBack() {
    Ratio metres = MeasureUnits.convert(Ratio.ONE, "亩", "平方米").value().orElseThrow();
    assertThat(metres).isEqualTo(Ratio.of(2000, 3));
    assertThat(metres.rounded(2)).isEqualTo(new BigDecimal("666.67"));
    assertThat(MeasureUnits.convert(metres, "平方米", "亩").value()).contains(Ratio.ONE);
  }

  @Test
  void partsInDifferentUnitsAddUpExactly() {
    List<Quantity> parts = List.of(quantity("=0.5万亩"), quantity("=200公顷"), quantity("=1平方公里"));
    assertThat(MeasureUnits.sum(parts, "亩").value()).contains(Ratio.of(5000 + 3000 + 1500, 1));
    assertThat(MeasureUnits.sum(List.of(), "亩").value()).contains(Ratio.ZERO);
    assertThat(MeasureUnits.sum(List.of(quantity("=1亩"), quantity("=3人")), "亩")).isInstanceOf(Parsed.Bad.class);
  }

  @Test
  void everyUnitAFormOffersIsUnderstoodAsItself() {
    assertThat(MeasureUnits.offered()).doesNotHaveDuplicates().allSatisfy(unit ->
        assertThat(MeasureUnits.convert(Ratio.ONE, unit, unit).value()).contains(Ratio.ONE));
  }

  @Test
  void unitsOfOneKindAreKnownTogether() {
    assertThat(MeasureUnits.alike("万亩")).contains("亩", "公顷", "平方米", "平方公里").doesNotContain("米", "立方米");
    assertThat(MeasureUnits.alike("篇")).isEmpty();
  }

  @Test
  void aFractionIsInLowestTermsAndComparesByItsValue() {
    assertThat(Ratio.of(10, -15)).isEqualTo(Ratio.of(-2, 3));
    assertThat(Ratio.of(2, 3)).isGreaterThan(Ratio.of(3, 5)).isLessThan(Ratio.ONE);
    assertThat(Ratio.of(new BigDecimal("12.50")).plus(Ratio.of(1, 2))).isEqualTo(Ratio.of(13, 1));
    assertThat(Ratio.of(new BigDecimal("1E+3")).rounded(2)).isEqualTo(new BigDecimal("1000"));
  }

  private static Quantity quantity(String target) {
    return ((Measure) ValueReader.target(target, 2023).value().orElseThrow()).quantity();
  }
}
