package org.jiheng.app.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.app.goal.Sample.line;
import static org.jiheng.app.goal.Sample.sound;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalSurroundings.Adjusting;
import org.jiheng.app.goal.GoalSurroundings.CommonIndicator;
import org.jiheng.app.goal.GoalSurroundings.OtherGoal;
import org.jiheng.app.goal.GoalSurroundings.OtherLine;
import org.jiheng.app.goal.IndicatorKind.Level1;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellKey;
import org.junit.jupiter.api.Test;

/** The checks of DOMAIN 3.6, each with what it lets pass and what it finds. */
class GoalCheckTest {

  private static final CommonIndicator MEALS =
      new CommonIndicator("JY-001", "产出指标", "数量指标", "受益学生人数", "≥", "人");
  private static final OtherGoal HEALTH = new OtherGoal("卫生院", "乡镇卫生院运转", Stream.of(
      new OtherLine("培训医务人员人次", "≥120人次"), new OtherLine("培训合格率", "≥95%"), new OtherLine("培训完成时间", "2023年10月底"),
      new OtherLine("群众就诊满意度", "≥92%")).toList());

  @Test
  void aSoundGoalHasNothingToMend() {
    assertThat(sound().budget("100").findings()).isEmpty();
  }

  @Test
  void everyCheckHasItsNumberAndItsArticle() {
    assertThat(GoalCheck.values()).extracting(GoalCheck::number).doesNotHaveDuplicates().contains("G1", "G2", "G3", "G4", "G5", "G6", "G7",
        "G8", "G9", "G10", "G11", "G12", "G13", "G14", "G15");
    assertThat(GoalCheck.values()).allSatisfy(check -> {
      assertThat(check.number()).matches("G[0-9]+");
      assertThat(check.article()).matches("(财预|中发)〔20[0-9]{2}〕[0-9]+号");
    });
  }

  @Test
  void aLevelSetByANumberOfBeforeStillHolds() {
    Sample vague = sound().with(line("效益指标", "生态效益指标", "生态环境", "明显改善", "0")).parameter("goal.check_levels", "3.5=HARD");
    assertThat(vague.findings(GoalCheck.NOT_VAGUE)).isNotEmpty().allMatch(one -> one.level() == GoalCheck.Level.HARD);
  }

  @Test
  void whatIsMissingIsNamedAtItsCell_财预2015第88号() {
    Sample goal = sound().text("").with(line("产出指标", "数量指标", "", "3次", "")).with(line("其他指标", "", "检查", "", "0"));
    assertThat(goal.codes(GoalCheck.COMPLETE)).containsExactlyInAnyOrder("goal.annual-missing", "indicator.nameless", "weight.missing",
        "goal.level-unknown", "target.missing");
    assertThat(goal.findings(GoalCheck.COMPLETE)).anySatisfy(finding ->
        assertThat(finding.cell()).isEqualTo(GoalCells.indicator(goal.lines().getLast().id(), GoalColumn.LEVEL1)));
  }

  @Test
  void g1_pointsOfAClassAreThoseOfTheSchemeExactly_财预2020第10号() {
    assertThat(sound().findings(GoalCheck.WEIGHTS)).isEmpty();
    Sample short_ = sound().weight("受益学生人数", "19.99");
    assertThat(short_.findings(GoalCheck.WEIGHTS)).singleElement().satisfies(finding -> {
      assertThat(finding.stops()).isTrue();
      assertThat(finding.cell()).isEqualTo(GoalCells.indicator(short_.lines().getFirst().id(), GoalColumn.WEIGHT));
      assertThat(finding.problem().inputs()).containsEntry("sum", "49.99").containsEntry("points", "50.00").containsEntry("scheme", "不设成本一级指标");
    });
  }

  @Test
  void g1_aUnitsOwnPointsNeedTheRightAReasonAndHundredAltogether_财预2020第10号() {
    Sample own = sound().own(Level1.OUTPUT, "60").own(Level1.BENEFIT, "20").own(Level1.SATISFACTION, "10")
        .weight("受益学生人数", "30").weight("学生贫血率", "20");
    assertThat(own.codes(GoalCheck.WEIGHTS)).contains("goal.scheme-not-free");
    own.parameter("goal.free_adjust", "true");
    assertThat(own.codes(GoalCheck.WEIGHTS)).containsExactly("goal.scheme-without-reason");
    assertThat(own.because("以产出为主的一次性项目").findings(GoalCheck.WEIGHTS)).isEmpty();
    assertThat(own.own(Level1.OUTPUT, "61").codes(GoalCheck.WEIGHTS)).contains("goal.scheme-not-hundred");
  }

