package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.engagement.EngagementReport;
import org.jiheng.app.engagement.Engagements;
import org.jiheng.app.engagement.Expert;
import org.jiheng.app.engagement.Experts;
import org.jiheng.app.exante.Concluding;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.exante.ExAnteCells;
import org.jiheng.app.exante.ExAnteCondition;
import org.jiheng.app.exante.ExAnteConditions;
import org.jiheng.app.exante.ExAnteEvaluations;
import org.jiheng.app.exante.ExAnteForm;
import org.jiheng.app.exante.ExAnteList;
import org.jiheng.app.exante.ExAnteOutsiders;
import org.jiheng.app.exante.ExAnteReport;
import org.jiheng.app.exante.ExAnteScoring;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.ReviewStep;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new project is evaluated before money is asked for it: written, reviewed, evaluated again by a third party, concluded (S12–S15). */
class ExAnteServerIT extends WholeProduct {

  private static final Scope CLERK = Kizilsu.clerk(ARTUX);
  private static final Scope SECTION = Kizilsu.financeSection(ARTUX);
  private static final Scope OFFICE = Kizilsu.performanceOffice(ARTUX);

  @Inject
  private ExAnteEvaluations evaluations;

  @Inject
  private ExAnteOutsiders outsiders;

  @Inject
  private ExAnteConditions conditions;

  @Inject
  private ExAnteList list;

  @Inject
  private ExAnteReport documents;

  @Inject
  private Projects projects;

  @Inject
  private ExAntes exAntes;

  @Inject
  private Engagements engagements;

  @Inject
  private Contracts contracts;

  @Inject
  private Experts experts;

  @Inject
  private Trail trail;

  private int year;
  private UUID project;

  @BeforeEach
  void aNewProject() {
    year = Forms.aYearOfItsOwn();
    project = ExAntes.newProject(ARTUX, year, "SUBSIDY");
  }

  @Test
  void anUnfinishedFormIsNotSentInAndSaysWhatIsMissing() {
    UUID id = as(CLERK, () -> evaluations.begin(project));
    assertRefused(() -> exAntes.walk(CLERK, id, Move.SUBMIT), "form-has-problems");
    assertThat(exAntes.seenBy(CLERK, id).problems()).containsKey(ExAnteCells.evidence("minutes")).containsKey(ExAnteCells.AMOUNT_TOTAL);
    assertThat(as(CLERK, () -> evaluations.begin(project))).as("begun once").isEqualTo(id);
  }

  @Test
  void whatTheTemplateSaysAndTheNamesOfFilesAreNotTypedOver() {
    UUID id = exAntes.complete(ARTUX, project, Grade.GOOD);
    CellEdit file = new CellEdit(ExAnteCells.evidence("minutes"), "", "有会议纪要");
    assertThat(as(CLERK, () -> evaluations.write(id, List.of(file)))).singleElement().isInstanceOf(EditOutcome.Locked.class);
    assertThat(exAntes.seenBy(CLERK, id).cells().text(ExAnteCells.evidence("minutes"))).startsWith("集体决策会议纪要.pdf (");
  }

  @Test
  void itsTemplateStaysWhateverTheJurisdictionSetsLater() {
    UUID id = exAntes.complete(ARTUX, project, Grade.GOOD);
    Owner.told("insert into j_653001.parameter (id, key, fiscal_year, value, author, reason, effective) values (?, 'exante.template', ?, 'four-foci-2023', '绩效办', '四项重点', '2020-01-01')",
        UUID.randomUUID(), year);
    assertThat(exAntes.seenBy(CLERK, id).template().code()).isEqualTo("standard");
    UUID later = as(CLERK, () -> evaluations.begin(ExAntes.newProject(ARTUX, year, "SUBSIDY")));
    assertThat(exAntes.seenBy(CLERK, later).template().dimensions()).hasSize(4);
  }

