package org.jiheng.app.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Rate;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.Words;
import org.jiheng.app.scoring.SelfEvaluationScoring.Comparison;
import org.jiheng.app.scoring.SelfEvaluationScoring.Form;
import org.jiheng.app.scoring.SelfEvaluationScoring.Found;
import org.jiheng.app.scoring.SelfEvaluationScoring.Result;
import org.jiheng.app.scoring.SelfEvaluationScoring.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A self-evaluation scored whole (DOMAIN 5.2, 5.3 with T9 to T15, gate B6; 财预〔2020〕10号). */
class SelfEvaluationScoringTest {

  // ---- execution of the budget

  @Test
  void executionScoresInProportionToTheAdjustedBudget_T10() {
    assertThat(form().money("100", "95.88").score().execution().value()).contains(Score.of("9.59"));
  }

  @Test
  void aThousandYuanOfAMillionEarnACent_T11() {
    assertThat(form().yuan("1328100", "1000").score().execution().value()).contains(Score.of("0.01"));
  }

  @Test
  void spendingAboveTheBudgetScoresTheFullWeightAndSaysSo_T15() {
    Result result = form().money("100", "110").score();
    assertThat(result.execution().value()).contains(Score.of("10.00"));
    assertThat(result.execution().reason().rule()).isEqualTo("execution.overspent");
    assertThat(result.executionRate()).contains(Rate.of("1.1"));
    sayAll(result);
  }

  @Test
  void aBudgetOfZeroEarnsNothingAndSaysWhy() {
    Result result = form().money("0", "0").score();
    assertThat(result.execution().value()).contains(Score.ZERO);
    assertThat(result.execution().reason().rule()).isEqualTo("execution.no-budget");
    assertThat(result.executionRate()).isEmpty();
    sayAll(result);
  }

  @Test
  void theExecutionWeightIsTheForms() {
    assertThat(form().executionWeight("9").money("29", "27.8").score().execution().value()).contains(Score.of("8.63"));
    assertThat(form().executionWeight("20").yuan("15147", "12458").score().execution().value()).contains(Score.of("16.45"));
  }

  /** 15 × 1999 ÷ 3000 is half a cent above 9.99 exactly; a rate cut off first would lose it. */
  @Test
  void executionIsRoundedOnce() {
    assertThat(form().executionWeight("15").yuan("3000", "1999").score().execution().value()).contains(Score.of("10.00"));
  }

  // ---- total and grade

  @Test
  void theTotalIsTheSumOfRoundedScoresAndTheGradeFollows() {
    Result result = form().money("100", "95.88").row("≥3", "2", "15", "已说明").row("≥100%", "98%", "75", "已说明").score();
    assertThat(result.total().value()).as("10.00 + 73.50 + 9.59").contains(Score.of("93.09"));
    assertThat(result.grade().flatMap(grade -> grade.value())).contains(Grade.EXCELLENT);
    assertThat(result.problems()).isEmpty();
    sayAll(result);
  }

  @ParameterizedTest
  @CsvSource({"80, EXCELLENT, 90.00", "79.99, GOOD, 89.99", "70, GOOD, 80.00", "69.99, FAIR, 79.99", "50, FAIR, 60.00", "49.99, POOR, 59.99"})
  void aTotalOnTheLineGetsTheBetterGrade(String points, Grade grade, String total) {
    Result result = form().judged("90", points, Optional.empty(), "已说明").score();
    assertThat(result.total().value()).contains(Score.of(total));
    assertThat(result.grade().flatMap(reasoned -> reasoned.value())).contains(grade);
  }

  @Test
  void aTotalIsNeverAboveAHundredAndSaysWhereItWasCutOff() {
    Result result = form().row("≥1", "1", "100", "").score();
    assertThat(result.total().value()).contains(Score.HUNDRED);
    assertThat(result.total().reason().rule()).isEqualTo("total.above-hundred");
    sayAll(result);
  }

  @Test
  void thereIsNoTotalAndNoGradeWhileAPieceIsMissing() {
    for (Result result : List.of(form().row("≥1", "", "90", "").score(), form().row("有效", "有效", "90", "").score(),
        new Builder().row("≥1", "1", "90", "").score())) {
      assertThat(result.total().value()).isEmpty();
      assertThat(result.total().reason().rule()).isEqualTo("total.incomplete");
      assertThat(result.grade()).isEmpty();
      sayAll(result);
    }
  }

