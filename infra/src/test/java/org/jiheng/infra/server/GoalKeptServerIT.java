package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.clerk;
import static org.jiheng.infra.server.Kizilsu.financeSection;
import static org.jiheng.infra.server.Kizilsu.oversight;
import static org.jiheng.infra.server.Kizilsu.performanceOffice;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.goal.GoalCheck;
import org.jiheng.app.goal.GoalColumn;
import org.jiheng.app.goal.GoalFinding;
import org.jiheng.app.goal.GoalFindings;
import org.jiheng.app.goal.GoalForm;
import org.jiheng.app.goal.GoalSheets;
import org.jiheng.app.goal.GoalVerdict;
import org.jiheng.app.goal.ReviewItem;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.rollup.CountyGoals;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** A goal that was sent in, and finance's sheet of it, are shown and judged with what held then, whatever comes later (DOMAIN 14). */
class GoalKeptServerIT extends WholeProduct {

  @Inject
  private GoalForms forms;

  @Inject
  private GoalSheets sheets;

  @Inject
  private GoalFindings goalFindings;

  @Inject
  private Work work;

  @Inject
  private CountyGoals countyGoals;

  @Inject
  private Trail trail;

  private final int year = Forms.aYearOfItsOwn();

  private void parameter(String key, String value) {
    Owner.told("insert into j_653001.parameter (id, key, fiscal_year, value, author, reason, effective) values (?, ?, ?, ?, '绩效办', '测试', '2020-01-01')",
        Identifiers.next(), key, year, value);
  }

  private List<String> codes(Scope person, UUID id) {
    return forms.seenBy(person, id).result().findings().stream().map(finding -> finding.problem().code()).toList();
  }

  @Test
  void aBudgetThatChangesAfterwardsChangesNothingOfWhatWasFound() {
    UUID project = Forms.project(ARTUX, year);
    UUID id = forms.approved(ARTUX, project);
    Owner.told("update j_653001.project set annual_budget = 990000 where id = ?", project);
    assertThat(codes(clerk(ARTUX), id)).doesNotContain("goal.money-not-budget");
    GoalForm ofTheCounty = as(oversight(), () -> countyGoals.open(ARTUX.code(), id, Locale.SIMPLIFIED_CHINESE));
    assertThat(ofTheCounty.result().around().budget()).as("and the prefecture sees it as it was approved").contains(Money.ofWan("40"));
    UUID adjustment = forms.adjusted(ARTUX, id);
    assertThat(codes(clerk(ARTUX), adjustment)).as("its adjustment is written with what there is now").contains("goal.money-not-budget");
  }

  private String told(Scope person, String query) {
    return String.valueOf(as(person, () -> work.asked(query)));
  }

  /** What came from above and what other units wrote is kept beside the version; neither is the prefecture's to read there. */
  @Test
  void thePrefectureReadsAVersionWithoutWhatItWasHeldAgainst() {
    UUID id = forms.approved(ARTUX, Forms.project(ARTUX, year));
    Owner.told("update j_653001.form_version set outcome = jsonb_set(jsonb_set(jsonb_set(outcome, '{surroundings,above}', "
        + "'[{\"document\": \"新财教〔2023〕8号\", \"overallGoal\": \"补助\", \"lines\": []}]'), '{surroundings,others}', "
        + "'[{\"unit\": \"别的单位\", \"project\": \"别的项目\", \"lines\": []}]'), '{findings}', '[{\"inputs\": {\"unit\": \"别的单位\"}}]') where review = ?", id);
    Scope look = Looking.into(trail, ARTUX);
    String query = "select outcome::text from tenant__.form_version where review = '" + id + "'";
    assertThat(told(clerk(ARTUX), query)).contains("8号", "别的单位");
    assertThat(told(look, query)).contains("budget").doesNotContain("8号", "别的单位", "别的项目");
    GoalForm seen = as(oversight(), () -> countyGoals.open(ARTUX.code(), id, Locale.SIMPLIFIED_CHINESE));
    assertThat(seen.result().around().above()).isEmpty();
    assertThat(seen.result().around().others()).isEmpty();
    assertThat(seen.result().around().budget()).isPresent();
  }

