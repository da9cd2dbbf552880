package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.approver;
import static org.jiheng.infra.server.Kizilsu.clerk;
import static org.jiheng.infra.server.Kizilsu.clerkOfAnotherUnit;
import static org.jiheng.infra.server.Kizilsu.departmentReviewer;
import static org.jiheng.infra.server.Kizilsu.financeSection;
import static org.jiheng.infra.server.Kizilsu.oversight;
import static org.jiheng.infra.server.Kizilsu.performanceOffice;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.disclosure.Duties;
import org.jiheng.app.disclosure.DutyKind;
import org.jiheng.app.disclosure.DutyState;
import org.jiheng.app.disclosure.Secrecy;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.goal.ApprovedGoals;
import org.jiheng.app.goal.GoalCells;
import org.jiheng.app.goal.GoalCheck;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalFinding;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.GoalList;
import org.jiheng.app.goal.GoalOpenings;
import org.jiheng.app.goal.GoalSheets;
import org.jiheng.app.goal.GoalStanding;
import org.jiheng.app.goal.Goals;
import org.jiheng.app.goal.ReviewItem;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.rollup.CountyGoals;
import org.jiheng.tenants.identity.FreshLoginNeededException;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** A goal's life from its first word to its adjustment, who may do what, and what its approval makes due (S16, S17, S50). */
class GoalServerIT extends WholeProduct {

  private static final LocalDate TODAY = LocalDate.of(2023, 2, 20);

  @Inject
  private Goals goals;

  @Inject
  private GoalForms forms;

  @Inject
  private GoalSheets sheets;

  @Inject
  private GoalOpenings openings;

  @Inject
  private GoalList list;

  @Inject
  private ApprovedGoals approvedGoals;

  @Inject
  private Duties duties;

  @Inject
  private WorkList workList;

  @Inject
  private CountyGoals countyGoals;

  private final int year = Forms.aYearOfItsOwn();

  private UUID project() {
    return Forms.project(ARTUX, year);
  }

  private GoalStanding standing(UUID project) {
    return as(performanceOffice(ARTUX), () -> approvedGoals.of(project)).value().orElseThrow();
  }

  private GoalList.Filter all() {
    return new GoalList.Filter(year, Optional.empty(), Optional.empty(), Optional.empty(), false, "", GoalList.Sort.UNIT, true);
  }

  /** What the list of all goals of the year adds up to. */
  private Money summed() {
    return as(clerk(ARTUX), () -> list.totals(all())).budget();
  }

  private static Scope justProved(Scope who) {
    return who.provedAt(Optional.of(Instant.now()));
  }

  private Duties.Shown duty(UUID form) {
    return as(clerk(ARTUX), () -> duties.page(year, Optional.empty(), 0, 100)).stream().filter(one -> one.form().equals(form)).findFirst().orElseThrow();
  }

  @Test
  void aGoalIsSetCheckedReviewedAndApprovedAndOpensTheBudget_S17() {
    UUID project = project();
    assertThat(standing(project).answer()).isEqualTo(GoalStanding.Answer.NONE);
    UUID id = forms.begun(ARTUX, project);
    assertThat(as(clerk(ARTUX), () -> goals.begin(project))).isEqualTo(id);
    assertRefused(() -> forms.walk(clerk(ARTUX), id, Move.SUBMIT), "form-has-problems");
    UUID complete = forms.complete(ARTUX, project);
    assertThat(forms.seenBy(clerk(ARTUX), complete).problems()).isEmpty();
    assertThat(standing(project).answer()).isEqualTo(GoalStanding.Answer.DRAFTING);
    forms.carry(ARTUX, id, FormState.APPROVED);
    assertThat(standing(project)).satisfies(standing -> {
      assertThat(standing.sound()).isTrue();
      assertThat(standing.grade()).contains(Grade.EXCELLENT);
      assertThat(standing.form()).contains(id);
    });
  }