  @Test
  void financeConcludesInsteadOfPassingOnAndTheConclusionCarriesDateAndName() {
    UUID id = exAntes.withFinance(ARTUX, project, Grade.GOOD);
    assertRefused(() -> exAntes.walk(OFFICE, id, Move.PASS), "exante-conclude-instead");
    assertRefused(() -> does(SECTION, () -> evaluations.conclude(id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED),
        ExAntes.order(evaluations.open(id)))), "move-not-yours");
    assertRefused(() -> exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, Money.ofWan("31"))), "exante-more-than-asked");

    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, Money.ofWan("25")));
    ExAnteForm form = exAntes.seenBy(CLERK, id);
    assertThat(form.desk().state()).isEqualTo(FormState.APPROVED);
    assertThat(form.conclusion().orElseThrow().total()).isEqualTo(Score.of("80.00"));
    assertThat(form.conclusion().orElseThrow().personName()).isEqualTo("绩效办");
    assertThat(form.conclusion().orElseThrow().concludedOn()).isEqualTo(Contracts.TODAY);
    assertThat(TrailRows.of(ARTUX, "EX_ANTE/" + id + "/conclusion")).containsExactly("DECIDE|DONE||SUPPORTED 250000.00|UNIT 经审核,意见如上");

    ExAnteList.Totals totals = as(OFFICE, () -> list.totals(new ExAnteList.Filter(year, Optional.empty(), Optional.empty(), Optional.empty(), false, "",
        ExAnteList.Sort.UNIT, true)));
    assertThat(totals).isEqualTo(new ExAnteList.Totals(1, 1, ExAntes.ASKED, Money.ofWan("25")));
    assertThat(totals.cut()).isEqualTo(Money.ofWan("5"));
  }

  @Test
  void notSupportedEndsTheRoundAndItsMoneyCountsAsCut() {
    UUID id = exAntes.withFinance(ARTUX, project, Grade.POOR);
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.NOT_SUPPORTED, Money.ZERO));
    assertThat(exAntes.seenBy(CLERK, id).desk().state()).isEqualTo(FormState.REJECTED);
    ExAnteList.Totals totals = as(OFFICE, () -> list.totals(new ExAnteList.Filter(year, Optional.empty(), Optional.empty(), Optional.empty(), false, "",
        ExAnteList.Sort.UNIT, true)));
    assertThat(totals.cut()).isEqualTo(ExAntes.ASKED);
  }

  @Test
  void aSpecialisedProjectIsNotConcludedBeforeTheThirdPartysResult() {
    UUID specialised = ExAntes.newProject(ARTUX, year, "RESEARCH");
    UUID id = exAntes.withFinance(ARTUX, specialised, Grade.EXCELLENT);
    assertRefused(() -> exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED)), "exante-third-party-missing");

    Contracts.Company company = contracts.company();
    UUID contract = exAntes.contract(ARTUX, company, specialised);
    assertRefused(() -> does(SECTION, () -> outsiders.link(id, contract)), "exante-not-linked-now");
    does(OFFICE, () -> outsiders.link(id, contract));
    assertRefused(() -> does(OFFICE, () -> outsiders.accept(id)), "exante-no-sheet");

    Scope firm = contracts.scope(company.person(), ARTUX);
    ExAnteForm seen = exAntes.seenBy(firm, id);
    assertThat(seen.sheet().files()).as("the documents are shown, too").isNotEmpty();
    assertThat(as(firm, () -> evaluations.file(id, seen.sheet().files().getFirst().id())).fileName()).endsWith(".pdf");
    assertRefused(() -> does(firm, () -> outsiders.handIn(id, new ExAnteScoring.Ticked(Map.of(), Set.of()), "总体可行")),
        "exante-sheet-not-whole");
    does(firm, () -> outsiders.handIn(id, ExAntes.ticked(seen, Grade.GOOD), "总体可行,资金偏高"));
    assertRefused(() -> does(OFFICE, () -> outsiders.accept(id)), "exante-report-missing");
    assertThat(as(firm, () -> engagements.report(contract, EngagementReport.Kind.FINAL_REPORT, "再评估报告", "", Optional.of("报告.pdf"), Contracts.PDF)))
        .isEmpty();
    does(OFFICE, () -> outsiders.accept(id));
    assertRefused(() -> does(firm, () -> outsiders.handIn(id, ExAntes.ticked(seen, Grade.POOR), "重新评定")), "exante-sheet-accepted");

    Concluding cited = new Concluding(Conclusion.SUPPORTED, Concluding.Basis.THIRD_PARTY, Money.ofWan("28"), "采纳再评估意见", "", Set.of(), List.of());
    assertRefused(() -> exAntes.conclude(ARTUX, id, cited), "exante-difference-unexplained");
    exAntes.conclude(ARTUX, id, new Concluding(Conclusion.SUPPORTED, Concluding.Basis.THIRD_PARTY, Money.ofWan("28"), "采纳再评估意见", "单位自评偏高",
        Set.of(), List.of()));
    ExAnteForm form = exAntes.seenBy(CLERK, id);
    assertThat(form.conclusion().orElseThrow().total()).isEqualTo(Score.of("80.00"));
    assertThat(form.thirdParty().orElseThrow().accepted()).isTrue();
    assertThat(form.result().sheet().total().value()).as("both stay").contains(Score.of("100.00"));

    ExAnteForm told = exAntes.seenBy(firm, id);
    assertThat(told.desk().state()).as("how finance ended it the firm is not told").isEqualTo(FormState.FINANCE_SECOND);
    assertThat(told.desk().steps()).isNotEmpty().allSatisfy(step -> {
      assertThat(step.from().finance()).isFalse();
      assertThat(step.comment()).doesNotContain("采纳再评估意见");
    });
    assertThat(form.desk().steps()).extracting(ReviewStep::comment).as("the opinion stands in the conclusion only").doesNotContain("采纳再评估意见");
  }

  @Test
  void whatShowsThatAConditionIsMetIsNotForTheFirm() {
    UUID id = exAntes.withFinance(ARTUX, project, Grade.FAIR);
    Contracts.Company company = contracts.company();
    UUID contract = exAntes.contract(ARTUX, company, project);
    does(OFFICE, () -> outsiders.link(id, contract));
    Scope firm = contracts.scope(company.person(), ARTUX);
    does(firm, () -> outsiders.handIn(id, ExAntes.ticked(exAntes.seenBy(firm, id), Grade.FAIR), "总体可行,资金偏高"));
    as(firm, () -> engagements.report(contract, EngagementReport.Kind.FINAL_REPORT, "再评估报告", "", Optional.of("报告.pdf"), Contracts.PDF));
    does(OFFICE, () -> outsiders.accept(id));
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.PARTLY_SUPPORTED, Money.ofWan("20"), ExAntes.condition(Contracts.TODAY.plusDays(30))));
    UUID condition = exAntes.seenBy(CLERK, id).conditions().getFirst().id();
    as(CLERK, () -> conditions.report(id, condition, "已经落实到位", Optional.of("证明.pdf"), Contracts.PDF));
    assertThat(exAntes.seenBy(CLERK, id).sheet().files()).anyMatch(file -> file.place().startsWith("condition/"));
    assertThat(exAntes.seenBy(firm, id).sheet().files()).isNotEmpty().allMatch(file -> file.place().startsWith("evidence/"));
  }

  @Test
  void expertsWhoWereCalledAreHeardBeforeFinanceConcludes() {
    UUID id = exAntes.withFinance(ARTUX, project, Grade.GOOD);
    UUID person = Contracts.account();
    as(Kizilsu.oversight(), () -> experts.enter(Contracts.usernameOf(person), new Expert.Entry("某大学", "教授", "教育", "", "", "", Expert.State.ACTIVE)));
    UUID panel = exAntes.panel(ARTUX, person, project);
    does(OFFICE, () -> outsiders.link(id, panel));
    assertRefused(() -> exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED)), "exante-panel-silent");
    Scope expert = contracts.scope(person, ARTUX);
    assertThat(exAntes.seenBy(expert, id).may().handIn()).as("an expert has no sheet to hand in").isEmpty();
    as(expert, () -> engagements.report(panel, EngagementReport.Kind.OPINION, "专家意见", "同意立项,建议压减购置数量", Optional.empty(), new byte[0]));
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED));
    assertThat(exAntes.seenBy(CLERK, id).desk().state()).isEqualTo(FormState.APPROVED);
  }

  @Test
  void anotherFirmSeesNothingOfItAndOneThatWasNotGivenTheFormHandsNothingIn() {
    UUID id = exAntes.withFinance(ARTUX, project, Grade.GOOD);
    Contracts.Company other = contracts.company();
    exAntes.contract(ARTUX, other, ExAntes.newProject(ARTUX, year, "SUBSIDY"));
    Scope stranger = contracts.scope(other.person(), ARTUX);
    assertThatThrownBy(() -> exAntes.seenBy(stranger, id)).isInstanceOf(NoSuchFormException.class);
    Contracts.Company named = contracts.company();
    exAntes.contract(ARTUX, named, project);
    Scope outsider = contracts.scope(named.person(), ARTUX);
    assertThatThrownBy(() -> as(outsider, () -> evaluations.open(id))).as("its contract names the project, but the form was not given to it")
        .isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void conditionsAreReportedByTheUnitAndClosedByFinance() {
    UUID id = exAntes.withFinance(ARTUX, project, Grade.FAIR);
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.PARTLY_SUPPORTED, Money.ofWan("20"), ExAntes.condition(Contracts.TODAY.plusDays(30))));
    UUID condition = exAntes.seenBy(CLERK, id).conditions().getFirst().id();
    assertRefused(() -> does(SECTION, () -> conditions.close(id, condition, "")), "exante-condition-not-reported");
    assertRefused(() -> does(SECTION, () -> conditions.report(id, condition, "已经落实到位", Optional.empty(), new byte[0])), "move-not-yours");
    assertThat(as(CLERK, () -> conditions.report(id, condition, "已经落实到位", Optional.of("证明.pdf"), Contracts.PDF))).isEmpty();
    assertRefused(() -> does(CLERK, () -> conditions.close(id, condition, "")), "move-not-yours");
    does(SECTION, () -> conditions.giveBack(id, condition, "证明未盖章"));
    assertThat(exAntes.seenBy(CLERK, id).conditions().getFirst().state()).isEqualTo(ExAnteCondition.State.OPEN);
    assertThat(as(CLERK, () -> conditions.report(id, condition, "已补盖公章", Optional.empty(), new byte[0]))).as("never without evidence")
        .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("application.condition-unproven"));
    as(CLERK, () -> conditions.report(id, condition, "已补盖公章", Optional.of("证明(盖章).pdf"), Contracts.PDF));
    does(SECTION, () -> conditions.close(id, condition, "核实无误"));
    assertThat(exAntes.seenBy(CLERK, id).conditions().getFirst().state()).isEqualTo(ExAnteCondition.State.CLOSED);
    assertThat(as(CLERK, () -> conditions.list(year, true, 0, 10))).isEmpty();
    assertThat(as(CLERK, () -> conditions.list(year, false, 0, 10))).hasSize(1);
    assertThat(as(Kizilsu.clerkOfAnotherUnit(ARTUX), () -> conditions.count(year, false))).isZero();
  }

  /** The outline of the report (DOMAIN 2.3): what the form says stands in it, and not a part of it. */
  @Test
  void reportAndLetterAreMadeOfTheForm() {
    UUID id = exAntes.complete(ARTUX, project, Grade.GOOD);
    String basis = "依据《农村饮水安全规划》第三章";
    as(CLERK, () -> evaluations.write(id, List.of(new CellEdit(ExAnteCells.basis("need-purpose"), "", basis))));
    exAntes.sendOn(ARTUX, id);
    assertThat(written(as(CLERK, () -> documents.report(id)))).contains("阿图什市", String.valueOf(year), "新增", "特定目标类", "分年度资金", "20.00",
        "成本效益分析法", basis, "80.00", "小计", "否决事项", "(送审稿)").doesNotContain("比较法", "(定稿)", "财政部门评估结论");
    assertRefused(() -> as(CLERK, () -> documents.letter(id)), "exante-not-concluded");
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED));
    assertThat(written(as(CLERK, () -> documents.report(id)))).contains("(定稿)", "财政部门评估结论");
    assertThat(written(as(CLERK, () -> documents.letter(id)))).contains("申请资金 30.00 万元", "支持");
  }

  /** 不支持 stands, but it is that of the first round: the report is a draft again, and the letter goes on to say what was asked for then. */
  @Test
  void inItsNextRoundTheReportIsADraftAgainAndTheLetterStaysTheFirstRounds() {
    UUID id = exAntes.withFinance(ARTUX, project, Grade.GOOD);
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.NOT_SUPPORTED, Money.ZERO));
    exAntes.walk(CLERK, id, Move.BEGIN_AGAIN);
    as(CLERK, () -> evaluations.write(id, List.of(new CellEdit(ExAnteCells.AMOUNT_TOTAL, exAntes.seenBy(CLERK, id).cells().text(ExAnteCells.AMOUNT_TOTAL), "12"))));
    assertThat(exAntes.seenBy(CLERK, id).concluded()).isFalse();
    assertThat(written(as(CLERK, () -> documents.report(id)))).contains("(送审稿)").doesNotContain("财政部门评估结论");
    assertThat(written(as(CLERK, () -> documents.letter(id)))).contains("申请资金 30.00 万元", "不支持");
  }

  private static String written(byte[] document) {
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(document))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        if (part.getName().equals("word/document.xml")) {
          return new String(parts.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]+>", " ");
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    throw new AssertionError("no document");
  }

  /** How far units are is measured against the projects that owe the form, not against all there are. */
  @Test
  void projectsOweAnEvaluationWhereTheyAreNew() {
    Forms.project(ARTUX, year);
    Forms.confirmedProject(ARTUX, year);
    assertThat(as(CLERK, () -> projects.countOfCaller(year, "SELF_EVALUATION"))).isEqualTo(3);
    assertThat(as(CLERK, () -> projects.countOfCaller(year, "EX_ANTE"))).as("the new one, and one nobody bears out").isEqualTo(2);
    assertThat(as(Kizilsu.clerkOfAnotherUnit(ARTUX), () -> projects.countOfCaller(year, "EX_ANTE"))).isZero();
  }

  @Test
  void anotherUnitSeesNothingAndThePrefectureOnlyWhatIsApproved() {
    UUID id = exAntes.withFinance(ARTUX, project, Grade.GOOD);
    assertThatThrownBy(() -> exAntes.seenBy(Kizilsu.clerkOfAnotherUnit(ARTUX), id)).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> exAntes.seenBy(Looking.into(trail, ARTUX), id)).isInstanceOf(NoSuchFormException.class);
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED));
    assertThat(exAntes.seenBy(Looking.into(trail, ARTUX), id).conclusion()).isPresent();
  }
}