  @Test
  void g1_aClassOfTheSchemeWithoutALineIsMissingItsPoints_财预2020第10号() {
    Sample own = sound().parameter("goal.free_adjust", "true").because("成本是重点").own(Level1.COST, "10").own(Level1.OUTPUT, "50")
        .own(Level1.BENEFIT, "30").without("学生家长满意度");
    assertThat(own.findings(GoalCheck.WEIGHTS)).singleElement().satisfies(finding -> {
      assertThat(finding.stops()).isTrue();
      assertThat(finding.cell()).isEqualTo(GoalCells.INDICATORS);
      assertThat(finding.problem().inputs()).containsEntry("class", "成本指标").containsEntry("sum", "0.00").containsEntry("points", "10.00");
    });
    own.with(line("成本指标", "经济成本指标", "人均成本", "≤6元", "10"));
    assertThat(own.findings(GoalCheck.WEIGHTS)).isEmpty();
  }

  @Test
  void g2_outputsHaveAQuantityAndThereIsABenefit_财预2021第101号() {
    assertThat(sound().findings(GoalCheck.OUTPUT_AND_BENEFIT)).isEmpty();
    assertThat(sound().without("受益学生人数").without("学生贫血率").codes(GoalCheck.OUTPUT_AND_BENEFIT))
        .containsExactly("goal.quantity-missing", "goal.benefit-missing");
  }

  @Test
  void g3_aCostIsHeldDownNeverUp_财预2021第101号() {
    assertThat(sound().with(line("成本指标", "经济成本指标", "项目总投入", "≤100万元", "20")).findings(GoalCheck.COST_SIGN)).isEmpty();
    assertThat(sound().with(line("产出指标", "成本指标", "人均成本", "=1600元/人", "20")).findings(GoalCheck.COST_SIGN)).isEmpty();
    assertThat(sound().with(line("产出指标", "成本指标", "项目总投入", "≥6070万元", "20")).findings(GoalCheck.COST_SIGN))
        .singleElement().matches(GoalFinding::stops);
  }

  @Test
  void g3_g6_theWholePeriodsTargetIsHeldToTheSame_DOMAIN3第2条() {
    Sample cost = sound().with(line("产出指标", "成本指标", "项目总投入", "≤100万元", "20")).medium("项目总投入", "≥300万元");
    assertThat(cost.findings(GoalCheck.COST_SIGN)).singleElement().satisfies(finding -> {
      assertThat(finding.cell()).isEqualTo(GoalCells.indicator(cost.lines().getLast().id(), GoalColumn.MEDIUM));
      assertThat(finding.problem().inputs()).containsEntry("target", "≥300万元");
    });
    assertThat(cost.medium("项目总投入", "≤300万元").findings(GoalCheck.COST_SIGN)).isEmpty();
    Sample zero = sound().medium("学生贫血率", "≥0%");
    assertThat(zero.findings(GoalCheck.NOT_ZERO)).singleElement().satisfies(finding ->
        assertThat(finding.cell()).isEqualTo(GoalCells.indicator(zero.lines().get(3).id(), GoalColumn.MEDIUM)));
  }

  @Test
  void g4_g10_onlyTheYearsTargetIsHeldAgainstTheYearsMoneyAndTheYearBefore_DOMAIN3第6条() {
    assertThat(sound().budget("100").with(line("产出指标", "成本指标", "总投入", "≤100万元", "0")).medium("总投入", "≤300万元")
        .findings(GoalCheck.COST_WITHIN_BUDGET)).isEmpty();
    assertThat(sound().lastYear("受益学生人数", "730").medium("受益学生人数", "≥700人").findings(GoalCheck.BETTER_THAN_LAST_YEAR)).isEmpty();
  }

