package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;
import static org.jiheng.infra.server.Kizilsu.financeSection;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalCheck;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalFinding;
import org.jiheng.app.goal.MoneyLine;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.tenants.persistence.Identifiers;
import org.junit.jupiter.api.Test;

/** What the checks find, once through the whole product: said at the cell, by rule and article, and in the way of sending it in (S9, S16). */
class GoalFindingsServerIT extends WholeProduct {

  private static final CellKey ANNUAL = GoalCells.money(MoneyLine.ANNUAL_TOTAL);

  @Inject
  private GoalForms forms;

  @Inject
  private ExAntes exAntes;

  private final int year = Forms.aYearOfItsOwn();

  /** The sentences at a cell that has to be mended. */
  private List<String> said(UUID id, CellKey cell) {
    return forms.seenBy(clerk(ARTUX), id).problems().getOrDefault(cell, List.of()).stream().map(Words.chinese()::say).toList();
  }

  private void parameter(String key, String value) {
    Owner.told("insert into j_653001.parameter (id, key, fiscal_year, value, author, reason, effective) values (?, ?, ?, ?, '绩效办', '测试', '2020-01-01')",
        Identifiers.next(), key, year, value);
  }

  private void types(UUID id, CellKey cell, String text) {
    does(clerk(ARTUX), () -> forms.write(id, cell, text));
  }

  private CellKey cell(UUID id, String name, GoalColumn column) {
    return forms.cell(clerk(ARTUX), id, name, column);
  }

  @Test
  void sumsThatDoNotMatchAreSaidWithBothFigures_G1_G13() {
    UUID id = forms.complete(ARTUX, Forms.project(ARTUX, year));
    types(id, GoalCells.money(MoneyLine.ANNUAL_OTHER), "3");
    assertThat(said(id, ANNUAL)).singleElement().asString().startsWith("G13 ").contains("43", "40", "财预〔2015〕88号");
    types(id, GoalCells.money(MoneyLine.ANNUAL_OTHER), "");
    types(id, ANNUAL, "41");
    types(id, GoalCells.money(MoneyLine.ANNUAL_FISCAL), "41");
    assertThat(said(id, ANNUAL)).singleElement().asString().startsWith("G13 ").contains("41", "40");
    assertRefused(() -> forms.walk(clerk(ARTUX), id, Move.SUBMIT), "form-has-problems");
    CellKey weight = cell(id, "受益学生人数", GoalColumn.WEIGHT);
    types(id, weight, "19");
    assertThat(said(id, weight)).singleElement().asString().startsWith("G1 ").contains("49.00", "50.00", "不设成本一级指标").doesNotContain("W1");
  }

  @Test
  void absurdTargetsAreSaidAtTheirCellsInBothColumns_G3_G5_G6() {
    UUID id = forms.complete(ARTUX, Forms.project(ARTUX, year));
    CellKey number = cell(id, "受益学生人数", GoalColumn.ANNUAL);
    types(id, number, "≥-5人");
    assertThat(said(id, number)).singleElement().asString().startsWith("G5 ").contains("≥-5人", "小于零");
    types(id, number, "尽量多");
    assertThat(said(id, number)).singleElement().asString().startsWith("G5 ").contains("应为数值");
    types(id, number, "≥735人");
    CellKey share = cell(id, "食品抽检合格率", GoalColumn.MEDIUM);
    types(id, share, "≥120%");
    assertThat(said(id, share)).singleElement().asString().startsWith("G5 ").contains("超过 100%");
    types(id, share, "≥0%");
    assertThat(said(id, share)).singleElement().asString().startsWith("G6 ").contains("恒可达到");
    types(id, share, "");
    assertThat(forms.seenBy(clerk(ARTUX), id).problems()).isEmpty();
  }

