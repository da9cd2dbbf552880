package org.jiheng.app.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.api.AbstractStringAssert;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.Words;
import org.jiheng.app.indicator.ValueReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The score of one indicator (DOMAIN 5.3, test vectors T1 to T8; 财预〔2020〕10号). */
class IndicatorRuleTest {

  private static final int YEAR = 2023;

  // ---- higher is better

  @Test
  void belowTheTargetItScoresInProportion_T1() {
    scores("≥100", "95", "10", RuleSet.standard(), "9.50", "score.in-proportion");
  }

  @Test
  void proportionIsRoundedHalfUp_T2() {
    scores("≥3个", "2个", "15", RuleSet.standard(), "10.00", "score.in-proportion");
    scores("≥3000", "1999", "15", RuleSet.standard(), "10.00", "score.in-proportion");
    scores("≥8755", "8676", "15", RuleSet.standard(), "14.86", "score.in-proportion");
  }

  @Test
  void farAboveTheTargetItScoresInFullAndMustBeExplained_T3() {
    Reasoned<Score> score = scores("≥9次", "20次", "10", RuleSet.standard(), "10.00", "score.met");
    assertThat(score.because("score.over")).isTrue();
    assertThat(score.reasons().getLast().inputs()).containsEntry("completion", "222.22%").containsEntry("threshold", "130.00%");
  }

  @Test
  void whereAJurisdictionSaysSoItCostsTwoPoints_T4() {
    RuleSet rules = Rules.with("score.over.mode", "FIXED");
    Reasoned<Score> score = scores("≥9次", "20次", "10", rules, "8.00", "score.met");
    assertThat(score.reasons()).extracting(Reason::rule).containsExactly("score.met", "score.over", "score.over-deducted");
    assertThat(score.reasons().getLast().inputs()).containsEntry("less", "2.00");
    scores("≥9次", "20次", "1.5", rules, "0.00", "score.met");
  }

  /** O3: weight × (1 − (A ÷ T − 1.3)), not below 0. */
  @ParameterizedTest
  @CsvSource({"130, 10.00", "131, 9.90", "180, 5.00", "229.99, 0.00", "230, 0.00", "900, 0.00"})
  void orItCostsInProportionToWhatIsAboveTheThreshold(String actual, String points) {
    scores("≥100", actual, "10", Rules.with("score.over.mode", "PROPORTIONAL"), points, "score.met");
  }

  @Test
  void exactlyAtTheThresholdNothingNeedsExplaining() {
    assertThat(scores("≥100", "130", "10", RuleSet.standard(), "10.00", "score.met").because("score.over")).isFalse();
    assertThat(scores("≥100", "130.01", "10", RuleSet.standard(), "10.00", "score.met").because("score.over")).isTrue();
    assertThat(scores("≥100", "121", "10", Rules.with("score.over.threshold", "1.2"), "10.00", "score.met").because("score.over")).isTrue();
  }

  @Test
  void moreThanMeansMoreThan() {
    scores(">100", "101", "10", RuleSet.standard(), "10.00", "score.met");
    assertThat(score(">100", "100", "10", RuleSet.standard(), false).reason().rule()).isEqualTo("score.in-proportion");
  }

  @Test
  void aTargetOfZeroUpwardsCannotBeComputed() {
    judged("≥0", "5", "score.zero-target");
  }

  @Test
  void belowAPassFloorThereAreNoPoints() {
    RuleSet rules = Rules.with("score.pass_floor", "0.6");
    scores("≥100", "59.99", "10", rules, "0.00", "score.below-floor");
    scores("≥100", "60", "10", rules, "6.00", "score.in-proportion");
    scores("≥100", "59.99", "10", RuleSet.standard(), "6.00", "score.in-proportion");
  }

  // ---- equal

  @Test
  void aTargetWithoutDirectionIsMetByMore() {
    scores("=30人", "31人", "10", RuleSet.standard(), "10.00", "score.met");
    scores("30人", "27人", "10", RuleSet.standard(), "9.00", "score.in-proportion");
  }

  @ParameterizedTest
  @CsvSource({"30, 10.00", "27, 9.00", "33, 9.00", "60, 0.00", "90, 0.00", "0, 0.00"})
  void aStricterJurisdictionLetsADeviationCostEitherWay(String actual, String points) {
    scores("=30人", actual, "10", Rules.with("score.equal_mode", "SYMMETRIC"), points, "score.either-way");
  }