  @Test
  void g4_whatItCostsIsWithinTheBudgetOrTheUnitSaysWhy_财预2021第101号() {
    assertThat(sound().budget("100").with(line("成本指标", "经济成本指标", "总投入", "≤100万元", "20")).findings(GoalCheck.COST_WITHIN_BUDGET)).isEmpty();
    assertThat(sound().budget("100").with(line("成本指标", "经济成本指标", "每亩补助", "≤1600元/亩", "20")).findings(GoalCheck.COST_WITHIN_BUDGET)).isEmpty();
    Sample above = sound().budget("100").with(line("产出指标", "成本指标", "总投入", "250万", "20"));
    assertThat(above.findings(GoalCheck.COST_WITHIN_BUDGET)).singleElement().matches(GoalFinding::stops);
    assertThat(above.note("总投入", "含自筹资金 150 万元").findings(GoalCheck.COST_WITHIN_BUDGET)).singleElement().matches(finding -> !finding.stops());
  }

  @Test
  void g5_aQuantityIsANumberAndAShareIsNotAboveHundredPerCent_财预2015第88号() {
    assertThat(sound().target("受益学生人数", "全覆盖").codes(GoalCheck.NUMERIC)).containsExactly("goal.not-a-number");
    assertThat(sound().target("学生贫血率", "明显降低").findings(GoalCheck.NUMERIC)).isEmpty();
    assertThat(sound().target("学生贫血率", "≥ 较高水平").codes(GoalCheck.NUMERIC)).containsExactly("goal.not-a-number");
    assertThat(sound().target("食品抽检合格率", "≥120%").codes(GoalCheck.NUMERIC)).containsExactly("goal.percent-above-hundred");
    assertThat(sound().with(line("效益指标", "经济效益指标", "产值增长率", "≥150%", "0")).findings(GoalCheck.NUMERIC)).isEmpty();
  }

  @Test
  void g5_theWholePeriodsTargetIsANumberAsWell_DOMAIN3第2条() {
    assertThat(sound().medium("受益学生人数", "全覆盖").findings(GoalCheck.NUMERIC)).singleElement().satisfies(finding ->
        assertThat(finding.cell().last()).isEqualTo("medium"));
    assertThat(sound().medium("食品抽检合格率", "≥120%").codes(GoalCheck.NUMERIC)).containsExactly("goal.percent-above-hundred");
    assertThat(sound().medium("受益学生人数", "≥2200人").findings(GoalCheck.NUMERIC)).isEmpty();
  }

  @Test
  void g5_nothingIsAimedAtBelowZeroUnlessItIsAChange_财预2015第88号() {
    assertThat(sound().target("受益学生人数", "≥-5人").codes(GoalCheck.NUMERIC)).containsExactly("goal.negative");
    assertThat(sound().target("学生贫血率", "负3%").codes(GoalCheck.NUMERIC)).containsExactly("goal.negative");
    assertThat(sound().target("学生贫血率", "≤-2%").codes(GoalCheck.NUMERIC)).containsExactly("goal.negative");
    assertThat(sound().target("受益学生人数", "700-735人").findings(GoalCheck.NUMERIC)).isEmpty();
    assertThat(sound().with(line("效益指标", "经济效益指标", "能耗增长率", "≤-2%", "0")).findings(GoalCheck.NUMERIC)).isEmpty();
  }

  @Test
  void g6_atLeastNothingIsNoGoal_财预2020第10号() {
    assertThat(sound().target("学生贫血率", "≥0%").findings(GoalCheck.NOT_ZERO)).singleElement().matches(GoalFinding::stops);
    assertThat(sound().target("学生贫血率", "≤0%").findings(GoalCheck.NOT_ZERO)).isEmpty();
    assertThat(sound().target("学生贫血率", "=0起").findings(GoalCheck.NOT_ZERO)).isEmpty();
  }

  @Test
  void g7_noIndicatorStandsTwiceNorIsOutputAndBenefitAtOnce_财预2015第88号() {
    assertThat(sound().findings(GoalCheck.ONCE)).isEmpty();
    assertThat(sound().with(line("产出指标", "数量指标", "受益 学生人数", "≥735人", "0")).codes(GoalCheck.ONCE)).containsExactly("goal.twice");
    assertThat(sound().with(line("效益指标", "社会效益指标", "受益学生人数", "≥735人", "0")).codes(GoalCheck.ONCE)).containsExactly("goal.output-as-benefit");
  }

