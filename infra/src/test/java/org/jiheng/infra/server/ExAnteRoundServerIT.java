package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.budget.BudgetAction;
import org.jiheng.app.budget.Gates;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Score;
import org.jiheng.app.engagement.EngagementReport;
import org.jiheng.app.engagement.Engagements;
import org.jiheng.app.exante.Concluding;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.exante.ExAnteCells;
import org.jiheng.app.exante.ExAnteConclusion;
import org.jiheng.app.exante.ExAnteEvaluations;
import org.jiheng.app.exante.ExAnteFacts;
import org.jiheng.app.exante.ExAnteForm;
import org.jiheng.app.exante.ExAnteOfProjects;
import org.jiheng.app.exante.ExAnteOutsiders;
import org.jiheng.app.exante.ExAnteYears;
import org.jiheng.app.exante.SystemFacts;
import org.jiheng.app.form.FilledForms.BatchItem;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An ex-ante evaluation round by round: whose sheet counts, by which parameters it is judged, from what finance concludes (S12–S14).
 */
class ExAnteRoundServerIT extends WholeProduct {

  private static final Scope CLERK = Kizilsu.clerk(ARTUX);
  private static final Scope OFFICE = Kizilsu.performanceOffice(ARTUX);

  @Inject
  private ExAnteEvaluations evaluations;

  @Inject
  private ExAnteOutsiders outsiders;

  @Inject
  private ExAntes exAntes;

  @Inject
  private Engagements engagements;

  @Inject
  private Contracts contracts;

  @Inject
  private GoalForms goals;

  @Inject
  private Gates gates;

  @Inject
  private ExAnteOfProjects asked;

  @Inject
  private ExAnteFacts facts;

  @Inject
  private ExAnteYears years;

  @Inject
  private Projects projects;

  @Inject
  private Work work;

  private int year;

  @BeforeEach
  void aYear() {
    year = Forms.aYearOfItsOwn();
  }

  private void ticks(Scope firm, UUID id, Grade tick) {
    does(firm, () -> outsiders.handIn(id, ExAntes.ticked(evaluations.open(id), tick), "总体可行,资金偏高"));
  }

  private void reports(Scope firm, UUID contract) {
    assertThat(as(firm, () -> engagements.report(contract, EngagementReport.Kind.FINAL_REPORT, "再评估报告", "", Optional.of("报告.pdf"), Contracts.PDF)))
        .isEmpty();
  }

  private static Concluding onThirdParty(Conclusion conclusion, Money supported) {
    return new Concluding(conclusion, Concluding.Basis.THIRD_PARTY, supported, "采纳再评估意见", "单位自评偏高", Set.of(), List.of());
  }

  /** The first round ended with 不支持 although a third party was heard; the unit begins again, and the form is with finance anew. */
  private UUID inItsSecondRound(UUID project, Scope firm, UUID contract) {
    UUID id = exAntes.withFinance(ARTUX, project, Grade.EXCELLENT);
    does(OFFICE, () -> outsiders.link(id, contract));
    ticks(firm, id, Grade.GOOD);
    reports(firm, contract);
    does(OFFICE, () -> outsiders.accept(id));
    exAntes.conclude(ARTUX, id, onThirdParty(Conclusion.NOT_SUPPORTED, Money.ZERO));
    exAntes.walk(CLERK, id, Move.BEGIN_AGAIN);
    exAntes.sendOn(ARTUX, id);
    return id;
  }

