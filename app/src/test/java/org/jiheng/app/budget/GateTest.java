package org.jiheng.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.project.ProjectFact.Decomposition;
import org.jiheng.app.project.ProjectFact.ExAnte;
import org.jiheng.app.project.ProjectFact.Goal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The gates B1 to B4, case by case (DOMAIN 15; S12, S15, S17, S18, Q11, Q13). */
class GateTest {

  private static final UUID PROJECT = new UUID(1, 1);
  private static final Reason WHY = new Reason("exante.not-new", "事前绩效评估规则2023", "中发〔2018〕34号", Map.of());

  private static ExAnte exAnte(ExAnte.Standing standing, int open) {
    return new ExAnte(standing, WHY, open, Optional.of(Money.ofWan("30")), Optional.of(Money.ofWan("20")), Optional.empty());
  }

  private static Permission can(BudgetAction action, ProjectFact... facts) {
    return Permission.of(PROJECT, action, List.of(facts), List.of());
  }

  private static void says(Permission permission, boolean allowed, String... rules) {
    assertThat(permission.allowed()).isEqualTo(allowed);
    assertThat(permission.reasons()).extracting(Reason::rule).containsExactly(rules);
  }

  @ParameterizedTest
  @CsvSource({"NOT_NEEDED,0,true,exante.not-new,NONE", "NONE,0,false,gate.exante-missing,LEADER", "UNDER_WAY,0,false,gate.exante-under-way,LEADER",
      "SUPPORTED,0,true,gate.exante-supported,NONE", "PARTLY_SUPPORTED,0,true,gate.exante-partly-supported,NONE",
      "PARTLY_SUPPORTED,1,false,gate.conditions-open,LEADER", "NOT_SUPPORTED,0,false,gate.exante-not-supported,NONE"})
  void b1LetsInWhatIsSupportedWithItsConditionsClosed(ExAnte.Standing standing, int open, boolean allowed, String rule, Gate.Opening possible) {
    Permission permission = can(BudgetAction.ENTER_BUDGET, exAnte(standing, open));
    says(permission, allowed, rule);
    assertThat(permission.answers().get(Gate.B1).possible()).isEqualTo(possible);
  }

  @Test
  void aSupplementOfANewProjectIsNotAskedForBeforeItIsEvaluated() {
    says(can(BudgetAction.REQUEST_SUPPLEMENT, exAnte(ExAnte.Standing.NONE, 0)), false, "gate.exante-missing");
  }

  /** 自报延续,未经财政确认,按新增项目把关. */
  @Test
  void b1SaysThatAProjectIsDealtWithAsNewBecauseNobodyBearsOutItsOwnWord() {
    Reason unconfirmed = new Reason(ExAnte.UNCONFIRMED, "事前绩效评估规则2023", "中发〔2018〕34号", Map.of());
    Permission permission = can(BudgetAction.ENTER_BUDGET,
        new ExAnte(ExAnte.Standing.NONE, unconfirmed, 0, Optional.empty(), Optional.empty(), Optional.empty()));
    says(permission, false, "gate.exante-unconfirmed");
    assertThat(permission.answers().get(Gate.B1).possible()).isEqualTo(Gate.Opening.LEADER);
  }

  @ParameterizedTest
  @EnumSource
  void whatNobodyKnowsKeepsTheGateClosedForEverybody(BudgetAction action) {
    Permission permission = can(action);
    assertThat(permission.allowed()).isFalse();
    assertThat(permission.reasons()).allSatisfy(reason -> assertThat(reason.rule()).isEqualTo("gate.nothing-known"));
    assertThat(permission.openable()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"NONE,gate.goal-missing", "UNCONFIRMED,gate.goal-unconfirmed", "UNDER_WAY,gate.goal-under-way", "RETURNED,gate.goal-returned",
      "RETURNED_OVERDUE,gate.goal-overdue", "REJECTED,gate.goal-rejected"})
  void b2AllocatesNothingWithoutApprovedGoalsAndNobodyMayOpenIt(Goal.Standing standing, String rule) {
    Permission permission = can(BudgetAction.ALLOCATE, exAnte(ExAnte.Standing.SUPPORTED, 0), new Goal(standing, Optional.empty()));
    says(permission, false, rule);
    assertThat(permission.openable()).isEmpty();
  }

  @Test
  void withSupportAndApprovedGoalsMoneyIsAllocated() {
    says(can(BudgetAction.ALLOCATE, exAnte(ExAnte.Standing.SUPPORTED, 0), new Goal(Goal.Standing.APPROVED, Optional.empty())), true,
        "gate.exante-supported", "gate.goal-approved");
  }

  private static Decomposition.Judged judged(boolean passes, boolean inAnEmergency, String rule) {
    return new Decomposition.Judged(passes, inAnEmergency, new Reason(rule, "转移支付分解规则2023", "财预〔2015〕163号", Map.of()));
  }