  @Test
  void g8_payingMoneyOutIsNoPublicProduct_财预2015第88号() {
    assertThat(sound().with(line("产出指标", "数量指标", "发放补贴资金", "≥50万元", "0")).findings(GoalCheck.NO_PAYING_OUT)).hasSize(1);
    assertThat(sound().with(line("产出指标", "数量指标", "财政投入", "=50万元", "0")).findings(GoalCheck.NO_PAYING_OUT)).hasSize(1);
    assertThat(sound().with(line("产出指标", "数量指标", "补贴资金发放人数", "≥50人", "0")).findings(GoalCheck.NO_PAYING_OUT)).isEmpty();
    assertThat(sound().with(line("产出指标", "时效指标", "补贴资金发放完成时间", "2023年底", "0")).findings(GoalCheck.NO_PAYING_OUT)).isEmpty();
  }

  @Test
  void g9_indicatorsOfAnotherUnitAreNoticed_财预2015第88号() {
    Sample copied = new Sample().others(HEALTH).text(Sample.TEXT)
        .with(line("产出指标", "数量指标", "培训医务人员人次", "≥120人次", "20")).with(line("产出指标", "质量指标", "培训合格率", "≥95%", "20"))
        .with(line("产出指标", "时效指标", "培训完成时间", "2023年10月底", "10")).with(line("效益指标", "社会效益指标", "学生体质达标率", "≥90%", "30"));
    assertThat(copied.findings(GoalCheck.NOT_COPIED)).hasSize(3).allSatisfy(finding -> {
      assertThat(finding.problem().inputs()).containsEntry("unit", "卫生院");
      assertThat(finding.stops()).isTrue();
    });
    assertThat(copied.note("培训合格率", "两单位联合培训,口径一致").findings(GoalCheck.NOT_COPIED)).filteredOn(finding -> !finding.stops()).hasSize(1);
    assertThat(sound().others(HEALTH).findings(GoalCheck.NOT_COPIED)).isEmpty();
  }

  @Test
  void g9_aLineThatServesAnotherUnitIsNoticed_财预2015第88号() {
    assertThat(sound().others(HEALTH).with(line("产出指标", "数量指标", "卫生院就诊人次", "≥900人次", "0")).codes(GoalCheck.NOT_COPIED))
        .containsExactly("goal.names-another");
  }

  @Test
  void g9_aCommonIndicatorIsNobodysProperty_S16() {
    Sample common = new Sample().others(HEALTH);
    HEALTH.lines().forEach(one -> common.with(line("产出指标", "数量指标", one.level3(), one.target(), "5")).code(one.level3(), "C" + one.level3()));
    assertThat(common.findings(GoalCheck.NOT_COPIED)).isEmpty();
  }

  @Test
  void g10_aTargetNotBetterThanLastYearsFigureAsksWhy_财预2021第101号() {
    assertThat(sound().lastYear("受益学生人数", "730").findings(GoalCheck.BETTER_THAN_LAST_YEAR)).isEmpty();
    assertThat(sound().lastYear("受益学生人数", "735人").findings(GoalCheck.BETTER_THAN_LAST_YEAR)).singleElement().matches(GoalFinding::stops);
    assertThat(sound().lastYear("受益学生人数", "800人").note("受益学生人数", "两所学校合并,学生减少").findings(GoalCheck.BETTER_THAN_LAST_YEAR))
        .singleElement().matches(finding -> !finding.stops());
    assertThat(sound().lastYear("学生贫血率", "7.5%").findings(GoalCheck.BETTER_THAN_LAST_YEAR)).hasSize(1);
    assertThat(sound().lastYear("学生贫血率", "8.5%").findings(GoalCheck.BETTER_THAN_LAST_YEAR)).isEmpty();
    assertThat(sound().lastYear("食品抽检合格率", "100%").findings(GoalCheck.BETTER_THAN_LAST_YEAR)).isEmpty();
  }

  @Test
  void g11_satisfactionIsNeitherBelowEightyNorAllOfThem_财预2021第101号() {
    assertThat(sound().target("学生家长满意度", "≥79%").findings(GoalCheck.SATISFACTION)).hasSize(1);
    assertThat(sound().target("学生家长满意度", "=100%").findings(GoalCheck.SATISFACTION)).hasSize(1);
    assertThat(sound().target("学生家长满意度", "≥80%").findings(GoalCheck.SATISFACTION)).isEmpty();
    assertThat(sound().target("学生家长满意度", "≥79%").parameter("goal.least_satisfaction", "75").findings(GoalCheck.SATISFACTION)).isEmpty();
  }