  @Test
  void thePrefectureReadsNoGoalOfWhatIsConfidential() {
    UUID project = Forms.project(ARTUX, year);
    UUID id = forms.complete(ARTUX, project);
    forms.carry(ARTUX, id, FormState.FINANCE_FIRST);
    forms.tick(financeSection(ARTUX), id, Grade.GOOD, "与教育局共同补充了质量指标");
    forms.walk(financeSection(ARTUX), id, Move.PASS);
    forms.walk(performanceOffice(ARTUX), id, Move.PASS);
    Scope look = Looking.into(trail, ARTUX);
    List<String> hanging = List.of("goal where id", "goal_indicator where goal", "goal_review_sheet where goal", "form_version where review", "review where id");
    hanging.forEach(one -> assertThat(told(look, "select count(*) from tenant__." + one + " = '" + id + "'")).as(one).isNotEqualTo("0"));
    Owner.told("update j_653001.project set confidential = true, name = '涉密项目,线下管理', basis = '', content = '', leader = '', phone = '', "
        + "functional_class = '', direct_category = '', upper_document = '', rural = false where id = ?", project);
    hanging.forEach(one -> assertThat(told(look, "select count(*) from tenant__." + one + " = '" + id + "'")).as(one).isEqualTo("0"));
  }

  @Test
  void anotherUnitsGoalApprovedLaterMakesNoCopyOfThisOne() {
    UUID id = forms.complete(ARTUX, Forms.project(ARTUX, year));
    forms.carry(ARTUX, id, FormState.FINANCE_FIRST);
    UUID another = forms.approved(ARTUX, Forms.project(ARTUX, year));
    Owner.told("update j_653001.review set unit = ? where id = ?", Kizilsu.OTHER_SCHOOL, another);
    try {
      assertThat(copied(financeSection(ARTUX), id)).isEmpty();
      UUID later = forms.complete(ARTUX, Forms.project(ARTUX, year));
      assertThat(copied(clerk(ARTUX), later)).as("one that is still written is held against it").isNotEmpty();
    } finally {
      // goals of the year after, which are other tests', are held against it as well
      Owner.told("update j_653001.review set unit = ? where id = ?", Kizilsu.SCHOOL, another);
    }
  }

  private List<GoalFinding> copied(Scope person, UUID id) {
    return forms.seenBy(person, id).result().findings().stream().filter(finding -> finding.check() == GoalCheck.NOT_COPIED).toList();
  }

  @Test
  void aCheckTakenHarderLaterIsNotHeldAgainstIt() {
    UUID project = Forms.project(ARTUX, year);
    UUID id = forms.approved(ARTUX, project);
    parameter("goal.least_satisfaction", "99");
    parameter("goal.shortest_text", "400");
    assertThat(forms.seenBy(clerk(ARTUX), id).result().findings()).isEmpty();
    assertThat(as(clerk(ARTUX), () -> work.inTransaction(_ -> goalFindings.of(project))).orElseThrow().findings()).as("nor by the room beside it").isEmpty();
    assertThat(codes(clerk(ARTUX), forms.complete(ARTUX, Forms.project(ARTUX, year)))).contains("goal.satisfaction", "goal.text-short");
  }

  @Test
  void financesSheetIsShownByTheGradesAndDaysItWasFilledInBy() {
    UUID id = forms.complete(ARTUX, Forms.project(ARTUX, year));
    forms.carry(ARTUX, id, FormState.FINANCE_FIRST);
    forms.tick(financeSection(ARTUX), id, Grade.FAIR, "");
    parameter("grade.cut", "65/50/40");
    parameter("goal.resubmit.days", "3");
    GoalForm.Sheet sheet = forms.seenBy(financeSection(ARTUX), id).toFill().orElseThrow();
    assertThat(sheet.grade().value()).contains(Grade.FAIR);
    assertThat(sheet.verdict().orElseThrow().value()).contains(GoalVerdict.REVISE_AND_RESUBMIT);
    assertThat(sheet.verdict().orElseThrow().reason().inputs()).containsEntry("days", "10");
    assertRefused(() -> forms.walk(financeSection(ARTUX), id, Move.PASS), "goal-to-be-revised");
    forms.tick(financeSection(ARTUX), id, Grade.FAIR, "");
    assertThat(forms.seenBy(financeSection(ARTUX), id).toFill().orElseThrow().grade().value()).as("filled in anew, by what holds now").contains(Grade.EXCELLENT);
  }

  @Test
  void theSheetOfAnApprovedGoalStaysAsItWasDecided() {
    UUID id = forms.complete(ARTUX, Forms.project(ARTUX, year));
    forms.carry(ARTUX, id, FormState.FINANCE_FIRST);
    forms.tick(financeSection(ARTUX), id, Grade.GOOD, "与教育局共同补充了质量指标");
    forms.walk(financeSection(ARTUX), id, Move.PASS);
    forms.walk(performanceOffice(ARTUX), id, Move.PASS);
    parameter("grade.cut", "99/98/97");
    GoalForm form = forms.seenBy(clerk(ARTUX), id);
    assertThat(form.sheets()).singleElement().satisfies(sheet -> {
      assertThat(sheet.grade().value()).contains(Grade.GOOD);
      assertThat(sheet.verdict().orElseThrow().value()).contains(GoalVerdict.COMPLETE_WITH_DEPARTMENT);
    });
  }