  @Test
  void aThirdPartysSheetOfOneRoundDoesNotCountInTheNextAndItsContractGoesOn() {
    UUID project = ExAntes.newProject(ARTUX, year, "RESEARCH");
    Contracts.Company company = contracts.company();
    UUID contract = exAntes.contract(ARTUX, company, project);
    Scope firm = contracts.scope(company.person(), ARTUX);
    UUID id = inItsSecondRound(project, firm, contract);

    ExAnteForm anew = exAntes.seenBy(OFFICE, id);
    assertThat(anew.desk().round()).isEqualTo(2);
    assertThat(anew.thirdParty()).as("the contract is still in force").hasValueSatisfying(one -> {
      assertThat(one.accepted()).isFalse();
      assertThat(one.result()).isEmpty();
    });
    assertThat(anew.outside()).filteredOn(one -> !one.counts()).singleElement().satisfies(one -> {
      assertThat(one.round()).isEqualTo(1);
      assertThat(one.result().orElseThrow().total()).isEqualTo(Score.of("80.00"));
    });
    assertThat(anew.apart()).as("totals of two rounds are not compared").isEmpty();
    assertRefused(() -> exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED)), "exante-third-party-missing");
    assertRefused(() -> does(OFFICE, () -> outsiders.accept(id)), "exante-no-sheet");

    ticks(firm, id, Grade.FAIR);
    assertRefused(() -> does(OFFICE, () -> outsiders.accept(id)), "exante-report-missing");
    reports(firm, contract);
    does(OFFICE, () -> outsiders.accept(id));
    exAntes.conclude(ARTUX, id, onThirdParty(Conclusion.PARTLY_SUPPORTED, Money.ofWan("20")));
    assertThat(exAntes.seenBy(CLERK, id).conclusion().orElseThrow().total()).as("the sheet of the second round").isEqualTo(Score.of("60.00"));
    assertThat(Owner.rows("select e.round, r.round, r.total from j_653001.exante_engagement e join j_653001.exante_result r on r.id = e.result "
        + "where e.evaluation = ? order by e.round", id)).as("what was accepted before stays written").containsExactly("1|1|80.00", "2|2|60.00");
  }

  @Test
  void aContractThatIsOverDoesNotGoOnAndAnotherFirmIsGivenTheNextRound() {
    UUID project = ExAntes.newProject(ARTUX, year, "RESEARCH");
    Contracts.Company company = contracts.company();
    UUID contract = exAntes.contract(ARTUX, company, project);
    UUID id = inItsSecondRound(project, contracts.scope(company.person(), ARTUX), contract);
    UUID other = exAntes.contract(ARTUX, contracts.company(), project);
    assertRefused(() -> does(OFFICE, () -> outsiders.link(id, other)), "exante-given-already");
    Owner.told("update j_653001.engagement set ended_on = ? where id = ?", Contracts.TODAY, contract);
    assertThat(exAntes.seenBy(OFFICE, id).thirdParty()).isEmpty();
    does(OFFICE, () -> outsiders.link(id, other));
    assertThat(exAntes.seenBy(OFFICE, id).thirdParty().orElseThrow().engagement()).isEqualTo(other);
  }

  @Test
  void aFormIsJudgedByTheParametersItWasBegunWithAndSaysSo() {
    UUID project = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    UUID id = exAntes.complete(ARTUX, project, Grade.GOOD);
    ExAntes.set(ARTUX, "exante.thirdparty.rule", year, "total >= 1");
    ExAntes.set(ARTUX, "exante.required_for", year, "CONTINUING");
    ExAnteForm form = exAntes.seenBy(CLERK, id);
    assertThat(form.ground()).isEqualTo(ExAnteForm.Ground.BEGUN);
    assertThat(form.need().value()).contains(true);
    assertThat(form.need().reason().inputs()).containsEntry("required", "新增");
    assertThat(form.result().thirdParty().value()).contains(false);
    UUID later = as(CLERK, () -> evaluations.begin(ExAntes.newProject(ARTUX, year, "SUBSIDY")));
    does(CLERK, () -> evaluations.write(later, List.of(new CellEdit(ExAnteCells.AMOUNT_TOTAL, "", "30"))));
    ExAnteForm begunLater = exAntes.seenBy(CLERK, later);
    assertThat(begunLater.need().because("exante.not-new")).isTrue();
    assertThat(begunLater.result().thirdParty().value()).contains(true);

    exAntes.sendOn(ARTUX, id);
    List<Project> still = as(OFFICE, () -> work.inTransaction(_ -> asked.asked(List.of(projects.find(project).orElseThrow()))));
    assertThat(still).as("the task still asks for it").hasSize(1);
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED));
    Owner.told("update j_653001.project set attribute = 'CONTINUING' where id = ?", project);
    assertThat(exAntes.seenBy(CLERK, id).need().because("exante.new")).as("what was concluded is not rewritten").isTrue();
    assertThat(as(ExAntes.budgetSection(ARTUX), () -> gates.can(project, BudgetAction.ENTER_BUDGET)).reasons()).extracting(Reason::rule)
        .containsExactly("gate.exante-supported");
  }

  /** What goals of the year are held against is what finance was told, not what the unit writes meanwhile (S15). */
  @Test
  void theYearsOfASecondRoundCountWhenItIsSentIn() {
    UUID project = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    UUID id = exAntes.withFinance(ARTUX, project, Grade.POOR);
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.NOT_SUPPORTED, Money.ZERO));
    exAntes.walk(CLERK, id, Move.BEGIN_AGAIN);
    does(CLERK, () -> evaluations.write(id, List.of(edit(id, ExAnteCells.Year.FIRST, "25"), edit(id, ExAnteCells.Year.SECOND, "5"))));
    assertThat(yearsOf(project)).containsEntry(year, Money.ofWan("20")).containsEntry(year + 1, Money.ofWan("10"));
    exAntes.sendOn(ARTUX, id);
    assertThat(yearsOf(project)).containsEntry(year, Money.ofWan("25")).containsEntry(year + 1, Money.ofWan("5"));
  }

  private CellEdit edit(UUID id, ExAnteCells.Year of, String wan) {
    return new CellEdit(ExAnteCells.year(of), evaluations.open(id).cells().text(ExAnteCells.year(of)), wan);
  }

  private Map<Integer, Money> yearsOf(UUID project) {
    return as(OFFICE, () -> work.inTransaction(_ -> years.of(projects.find(project).orElseThrow())));
  }

  /** Lists ask the database, tasks ask project by project, gates look at facts: one rule. */
  private void assertAsked(UUID project, boolean expected) {
    as(OFFICE, () -> work.inTransaction(database -> {
      Project found = projects.find(project).orElseThrow();
      assertThat(database.createQuery("select p.id from Project p where p.id = :id and " + asked.askedOf(year).orElseThrow(), UUID.class)
          .setParameter("id", project).getResultList()).as("list").hasSize(expected ? 1 : 0);
      assertThat(asked.asked(List.of(found))).as("task").hasSize(expected ? 1 : 0);
      assertThat(((ProjectFact.ExAnte) facts.of(List.of(found)).get(project)).standing() == ProjectFact.ExAnte.Standing.NOT_NEEDED).as("gate").isEqualTo(!expected);
      return true;
    }));
  }

  @Test
  void listAndGateAskForAnEvaluationByOneRule() {
    UUID project = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    UUID id = exAntes.withFinance(ARTUX, project, Grade.GOOD);
    UUID concluded = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    exAntes.conclude(ARTUX, exAntes.withFinance(ARTUX, concluded, Grade.GOOD), ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED));
    ExAntes.set(ARTUX, "exante.required_for", year, "ONE_OFF");
    UUID begunLater = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    exAntes.withFinance(ARTUX, begunLater, Grade.GOOD);
    assertAsked(project, true);
    assertAsked(concluded, true);
    assertAsked(begunLater, false);
    for (UUID one : List.of(project, concluded, begunLater)) {
      Owner.told("update j_653001.project set attribute = 'CONTINUING', confirmed_attribute = 'CONTINUING', confirmed_category = category where id = ?", one);
    }
    assertAsked(project, false);
    assertAsked(concluded, true);
    assertAsked(begunLater, false);
    Owner.told("update j_653001.project set attribute = 'ONE_OFF', confirmed_attribute = 'ONE_OFF' where id = ?", begunLater);
    assertAsked(begunLater, true);
    assertThat(exAntes.seenBy(OFFICE, id).need().value()).contains(false);
  }

  @Test
  void whatATickIsWorthIsSetForAYearAndStaysWithWhatWasSentIn() {
    UUID id = exAntes.withFinance(ARTUX, ExAntes.newProject(ARTUX, year, "SUBSIDY"), Grade.GOOD);
    ExAntes.set(ARTUX, "exante.ticks", year, "1/0.9/0.5/0");
    assertThat(exAntes.seenBy(CLERK, id).result().sheet().total().value()).contains(Score.of("80.00"));
    UUID later = exAntes.complete(ARTUX, ExAntes.newProject(ARTUX, year, "SUBSIDY"), Grade.GOOD);
    assertThat(exAntes.seenBy(CLERK, later).result().sheet().total().value()).contains(Score.of("90.00"));
    int other = Forms.aYearOfItsOwn();
    UUID elsewhere = exAntes.complete(ARTUX, ExAntes.newProject(ARTUX, other, "SUBSIDY"), Grade.GOOD);
    assertThat(exAntes.seenBy(CLERK, elsewhere).result().sheet().total().value()).as("of its year only").contains(Score.of("80.00"));
  }

  @Test
  void withoutTheSignedReportNobodySendsChecksOrConcludes() {
    UUID draft = exAntes.complete(ARTUX, ExAntes.newProject(ARTUX, year, "SUBSIDY"), Grade.GOOD);
    ExAntes.unsigned(ARTUX, draft);
    assertRefused(() -> exAntes.walk(CLERK, draft, Move.SUBMIT), "form-has-problems");
    assertThat(exAntes.seenBy(CLERK, draft).problems().get(ExAnteCells.evidence("signed-report"))).singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("application.report-unsigned"));

    UUID checked = exAntes.complete(ARTUX, ExAntes.newProject(ARTUX, year, "SUBSIDY"), Grade.GOOD);
    exAntes.walk(CLERK, checked, Move.SUBMIT);
    exAntes.walk(Kizilsu.approver(ARTUX), checked, Move.PASS);
    Scope department = Kizilsu.departmentReviewer(ARTUX);
    assertThat(exAntes.seenBy(department, checked).desk().state()).isEqualTo(FormState.DEPARTMENT_REVIEW);
    ExAntes.unsigned(ARTUX, checked);
    assertRefused(() -> exAntes.walk(department, checked, Move.PASS), "exante-report-unsigned");
    assertThat(as(department, () -> evaluations.preview(List.of(checked), Move.PASS))).flatExtracting(BatchItem::refusals).extracting(one -> one.code())
        .containsExactly("exante-report-unsigned");
    assertThat(exAntes.seenBy(department, checked).desk().offers()).filteredOn(offer -> offer.move() == Move.PASS)
        .flatExtracting(Move.Offer::refusals).extracting(one -> one.code()).containsExactly("exante-report-unsigned");

    UUID concluded = exAntes.withFinance(ARTUX, ExAntes.newProject(ARTUX, year, "SUBSIDY"), Grade.GOOD);
    ExAntes.unsigned(ARTUX, concluded);
    assertRefused(() -> exAntes.conclude(ARTUX, concluded, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED)), "exante-report-unsigned");
  }

  @Test
  void theConclusionSaysWhichVersionAndWhoseReportItWasDrawnFrom() {
    UUID id = exAntes.withFinance(ARTUX, ExAntes.newProject(ARTUX, year, "SUBSIDY"), Grade.GOOD);
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED));
    ExAnteForm form = exAntes.seenBy(CLERK, id);
    ExAnteConclusion made = form.conclusion().orElseThrow();
    assertThat(made.judgedVersion()).contains(1);
    assertThat(form.report(made)).hasValueSatisfying(file -> {
      assertThat(file.fileName()).isEqualTo("事前绩效评估报告(签章稿).pdf");
      assertThat(file.byName()).isEqualTo("填报员甲");
    });
  }

  private static List<String> rules(ExAnteForm form, String item) {
    return form.facts().at(item).stream().map(SystemFacts.Fact::reason).map(Reason::rule).toList();
  }

  @Test
  void whatThePlatformKnowsStandsBesideTheItemsAsFactsAndScoresNothing() {
    UUID project = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    UUID piece = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    Owner.told("update j_653001.project set name = '教学点取暖改造(一期)' where id = ?", project);
    Owner.told("update j_653001.project set name = '教学点取暖改造(二期)' where id = ?", piece);
    UUID id = exAntes.complete(ARTUX, project, Grade.GOOD);
    ExAnteForm form = exAntes.seenBy(CLERK, id);
    assertThat(rules(form, "need-unique")).containsExactly("exante.check-duplicate");
    assertThat(form.facts().at("need-unique").getFirst().reason().inputs().get("other")).contains("教学点取暖改造(二期)");
    assertThat(rules(form, "goals-form")).containsExactly("exante.check-goal-absent");
    assertThat(rules(form, "economy-detail")).containsExactly("exante.check-document-there");
    assertThat(rules(form, "funding-proof")).containsExactly("exante.check-no-own-money");
    assertThat(rules(form, "plan-control")).isNotEmpty();
    assertThat(form.result().sheet().total().value()).as("facts are no scores").contains(Score.of("80.00"));

    goals.begun(ARTUX, project);
    assertThat(rules(exAntes.seenBy(CLERK, id), "goals-form")).contains("exante.check-goal-finding");
    exAntes.sendOn(ARTUX, id);
    assertThat(rules(exAntes.seenBy(OFFICE, id), "goals-form")).as("a draft is its unit's own").containsExactly("exante.check-goal-absent");

    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED));
    Owner.told("update j_653001.project set name = '另一件事' where id = ?", piece);
    assertThat(rules(exAntes.seenBy(OFFICE, id), "need-unique")).as("as it was when finance concluded").containsExactly("exante.check-duplicate");
  }

  @Test
  void peopleFromOutsideAreShownNoneOfWhatThePlatformKnows() {
    UUID project = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    UUID id = exAntes.withFinance(ARTUX, project, Grade.GOOD);
    Contracts.Company company = contracts.company();
    UUID contract = exAntes.contract(ARTUX, company, project);
    does(OFFICE, () -> outsiders.link(id, contract));
    Scope firm = contracts.scope(company.person(), ARTUX);
    assertThat(exAntes.seenBy(firm, id).facts()).isEqualTo(SystemFacts.NONE);
  }
}
