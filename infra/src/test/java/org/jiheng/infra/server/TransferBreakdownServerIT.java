package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Funds.AKTO_DESK;
import static org.jiheng.infra.server.Funds.ARTUX_DESK;
import static org.jiheng.infra.server.Funds.ARTUX_LEADER;
import static org.jiheng.infra.server.Funds.CLERK;
import static org.jiheng.infra.server.Funds.DESK;
import static org.jiheng.infra.server.Funds.LEADER;
import static org.jiheng.infra.server.Funds.YEAR;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.HOSPITAL;
import static org.jiheng.infra.server.Kizilsu.SCHOOL;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.project.Classified;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.transfer.FundCells;
import org.jiheng.app.transfer.FundDecisions;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundExecution;
import org.jiheng.app.transfer.FundExecutions;
import org.jiheng.app.transfer.FundFiles;
import org.jiheng.app.transfer.FundIndicator;
import org.jiheng.app.transfer.FundLine;
import org.jiheng.app.transfer.FundList;
import org.jiheng.app.transfer.FundPage;
import org.jiheng.app.transfer.FundState;
import org.jiheng.app.transfer.FundTarget;
import org.jiheng.app.transfer.Part;
import org.jiheng.app.transfer.TransferGoals;
import org.jiheng.app.transfer.TransferInbox;
import org.jiheng.app.transfer.Verdict;
import org.jiheng.infra.server.Funds.Split;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** Money and goals on their way down: from the prefecture to its counties, from a county to its units and projects (DOMAIN 7; S10, S18, S20). */
class TransferBreakdownServerIT extends WholeProduct {

  @Inject
  private Funds funds;

  @Inject
  private GoalForms goalForms;

  @Inject
  private ExAntes exAntes;

  @Inject
  private FundDocuments documents;

  @Inject
  private FundDecisions decisions;

  @Inject
  private FundList list;

  @Inject
  private FundExecutions executions;

  @Inject
  private FundFiles files;

  @Inject
  private TransferInbox inbox;

  @Inject
  private TransferGoals goals;

  @Inject
  private Projects projects;

  // --- down to two counties

  @Test
  void whatDoesNotAddUpIsRefusedAndGoesDownWhenItDoes() {
    Split split = funds.split("600", "399亩");
    UUID id = split.document();
    assertThat(funds.seen(DESK, id).reconciliation().orElseThrow().line(split.indicator()).orElseThrow().verdict()).isEqualTo(Verdict.SHORT);
    assertRefused(() -> does(LEADER, () -> decisions.send(id, funds.version(LEADER, id))), "transfer-quantities-differ");
    assertThat(Owner.asked("select count(*) from exchange.envelope where subject = ?", "FUND_DOCUMENT/" + id)).isEqualTo("0");

    funds.type(DESK, id, FundCells.target(split.akto(), split.indicator()), "400亩");
    assertRefused(() -> does(DESK, () -> decisions.send(id, funds.version(DESK, id))), "transfer-leader-decides");
    funds.sends(LEADER, id);
    assertThat(funds.seen(DESK, id).document().state()).isEqualTo(FundState.SENT);

    UUID own = funds.received(ARTUX_DESK, id);
    FundPage page = funds.seen(ARTUX_DESK, own);
    assertThat(page.document().head().amount()).isEqualTo(Money.ofWan("60"));
    assertThat(page.document().dueOn()).isEqualTo(page.today().plusDays(30));
    assertThat(page.indicators()).extracting(FundIndicator::target).containsExactly("≥600亩");
    assertThat(page.document().regionalGoal()).isEqualTo("全州建成高标准农田 1000 亩");
    assertThat(funds.seen(DESK, id).receipts()).containsOnlyKeys("653001");
    assertThat(funds.received(ARTUX_DESK, id)).as("received a second time").isEqualTo(own);
  }