  @Test
  void nothingWantedAndNothingHappenedIsFullPoints_T8() {
    scores("=0", "0", "5", RuleSet.standard(), "5.00", "score.kept-below");
    scores("=0", "1", "5", RuleSet.standard(), "0.00", "score.above-zero");
    scores("0起", "0", "5", Rules.with("score.equal_mode", "SYMMETRIC"), "5.00", "score.kept-below");
  }

  // ---- lower is better

  @Test
  void twiceTheLimitIsWorthNothing_T5() {
    scores("≤160", "386", "15", RuleSet.standard(), "0.00", "score.exceeded-double");
    scores("≤160", "320", "15", RuleSet.standard(), "0.00", "score.exceeded-double");
    scores("≤160", "319.99", "15", RuleSet.standard(), "0.00", "score.exceeded");
  }

  @Test
  void aboveTheLimitPointsAreLostInProportion_T6() {
    scores("≤160", "200", "15", RuleSet.standard(), "11.25", "score.exceeded");
    scores("<160", "200", "15", RuleSet.standard(), "11.25", "score.exceeded");
  }

  @Test
  void orByTheRatioOfLimitAndActual_T7() {
    scores("≤160", "200", "15", Rules.with("score.reverse_mode", "RATIO"), "12.00", "score.exceeded-ratio");
    scores("≤160", "386", "15", Rules.with("score.reverse_mode", "RATIO"), "6.22", "score.exceeded-ratio");
  }

  @Test
  void withinTheLimitAllPointsAreGivenAndThriftNeedsNoExplanation() {
    Reasoned<Score> score = scores("≤202.6万元", "132.9", "10", RuleSet.standard(), "10.00", "score.kept-below");
    assertThat(score.reasons()).hasSize(1);
    scores("≤160", "0", "10", RuleSet.standard(), "10.00", "score.kept-below");
  }

  // ---- ranges

  @Test
  void insideARangeAllPointsOutsideAsTheNearerBoundSays() {
    scores("90~95分", "90分", "10", RuleSet.standard(), "10.00", "score.inside");
    scores("90~95分", "95分", "10", RuleSet.standard(), "10.00", "score.inside");
    scores("90~95分", "81分", "10", RuleSet.standard(), "9.00", "score.in-proportion");
    scores("90~95分", "114分", "10", RuleSet.standard(), "8.00", "score.exceeded");
    judged("90~95分", "90人", "score.units-differ");
    judged("90~95分", "较高", "score.actual-not-a-number");
  }

  // ---- dates

  @ParameterizedTest
  @CsvSource({"2023年6月30日, 9.00, score.on-time", "2023-06-01, 9.00, score.on-time", "2023年7月1日, 8.90, score.late", "2023年8月14日, 4.50, score.late",
      "2023年9月28日, 0.00, score.late", "2024年6月30日, 0.00, score.late"})
  void aDelayCostsInProportionUntilNinetyDays(String done, String points, String rule) {
    scores("2023年6月30日前", done, "9", RuleSet.standard(), points, rule);
  }

  @Test
  void aJurisdictionMayBeStricterWithDelays() {
    scores("2023年6月30日前", "2023年7月15日", "9", Rules.with("score.late_days", "30"), "4.50", "score.late");
  }

  @Test
  void aDeadlineMayBeAnsweredWithDoneButNotWithAnythingElse() {
    scores("2023年6月30日前", "按时完成", "9", RuleSet.standard(), "9.00", "score.said-done");
    judged("2023年6月30日前", "未完成", "score.actual-not-a-date");
    judged("2023年6月30日前", "基本按期", "score.actual-not-a-date");
  }

  // ---- yes or no, words, what does not fit

  @Test
  void doneOrNotDoneIsAllOrNothing() {
    scores("是", "是", "8", RuleSet.standard(), "8.00", "score.done");
    scores("是", "否", "8", RuleSet.standard(), "0.00", "score.not-done");
    scores("否", "否", "8", RuleSet.standard(), "8.00", "score.done");
    judged("是", "部分", "score.neither-yes-nor-no");
  }

  @Test
  void wordsAreJudgedNotComputed() {
    judged("显著提升", "显著提升", "score.graded");
    judged("≥735人次", "达成预期指标", "score.actual-not-a-number");
  }