  @Test
  void g11_g12_andTheVagueAreAskedOfTheWholePeriodToo_DOMAIN3第2条() {
    assertThat(sound().medium("学生家长满意度", "=100%").findings(GoalCheck.SATISFACTION)).singleElement().satisfies(finding ->
        assertThat(finding.cell().last()).isEqualTo("medium"));
    assertThat(sound().mediumText("改善学生营养。").findings(GoalCheck.GOAL_TEXT)).singleElement().satisfies(finding -> {
      assertThat(finding.cell()).isEqualTo(GoalCells.MEDIUM_GOAL);
      assertThat(finding.problem().inputs()).containsEntry("goal", "实施期目标");
    });
    assertThat(sound().mediumText(Sample.TEXT).findings(GoalCheck.GOAL_TEXT)).isEmpty();
    assertThat(sound().with(line("效益指标", "生态效益指标", "空气质量优良天数", "≥300天", "0")).medium("空气质量优良天数", "明显增加")
        .findings(GoalCheck.NOT_VAGUE)).hasSize(1);
  }

  @Test
  void g12_anOverallGoalSaysEnoughAndNamesAFigure_财预2015第88号() {
    assertThat(sound().text("提供营养午餐 735 人。").codes(GoalCheck.GOAL_TEXT)).containsExactly("goal.text-short");
    assertThat(sound().text("全年为全县农村学生提供安全、卫生、营养的午餐,改善学生体质,减轻家庭负担,促进教育公平发展。").codes(GoalCheck.GOAL_TEXT))
        .containsExactly("goal.text-without-number");
    assertThat(sound().findings(GoalCheck.GOAL_TEXT)).isEmpty();
    assertThat(sound().text("提供午餐。").findings(GoalCheck.GOAL_TEXT)).singleElement().matches(finding -> !finding.stops());
  }

  @Test
  void g13_thePartsMakeTheTotalAndTheTotalIsTheBudget_财预2015第88号() {
    assertThat(sound().budget("100").findings(GoalCheck.MONEY)).isEmpty();
    assertThat(sound().money(MoneyLine.ANNUAL_OTHER, "0.01").codes(GoalCheck.MONEY)).containsExactly("goal.money-sum");
    assertThat(sound().budget("100.000001").codes(GoalCheck.MONEY)).containsExactly("goal.money-not-budget");
    assertThat(sound().budget("90").findings(GoalCheck.MONEY)).singleElement().matches(GoalFinding::stops);
  }

  @Test
  void g13_aNewProjectPlansWithNoMoreThanFinanceSupports_S15() {
    assertThat(sound().supported("100").findings(GoalCheck.MONEY)).isEmpty();
    assertThat(sound().supported("120").findings(GoalCheck.MONEY)).as("less than what is supported is no fault").isEmpty();
    assertThat(sound().supported("80").findings(GoalCheck.MONEY)).singleElement().satisfies(finding -> {
      assertThat(finding.stops()).isTrue();
      assertThat(finding.cell()).isEqualTo(GoalCells.money(MoneyLine.ANNUAL_TOTAL));
      assertThat(finding.problem().inputs()).containsEntry("total", "100").containsEntry("supported", "80");
    });
    assertThat(sound().supported("250").money(MoneyLine.MEDIUM_TOTAL, "300").findings(GoalCheck.MONEY)).singleElement().satisfies(finding ->
        assertThat(finding.cell()).isEqualTo(GoalCells.money(MoneyLine.MEDIUM_TOTAL)));
    assertThat(sound().supported("0").codes(GoalCheck.MONEY)).as("not supported at all").containsExactly("goal.money-above-supported");
  }

  @Test
  void g13_onceThereAreBudgetLinesTheyDecideOnTheYear_财预2015第88号() {
    assertThat(sound().supported("80").budget("100").findings(GoalCheck.MONEY)).isEmpty();
    assertThat(sound().supported("120").budget("90").codes(GoalCheck.MONEY)).containsExactly("goal.money-not-budget");
  }