  @Test
  void aCountySeesNothingOfTheOthersPart() {
    Split split = funds.sent();
    UUID artux = funds.received(ARTUX_DESK, split.document());
    assertThatThrownBy(() -> funds.seen(AKTO_DESK, artux)).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> funds.seen(AKTO_DESK, split.document())).isInstanceOf(NoSuchFormException.class);
    UUID ofArtux = UUID.fromString(Owner.asked("select id::text from exchange.envelope where subject = ? and receiver = '653001'", "FUND_DOCUMENT/" + split.document()));
    assertThatThrownBy(() -> as(AKTO_DESK, () -> inbox.receive(ofArtux))).isInstanceOf(NoSuchFormException.class);
    assertThat(as(AKTO_DESK, () -> inbox.page(0, 1000))).noneMatch(item -> item.envelope().equals(ofArtux));
    UUID akto = funds.received(AKTO_DESK, split.document());
    assertThat(funds.seen(AKTO_DESK, akto).document().head().amount()).isEqualTo(Money.ofWan("40"));
  }

  @Test
  void theDocumentItselfGoesAlongAndIsReadWhereItIsReceivedAndNowhereElse() {
    Split split = funds.split("600", "400");
    UUID id = split.document();
    assertThat(as(DESK, () -> files.attach(id, "文件.pdf", new byte[] {1, 2})).orElseThrow().code()).isEqualTo("attachment.not-pdf");
    assertThat(as(DESK, () -> files.attach(id, "文件.pdf", Contracts.PDF))).isEmpty();
    funds.sends(LEADER, id);
    assertRefused(() -> as(DESK, () -> files.attach(id, "后补.pdf", Contracts.PDF)), "transfer-not-open");
    UUID artux = funds.received(ARTUX_DESK, id);
    FundFiles.File file = as(ARTUX_DESK, () -> files.of(artux)).getFirst();
    assertThat(file.name()).isEqualTo("文件.pdf");
    assertThat(as(ARTUX_DESK, () -> files.content(artux, file)).bytes()).isEqualTo(Contracts.PDF);
    UUID akto = funds.received(AKTO_DESK, id);
    assertThatThrownBy(() -> as(AKTO_DESK, () -> files.content(akto, file))).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> as(CLERK, () -> files.of(artux))).isInstanceOf(NoSuchFormException.class);
  }

  // --- down to a unit and a project

  /** What gates B3 and B4 say of a project. */
  private List<String> rules(UUID project) {
    ProjectFact.Decomposition found = (ProjectFact.Decomposition) as(ARTUX_DESK, () -> goals.of(List.of(projects.find(project).orElseThrow()))).get(project);
    return List.of(found.goals().why().rule(), found.quantities().why().rule());
  }

  @Test
  void aCountyBreaksItsPartDownAndAUnitSeesWhatIsItsOwn() {
    UUID own = funds.received(ARTUX_DESK, funds.sent().document());
    UUID indicator = funds.seen(ARTUX_DESK, own).indicators().getFirst().id();
    UUID project = Funds.openProject(YEAR);
    UUID school = funds.part(ARTUX_DESK, own, Part.ofProject(SCHOOL, project), "20");
    UUID hospital = funds.part(ARTUX_DESK, own, Part.ofUnit(HOSPITAL), "40");
    assertThat(rules(project)).as("nobody carries the goals yet").containsExactly("gate.not-decomposed", "gate.quantities-differ");
    funds.type(ARTUX_DESK, own, FundCells.target(school, indicator), "200");
    funds.type(ARTUX_DESK, own, FundCells.target(hospital, indicator), "400");
    assertThat(funds.type(ARTUX_DESK, own, FundCells.indicator(indicator, FundIndicator.Column.TARGET), "≥1亩")).isInstanceOf(EditOutcome.Locked.class);
    assertThatThrownBy(() -> funds.seen(CLERK, own)).as("nothing has gone down yet").isInstanceOf(NoSuchFormException.class);

    funds.sends(ARTUX_LEADER, own);
    FundPage ofClerk = funds.seen(CLERK, own);
    assertThat(ofClerk.lines()).extracting(FundLine::id).containsExactly(school);
    assertThat(ofClerk.sent(school, indicator)).isEqualTo("≥200亩");
    assertThat(ofClerk.reconciliation()).isEmpty();
    assertThat(ofClerk.offers()).isEmpty();
    assertThat(ofClerk.document().head().amount()).isEqualTo(Money.ofWan("20"));
    assertThat(ofClerk.targets()).extracting(FundTarget::line, FundTarget::typed).containsExactly(tuple(school, ""));
    assertThat(ofClerk.indicators()).extracting(FundIndicator::target).containsExactly("");
    assertThat(ofClerk.document().regionalGoal()).isEmpty();
    assertThat(rules(project)).containsExactly("gate.decomposed", "gate.quantities-equal");
    assertThat(funds.moneyOf(project)).as("S10: money is followed down to the project, ahead of its year as opening money")
        .extracting(FundingEntry::source, FundingEntry::kind, FundingEntry::amount, FundingEntry::document)
        .containsExactly(tuple(FundingSource.UPPER_TRANSFER, FundingKind.OPENING, Money.ofWan("20"), ofClerk.document().head().number()));
    FundList.Filter all = new FundList.Filter(YEAR, Optional.empty(), ofClerk.document().head().number());
    assertThat(as(CLERK, () -> list.page(all, 0, 10))).extracting(FundList.Line::amount).containsExactly(Money.ofWan("20"));
    assertThat(as(ARTUX_DESK, () -> list.totals(all)).amount()).isEqualTo(Money.ofWan("60"));
    assertThatThrownBy(() -> as(CLERK, () -> documents.write(own, List.of()))).isInstanceOf(NoSuchFormException.class);
    assertThat(as(Kizilsu.clerkOfAnotherUnit(ARTUX), () -> list.page(all, 0, 10))).isEmpty();
  }

  @Test
  void moneyOfAPastYearStillReachesItsProjectAndALeaderOfOneDepartmentSendsItToAnother() {
    int past = funds.today().getYear() - 1;
    UUID without = Forms.confirmedProject(ARTUX, past);
    UUID stopped = funds.toProject(past, without, "12");
    assertRefused(() -> funds.sends(ARTUX_LEADER, stopped), "transfer-gates-closed");
    assertThat(funds.moneyOf(without)).isEmpty();
    UUID project = Funds.openProject(past);
    UUID id = funds.toProject(past, project, "12");
    Scope elsewhere = Kizilsu.person(ARTUX, "分管局领导", Kizilsu.HEALTH, Role.BUREAU_LEADER);
    does(elsewhere, () -> decisions.send(id, funds.version(ARTUX_LEADER, id)));
    assertThat(funds.moneyOf(project)).as("what comes late in a year passes the gates of that year")
        .extracting(FundingEntry::source, FundingEntry::kind, FundingEntry::amount)
        .containsExactly(tuple(FundingSource.UPPER_TRANSFER, FundingKind.SUPPLEMENT, Money.ofWan("12")));
  }

  @Test
  void whatCannotReachItsProjectGoesDownNowhere() {
    UUID project = Funds.openProject(YEAR);
    UUID id = funds.toProject(YEAR, project, "12");
    ended(project);
    assertRefused(() -> funds.sends(ARTUX_LEADER, id), "transfer-gates-closed");
    FundPage page = funds.seen(ARTUX_DESK, id);
    assertThat(page.document().state()).isEqualTo(FundState.DRAFT);
    assertThat(page.lines()).extracting(FundLine::sentAmount).containsExactly(Optional.empty());
    assertThat(funds.moneyOf(project)).isEmpty();
  }

  private static void ended(UUID project) {
    Owner.told("update j_653001.project set terminated_on = date '2023-02-01', termination_reason = '不再实施了' where id = ?", project);
  }

  @Test
  void aPartOfATerminatedProjectIsSetToNothing() {
    UUID project = Funds.openProject(YEAR);
    UUID id = funds.toProject(YEAR, project, "12");
    funds.sends(ARTUX_LEADER, id);
    ended(project);
    does(ARTUX_DESK, () -> decisions.adjust(id, funds.version(ARTUX_DESK, id), "项目终止收回"));
    funds.type(ARTUX_DESK, id, FundCells.amount(funds.seen(ARTUX_DESK, id).lines().getFirst().id()), "0");
    funds.part(ARTUX_DESK, id, Part.ofUnit(HOSPITAL), "12");
    funds.sends(ARTUX_LEADER, id);
    assertThat(as(ARTUX_DESK, () -> projects.budgets(project)).of(YEAR).annual()).isEqualTo(Money.ZERO);
  }

  @Test
  void moneyAndGoalsOfAMergedProjectAreThoseOfTheOneItWasMergedInto() {
    UUID own = funds.received(ARTUX_DESK, funds.sent().document());
    UUID gone = Funds.openProject(YEAR);
    UUID survivor = Funds.openProject(YEAR);
    UUID indicator = funds.seen(ARTUX_DESK, own).indicators().getFirst().id();
    UUID line = funds.part(ARTUX_DESK, own, Part.ofProject(SCHOOL, gone), "60");
    funds.type(ARTUX_DESK, own, FundCells.target(line, indicator), "600");
    assertThat(rules(survivor)).containsExactly("gate.not-earmarked", "gate.not-earmarked");
    Owner.told("update j_653001.project set merged_into = ?, merged_on = date '2023-02-01' where id = ?", survivor, gone);
    assertThat(rules(survivor)).containsExactly("gate.decomposed", "gate.quantities-equal");
    funds.sends(ARTUX_LEADER, own);
    assertThat(funds.moneyOf(gone)).isEmpty();
    assertThat(funds.moneyOf(survivor)).hasSize(1);
  }

  @Test
  void aPartOfAProjectThatBecomesConfidentialIsNotCalledByItsName() {
    UUID project = Funds.openProject(YEAR);
    UUID id = funds.toProject(YEAR, project, "12");
    funds.sends(ARTUX_LEADER, id);
    String name = funds.seen(ARTUX_DESK, id).lines().getFirst().name();
    Owner.told("update j_653001.project set confidential = true, name = ? where id = ?", ProjectEntry.PLACEHOLDER, project);
    assertThat(name).isNotEqualTo(ProjectEntry.PLACEHOLDER);
    assertThat(funds.seen(ARTUX_DESK, id).lines()).extracting(FundLine::name).containsExactly(ProjectEntry.PLACEHOLDER);
    assertThat(funds.seen(CLERK, id).lines()).extracting(FundLine::name).containsExactly(ProjectEntry.PLACEHOLDER);
    assertThat(as(ARTUX_DESK, () -> executions.open(id)).lines()).extracting(FundExecution.Line::name).containsExactly(ProjectEntry.PLACEHOLDER);
  }

  @Test
  void theRecordOfAPartOfAProjectThatBecomesConfidentialIsKnownToBeAboutIt() {
    UUID project = Funds.openProject(YEAR);
    UUID id = funds.toProject(YEAR, project, "12");
    FundLine line = funds.seen(ARTUX_DESK, id).lines().getFirst();
    does(ARTUX_DESK, () -> documents.removePart(id, line.id()));
    List<String> subjects = TrailRows.columns(ARTUX, "subject", "subject like ? and (before like ? or after like ?)", "FUND_DOCUMENT/" + id + "%",
        line.name() + "%", line.name() + "%");
    assertThat(subjects).as("when it was added, and when it was removed").hasSize(2);
    Owner.told("update j_653001.project set confidential = true, name = ? where id = ?", ProjectEntry.PLACEHOLDER, project);
    Classified classified = as(Kizilsu.auditAdministrator(ARTUX), projects::classified);
    assertThat(subjects).allMatch(subject -> classified.of("", "", subject).isPresent());
  }

  // --- the gates of its projects

  @Test
  void noProjectIsGivenMoneyBeforeItsOwnGatesStandOpenAndThePageSaysWhichIsClosedAndWhy() {
    UUID project = Forms.confirmedProject(ARTUX, YEAR);
    UUID id = funds.toProject(YEAR, project, "12");
    UUID line = funds.seen(ARTUX_DESK, id).lines().getFirst().id();
    assertThat(closed(id, line)).containsExactly("B2 gate.goal-missing");
    assertRefused(() -> funds.sends(ARTUX_LEADER, id), "transfer-gates-closed");
    assertThat(funds.moneyOf(project)).isEmpty();
    assertThat(funds.seen(ARTUX_DESK, id).document().state()).isEqualTo(FundState.DRAFT);

    goalForms.approved(ARTUX, project);
    assertThat(funds.seen(ARTUX_DESK, id).gates()).isEmpty();
    funds.sends(ARTUX_LEADER, id);
    assertThat(funds.moneyOf(project)).extracting(FundingEntry::amount).containsExactly(Money.ofWan("12"));
  }

  private List<String> closed(UUID id, UUID line) {
    return funds.seen(ARTUX_DESK, id).gates().get(line).stream().map(one -> one.gate() + " " + one.why().rule()).toList();
  }

  @Test
  void severalDocumentsBringAProjectNoMoreThanFinanceSupports() {
    UUID project = ExAntes.newProject(ARTUX, YEAR, "SUBSIDY");
    UUID evaluation = exAntes.withFinance(ARTUX, project, Grade.GOOD);
    exAntes.conclude(ARTUX, evaluation, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED));
    goalForms.carry(ARTUX, goalForms.completeWith(ARTUX, project, "20"), FormState.APPROVED);
    UUID tooMuch = funds.toProject(YEAR, project, "30.01");
    assertRefused(() -> funds.sends(ARTUX_LEADER, tooMuch), "transfer-gates-closed");
    UUID first = funds.toProject(YEAR, project, "18");
    funds.sends(ARTUX_LEADER, first);
    UUID second = funds.toProject(YEAR, project, "12.01");
    UUID line = funds.seen(ARTUX_DESK, second).lines().getFirst().id();
    assertThat(funds.seen(ARTUX_DESK, second).gates().get(line)).singleElement().satisfies(closed -> assertThat(closed.why().inputs())
        .containsEntry("supported", "30").containsEntry("has", "18").containsEntry("more", "12.01").containsEntry("comesTo", "30.01"));
    assertRefused(() -> funds.sends(ARTUX_LEADER, second), "transfer-gates-closed");
    UUID third = funds.toProject(YEAR, project, "12");
    funds.sends(ARTUX_LEADER, third);
    assertThat(funds.moneyOf(project)).extracting(FundingEntry::amount).containsExactly(Money.ofWan("18"), Money.ofWan("12"));
  }

  @Test
  void aNewProjectWithoutAnEvaluationIsStoppedByItsOwnGateAndMoneyOfOthersGoesNowhereWithIt() {
    UUID fresh = ExAntes.newProject(ARTUX, YEAR, "SUBSIDY");
    UUID id = funds.toProject(YEAR, fresh, "12");
    UUID line = funds.seen(ARTUX_DESK, id).lines().getFirst().id();
    assertThat(closed(id, line)).containsExactly("B1 gate.exante-missing", "B2 gate.goal-missing");
    UUID open = Funds.openProject(YEAR);
    funds.type(ARTUX_DESK, id, FundCells.amount(line), "5");
    funds.part(ARTUX_DESK, id, Part.ofProject(SCHOOL, open), "7");
    assertThat(funds.seen(ARTUX_DESK, id).gates()).containsOnlyKeys(line);
    assertRefused(() -> funds.sends(ARTUX_LEADER, id), "transfer-gates-closed");
    assertThat(funds.moneyOf(open)).isEmpty();
    funds.type(ARTUX_DESK, id, FundCells.amount(line), "0");
    funds.type(ARTUX_DESK, id, FundCells.amount(funds.seen(ARTUX_DESK, id).lines().getLast().id()), "12");
    funds.sends(ARTUX_LEADER, id);
    assertThat(funds.moneyOf(open)).extracting(FundingEntry::amount).as("a part of nothing needs no gate").containsExactly(Money.ofWan("12"));
  }
}