  /** R23: switched off unless the jurisdiction wants it. */
  @ParameterizedTest
  @CsvSource({"80, 98.00, 98.00", "79.99, 98.00, 89.00", "70, 97.00, 89.00", "69.99, 97.00, 79.00", "60, 96.00, 79.00", "59.99, 96.00, 69.00",
      "50, 95.00, 69.00", "49.99, 95.00, 59.00", "0, 90.00, 59.00"})
  void aLowExecutionHoldsTheTotalDownWhereTheJurisdictionSaysSo(String executed, String free, String held) {
    Builder form = new Builder().money("100", executed).row("≥1", "1", "90", "");
    assertThat(form.score().total().value()).contains(Score.of(free));
    Result result = form.score(Rules.with("score.exec_ceiling", "on"));
    assertThat(result.total().value()).contains(Score.of(held));
    assertThat(result.total().because("total.ceiling")).isEqualTo(!free.equals(held));
    sayAll(result);
  }

  @Test
  void aCeilingNeverLiftsATotal() {
    Result result = new Builder().money("100", "75").judged("90", "30", Optional.of(Achievement.NOT_ACHIEVED), "已说明").score(Rules.with("score.exec_ceiling", "on"));
    assertThat(result.total().value()).contains(Score.of("37.50"));
    assertThat(result.total().reason().rule()).isEqualTo("total.sum");
  }

  // ---- weights

  @Test
  void weightsWithTheExecutionWeightMakeAHundred() {
    assertThat(form().row("≥1", "1", "90", "").score().problems()).isEmpty();
    assertThat(form().executionWeight("9").row("≥1", "1", "91", "").score().problems()).isEmpty();
    assertThat(form().executionWeight("0").row("≥1", "1", "100", "").score().problems()).isEmpty();
    assertThat(form().row("≥1", "1", "89.99", "").score().problems())
        .contains(new Found("", "weights", new Problem("weights.not-hundred", Map.of("sum", "99.99", "execution", "10.00"))));
    assertThat(form().row("≥1", "1", "100", "").score().weights()).isEqualTo(Score.of("110"));
  }

  // ---- words

  @Test
  void wordsGetThePointsTheUnitGivesWithinTheBandOfTheirDegree_T9() {
    Result twelve = form().judged("20", "12", Optional.of(Achievement.PARTLY), "已说明").score();
    assertThat(twelve.row("1").judged()).isTrue();
    assertThat(twelve.row("1").effective()).contains(Score.of("12"));
    assertThat(twelve.row("1").computed().value()).isEmpty();
    assertThat(of(twelve, "1")).isEmpty();

    Result sixteen = form().judged("20", "16", Optional.of(Achievement.PARTLY), "已说明").score();
    assertThat(of(sixteen, "1")).containsExactly(
        new Found("1", "reported", new Problem("reported.outside-band", Map.of("score", "16.00", "band", "12.00–16.00"))));
    assertThat(sixteen.row("1").effective()).isEmpty();
    assertThat(sixteen.total().value()).isEmpty();
  }

  @Test
  void wordsNeedADegreeAndPoints() {
    assertThat(of(form().row("有效", "有效", "20", "").score(), "1")).containsExactlyInAnyOrder(
        new Found("1", "level", Problem.of("level.missing")), new Found("1", "reported", Problem.of("reported.missing")));
  }

  @Test
  void moreThanTheWeightIsNeverCounted() {
    assertThat(form().judged("20", "95", Optional.empty(), "").score().row("1").effective()).contains(Score.of("20"));
  }

  // ---- what is missing

  @Test
  void everythingThatIsMissingIsSaidAtOnceAtItsPlace() {
    Result result = new Builder().row(new Row("7", "产出指标", "数量指标", "", "", " ", Optional.empty(), Optional.empty(), Optional.empty(), "")).score();
    assertThat(result.problems()).extracting(Found::row, Found::column, found -> found.problem().code()).containsExactlyInAnyOrder(
        tuple("7", "level3", "indicator.nameless"),
        tuple("7", "weight", "weight.missing"),
        tuple("7", "target", "target.missing"),
        tuple("7", "actual", "actual.missing"),
        tuple("", "budget", "budget.missing"),
        tuple("", "executed", "executed.missing"),
        tuple("", "weights", "weights.not-hundred"));
    assertThat(result.row("7").computed().reason().rule()).isEqualTo("score.incomplete");
    sayAll(result);
  }

  @Test
  void aFormWithoutIndicatorsIsNoSelfEvaluation() {
    assertThat(form().score().problems()).contains(new Found("", "rows", Problem.of("indicators.missing")));
  }