  @Test
  void g13_theYearIsHeldAgainstTheYearAndTheWholePeriodAgainstTheWhole_DOMAIN2_3() {
    Sample years = sound().money(MoneyLine.MEDIUM_TOTAL, "300").supported("300").ofTheYear("100");
    assertThat(years.findings(GoalCheck.MONEY)).isEmpty();
    assertThat(years.ofTheYear("80").findings(GoalCheck.MONEY)).singleElement().satisfies(finding -> {
      assertThat(finding.stops()).isTrue();
      assertThat(finding.cell()).isEqualTo(GoalCells.money(MoneyLine.ANNUAL_TOTAL));
      assertThat(finding.problem().code()).isEqualTo("goal.money-above-year");
      assertThat(finding.problem().inputs()).containsEntry("total", "100").containsEntry("most", "80").containsEntry("year", "2023");
    });
    assertThat(sound().supported("90").ofTheYear("100").codes(GoalCheck.MONEY)).as("no year has more than there is for all of them")
        .containsExactly("goal.money-above-supported");
    assertThat(sound().supported("300").ofTheYear("80").budget("100").findings(GoalCheck.MONEY)).as("budget lines decide").isEmpty();
    assertThat(sound().asked("300").ofTheYear("80").findings(GoalCheck.AS_ASKED)).singleElement().satisfies(finding -> {
      assertThat(finding.stops()).isFalse();
      assertThat(finding.problem().code()).isEqualTo("goal.money-above-year");
    });
  }

  @Test
  void g13_whatIsOnlyAskedForInTheLibraryIsNoBudgetAndDoesNotOutweighFinance_S15() {
    assertThat(sound().supported("80").budget("100").undecided().codes(GoalCheck.MONEY)).containsExactly("goal.money-above-supported");
    Sample lowered = sound().money(MoneyLine.ANNUAL_TOTAL, "80").money(MoneyLine.ANNUAL_FISCAL, "80").supported("80").budget("100");
    assertThat(lowered.undecided().findings(GoalCheck.MONEY)).as("lowered to what is supported").isEmpty();
    assertThat(sound().supported("120").budget("90").undecided().codes(GoalCheck.MONEY)).containsExactly("goal.money-not-budget");
    assertThat(sound().asked("80").budget("100").undecided().codes(GoalCheck.AS_ASKED)).containsExactly("goal.money-above-asked");
  }

  @Test
  void g13_aYearIsAPartOfTheWholePeriodAndPartsHaveATotal_DOMAIN3第9条() {
    assertThat(sound().money(MoneyLine.MEDIUM_TOTAL, "100").findings(GoalCheck.MONEY)).isEmpty();
    assertThat(sound().money(MoneyLine.MEDIUM_TOTAL, "99.99").findings(GoalCheck.MONEY)).singleElement().satisfies(finding -> {
      assertThat(finding.cell()).isEqualTo(GoalCells.money(MoneyLine.MEDIUM_TOTAL));
      assertThat(finding.problem().inputs()).containsEntry("annual", "100").containsEntry("medium", "99.99");
    });
    assertThat(sound().money(MoneyLine.MEDIUM_FISCAL, "300").codes(GoalCheck.MONEY)).containsExactly("goal.money-parts-without-total");
    assertThat(sound().money(MoneyLine.MEDIUM_FISCAL, "300").money(MoneyLine.MEDIUM_TOTAL, "300").findings(GoalCheck.MONEY)).isEmpty();
  }

  @Test
  void beforeFinanceHasConcludedTheAmountAskedForIsOnlyHeldUp_S12() {
    assertThat(sound().asked("100").findings(GoalCheck.AS_ASKED)).isEmpty();
    assertThat(sound().asked("80").findings(GoalCheck.AS_ASKED)).singleElement().satisfies(finding -> {
      assertThat(finding.stops()).isFalse();
      assertThat(finding.problem().inputs()).containsEntry("total", "100").containsEntry("asked", "80");
    });
    assertThat(sound().asked("80").findings(GoalCheck.MONEY)).isEmpty();
    assertThat(sound().supported("80").findings(GoalCheck.AS_ASKED)).isEmpty();
  }

  @Test
  void whatEveryFindingSaysCarriesItsRuleItsArticleAndItsFigures() {
    Sample short_ = sound().weight("受益学生人数", "19.99");
    assertThat(short_.findings(GoalCheck.WEIGHTS)).singleElement().satisfies(finding -> assertThat(Words.chinese().say(finding.problem()))
        .startsWith("G1 ").contains("49.99", "50.00", "财预〔2020〕10号").doesNotContain("W1"));
    Sample many = sound().text("").target("受益学生人数", "≥-5人").target("学生贫血率", "≥0%").money(MoneyLine.ANNUAL_OTHER, "1").common(MEALS)
        .adjusting(new Adjusting(false, false, List.of(), false, Optional.empty())).chosen(WeightScheme.Family.W2);
    assertThat(many.findings()).filteredOn(GoalFinding::stops).hasSizeGreaterThan(6).allSatisfy(finding ->
        assertThat(finding.problem().basis()).contains(new Problem.Basis(finding.check().number(), finding.check().article())));
  }