  /** The same sheet in front of two reviewers: the second is told, and nothing of the first's is lost. */
  @Test
  void twoReviewersDoNotOverwriteEachOther() {
    UUID id = forms.complete(ARTUX, Forms.project(ARTUX, year));
    forms.carry(ARTUX, id, FormState.FINANCE_FIRST);
    Scope colleague = Kizilsu.person(ARTUX, "业务科室乙", Kizilsu.EDUCATION, Role.FINANCE_SECTION);
    GoalSheets.Seen both = as(financeSection(ARTUX), () -> forms.seen(id));
    assertThat(as(colleague, () -> forms.seen(id))).isEqualTo(both);
    GoalSheets.Kept first = as(financeSection(ARTUX), () -> sheets.fill(id, both, ticks(Grade.GOOD), "数量指标已核实"));
    assertRefused(() -> as(colleague, () -> sheets.fill(id, both, ticks(Grade.POOR), "重复")), "goal-sheet-changed");
    assertThat(as(colleague, () -> sheets.toFill(id)).orElseThrow().seen()).as("to go on from, with what was typed").isEqualTo(first.seen());
    assertThat(as(clerk(ARTUX), () -> sheets.toFill(id))).isEmpty();
    assertThat(forms.seenBy(colleague, id).toFill().orElseThrow()).satisfies(sheet -> {
      assertThat(sheet.filled().opinion()).isEqualTo("数量指标已核实");
      assertThat(sheet.grade().value()).contains(Grade.GOOD);
      assertThat(sheet.seen()).isEqualTo(first.seen());
    });
    assertThat(as(financeSection(ARTUX), () -> sheets.fill(id, first.seen(), ticks(Grade.EXCELLENT), "")).problems()).as("who goes on typing is not stopped").isEmpty();
    assertThat(as(colleague, () -> sheets.fill(id, forms.seen(id), ticks(Grade.FAIR), "")).problems()).as("nor who has looked again").isEmpty();
  }

  @Test
  void aSheetOpenedInAnEarlierRoundIsNotTheOneOfThisRound() {
    UUID id = forms.complete(ARTUX, Forms.project(ARTUX, year));
    forms.carry(ARTUX, id, FormState.FINANCE_FIRST);
    GoalSheets.Seen before = as(financeSection(ARTUX), () -> forms.seen(id));
    forms.returnFor(financeSection(ARTUX), id, forms.cell(financeSection(ARTUX), id, "受益学生人数", GoalColumn.ANNUAL));
    does(clerk(ARTUX), () -> forms.write(id, forms.cell(clerk(ARTUX), id, "受益学生人数", GoalColumn.ANNUAL), "≥760人"));
    forms.walk(clerk(ARTUX), id, Move.SUBMIT);
    forms.walk(Kizilsu.approver(ARTUX), id, Move.PASS);
    forms.walk(Kizilsu.departmentReviewer(ARTUX), id, Move.PASS);
    assertRefused(() -> as(financeSection(ARTUX), () -> sheets.fill(id, before, ticks(Grade.GOOD), "")), "goal-sheet-changed");
  }

  private static Map<ReviewItem, String> ticks(Grade grade) {
    return Arrays.stream(ReviewItem.values()).collect(Collectors.toMap(Function.identity(), _ -> grade.name()));
  }

  @Test
  void whatWasSentInBeforeSurroundingsWereKeptIsJudgedWithThoseOfToday() {
    UUID project = Forms.project(ARTUX, year);
    UUID id = forms.approved(ARTUX, project);
    Owner.told("update j_653001.form_version set outcome = outcome - 'surroundings' where review = ?", id);
    Owner.told("update j_653001.goal_review_sheet set parameters = null where goal = ?", id);
    Owner.told("update j_653001.project set annual_budget = 990000 where id = ?", project);
    GoalForm form = forms.seenBy(clerk(ARTUX), id);
    assertThat(form.result().findings()).filteredOn(GoalFinding::stops).singleElement().matches(finding -> finding.check() == GoalCheck.MONEY);
    assertThat(form.sheets()).singleElement().matches(sheet -> sheet.grade().value().equals(Optional.of(Grade.EXCELLENT)));
  }
}