  /** Gate B6: a missing reason where the score is below full. */
  @Test
  void whoeverScoresLessThanFullExplainsIt() {
    assertThat(of(form().row("≥100", "95", "90", "").score(), "1")).containsExactly(
        new Found("1", "deviation", new Problem("deviation.missing", Map.of("score", "85.50", "weight", "90.00"))));
    assertThat(of(form().row("≥100", "95", "90", "雨季推迟").score(), "1")).isEmpty();
    assertThat(of(form().judged("20", "15", Optional.of(Achievement.PARTLY), "").score(), "1")).extracting(found -> found.problem().code())
        .containsExactly("deviation.missing");
  }

  @Test
  void whoeverIsFarAboveTheTargetExplainsIt() {
    List<Found> found = of(form().row("≥9", "20", "90", "").score(), "1");
    assertThat(found).containsExactly(new Found("1", "deviation", new Problem("deviation.over", Map.of("completion", "222.22%", "threshold", "130.00%"))));
    assertThat(Words.chinese().say(found.getFirst().problem())).isEqualTo("完成率 222.22%,超过 130.00%,请说明指标值是否偏低。");
    assertThat(of(form().row("≥9", "20", "90", "需求增加").score(), "1")).isEmpty();
  }

  // ---- alarms

  @Test
  void scoresThatRunAheadOfExecutionRaiseARedAlarm_T12() {
    Result result = new Builder().money("100", "70").judged("90", "88", Optional.of(Achievement.ACHIEVED), "已说明").score();
    assertThat(alarm(result, "alarm.red").inputs()).containsEntry("scored", "88.00").containsEntry("execution", "7.00").containsEntry("ahead", "28.41%");
    sayAll(result);
  }

  @Test
  void inStepWithExecutionThereIsNoAlarm() {
    // 0.05 exactly is not more than 0.05: (1 − 0.95) ÷ 1
    assertThat(new Builder().money("100", "95").row("≥1", "1", "90", "").score().alarms()).isEmpty();
    assertThat(new Builder().money("100", "94.9").row("≥1", "1", "90", "").score().alarms()).extracting(Reason::rule).containsExactly("alarm.red");
  }

  @Test
  void withoutAnyIndicatorScoreNothingRunsAhead() {
    assertThat(new Builder().money("100", "95").row("≥100", "0", "90", "已说明").score().alarms()).isEmpty();
  }

  @Test
  void theRedAlarmKnowsTheFormsExecutionWeight() {
    Result result = new Builder().executionWeight("20").money("100", "90").row("≥1", "1", "80", "").score();
    assertThat(alarm(result, "alarm.red").inputs()).as("80 of 80 against 18 of 20").containsEntry("ahead", "10.00%");
    assertThat(new Builder().executionWeight("0").money("100", "90").row("≥1", "1", "100", "").score().alarms()).isEmpty();
  }

  @Test
  void moreThanAFifthUnspentOrNoBudgetAtAllRaisesAYellowAlarm() {
    Result fifth = new Builder().money("100", "80").row("≥100", "80", "90", "已说明").score();
    assertThat(fifth.alarms()).as("a fifth exactly, and in step").isEmpty();
    Result more = new Builder().money("100", "79.99").row("≥100", "79.99", "90", "已说明").score();
    assertThat(more.alarms()).extracting(Reason::rule).containsExactly("alarm.yellow");
    assertThat(new Builder().money("0", "0").row("≥100", "0", "90", "已说明").score().alarms()).extracting(Reason::rule).containsExactly("alarm.yellow");
    sayAll(more);
  }

  @Test
  void aJurisdictionMovesTheAlarms() {
    Builder form = new Builder().money("100", "70").row("≥100", "75", "90", "已说明");
    assertThat(form.score().alarms()).extracting(Reason::rule).containsExactly("alarm.red", "alarm.yellow");
    assertThat(form.score(Rules.with("score.alarm.red", "0.1", "score.alarm.yellow", "0.3")).alarms()).isEmpty();
  }

