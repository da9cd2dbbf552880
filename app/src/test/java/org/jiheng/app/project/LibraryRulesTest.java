package org.jiheng.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.Refusal;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.junit.jupiter.api.Test;

/** What may be entered about a project and its money, and what lines of money add up to. */
class LibraryRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 4, 18);
  private static final String CODE = "65300123T000000000001";

  private static ProjectEntry entry(String code, String name, boolean confidential) {
    return new ProjectEntry(code, false, name, "101001", 2023, ProjectCategory.SPECIFIC_PURPOSE, ProjectAttribute.NEW, ProjectType.PURCHASE,
        Optional.of(LocalDate.of(2023, 1, 1)), Optional.of(LocalDate.of(2024, 12, 31)), confidential ? "" : "陈立峰", "", "", "", "", "", Optional.empty(),
        Optional.empty(), Optional.empty(), confidential);
  }

  private static FundingEntry line(FundingKind kind, FundingSource source, String wan) {
    return new FundingEntry(2023, source, kind, Money.ofWan(wan), LocalDate.of(2023, 3, 1), "财预〔2023〕1号", "");
  }

  private static List<String> codes(List<Refusal> refusals) {
    return refusals.stream().map(Refusal::code).toList();
  }

  private static List<String> remarks(ProjectEntry entry) {
    return ProjectRules.remarks(entry).stream().map(Problem::code).toList();
  }

  @Test
  void aCodeOfAnotherShapeIsTakenAndRemarkedUpon() {
    assertThat(codes(ProjectRules.against(entry("XM-2023-17", "校舍维修", false), TODAY))).isEmpty();
    assertThat(remarks(entry("XM-2023-17", "校舍维修", false))).containsExactly("project-code-unusual");
    assertThat(remarks(entry(CODE, "校舍维修", false))).isEmpty();
    assertThat(remarks(entry(CODE.replace('T', 'R'), "校舍维修", false))).containsExactly("project-code-of-another-category");
    for (String impossible : List.of("", "6530012300000000000012", "项目一", "65 30")) {
      assertThat(codes(ProjectRules.against(entry(impossible, "校舍维修", false), TODAY))).as(impossible).containsExactly("project-code-malformed");
    }
  }

  @Test
  void aTemporaryCodeFillsTheFieldAndIsNoUsualOne() {
    String code = ProjectCode.temporary(new JurisdictionCode("653001"), 2023, UUID.randomUUID());
    assertThat(code).hasSize(21).startsWith("L65300123").matches(ProjectCode::possible).doesNotMatch("[0-9]{6}.*");
    assertThat(ProjectCode.usual(code)).isFalse();
  }

  @Test
  void aProjectHasANameAndSomebodyWhoLeadsIt() {
    ProjectEntry nobody = new ProjectEntry(CODE, false, " ", "101001", 2023, ProjectCategory.PERSONNEL, ProjectAttribute.NEW, ProjectType.OTHER, Optional.empty(),
        Optional.empty(), "", "", "2050", "", "", "", Optional.of(new Money(new java.math.BigDecimal("-1"))), Optional.of(new ProjectEntry.DirectFunds("", "")),
        Optional.empty(), false);
    assertThat(codes(ProjectRules.against(nobody, TODAY))).containsExactly("project-investment-negative", "project-nameless", "project-without-leader",
        "project-functional-class", "project-direct-funds-incomplete");
  }

  @Test
  void thePeriodContainsTheYear() {
    ProjectEntry late = new ProjectEntry(CODE, false, "校舍维修", "101001", 2023, ProjectCategory.SPECIFIC_PURPOSE, ProjectAttribute.NEW, ProjectType.OTHER,
        Optional.of(LocalDate.of(2024, 1, 1)), Optional.of(LocalDate.of(2024, 12, 31)), "某", "", "", "", "", "", Optional.empty(), Optional.empty(), Optional.empty(), false);
    assertThat(codes(ProjectRules.against(late, TODAY))).containsExactly("project-period-without-its-year");
  }

  @Test
  void nothingThatDescribesAConfidentialProjectIsTaken() {
    assertThat(codes(ProjectRules.against(entry(CODE, "", true), TODAY))).isEmpty();
    assertThat(codes(ProjectRules.against(entry(CODE, "某某机房", true), TODAY))).containsExactly("project-classified-described");
    Project kept = new Project(entry(CODE, "某某机房", true), TODAY);
    assertThat(kept.name()).isEqualTo(ProjectEntry.PLACEHOLDER);
    assertThat(kept.takesForms()).isFalse();
    assertThat(remarks(entry(CODE, "机密档案整理", false))).containsExactly("project-perhaps-classified");
  }

  @Test
  void linesAddUpBySourceAndYear() {
    List<FundingEntry> lines = new ArrayList<>(List.of(line(FundingKind.OPENING, FundingSource.GENERAL_BUDGET, "100"),
        line(FundingKind.OPENING, FundingSource.OWN_FUNDS, "20.5"), line(FundingKind.SUPPLEMENT, FundingSource.GENERAL_BUDGET, "30"),
        line(FundingKind.CUT, FundingSource.OWN_FUNDS, "0.5"),
        new FundingEntry(2024, FundingSource.BOND, FundingKind.OPENING, Money.ofWan("7"), LocalDate.of(2023, 3, 1), "", "")));
    Budgets budgets = Budgets.of(lines);
    assertThat(budgets.of(2023).initial()).isEqualTo(Money.ofWan("120.5"));
    assertThat(budgets.of(2023).annual()).isEqualTo(Money.ofWan("150"));
    assertThat(budgets.of(2023).annualFiscal()).isEqualTo(Money.ofWan("130"));
    assertThat(budgets.of(2024).annual()).isEqualTo(Money.ofWan("7"));
    assertThat(budgets.of(2025).annual()).isEqualTo(Money.ZERO);
  }

  @Test
  void noSourceLosesMoreThanItHas() {
    List<FundingEntry> there = List.of(line(FundingKind.OPENING, FundingSource.GENERAL_BUDGET, "100"), line(FundingKind.OPENING, FundingSource.BOND, "50"));
    assertThat(codes(ProjectRules.against(line(FundingKind.CUT, FundingSource.GENERAL_BUDGET, "100"), 2023, there, TODAY))).isEmpty();
    assertThat(codes(ProjectRules.against(line(FundingKind.CUT, FundingSource.GENERAL_BUDGET, "100.01"), 2023, there, TODAY))).containsExactly("money-below-zero");
  }

  @Test
  void aChangeOfMoneyNamesItsDocumentAndADayOfItsYear() {
    FundingEntry bare = new FundingEntry(2022, FundingSource.BOND, FundingKind.SUPPLEMENT, Money.ZERO, LocalDate.of(2023, 5, 1), "", "");
    assertThat(codes(ProjectRules.against(bare, 2023, List.of(), TODAY)))
        .containsExactly("money-not-positive", "money-without-document", "money-in-the-future", "money-of-another-year");
  }

  // --- where it stands and what it needs

  private static Project project(ProjectCategory category, ProjectAttribute attribute, int year, String wan) {
    Project project = new Project(new ProjectEntry(CODE, false, "校舍维修", "101001", year, category, attribute, ProjectType.OTHER, Optional.empty(),
        Optional.of(LocalDate.of(year, 12, 31)), "某", "", "", "", "", "", Optional.empty(), Optional.empty(), Optional.empty(), false), TODAY);
    project.amountsTo(Budgets.of(wan.equals("0") ? List.of()
        : List.of(new FundingEntry(year, FundingSource.BOND, FundingKind.OPENING, Money.ofWan(wan), TODAY, "", ""))).of(year));
    return project;
  }

  @Test
  void ofMoneyOfATransferItsDocumentSaysTheYear() {
    for (LocalDate day : List.of(LocalDate.of(2023, 12, 20), LocalDate.of(2025, 1, 10))) {
      FundingEntry late = new FundingEntry(2024, FundingSource.UPPER_TRANSFER, FundingKind.SUPPLEMENT, Money.ofWan("30"), day, "新财农〔2024〕1号", "");
      assertThat(codes(ProjectRules.againstReceived(late, 2024, List.of(), day))).isEmpty();
      assertThat(codes(ProjectRules.against(late, 2024, List.of(), day))).containsExactly("money-of-another-year");
    }
  }

  @Test
  void whereAProjectStandsIsDerived() {
    assertThat(project(ProjectCategory.SPECIFIC_PURPOSE, ProjectAttribute.NEW, 2023, "0").state(TODAY)).isEqualTo(ProjectState.RESERVE);
    assertThat(project(ProjectCategory.SPECIFIC_PURPOSE, ProjectAttribute.NEW, 2024, "1").state(TODAY)).isEqualTo(ProjectState.BUDGETED);
    Project running = project(ProjectCategory.SPECIFIC_PURPOSE, ProjectAttribute.NEW, 2023, "1");
    assertThat(running.state(TODAY)).isEqualTo(ProjectState.EXECUTING);
    assertThat(running.state(TODAY.plusYears(1))).isEqualTo(ProjectState.COMPLETED);
    running.terminate(TODAY, "不再实施");
    assertThat(running.state(TODAY)).isEqualTo(ProjectState.TERMINATED);
    assertThat(running.state(TODAY).kept()).isFalse();
  }

  @Test
  void whatAProjectNeedsFollowsFromWhatItIs() {
    Project fresh = project(ProjectCategory.SPECIFIC_PURPOSE, ProjectAttribute.NEW, 2023, "1");
    assertThat(StageKind.EX_ANTE.need(fresh, TODAY, true)).isEqualTo(StageKind.Need.NOW);
    assertThat(StageKind.GOAL.need(fresh, TODAY, true)).isEqualTo(StageKind.Need.NOW);
    assertThat(StageKind.MONITORING_MAY.need(fresh, TODAY, true)).isEqualTo(StageKind.Need.LATER);
    assertThat(StageKind.MONITORING_MAY.need(fresh, LocalDate.of(2023, 5, 1), true)).isEqualTo(StageKind.Need.NOW);
    assertThat(StageKind.SELF_EVALUATION.need(fresh, TODAY, true)).isEqualTo(StageKind.Need.LATER);
    assertThat(StageKind.SELF_EVALUATION.need(fresh, LocalDate.of(2024, 1, 1), true)).isEqualTo(StageKind.Need.NOW);
    assertThat(StageKind.FINANCE_EVALUATION.need(fresh, TODAY, true)).isEqualTo(StageKind.Need.BY_CHOICE);
    assertThat(StageKind.EX_ANTE.need(project(ProjectCategory.SPECIFIC_PURPOSE, ProjectAttribute.CONTINUING, 2023, "1"), TODAY, false)).isEqualTo(StageKind.Need.NOT_NEW);
    assertThat(StageKind.GOAL.need(project(ProjectCategory.PERSONNEL, ProjectAttribute.NEW, 2023, "1"), TODAY, false)).isEqualTo(StageKind.Need.WITHOUT_GOALS);
    assertThat(StageKind.EX_ANTE.need(fresh, TODAY, false)).isEqualTo(StageKind.Need.LET_OFF);
    assertThat(StageKind.EX_ANTE.need(project(ProjectCategory.PERSONNEL, ProjectAttribute.ONE_OFF, 2023, "1"), TODAY, true))
        .as("the room of the form says, not the stage").isEqualTo(StageKind.Need.NOW);
    assertThat(StageKind.RESULT.need(project(ProjectCategory.SPECIFIC_PURPOSE, ProjectAttribute.NEW, 2021, "0"), TODAY, false)).isEqualTo(StageKind.Need.WITHOUT_MONEY);
  }
}