  @Test
  void unlikeUnitsAreNotComparedBehindAnybodysBack() {
    judged("≥266米", "50厘米", "score.units-differ");
    judged("≥3500公斤", "3500斤", "score.units-differ");
    judged("≥100%", "100人", "score.units-differ");
  }

  // ---- satisfaction

  @Test
  void satisfactionIsARateLikeAnyOtherByDefault() {
    assertThat(score("≥95%", "90%", "10", RuleSet.standard(), true).value()).contains(Score.of("9.47"));
  }

  @ParameterizedTest
  @CsvSource({"95%, 10.00", "90%, 10.00", "89.99%, 10.00", "75%, 5.00", "60%, 0.00", "59%, 0.00", "0%, 0.00", "90, 10.00"})
  void orFullFromNinetyAndNothingBelowSixtyPerCent(String actual, String points) {
    Reasoned<Score> score = score("≥95%", actual, "10", Rules.with("score.satisfaction_mode", "NINETY_SIXTY"), true);
    assertThat(score.value()).contains(Score.of(points));
    assertThat(score.reason().rule()).isEqualTo("score.satisfaction");
    assertThat(score.reason().article()).isEqualTo("财预〔2021〕101号");
  }

  @Test
  void aSatisfactionInMarksIsNoPercentage() {
    Reasoned<Score> score = score("≥4.5分", "4.6分", "10", Rules.with("score.satisfaction_mode", "NINETY_SIXTY"), true);
    assertThat(score.value()).contains(Score.of("10"));
    assertThat(score.reason().rule()).isEqualTo("score.met");
  }

  // ---- whatever the inputs

  @Test
  void noScoreIsEverAboveItsWeightOrBelowZeroAndTheSameInputsGiveTheSame() {
    Random random = new Random(10);
    String[] signs = {"≥", ">", "=", "≤", "<", ""};
    RuleSet[] rules = {RuleSet.standard(), Rules.with("score.equal_mode", "SYMMETRIC", "score.reverse_mode", "RATIO", "score.over.mode", "PROPORTIONAL"),
        Rules.with("score.over.mode", "FIXED", "score.pass_floor", "0.6", "score.satisfaction_mode", "NINETY_SIXTY")};
    for (int i = 0; i < 5_000; i++) {
      String target = signs[random.nextInt(signs.length)] + number(random);
      String actual = number(random);
      String weight = random.nextInt(0, 51) + "." + random.nextInt(10, 100);
      RuleSet rule = rules[random.nextInt(rules.length)];
      boolean satisfaction = random.nextBoolean();
      Reasoned<Score> score = score(target, actual, weight, rule, satisfaction);
      assertThat(score.value().orElse(Score.ZERO)).as("%s, %s, %s", target, actual, weight).isBetween(Score.ZERO, Score.of(weight));
      assertThat(score(target, actual, weight, rule, satisfaction)).isEqualTo(score);
      sayAll(score);
    }
  }

  private static String number(Random random) {
    return random.nextInt(200) + (random.nextBoolean() ? "" : "." + random.nextInt(1, 100));
  }

  private static Reasoned<Score> scores(String target, String actual, String weight, RuleSet rules, String points, String rule) {
    Reasoned<Score> score = score(target, actual, weight, rules, false);
    assertThat(score.value()).as("%s, %s", target, actual).contains(Score.of(points));
    assertThat(score.reason().rule()).isEqualTo(rule);
    assertThat(score.reason().ruleSet()).isEqualTo(rules.name());
    sayAll(score);
    return score;
  }

  private static void judged(String target, String actual, String rule) {
    Reasoned<Score> score = score(target, actual, "10", RuleSet.standard(), false);
    assertThat(score.value()).as("%s, %s", target, actual).isEmpty();
    assertThat(score.reason().rule()).isEqualTo(rule);
    sayAll(score);
  }

  /** Every score can say how it came about, with every place of its sentences filled. */
  private static void sayAll(Reasoned<Score> score) {
    score.reasons().forEach(reason -> said(reason).isNotBlank().doesNotContain("{"));
  }

  private static AbstractStringAssert<?> said(Reason reason) {
    return assertThat(Words.chinese().say(reason)).as(reason.rule());
  }

  private static Reasoned<Score> score(String target, String actual, String weight, RuleSet rules, boolean satisfaction) {
    return new IndicatorRule(rules, YEAR, satisfaction).score(ValueReader.target(target, YEAR).value().orElseThrow(), actual, Score.of(weight));
  }
}