  // ---- reported and computed

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"9.80, 9.80, MATCHES", "9, 9.80, MATCHES_AFTER_ROUNDING", "10, 9.80, MATCHES_AFTER_ROUNDING",
      "9.8, 9.86, MATCHES_AFTER_ROUNDING", "9.9, 9.86, MATCHES_AFTER_ROUNDING", "9.7, 9.86, DEVIATES", "7, 10, DEVIATES", "11, 9.80, DEVIATES",
      "-, 9.80, NOT_REPORTED", "9.80, -, NOT_COMPUTABLE", "-, -, NOT_REPORTED"})
  void aReportedScoreIsHeldAgainstTheComputedOneAndSomebodysRoundingIsRecognised(String reported, String computed, Comparison comparison) {
    assertThat(SelfEvaluationScoring.compare(Optional.ofNullable(reported).map(Score::of), Optional.ofNullable(computed).map(Score::of))).isEqualTo(comparison);
  }

  @Test
  void aReportedScoreIsNeverTakenForTheComputedOne() {
    Row row = new Row("1", "产出指标", "数量指标", "资金到位及时率", "≧100%", "100%", Optional.of(Score.of("90")), Optional.of(Score.of("87")), Optional.empty(), "");
    Result result = form().row(row).score();
    assertThat(result.row("1").reported()).contains(Score.of("87"));
    assertThat(result.row("1").effective()).contains(Score.of("90"));
    assertThat(result.row("1").comparison()).isEqualTo(Comparison.DEVIATES);
    assertThat(result.total().value()).contains(Score.HUNDRED);
  }

  @Test
  void satisfactionIsKnownByEitherLevelOfItsName() {
    RuleSet rules = Rules.with("score.satisfaction_mode", "NINETY_SIXTY");
    for (String[] levels : new String[][] {{"满意度指标", "服务对象满意度指标"}, {"服务对象满意度", ""}, {"效益指标", "满意度指标"}}) {
      Row row = new Row("1", levels[0], levels[1], "家长满意度", "≥95%", "90%", Optional.of(Score.of("10")), Optional.empty(), Optional.empty(), "");
      assertThat(form().row(row).score(rules).row("1").computed().value()).as(levels[0]).contains(Score.of("10"));
    }
    Row other = new Row("1", "产出指标", "质量指标", "合格率", "≥95%", "90%", Optional.of(Score.of("10")), Optional.empty(), Optional.empty(), "");
    assertThat(form().row(other).score(rules).row("1").computed().value()).contains(Score.of("9.47"));
  }

  @Test
  void theSameFormAndRulesGiveTheSameResultForEver() {
    Builder form = new Builder().money("100", "70").row("≥9", "20", "45", "").judged("45", "44", Optional.of(Achievement.ACHIEVED), "");
    assertThat(form.score()).isEqualTo(form.score());
  }

  private static Reason alarm(Result result, String rule) {
    return result.alarms().stream().filter(reason -> reason.rule().equals(rule)).findFirst().orElseThrow();
  }

  private static List<Found> of(Result result, String row) {
    return result.problems().stream().filter(found -> found.row().equals(row)).toList();
  }

  /** Everything the result says can be said, with every place of its sentences filled. */
  private static void sayAll(Result result) {
    List<Reason> reasons = new ArrayList<>(result.alarms());
    result.rows().forEach(row -> reasons.addAll(row.computed().reasons()));
    reasons.addAll(result.execution().reasons());
    reasons.addAll(result.total().reasons());
    result.grade().ifPresent(grade -> reasons.addAll(grade.reasons()));
    assertThat(reasons).allSatisfy(reason -> assertThat(Words.chinese().say(reason)).doesNotContain("{"));
    assertThat(result.problems()).allSatisfy(found -> assertThat(Words.chinese().say(found.problem())).doesNotContain("{"));
  }

  /** A form with its budget spent. */
  private static Builder form() {
    return new Builder().money("100", "100");
  }

  private static final class Builder {

    private final List<Row> rows = new ArrayList<>();
    private Optional<Money> budget = Optional.empty();
    private Optional<Money> executed = Optional.empty();
    private String executionWeight = "10";

    /** In 万元. */
    Builder money(String budget, String executed) {
      this.budget = Optional.of(Money.ofWan(budget));
      this.executed = Optional.of(Money.ofWan(executed));
      return this;
    }

    Builder yuan(String budget, String executed) {
      this.budget = Optional.of(Money.ofYuan(budget));
      this.executed = Optional.of(Money.ofYuan(executed));
      return this;
    }

    Builder executionWeight(String weight) {
      executionWeight = weight;
      return this;
    }

    Builder row(String target, String actual, String weight, String deviation) {
      return row(new Row(key(), "产出指标", "数量指标", "指标", target, actual, Optional.of(Score.of(weight)), Optional.empty(), Optional.empty(), deviation));
    }

    Builder judged(String weight, String points, Optional<Achievement> level, String deviation) {
      return row(new Row(key(), "效益指标", "社会效益指标", "指标", "显著提升", "有所提升", Optional.of(Score.of(weight)), Optional.of(Score.of(points)), level, deviation));
    }

    Builder row(Row row) {
      rows.add(row);
      return this;
    }

    private String key() {
      return String.valueOf(rows.size() + 1);
    }

    Result score() {
      return score(RuleSet.standard());
    }

    Result score(RuleSet rules) {
      return SelfEvaluationScoring.score(new Form(2023, rows, budget, executed, Score.of(executionWeight), Optional.empty(), Optional.empty()), rules);
    }
  }
}