  @Test
  void g1_aChoiceOfTheUnitsIsFoundWhereItMayNotChoose_DOMAIN14() {
    assertThat(sound().chosen(WeightScheme.Family.W1).codes(GoalCheck.WEIGHTS)).containsExactly("goal.scheme-not-chosen-here");
    assertThat(sound().chosen(WeightScheme.Family.W1).parameter("goal.scheme.chosen_by", "UNIT").findings(GoalCheck.WEIGHTS)).isEmpty();
    assertThat(sound().chosen(WeightScheme.Family.W2).parameter("goal.scheme.chosen_by", "UNIT").findings(GoalCheck.WEIGHTS))
        .extracting(finding -> finding.problem().inputs().get("class")).containsExactlyInAnyOrder("成本指标", "产出指标", "效益指标");
  }

  @Test
  void theAnnualGoalIsASliceInItsDaysToo_DOMAIN3第9条() {
    assertThat(sound().target("资金到位时间", "2024年3月底前").findings(GoalCheck.YEARS_MAKE_THE_PERIOD)).singleElement().satisfies(finding -> {
      assertThat(finding.stops()).isFalse();
      assertThat(finding.problem().inputs()).containsEntry("year", "2023");
    });
    Sample period = sound().period(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 12, 31));
    assertThat(period.medium("资金到位时间", "2025年底前").findings(GoalCheck.YEARS_MAKE_THE_PERIOD)).isEmpty();
    assertThat(period.medium("资金到位时间", "2026年底前").codes(GoalCheck.YEARS_MAKE_THE_PERIOD)).containsExactly("goal.day-outside-period");
  }

  @Test
  void g14_theCommonIndicatorsAreThereAndAreWhatTheyAre_S16() {
    assertThat(sound().common(MEALS).codes(GoalCheck.COMMON_INDICATORS)).containsExactly("goal.common-missing");
    assertThat(sound().code("受益学生人数", "JY-001").common(MEALS).findings(GoalCheck.COMMON_INDICATORS)).isEmpty();
    assertThat(sound().code("受益学生人数", "JY-001").target("受益学生人数", "=735人").common(MEALS).findings(GoalCheck.COMMON_INDICATORS))
        .singleElement().matches(GoalFinding::stops);
    assertThat(sound().code("食品抽检合格率", "JY-001").common(MEALS).codes(GoalCheck.COMMON_INDICATORS)).contains("goal.common-edited");
  }

  @Test
  void g15_thereAreEnoughOfEachKind_财预2021第101号() {
    assertThat(sound().without("资金到位时间").findings(GoalCheck.LEAST_COUNTS)).singleElement().matches(finding -> !finding.stops());
    assertThat(sound().of(ProjectType.MAJOR_REPAIR).findings(GoalCheck.LEAST_COUNTS)).singleElement()
        .satisfies(finding -> assertThat(finding.problem().inputs()).containsEntry("kind", "成本指标"));
    assertThat(sound().without("学生家长满意度").of(ProjectType.SUBSIDY).findings(GoalCheck.LEAST_COUNTS)).hasSize(1);
    assertThat(sound().without("学生家长满意度").of(ProjectType.OTHER).findings(GoalCheck.LEAST_COUNTS)).isEmpty();
  }

  @Test
  void g15_aJurisdictionMayTakeItHard_DOMAIN14() {
    assertThat(sound().without("资金到位时间").parameter("goal.check_levels", "G15=HARD").findings(GoalCheck.LEAST_COUNTS))
        .singleElement().matches(GoalFinding::stops);
  }

  @Test
  void aPeriodDoesNotEndBeforeItBegins_财预2015第88号() {
    assertThat(sound().period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 1)).findings(GoalCheck.COMPLETE)).isEmpty();
    assertThat(sound().period(LocalDate.of(2023, 1, 1), LocalDate.of(2022, 12, 31)).codes(GoalCheck.COMPLETE)).containsExactly("goal.period-turned");
  }

  @Test
  void anAdjustmentSaysWhyAndMovesNoTargetAfterTheCutOff_DOMAIN3第8条() {
    CellKey target = CellKey.of("indicator", "x", "annual");
    Optional<Problem> closed = AdjustmentWindow.closed(2023, "07-31", false, LocalDate.of(2023, 8, 1));
    assertThat(sound().adjusting(new Adjusting(true, true, List.of(target), true, Optional.empty())).findings(GoalCheck.ADJUSTING)).isEmpty();
    assertThat(sound().adjusting(new Adjusting(false, false, List.of(), false, Optional.empty())).codes(GoalCheck.ADJUSTING))
        .containsExactly("goal.adjusted-without-cause", "goal.adjusted-without-basis", "goal.adjusts-nothing");
    assertThat(sound().adjusting(new Adjusting(true, true, List.of(target), true, closed)).findings(GoalCheck.ADJUSTING))
        .singleElement().satisfies(finding -> assertThat(finding.cell()).isEqualTo(target));
    assertThat(sound().adjusting(new Adjusting(true, true, List.of(), true, closed)).findings(GoalCheck.ADJUSTING)).isEmpty();
  }

  @Test
  void theCutOffHoldsWhatAGoalIsAndWhatItCounts_DOMAIN3第8条() {
    UUID line = UUID.randomUUID();
    List<CellKey> held = Stream.of(GoalColumn.LEVEL1, GoalColumn.LEVEL2, GoalColumn.LEVEL3, GoalColumn.MEDIUM, GoalColumn.ANNUAL, GoalColumn.WEIGHT)
        .map(column -> GoalCells.indicator(line, column)).toList();
    List<CellChange> changes = Stream.concat(Stream.of(GoalColumn.values()).map(column -> GoalCells.indicator(line, column)),
        Stream.of(GoalCells.ANNUAL_GOAL, GoalCells.money(MoneyLine.ANNUAL_TOTAL))).map(cell -> new CellChange(cell, "a", "b", false, false)).toList();
    assertThat(AdjustmentWindow.moved(changes)).as("texts, money and the other columns are free").containsExactlyElementsOf(held);
    CellKey gone = GoalCells.indicator(UUID.randomUUID(), GoalColumn.NOTE);
    assertThat(AdjustmentWindow.moved(List.of(new CellChange(gone, "a", "", false, true)))).containsExactly(GoalCells.INDICATORS);
  }

  @Test
  void bareAdjectivesAreAskedAbout_财预2021第101号() {
    assertThat(sound().with(line("效益指标", "生态效益指标", "生态环境", "明显改善", "0")).findings(GoalCheck.NOT_VAGUE)).hasSize(1);
    assertThat(sound().with(line("效益指标", "生态效益指标", "空气质量", "优良天数明显增加,达到 300 天", "0")).findings(GoalCheck.NOT_VAGUE)).isEmpty();
  }

  @Test
  void whatAddsUpOverTheYearsMakesTheWholePeriod_DOMAIN3第9条() {
    Sample road = sound().with(line("产出指标", "数量指标", "道路硬化里程", "≥40公里", "0")).summed("道路硬化里程", "≥100公里");
    assertThat(road.years("道路硬化里程", "≥60000米").findings(GoalCheck.YEARS_MAKE_THE_PERIOD)).isEmpty();
    assertThat(road.years("道路硬化里程", "≥50公里").findings(GoalCheck.YEARS_MAKE_THE_PERIOD)).singleElement()
        .satisfies(finding -> assertThat(finding.problem().inputs()).containsEntry("sum", "90"));
  }

  @Test
  void anIndicatorThatExpiredInTheLibraryIsNoticedAtItsNameUntilTheUnitSaysWhyItStays_S5() {
    assertThat(sound().findings(GoalCheck.STILL_IN_THE_LIBRARY)).isEmpty();
    Sample expired = sound().unchoosable("学生贫血率", Problem.of("goal.indicator-expired"));
    assertThat(expired.findings(GoalCheck.STILL_IN_THE_LIBRARY)).singleElement().satisfies(finding -> {
      assertThat(finding.stops()).isTrue();
      assertThat(finding.cell()).isEqualTo(GoalCells.indicator(expired.lines().get(3).id(), GoalColumn.LEVEL3));
    });
    assertThat(expired.note("学生贫血率", "新版本指标口径不同").findings(GoalCheck.STILL_IN_THE_LIBRARY)).noneMatch(GoalFinding::stops);
    assertThat(expired.parameter("goal.check_levels", "3.10=HARD").findings(GoalCheck.STILL_IN_THE_LIBRARY)).allMatch(GoalFinding::stops);
  }
}