  @Test
  void aNewProjectPlansWithNoMoreThanFinanceSupports_S15() {
    UUID project = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    UUID evaluation = exAntes.withFinance(ARTUX, project, Grade.EXCELLENT);
    UUID id = forms.completeWith(ARTUX, project, "31");
    assertThat(forms.seenBy(clerk(ARTUX), id).result().findings()).filteredOn(finding -> finding.check() == GoalCheck.AS_ASKED).singleElement()
        .satisfies(finding -> {
          assertThat(finding.stops()).as("finance has not concluded yet").isFalse();
          assertThat(finding.problem().inputs()).containsEntry("total", "31").containsEntry("most", "20");
        });
    exAntes.conclude(ARTUX, evaluation, ExAntes.concluding(Conclusion.SUPPORTED, Money.ofWan("25")));
    plans(id, "21");
    assertThat(said(id, ANNUAL)).singleElement().asString().startsWith("G13 ").contains("21", year + " 年度", "20", "事前绩效评估");
    assertRefused(() -> forms.walk(clerk(ARTUX), id, Move.SUBMIT), "form-has-problems");
    plans(id, "20");
    types(id, GoalCells.money(MoneyLine.MEDIUM_TOTAL), "26");
    assertThat(said(id, GoalCells.money(MoneyLine.MEDIUM_TOTAL))).as("the whole period against the whole").singleElement().asString().startsWith("G13 ")
        .contains("26", "25", "事前绩效评估");
    types(id, GoalCells.money(MoneyLine.MEDIUM_TOTAL), "25");
    assertThat(forms.seenBy(clerk(ARTUX), id).problems()).isEmpty();
  }

  private void plans(UUID id, String wan) {
    types(id, ANNUAL, wan);
    types(id, GoalCells.money(MoneyLine.ANNUAL_FISCAL), wan);
  }

  /** What a unit calls continuing is dealt with as new until somebody bears it out: its money is no other. */
  @Test
  void whatOnlyItsUnitCallsContinuingPlansWithNoMoreThanFinanceSupportsEither_S15() {
    UUID project = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    UUID evaluation = exAntes.withFinance(ARTUX, project, Grade.EXCELLENT);
    exAntes.conclude(ARTUX, evaluation, ExAntes.concluding(Conclusion.SUPPORTED, Money.ofWan("15")));
    Owner.told("update j_653001.project set attribute = 'CONTINUING' where id = ?", project);
    UUID id = forms.completeWith(ARTUX, project, "16");
    assertThat(said(id, ANNUAL)).singleElement().asString().startsWith("G13 ").contains("16", "15");
  }

  /** Finance is not even asked to confirm what an earlier year bears out. */
  @Test
  void whatAnEarlierYearBearsOutIsNotCheckedAsNew_S15() {
    UUID project = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    UUID evaluation = exAntes.withFinance(ARTUX, project, Grade.EXCELLENT);
    exAntes.conclude(ARTUX, evaluation, ExAntes.concluding(Conclusion.SUPPORTED, Money.ofWan("15")));
    UUID earlier = Forms.project(ARTUX, year - 1);
    Owner.told("update j_653001.project set attribute = 'CONTINUING', code = (select code from j_653001.project where id = ?) where id = ?", earlier, project);
    UUID id = forms.completeWith(ARTUX, project, "16");
    assertThat(said(id, ANNUAL)).as("it was there, and was given nothing").singleElement().asString().startsWith("G13 ").contains("16", "15");
    Owner.told("insert into j_653001.funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, document, person_name, at) "
        + "values (?, ?, ?, ?, 'GENERAL_BUDGET', 'OPENING', 100000, '2023-01-01', '号', '测试', now())", UUID.randomUUID(), earlier, earlier, year - 1);
    assertThat(said(id, ANNUAL)).isEmpty();
  }

  @Test
  void whatIsAskedForInTheLibraryIsHeldAgainstWhatFinanceSupports_S15() {
    UUID project = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    UUID evaluation = exAntes.withFinance(ARTUX, project, Grade.EXCELLENT);
    exAntes.conclude(ARTUX, evaluation, ExAntes.concluding(Conclusion.SUPPORTED, Money.ofWan("15")));
    Owner.told("update j_653001.project set asked_budget = 180000 where id = ?", project);
    UUID id = forms.completeWith(ARTUX, project, "18");
    assertThat(said(id, ANNUAL)).singleElement().asString().startsWith("G13 ").contains("18", "15");
    plans(id, "15");
    assertThat(forms.seenBy(clerk(ARTUX), id).problems()).isEmpty();
  }

