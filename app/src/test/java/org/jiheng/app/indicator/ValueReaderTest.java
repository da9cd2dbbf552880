package org.jiheng.app.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import org.jiheng.app.common.Problem;
import org.jiheng.app.indicator.Target.Between;
import org.jiheng.app.indicator.Target.Deadline;
import org.jiheng.app.indicator.Target.Graded;
import org.jiheng.app.indicator.Target.Measure;
import org.jiheng.app.indicator.Target.Quantity;
import org.jiheng.app.indicator.Target.Sign;
import org.jiheng.app.indicator.Target.YesNo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets and actual values as people write them (DOMAIN 3.5): what has one clear meaning is understood, nothing is guessed. */
class ValueReaderTest {

  private static final int YEAR = 2023;

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "\n\t"})
  void anEmptyTargetIsMissing(String nothing) {
    assertThat(ValueReader.target(nothing, YEAR).problem()).contains(Problem.of("target.missing"));
  }

  @ParameterizedTest
  @CsvSource({
      "不低于95%, AT_LEAST", "不小于95%, AT_LEAST", "至少95%, AT_LEAST", "95%以上, AT_LEAST", "95%及以上, AT_LEAST", "不低于95%以上, AT_LEAST",
      "大于等于95%, AT_LEAST", "=>95%, AT_LEAST", "大于95%, MORE_THAN", "超过95%, MORE_THAN", ">95%, MORE_THAN",
      "95%, EQUAL", "等于95%, EQUAL", "=95%, EQUAL",
      "不得低于95%, AT_LEAST", "不能少于95%, AT_LEAST", "不得超过95%, AT_MOST", "不能高于95%, AT_MOST", "控制在95%内, AT_MOST",
      "不超过95%, AT_MOST", "不大于95%, AT_MOST", "小于等于95%, AT_MOST", "控制在95%以内, AT_MOST", "95%以下, AT_MOST", "≦95%, AT_MOST",
      "低于95%, LESS_THAN", "少于95%, LESS_THAN", "<95%, LESS_THAN"})
  void aSignIsASignHoweverItIsWritten(String written, Sign sign) {
    assertThat(target(written)).isEqualTo(new Measure(sign, quantity("95", "%"), written));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "≥95%以下", "不超过5次以上", "≥3天内", // two signs that contradict each other
      "①按时完成", "⑴按时完成", "1.按时完成", "1、按时完成", "1)按时完成", // the first of a list, not one of something
      "4季度", "4季度前", "20日前", "每月5日前",
      "2021年", "2020年全年", "2021-2022", "2021年-2022年", "2023.12", "1-12月", "6月至9月", // times, not amounts
      "5公斤-10吨", "10-5", // no range
      "约100人", "100余人", "20多户", "20个左右", "3大项5小项", "100人、200户、3个村", "≥70%得3分", "每亩100", "无", "一", "年底", "12月上旬", "2023年13月", "2023-02-30"})
  void whatHasNoOneClearMeaningIsHeldAsWords(String written) {
    assertThat(target(written)).isEqualTo(new Graded(written));
  }

  @ParameterizedTest
  @CsvSource({
      "2023年5月31日, 2023-05-31", "2023年5月31日前, 2023-05-31", "2023-05-31, 2023-05-31", "2023/5/31, 2023-05-31", "2023.5.31, 2023-05-31",
      "5月31日前, 2023-05-31", "5月31号, 2023-05-31", "完成时间:2023年5月31日, 2023-05-31", "2023年5月, 2023-05-31", "2023-05, 2023-05-31",
      "2024年2月, 2024-02-29", "12月底前, 2023-12-31", "11月底前完成, 2023-11-30", "2023年底前, 2023-12-31", "2023年末, 2023-12-31",
      "11月前, 2023-10-31", "11月之前, 2023-10-31", "11月份以前, 2023-10-31", "11月前完成, 2023-10-31", "2021年1月前, 2020-12-31",
      "2021年12月完成, 2021-12-31"})
  void aDateIsTheLastDayOnTime(String written, LocalDate lastDay) {
    assertThat(target(written)).isEqualTo(new Deadline(lastDay, written));
  }

  /** 3.5 was once taken for the fifth of March. */
  @ParameterizedTest
  @CsvSource({"3.5, 3.5", "12.31, 12.31", "1.2, 1.2", "2023, 2023"})
  void aBareNumberIsNoDate(String written, String number) {
    assertThat(target(written)).isEqualTo(new Measure(Sign.EQUAL, quantity(number, ""), written));
  }

  @Test
  void aRangeHasTwoBoundsInOneUnit() {
    assertThat(target("95%-98%")).isEqualTo(new Between(quantity("95", "%"), quantity("98", "%"), "95%-98%"));
    assertThat(target("90至95分")).isEqualTo(new Between(quantity("90", "分"), quantity("95", "分"), "90至95分"));
    assertThat(target("3~5次")).isEqualTo(new Between(quantity("3", "次"), quantity("5", "次"), "3~5次"));
    Quantity low = new Quantity(new BigDecimal("50000"), "元", new BigDecimal("10000"));
    Quantity high = new Quantity(new BigDecimal("100000"), "元", new BigDecimal("10000"));
    assertThat(target("5-10万元")).isEqualTo(new Between(low, high, "5-10万元"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "90%~95%之间", "介于90%至95%之间", "控制在90%-95%以内", "90%到95%", "≥90%且≤95%", "≥90%,≤95%", "≥90%;≤95%", "90%≤x≤95%", "90%≤X≤95%"})
  void aRangeIsARangeHoweverItIsWritten(String written) {
    assertThat(target(written)).isEqualTo(new Between(quantity("90", "%"), quantity("95", "%"), written));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "≤2023年12月31日 | 2023-12-31", "不晚于2023年6月30日 | 2023-06-30", "最迟11月底 | 2023-11-30", "完成时间2023年12月31日前 | 2023-12-31",
      "完成时间:2023年12月31日前全部完成 | 2023-12-31", "时限2023-10-31 | 2023-10-31", "在2023年12月31日前完成 | 2023-12-31"})
  void aDeadlineIsADeadlineHoweverItIsWritten(String written, LocalDate lastDay) {
    assertThat(target(written)).isEqualTo(new Deadline(lastDay, written));
  }

  /** Six months, or the end of June? */
  @ParameterizedTest
  @ValueSource(strings = {"≤6月", "5达到10", "≥2021年且≤2022年", "≥95%且≤90%", "逐步提升", "有效改善", "≥90%且≤95人"})
  void whatMayMeanTwoThingsIsHeldAsWords(String written) {
    assertThat(target(written)).isEqualTo(new Graded(written));
  }

  @ParameterizedTest
  @CsvSource({"≥570元/人*月, 元/人*月", "≤5300元/户, 元/户", "=1元/人, 元/人", "≥4.5公里/小时, 公里/小时"})
  void aTargetForEachUnitKeepsWhatItIsCountedFor(String written, String unit) {
    assertThat(((Measure) target(written)).quantity().unit()).isEqualTo(unit);
  }

  @Test
  void yesAndNoAreTargetsOfTheirOwn() {
    assertThat(target("是")).isEqualTo(new YesNo(true, "是"));
    assertThat(target("否")).isEqualTo(new YesNo(false, "否"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"≥1,328,100元 | 1328100 | 元", "≥6000㎡ | 6000 | 平方米", "≥30m³ | 30 | 立方米", "≥ 100 公里 | 100 | 公里", "≥100(百分比)|100|%"})
  void separatorsAndSpecialSignsDoNotHideTheNumber(String written, String number, String unit) {
    assertThat(((Measure) target(written)).quantity()).isEqualTo(quantity(number, unit));
  }

  /** Done in three days is done in five: taken for exactly five it would have been missed. */
  @ParameterizedTest
  @CsvSource({"5个工作日内, 5, 个工作日", "24小时内, 24, 小时", "30日内, 30, 日", "≤3天内, 3, 天", "控制在2公里内, 2, 公里"})
  void whatIsToBeDoneWithinSoMuchIsAtMostSoMuch(String written, String number, String unit) {
    assertThat(target(written)).isEqualTo(new Measure(Sign.AT_MOST, quantity(number, unit), written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"≥95%。", "≥95%;", "≥95%;", "≥95%,", "≥95%、"})
  void theEndOfASentenceHidesNoNumber(String written) {
    assertThat(target(written)).isEqualTo(new Measure(Sign.AT_LEAST, quantity("95", "%"), written));
    assertThat(target("是。")).isEqualTo(new YesNo(true, "是。"));
  }

  @ParameterizedTest
  @CsvSource({"735, 735", "735人次, 735", "≥735人次, 735", "735人次以上, 735", "0.0735万人次, 735"})
  void anActualValueIsReadInTheTargetsUnit(String written, String number) {
    assertThat(actual(written, "≧735人次").number()).isEqualByComparingTo(number);
  }

  /** ≤202.6万元 and 132.9: nobody means 132.9 yuan. */
  @Test
  void aBareActualValueIsMeantInTheScaleOfTheTarget() {
    assertThat(actual("132.9", "≤202.6万元").number()).isEqualByComparingTo("1329000");
    assertThat(actual("1329000元", "≤202.6万元").number()).isEqualByComparingTo("1329000");
    assertThat(actual("98", "100%")).isEqualTo(quantity("98", "%"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"达成预期指标", "", "基本完成", "98%左右", "-5", "735人次(含补发)2次"})
  void anActualValueThatIsNoNumberIsNone(String written) {
    assertThat(ValueReader.actual(written, quantity("1", ""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"人, 人次, true", "元, 元/人, true", "台, 台套, true", "-, 人, true", "%, %, true",
      "米, 厘米, false", "米, 平方米, false", "斤, 公斤, false", "元, 千元, false", "里, 公里, false", "人, 户, false", "%, 人, false"})
  void unitsAreComparedOnlyWhereTheyAreTheSameMeasure(String one, String other, boolean comparable) {
    Quantity first = quantity("1", one == null ? "" : one);
    Quantity second = quantity("1", other);
    assertThat(first.comparableWith(second)).isEqualTo(comparable);
    assertThat(second.comparableWith(first)).isEqualTo(comparable);
  }

  @Test
  void anActualValueSaysYesOrNoOrNeither() {
    assertThat(ValueReader.actualYesNo("是")).contains(true);
    assertThat(ValueReader.actualYesNo(" 已完成 ")).contains(true);
    assertThat(ValueReader.actualYesNo("未完成")).contains(false);
    assertThat(ValueReader.actualYesNo("部分完成")).isEmpty();
    assertThat(ValueReader.actualYesNo("")).isEmpty();
  }

  /** Whatever is typed is read, in no time, and its text is kept. */
  @Test
  void noTextIsLostAndNoneMakesTheReaderStumble() {
    String alphabet = "0123456789.,%≥≤=<>~-至年月日底前()万亿元人 、;;,。优良以上以下达不低于超过完成时间\n\t㎡";
    Random random = new Random(3001);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(1, 25), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
      String written = text.toString();
      if (!written.isBlank()) {
        assertThat(target(written).text()).isEqualTo(written.strip());
      }
      ValueReader.actual(written, quantity("1", ""));
      ValueReader.actualDay(written, YEAR);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "年", "9,", "1-", "达", "前完成", "(", "≥", "2021年", " "})
  void aThousandCharactersTakeNoTime(String piece) {
    String written = "x" + piece.repeat(4_000 / piece.length());
    assertTimeout(Duration.ofSeconds(1), () -> {
      ValueReader.target(written, YEAR);
      ValueReader.target(piece.repeat(4_000 / piece.length()) + "x", YEAR);
    });
  }

  private static Target target(String written) {
    return ValueReader.target(written, YEAR).value().orElseThrow();
  }

  private static Quantity actual(String written, String target) {
    return ValueReader.actual(written, ((Measure) target(target)).quantity()).orElseThrow();
  }

  private static Quantity quantity(String number, String unit) {
    return new Quantity(new BigDecimal(number), unit, BigDecimal.ONE);
  }
}