  @Test
  void financePassesAGoalOnlyWithItsSheetAndAsTheGradeLetsIt() {
    UUID id = forms.complete(ARTUX, project());
    forms.carry(ARTUX, id, FormState.FINANCE_FIRST);
    assertRefused(() -> forms.walk(financeSection(ARTUX), id, Move.PASS), "goal-sheet-open");
    assertThat(forms.seenBy(financeSection(ARTUX), id).desk().offers()).filteredOn(offer -> offer.move() == Move.PASS)
        .singleElement().matches(offer -> !offer.allowed());
    forms.tick(financeSection(ARTUX), id, Grade.POOR, "");
    assertRefused(() -> forms.walk(financeSection(ARTUX), id, Move.PASS), "goal-may-not-enter");
    forms.tick(financeSection(ARTUX), id, Grade.FAIR, "");
    assertRefused(() -> forms.walk(financeSection(ARTUX), id, Move.PASS), "goal-to-be-revised");
    forms.tick(financeSection(ARTUX), id, Grade.GOOD, "");
    assertRefused(() -> forms.walk(financeSection(ARTUX), id, Move.PASS), "goal-completed-how");
    forms.tick(financeSection(ARTUX), id, Grade.GOOD, "与教育局共同补充了质量指标");
    forms.walk(financeSection(ARTUX), id, Move.PASS);
    forms.walk(performanceOffice(ARTUX), id, Move.PASS);
    assertThat(forms.seenBy(clerk(ARTUX), id)).satisfies(form -> {
      assertThat(form.desk().state()).isEqualTo(FormState.APPROVED);
      assertThat(form.sheets()).hasSize(1);
    });
  }

  @Test
  void aReturnedGoalHasADayAndPastItThereIsNoSoundGoal_S17() {
    UUID project = project();
    UUID id = forms.complete(ARTUX, project);
    forms.carry(ARTUX, id, FormState.FINANCE_FIRST);
    forms.tick(financeSection(ARTUX), id, Grade.FAIR, "");
    CellKey target = forms.cell(financeSection(ARTUX), id, "受益学生人数", GoalColumn.ANNUAL);
    forms.returnFor(financeSection(ARTUX), id, target);
    assertThat(standing(project).answer()).isEqualTo(GoalStanding.Answer.RETURNED);
    assertThat(Owner.asked("select resubmit_due > date '2023-02-28' from j_653001.goal where id = ?", id)).isEqualTo("t");
    Owner.told("update j_653001.goal set resubmit_due = date '2023-02-19' where id = ?", id);
    assertThat(standing(project).answer()).isEqualTo(GoalStanding.Answer.RETURNED_PAST_DUE);
    GoalForm form = forms.seenBy(clerk(ARTUX), id);
    assertThat(form.cells().keys().stream().filter(form.desk().locks()::open)).containsExactlyInAnyOrder(
        target, forms.cell(clerk(ARTUX), id, "受益学生人数", GoalColumn.NOTE));
    does(clerk(ARTUX), () -> forms.write(id, target, "≥760人"));
    forms.walk(clerk(ARTUX), id, Move.SUBMIT);
    assertThat(standing(project).answer()).isEqualTo(GoalStanding.Answer.DRAFTING);
    assertThat(forms.seenBy(approver(ARTUX), id).desk().changes()).containsOnlyKeys(target);
  }

  @Test
  void onlyTheFinanceStageOnWhoseDeskItIsFillsInTheSheet() {
    UUID id = forms.complete(ARTUX, project());
    forms.carry(ARTUX, id, FormState.DEPARTMENT_REVIEW);
    for (var person : List.of(clerk(ARTUX), departmentReviewer(ARTUX), financeSection(ARTUX), performanceOffice(ARTUX))) {
      assertRefused(() -> forms.tick(person, id, Grade.GOOD, ""), "move-not-yours");
    }
    forms.carry(ARTUX, id, FormState.FINANCE_FIRST);
    assertRefused(() -> forms.tick(performanceOffice(ARTUX), id, Grade.GOOD, ""), "move-not-yours");
    forms.tick(financeSection(ARTUX), id, Grade.GOOD, "");
    assertThat(forms.seenBy(clerk(ARTUX), id).sheets()).as("not shown before it is decided").isEmpty();
    assertThat(as(financeSection(ARTUX), () -> sheets.fill(id, forms.seen(id), Map.of(ReviewItem.CLEAR, ""), "")).problems()).isEmpty();
  }