  private static final Decomposition.Judged DECOMPOSED = judged(true, false, "gate.decomposed");

  @ParameterizedTest
  @CsvSource({"true,false,gate.decomposed,NONE", "true,false,gate.emergency,NONE", "false,true,gate.not-decomposed,EMERGENCY",
      "false,false,gate.transfer-withdrawn,NONE"})
  void b3SaysWhatTheRoomOfTransfersJudgedOfTheGoalsAndInAnEmergencyALeaderMayLeaveThemAside(
      boolean passes, boolean inAnEmergency, String rule, Gate.Opening possible) {
    Permission permission = can(BudgetAction.SEND_FUND_DOCUMENT, new Decomposition(judged(passes, inAnEmergency, rule), DECOMPOSED));
    says(permission, passes, rule);
    assertThat(permission.answers().get(Gate.B3).possible()).isEqualTo(possible);
  }

  @ParameterizedTest
  @CsvSource({"true,gate.quantities-equal", "true,gate.quantities-over-allowed", "false,gate.quantities-differ"})
  void b4SaysWhatTheRoomOfTransfersJudgedOfTheQuantitiesAndNobodyOpensIt(boolean passes, String rule) {
    Permission permission = can(BudgetAction.SUBMIT_DECOMPOSITION, new Decomposition(DECOMPOSED, judged(passes, false, rule)));
    says(permission, passes, rule);
    assertThat(permission.openable()).isEmpty();
  }

  @Test
  void whatALeaderOpenedIsOpenAndSaysByWhomAndWhy() {
    Permission permission = opened(ExAnte.Standing.NONE, 0, "gate.exante-missing");
    says(permission, true, "gate.overridden");
    assertThat(permission.answers().get(Gate.B1).overridden()).isTrue();
    assertThat(permission.answers().get(Gate.B1).reason().inputs()).containsEntry("person", "局长").containsEntry("why", "抗震抢险");
  }

  @ParameterizedTest
  @EnumSource
  void noGateOpensForAProjectThatIsNoLongerOneWhateverIsKnownOfItAndWhateverALeaderSaid(BudgetAction action) {
    Reason ended = Because.of("gate.project-ended", Because.OPINION);
    Permission permission = Permission.of(PROJECT, action, Optional.of(ended),
        List.of(exAnte(ExAnte.Standing.SUPPORTED, 0), new Goal(Goal.Standing.APPROVED, Optional.empty()),
            new Decomposition(DECOMPOSED, DECOMPOSED)),
        List.of(new Permission.Opened(Gate.B1, "gate.project-ended", "局长", "抗震抢险")));
    says(permission, false, "gate.project-ended");
    assertThat(permission.openable()).isEmpty();
  }

  @Test
  void notSupportedStaysClosedWhateverSomebodyOpenedBefore() {
    says(opened(ExAnte.Standing.NOT_SUPPORTED, 0, "gate.exante-not-supported"), false, "gate.exante-not-supported");
  }

  @Test
  void whatWasOpenedForWantOfAnEvaluationIsClosedAgainByConditionsThatAreOpen() {
    says(opened(ExAnte.Standing.PARTLY_SUPPORTED, 1, "gate.exante-missing"), false, "gate.conditions-open");
    says(opened(ExAnte.Standing.PARTLY_SUPPORTED, 1, "gate.conditions-open"), true, "gate.overridden");
  }

  private static Permission opened(ExAnte.Standing standing, int open, String rule) {
    return Permission.of(PROJECT, BudgetAction.ENTER_BUDGET, new ArrayList<>(List.of(exAnte(standing, open))),
        List.of(new Permission.Opened(Gate.B1, rule, "局长", "抗震抢险")));
  }

  @Test
  void aGateOfFundDocumentsConcernsOnlyProjectsWithAnEarmarkedTransfer() {
    Decomposition without = new Decomposition(judged(true, false, "gate.not-earmarked"), judged(true, false, "gate.not-earmarked"));
    assertThat(can(BudgetAction.SEND_FUND_DOCUMENT, without).answers().get(Gate.B3).concerns()).isFalse();
    assertThat(can(BudgetAction.SUBMIT_DECOMPOSITION, without).answers().get(Gate.B4).concerns()).isFalse();
    Decomposition with = new Decomposition(DECOMPOSED, judged(false, false, "gate.quantities-differ"));
    assertThat(can(BudgetAction.SEND_FUND_DOCUMENT, with).answers().get(Gate.B3).concerns()).isTrue();
    assertThat(can(BudgetAction.SUBMIT_DECOMPOSITION, with).answers().get(Gate.B4).concerns()).isTrue();
    assertThat(can(BudgetAction.ENTER_BUDGET).answers().get(Gate.B1).concerns()).isTrue();
  }
}