  @Test
  void theSchemeIsTheJurisdictionsAndTheUnitsWhereItMayChoose_DOMAIN14() {
    parameter("goal.scheme", "W2");
    UUID id = forms.complete(ARTUX, Forms.project(ARTUX, year));
    assertThat(forms.seenBy(clerk(ARTUX), id).result().findings()).filteredOn(finding -> finding.check() == GoalCheck.WEIGHTS).hasSize(3).allMatch(GoalFinding::stops);
    types(id, GoalCells.SCHEME_CHOICE, "W1");
    assertThat(said(id, GoalCells.SCHEME_CHOICE)).singleElement().asString().contains("单位不能选用");
    parameter("goal.scheme.chosen_by", "UNIT");
    assertThat(forms.seenBy(clerk(ARTUX), id).problems()).isEmpty();
    assertThat(TrailRows.columns(ARTUX, "before, after", "subject = ?", "GOAL/" + id + "/scheme/choice"))
        .as("in words, no codes").containsExactly("|不设成本一级指标");
    forms.carry(ARTUX, id, FormState.FINANCE_FIRST);
    Owner.told("delete from j_653001.parameter where fiscal_year = ? and key like 'goal.scheme%'", year);
    parameter("goal.scheme", "W2");
    assertThat(forms.seenBy(financeSection(ARTUX), id).result().scheme().because("goals.scheme-chosen")).as("kept with the form").isTrue();
  }

  @Test
  void theChoiceIsOfferedOnlyWhereTheUnitMayChooseOrHasChosen() {
    UUID id = forms.complete(ARTUX, Forms.project(ARTUX, year));
    assertThat(forms.seenBy(clerk(ARTUX), id).choosesScheme()).isFalse();
    types(id, GoalCells.SCHEME_CHOICE, "W1");
    assertThat(forms.seenBy(clerk(ARTUX), id).choosesScheme()).as("to be taken back").isTrue();
    types(id, GoalCells.SCHEME_CHOICE, "");
    parameter("goal.scheme.chosen_by", "UNIT");
    assertThat(forms.seenBy(clerk(ARTUX), id).choosesScheme()).isTrue();
  }

  @Test
  void aTargetMovedAfterTheCutOffIsSaidAtItsCell_DOMAIN3_8() {
    UUID approved = forms.approved(ARTUX, Forms.project(ARTUX, 2022));
    UUID id = forms.adjusted(ARTUX, approved);
    CellKey target = cell(id, "受益学生人数", GoalColumn.ANNUAL);
    does(clerk(ARTUX), () -> {
      forms.write(id, GoalCells.CAUSE, "POLICY");
      forms.write(id, GoalCells.BASIS, "阿教发〔2022〕3号");
      forms.write(id, target, "≥700人");
    });
    assertThat(said(id, target)).singleElement().asString().startsWith("G18 ").contains("2022-07-31", "绩效办");
    CellKey name = cell(id, "学生贫血率", GoalColumn.LEVEL3);
    types(id, name, "学生近视率");
    assertThat(said(id, name)).as("the same target under another name is another").singleElement().asString().startsWith("G18 ");
    types(id, name, "学生贫血率");
    assertRefused(() -> forms.walk(clerk(ARTUX), id, Move.SUBMIT), "form-has-problems");
  }

  @Test
  void whatTheTrailSaysOfAChoiceAreWords() {
    UUID approved = forms.approved(ARTUX, Forms.project(ARTUX, year));
    UUID id = forms.adjusted(ARTUX, approved);
    types(id, GoalCells.CAUSE, "FORCE_MAJEURE");
    assertThat(TrailRows.columns(ARTUX, "before, after", "subject = ?", "GOAL/" + id + "/" + GoalCells.CAUSE)).containsExactly("|不可抗力");
  }

  @Test
  void everyFindingThatStopsCarriesItsRuleAndItsArticle() {
    UUID id = forms.begun(ARTUX, Forms.project(ARTUX, year));
    Map<CellKey, List<Problem>> problems = forms.seenBy(clerk(ARTUX), id).problems();
    assertThat(problems).isNotEmpty();
    assertThat(problems.values().stream().flatMap(List::stream)).allSatisfy(problem -> {
      assertThat(problem.basis()).isPresent();
      assertThat(Words.chinese().say(problem)).startsWith(problem.basis().orElseThrow().number() + " ").contains(problem.basis().orElseThrow().article());
    });
    assertThat(as(clerk(ARTUX), () -> forms.seen(id)).version()).isZero();
  }
}