  @Test
  void anotherUnitsGoalIsNotThere() {
    UUID id = forms.complete(ARTUX, project());
    assertThatThrownBy(() -> forms.seenBy(clerkOfAnotherUnit(ARTUX), id)).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> forms.seenBy(financeSection(ARTUX), id)).as("before it is sent in").isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> as(clerkOfAnotherUnit(ARTUX), () -> goals.begin(Forms.project(ARTUX, year)))).isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void anAdjustmentTakesThePlaceOfWhatWasApprovedAndIsToBePublished_DOMAIN3_8() {
    UUID project = project();
    UUID approved = forms.approved(ARTUX, project);
    UUID id = forms.adjusted(ARTUX, approved);
    assertThat(forms.seenBy(clerk(ARTUX), id).problems().keySet()).contains(GoalCells.CAUSE, GoalCells.BASIS, GoalCells.INDICATORS);
    CellKey target = forms.cell(clerk(ARTUX), id, "受益学生人数", GoalColumn.ANNUAL);
    does(clerk(ARTUX), () -> {
      forms.write(id, GoalCells.CAUSE, "BUDGET");
      forms.write(id, GoalCells.BASIS, "阿财预〔2023〕18号");
      forms.write(id, GoalCells.AFFECTED_MONEY, "12");
      forms.write(id, target, "≥800人");
    });
    assertThat(forms.seenBy(clerk(ARTUX), id).problems()).isEmpty();
    assertThat(forms.seenBy(clerk(ARTUX), id).desk().changes().get(target).before()).isEqualTo("≥735人");
    assertThat(standing(project).form()).as("what was approved stays in force").contains(approved);
    assertThat(summed()).isEqualTo(Money.ofWan("40"));
    forms.carry(ARTUX, id, FormState.APPROVED);
    assertThat(standing(project).form()).contains(id);
    assertThat(summed()).isEqualTo(Money.ofWan("40"));
    assertThat(forms.seenBy(clerk(ARTUX), approved).desk().state()).isEqualTo(FormState.SUPERSEDED);
    assertThat(duty(id)).satisfies(duty -> {
      assertThat(duty.kind()).isEqualTo(DutyKind.ADJUSTED_GOAL);
      assertThat(duty.due()).isEqualTo(TODAY.plusDays(20));
    });
    assertThat(duty(approved)).satisfies(duty -> {
      assertThat(duty.state()).isEqualTo(DutyState.SUPERSEDED);
      assertThat(duty.offers()).isEmpty();
    });
    assertThat(as(clerk(ARTUX), workList::mine)).extracting(WorkItem::form).contains(duty(id).id()).doesNotContain(duty(approved).id());
    assertThat(as(performanceOffice(ARTUX), () -> approvedGoals.on(project, TODAY))).hasValueSatisfying(inForce -> assertThat(inForce.id()).isEqualTo(id));
    assertThat(as(performanceOffice(ARTUX), () -> approvedGoals.on(project, TODAY.minusDays(1)))).isEmpty();
  }

  @Test
  void theGoalOfAProjectThatHasEndedIsNotAdjusted() {
    UUID project = project();
    UUID approved = forms.approved(ARTUX, project);
    Owner.told("update j_653001.project set terminated_on = date '2023-02-01', termination_reason = '测试终止项目' where id = ?", project);
    assertRefused(() -> forms.adjusted(ARTUX, approved), "project-ended");
    assertThat(forms.seenBy(clerk(ARTUX), approved).desk().offers()).filteredOn(offer -> offer.move() == Move.ADJUST)
        .singleElement().matches(offer -> !offer.allowed());
  }

  @Test
  void afterTheSecondNodesCutOffTargetsStayUnlessTheOfficeOpensThem_DOMAIN3_8() {
    UUID project = Forms.project(ARTUX, 2022);
    UUID approved = forms.approved(ARTUX, project);
    UUID id = forms.adjusted(ARTUX, approved);
    CellKey target = forms.cell(clerk(ARTUX), id, "受益学生人数", GoalColumn.ANNUAL);
    does(clerk(ARTUX), () -> {
      forms.write(id, GoalCells.CAUSE, "POLICY");
      forms.write(id, GoalCells.BASIS, "文件");
      forms.write(id, target, "≥700人");
    });
    assertThat(forms.seenBy(clerk(ARTUX), id).problems().get(target)).anyMatch(problem -> problem.code().equals("goal.adjusted-too-late"));
    assertRefused(() -> does(clerk(ARTUX), () -> openings.open(approved, "请允许调整指标值")), "move-not-yours");
    assertThat(forms.seenBy(performanceOffice(ARTUX), approved).mayOpen()).isTrue();
    assertRefused(() -> does(performanceOffice(ARTUX), () -> openings.open(approved, "同意")), "goal-opening-says-why");
    does(performanceOffice(ARTUX), () -> openings.open(approved, "自治区下达追加任务,同意调整"));
    assertThat(forms.seenBy(clerk(ARTUX), id).problems()).doesNotContainKey(target);
  }

  @Test
  void whatIsApprovedIsPublishedAfterSomebodyElseReviewedIt() {
    UUID id = forms.approved(ARTUX, project());
    Duties.Shown duty = duty(id);
    assertThat(duty.due()).isEqualTo(TODAY.plusDays(20));
    assertThat(as(clerk(ARTUX), workList::mine)).extracting(WorkItem::form).contains(duty.id());
    assertRefused(() -> does(clerk(ARTUX), () -> duties.published(duty.id(), TODAY, "市政府门户网站", "")), "publication-not-reviewed");
    assertRefused(() -> does(clerk(ARTUX), () -> duties.propose(duty.id(), Secrecy.PARTLY, "")), "publication-says-why");
    does(clerk(ARTUX), () -> duties.propose(duty.id(), Secrecy.PARTLY, "隐去学生姓名"));
    assertRefused(() -> does(clerk(ARTUX), () -> duties.agree(duty.id())), "publication-not-now");
    does(approver(ARTUX), () -> duties.refuse(duty.id(), "表中没有姓名,应全部公开"));
    does(clerk(ARTUX), () -> duties.propose(duty.id(), Secrecy.OPEN, ""));
    assertThatThrownBy(() -> does(approver(ARTUX), () -> duties.agree(duty.id()))).isInstanceOf(FreshLoginNeededException.class);
    assertThat(duty(id).state()).as("nothing is agreed to without a fresh login").isEqualTo(DutyState.PROPOSED);
    does(justProved(approver(ARTUX)), () -> duties.agree(duty.id()));
    assertRefused(() -> does(clerk(ARTUX), () -> duties.published(duty.id(), TODAY.plusDays(1), "市政府门户网站", "")), "publication-incomplete");
    assertThatThrownBy(() -> does(clerk(ARTUX), () -> duties.published(duty.id(), TODAY, "市政府门户网站", "https://www.example.cn/goals")))
        .isInstanceOf(FreshLoginNeededException.class);
    assertThat(duty(id).state()).as("nor published").isEqualTo(DutyState.REVIEWED);
    assertThat(TrailRows.of(ARTUX, "PUBLICATION_DUTY/" + duty.id())).as("an act that waits has not failed").noneMatch(line -> line.contains("FAILED"));
    does(justProved(clerk(ARTUX)), () -> duties.published(duty.id(), TODAY, "市政府门户网站", "https://www.example.cn/goals"));
    assertThat(duty(id).state()).isEqualTo(DutyState.PUBLISHED);
    assertThat(as(clerk(ARTUX), workList::mine)).extracting(WorkItem::form).doesNotContain(duty.id());
    assertThatThrownBy(() -> as(clerkOfAnotherUnit(ARTUX), () -> duties.open(duty.id()))).isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void theYearAfterBeginsWithTheLinesOfTheYearBeforeAndWhatWasReached_S16() {
    UUID before = project();
    forms.approved(ARTUX, before);
    // the next year is no other test's
    assertThat(Forms.aYearOfItsOwn()).isGreaterThan(year);
    UUID now = Forms.project(ARTUX, year + 1);
    Owner.told("update j_653001.project set code = (select code from j_653001.project where id = ?) where id = ?", before, now);
    UUID id = forms.begun(ARTUX, now);
    GoalForm form = forms.seenBy(clerk(ARTUX), id);
    assertThat(form.lines()).hasSize(5);
    assertThat(form.lines()).extracting(line -> form.cells().text(GoalCells.indicator(line, GoalColumn.LEVEL3))).contains("受益学生人数");
    assertThat(form.lines()).extracting(line -> form.cells().text(GoalCells.indicator(line, GoalColumn.ANNUAL))).containsOnly("");
  }

  /** Lines as they stand in every goal of these tests. @param more what stands behind their names */
  private static List<Map<GoalColumn, String>> copied(String more) {
    return List.of(
        Map.of(GoalColumn.LEVEL1, "产出指标", GoalColumn.LEVEL2, "数量指标", GoalColumn.LEVEL3, "受益学生人数" + more, GoalColumn.ANNUAL, "≥735人"),
        Map.of(GoalColumn.LEVEL2, "质量指标", GoalColumn.LEVEL3, "食品抽检合格率" + more, GoalColumn.ANNUAL, "=100%"),
        Map.of(GoalColumn.LEVEL1, "效益指标", GoalColumn.LEVEL2, "社会效益指标", GoalColumn.LEVEL3, "学生贫血率" + more, GoalColumn.ANNUAL, "≤8%"));
  }

  @Test
  void indicatorsOfAnotherUnitAreNoticedInTheSameYear() {
    forms.approved(ARTUX, project());
    UUID other = Forms.project(ARTUX, year, Kizilsu.OTHER_SCHOOL);
    UUID id = as(clerkOfAnotherUnit(ARTUX), () -> goals.begin(other));
    does(clerkOfAnotherUnit(ARTUX), () -> goals.addLines(id, copied(""), Money.In.WAN));
    assertThat(forms.seenBy(clerkOfAnotherUnit(ARTUX), id).result().findings()).filteredOn(finding -> finding.check() == GoalCheck.NOT_COPIED)
        .hasSize(3).allMatch(GoalFinding::stops);
  }

  @Test
  void whatBecameConfidentialIsNamedToNobodyWhoWritesTheSame() {
    String noOtherTests = "(" + year + ")";
    UUID secret = project();
    Owner.told("update j_653001.goal_indicator set level3 = level3 || ? where goal = ?", noOtherTests, forms.approved(ARTUX, secret));
    UUID other = Forms.project(ARTUX, year, Kizilsu.OTHER_SCHOOL);
    UUID id = as(clerkOfAnotherUnit(ARTUX), () -> goals.begin(other));
    does(clerkOfAnotherUnit(ARTUX), () -> goals.addLines(id, copied(noOtherTests), Money.In.WAN));
    assertThat(noticedAsCopied(id)).hasSize(3);
    Owner.told("update j_653001.project set confidential = true, name = '涉密项目,线下管理', basis = '', content = '', leader = '', phone = '', "
        + "functional_class = '', direct_category = '', upper_document = '', rural = false where id = ?", secret);
    assertThat(noticedAsCopied(id)).isEmpty();
  }

  private List<GoalFinding> noticedAsCopied(UUID id) {
    return forms.seenBy(clerkOfAnotherUnit(ARTUX), id).result().findings().stream().filter(finding -> finding.check() == GoalCheck.NOT_COPIED).toList();
  }

  @Test
  void thePrefectureReadsApprovedGoalsAndNoOthers() {
    UUID approved = forms.approved(ARTUX, project());
    UUID sent = forms.complete(ARTUX, project());
    forms.carry(ARTUX, sent, FormState.FINANCE_FIRST);
    assertThat(as(oversight(), () -> countyGoals.page(ARTUX.code(), all(), 0, 10)).lines()).extracting(GoalList.Line::id).containsExactly(approved);
    GoalForm form = as(oversight(), () -> countyGoals.open(ARTUX.code(), approved, Locale.SIMPLIFIED_CHINESE));
    assertThat(form.lines()).hasSize(5);
    assertThat(form.desk().offers()).isEmpty();
    assertThatThrownBy(() -> as(oversight(), () -> countyGoals.open(ARTUX.code(), sent, Locale.SIMPLIFIED_CHINESE))).isInstanceOf(NoSuchFormException.class);
  }
}
