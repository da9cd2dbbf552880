package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.jiheng.app.budget.BudgetAction;
import org.jiheng.app.budget.Gates;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Reason;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FormState;
import org.jiheng.app.transfer.FundCells;
import org.jiheng.app.transfer.FundDecisions;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundExecution;
import org.jiheng.app.transfer.FundExecutions;
import org.jiheng.app.transfer.FundIndicator;
import org.jiheng.app.transfer.FundLine;
import org.jiheng.app.transfer.FundPage;
import org.jiheng.app.transfer.FundState;
import org.jiheng.app.transfer.FundStep;
import org.jiheng.app.transfer.FundsReachedProject;
import org.jiheng.app.transfer.Part;
import org.jiheng.app.transfer.TakenBackLetter;
import org.jiheng.app.transfer.TransferReports;
import org.jiheng.infra.server.Funds.Split;
import org.junit.jupiter.api.Test;

/** What is changed and withdrawn above: tasks below, money that is to be taken back, and nothing deleted (DOMAIN 7.3). */
class TransferWithdrawalServerIT extends WholeProduct {

  @Inject
  private Funds funds;

  @Inject
  private FundDocuments documents;

  @Inject
  private FundDecisions decisions;

  @Inject
  private FundExecutions executions;

  @Inject
  private TransferReports reports;

  @Inject
  private Gates gates;

  @Inject
  private Projects projects;

  @Inject
  private Forms forms;

  @Test
  void aGoalChangedAboveIsATaskForWhomItConcernsAndForNobodyElse() {
    Split split = funds.sent();
    UUID id = split.document();
    UUID artux = funds.received(ARTUX_DESK, id);
    UUID akto = funds.received(AKTO_DESK, id);
    sentDown(artux);
    does(DESK, () -> decisions.adjust(id, funds.version(DESK, id), "自治区调增目标"));
    funds.type(DESK, id, FundCells.indicator(split.indicator(), FundIndicator.Column.TARGET), "≥1100亩");
    funds.type(DESK, id, FundCells.target(split.artux(), split.indicator()), "700");
    funds.sends(LEADER, id);

    assertThat(Owner.asked("select count(*) from exchange.envelope where subject = ? and receiver = '653022' and kind = 'TRANSFER_NOTICE'", "FUND_DOCUMENT/" + id))
        .as("nothing of its part has changed").isEqualTo("1");
    funds.received(ARTUX_DESK, id);
    FundPage page = funds.seen(ARTUX_DESK, artux);
    assertThat(page.document().state()).isEqualTo(FundState.ADJUSTING);
    assertThat(page.indicators()).extracting(FundIndicator::target).containsExactly("≥700亩");
    assertThat(funds.waiting(ARTUX_DESK, artux)).containsExactly("TO_ADJUST " + page.today().plusDays(30));
    assertThat(funds.seen(CLERK, artux).lines()).as("what went down stands until then").hasSize(1);
    assertRefused(() -> does(ARTUX_LEADER, () -> decisions.send(artux, funds.version(ARTUX_LEADER, artux))), "transfer-quantities-differ");
    funds.type(ARTUX_DESK, artux, FundCells.target(page.lines().getFirst().id(), page.indicators().getFirst().id()), "700");
    funds.sends(ARTUX_LEADER, artux);
    assertThat(funds.waiting(ARTUX_DESK, artux)).isEmpty();
    assertThat(funds.seen(AKTO_DESK, akto).document().state()).isEqualTo(FundState.DRAFT);
  }

  private UUID sentDown(UUID own) {
    UUID line = funds.brokenDown(own, Part.ofUnit(SCHOOL));
    funds.sends(ARTUX_LEADER, own);
    return line;
  }

  @Test
  void aDocumentWithdrawnAfterItWasBrokenDownIsThereWithItsReasonAndItsMoneyIsToBeTakenBack() {
    Split split = funds.sent();
    UUID id = split.document();
    UUID artux = funds.received(ARTUX_DESK, id);
    UUID line = sentDown(artux);
    assertRefused(() -> does(ARTUX_LEADER, () -> decisions.withdraw(artux, funds.version(ARTUX_LEADER, artux), "想撤就撤")), "transfer-move-not-now");
    assertRefused(() -> does(LEADER, () -> decisions.withdraw(id, funds.version(LEADER, id), "错")), "transfer-says-why");
    does(LEADER, () -> decisions.withdraw(id, funds.version(LEADER, id), "自治区收回该项资金"));
    funds.received(ARTUX_DESK, id);

    FundPage page = funds.seen(ARTUX_DESK, artux);
    assertThat(page.document().state()).isEqualTo(FundState.WITHDRAWN);
    assertThat(page.document().withdrawnReason()).isEqualTo("自治区收回该项资金");
    assertThat(page.lines()).extracting(FundLine::id).containsExactly(line);
    assertThat(page.steps()).extracting(FundStep::act).containsExactly(FundStep.Act.RECEIVED, FundStep.Act.SEND, FundStep.Act.WITHDRAWN_ABOVE);
    assertThat(funds.seen(CLERK, artux).document().withdrawnReason()).isEqualTo("自治区收回该项资金");
    assertRefused(() -> as(ARTUX_DESK, () -> documents.addParts(artux, List.of(Part.ofUnit(HOSPITAL)))), "transfer-not-open");
    assertThat(funds.waiting(ARTUX_DESK, artux)).containsExactly("TO_TAKE_BACK " + page.today().plusDays(30));
    UUID akto = funds.received(AKTO_DESK, id);
    assertThat(funds.waiting(AKTO_DESK, akto)).as("nothing had gone down there").isEmpty();
  }

  /** A project of the county that got 60 万元 of a document the prefecture has withdrawn since. */
  private record Withdrawn(UUID document, UUID project, UUID above) {}

  private Withdrawn withdrawn() {
    UUID above = funds.sent().document();
    UUID own = funds.received(ARTUX_DESK, above);
    UUID project = Funds.openProject(YEAR);
    funds.brokenDown(own, Part.ofProject(SCHOOL, project));
    funds.sends(ARTUX_LEADER, own);
    does(LEADER, () -> decisions.withdraw(above, funds.version(LEADER, above), "自治区收回该项资金"));
    funds.received(ARTUX_DESK, above);
    funds.received(AKTO_DESK, above);
    return new Withdrawn(own, project, above);
  }

  private List<String> rules(UUID project, BudgetAction action) {
    return as(ARTUX_LEADER, () -> gates.can(project, action)).reasons().stream().map(Reason::rule).toList();
  }

  @Test
  void moneyOfAWithdrawnDocumentClosesTheGatesUntilItIsTakenBackByACounterLineWithAReason() {
    Withdrawn withdrawn = withdrawn();
    UUID id = withdrawn.document();
    assertThat(rules(withdrawn.project(), BudgetAction.SEND_FUND_DOCUMENT)).containsExactly("gate.transfer-withdrawn");
    assertThat(rules(withdrawn.project(), BudgetAction.SUBMIT_DECOMPOSITION)).containsExactly("gate.transfer-withdrawn");
    assertRefused(() -> does(ARTUX_DESK, () -> decisions.takeBack(id, funds.version(ARTUX_DESK, id), "按上级通知收回")), "transfer-leader-decides");
    assertRefused(() -> does(ARTUX_LEADER, () -> decisions.takeBack(id, funds.version(ARTUX_LEADER, id), "收回")), "transfer-says-why");
    does(ARTUX_LEADER, () -> decisions.takeBack(id, funds.version(ARTUX_LEADER, id), "按上级通知收回"));

    assertThat(funds.moneyOf(withdrawn.project())).extracting(FundingEntry::kind, FundingEntry::amount)
        .containsExactly(tuple(FundingKind.OPENING, Money.ofWan("60")), tuple(FundingKind.CUT, Money.ofWan("60")));
    FundPage page = funds.seen(ARTUX_DESK, id);
    assertThat(page.document().state()).isEqualTo(FundState.WITHDRAWN);
    assertThat(page.lines()).extracting(FundLine::sentAmount, FundLine::takenBackOn)
        .containsExactly(tuple(Optional.of(Money.ofWan("60")), Optional.of(page.today())));
    assertThat(page.steps().getLast()).extracting(FundStep::act, FundStep::comment).containsExactly(FundStep.Act.TAKE_BACK, "60 按上级通知收回");
    assertThat(funds.waiting(ARTUX_DESK, id)).isEmpty();
    assertThat(rules(withdrawn.project(), BudgetAction.SEND_FUND_DOCUMENT)).containsExactly("gate.not-earmarked");
    assertRefused(() -> does(ARTUX_LEADER, () -> decisions.takeBack(id, funds.version(ARTUX_LEADER, id), "按上级通知收回")), "transfer-move-not-now");
    assertThat(funds.seen(CLERK, id).lines()).extracting(FundLine::takenBackOn).containsExactly(Optional.of(page.today()));
  }

  private void takesBack(UUID id) {
    does(ARTUX_LEADER, () -> decisions.takeBack(id, funds.version(ARTUX_LEADER, id), "按上级通知收回"));
  }

  @Test
  void whatWasPaidStaysToBeTakenBackWithItsFigures() {
    Withdrawn withdrawn = withdrawn();
    UUID id = withdrawn.document();
    UUID part = funds.seen(ARTUX_DESK, id).lines().getFirst().id();
    does(ARTUX_DESK, () -> executions.register(id, part, Money.ofWan("25"), "支付凭证 12 号"));
    takesBack(id);
    FundPage page = funds.seen(ARTUX_DESK, id);
    assertThat(page.lines()).extracting(FundLine::takenBack, FundLine::left, FundLine::takenBackOn)
        .containsExactly(tuple(Money.ofWan("35"), Money.ofWan("25"), Optional.empty()));
    assertThat(page.steps().getLast().comment()).isEqualTo("35/60 按上级通知收回");
    assertThat(funds.waiting(ARTUX_DESK, id)).containsExactly("TO_TAKE_BACK " + page.today().plusDays(30));
    assertThat(rules(withdrawn.project(), BudgetAction.SEND_FUND_DOCUMENT)).containsExactly("gate.transfer-withdrawn");
    assertRefused(() -> takesBack(id), "transfer-nothing-to-take-back");
    TakenBackLetter told = funds.seen(DESK, withdrawn.above()).takenBack().get("653001");
    assertThat(told).as("above they know how far it is").extracting(TakenBackLetter::taken, TakenBackLetter::left).containsExactly(Money.ofWan("35"), Money.ofWan("25"));

    does(ARTUX_DESK, () -> executions.register(id, part, Money.ZERO, "已退回国库 3 号"));
    takesBack(id);
    assertThat(funds.moneyOf(withdrawn.project())).extracting(FundingEntry::kind, FundingEntry::amount).containsExactly(
        tuple(FundingKind.OPENING, Money.ofWan("60")), tuple(FundingKind.CUT, Money.ofWan("35")), tuple(FundingKind.CUT, Money.ofWan("25")));
    assertThat(funds.seen(ARTUX_DESK, id).lines()).extracting(FundLine::takenBackOn).containsExactly(Optional.of(page.today()));
    assertThat(funds.waiting(ARTUX_DESK, id)).isEmpty();
    assertThat(funds.seen(DESK, withdrawn.above()).takenBack()).hasEntrySatisfying("653001", last -> assertThat(last.left()).isEqualTo(Money.ZERO))
        .hasEntrySatisfying("653022", last -> assertThat(last.nothing()).as("it had handed nothing on").isTrue());
    assertThat(funds.seen(AKTO_DESK, funds.received(AKTO_DESK, withdrawn.above())).takenBack()).as("nor does it hear of it").isEmpty();
  }

  @Test
  void aPartWhoseProjectHasLessLeftKeepsNoOtherFromBeingTakenBack() {
    UUID project = Funds.openProject(YEAR);
    UUID id = funds.toProject(YEAR, project, "12");
    funds.type(ARTUX_DESK, id, FundCells.amount(funds.seen(ARTUX_DESK, id).lines().getFirst().id()), "5");
    funds.part(ARTUX_DESK, id, Part.ofUnit(HOSPITAL), "7");
    funds.sends(ARTUX_LEADER, id);
    does(ARTUX_LEADER, () -> funds.tells(new FundsReachedProject(UUID.randomUUID(), project, YEAR, new Money(Money.ofWan("3").yuan().negate()),
        "新财农〔2031〕9号", "农田建设补助资金", funds.today())));
    does(ARTUX_LEADER, () -> decisions.withdraw(id, funds.version(ARTUX_LEADER, id), "自治区收回该项资金"));
    takesBack(id);
    assertThat(funds.seen(ARTUX_DESK, id).lines()).extracting(FundLine::takenBack, FundLine::left)
        .containsExactly(tuple(Money.ofWan("2"), Money.ofWan("3")), tuple(Money.ofWan("7"), Money.ZERO));
    assertThat(funds.moneyOf(project)).extracting(FundingEntry::signed).as("nothing below zero")
        .containsExactlyInAnyOrder(Money.ofWan("5"), new Money(Money.ofWan("3").yuan().negate()), new Money(Money.ofWan("2").yuan().negate()));
  }

  /** Cut by the budget section in the year of the money, which the clock of these tests has not come to. */
  private static void cutByHand(UUID project, String wan) {
    Owner.told("insert into j_653001.funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, document, person_name, at) "
        + "values (?, ?, ?, ?, 'UPPER_TRANSFER', 'CUT', ?, date '2031-01-05', '克财预〔2031〕3号', '预算股', now())",
        UUID.randomUUID(), project, project, YEAR, Money.ofWan(wan).yuan());
  }

  @Test
  void whatACutByHandTookKeepsNothingFromBeingTakenBackAndTheReasonSaysHowMuchItWas() {
    Withdrawn withdrawn = withdrawn();
    UUID id = withdrawn.document();
    cutByHand(withdrawn.project(), "10");
    takesBack(id);
    FundPage page = funds.seen(ARTUX_DESK, id);
    assertThat(page.lines()).extracting(FundLine::takenBack, FundLine::cutAway, FundLine::left, FundLine::takenBackOn)
        .containsExactly(tuple(Money.ofWan("50"), Money.ofWan("10"), Money.ZERO, Optional.of(page.today())));
    assertThat(page.steps().getLast().comment()).isEqualTo("50-10 按上级通知收回");
    assertThat(funds.waiting(ARTUX_DESK, id)).isEmpty();
    assertThat(rules(withdrawn.project(), BudgetAction.SEND_FUND_DOCUMENT)).containsExactly("gate.not-earmarked");
    assertThat(as(ARTUX_DESK, () -> projects.budgets(withdrawn.project())).of(YEAR).annual()).as("nothing is left and nothing below zero").isEqualTo(Money.ZERO);
    assertThat(as(ARTUX_DESK, () -> executions.open(id)).lines()).flatExtracting(FundExecution.Line::missing).extracting(Problem::code)
        .as("the library has what the document says it has").doesNotContain("carried-out.library-differs");
  }

  /** It evaluated itself: of a budget of 40 万元 it paid 38; 50 had gone down, 10 were cut by hand. */
  @Test
  void whatASelfEvaluationSaysWasPaidIsNotTakenBackAlsoWhereSomeOfTheBudgetWasCutByHand() {
    UUID evaluation = forms.at(FormState.APPROVED, ARTUX, YEAR);
    UUID project = UUID.fromString(Owner.asked("select project::text from j_653001.review where id = ?", evaluation));
    Owner.told("update j_653001.project set category = 'PERSONNEL' where id = ?", project);
    Forms.confirmed(ARTUX, project);
    UUID id = funds.toProject(YEAR, project, "50");
    funds.sends(ARTUX_LEADER, id);
    cutByHand(project, "10");
    assertThat(as(ARTUX_DESK, () -> executions.open(id)).lines()).extracting(FundExecution.Line::paid, FundExecution.Line::origin)
        .containsExactly(tuple(Optional.of(Money.ofWan("38")), FundExecution.Origin.SELF_EVALUATION));
    does(ARTUX_LEADER, () -> decisions.withdraw(id, funds.version(ARTUX_LEADER, id), "自治区收回该项资金"));
    takesBack(id);
    assertThat(funds.seen(ARTUX_DESK, id).lines()).extracting(FundLine::takenBack, FundLine::cutAway, FundLine::left, FundLine::takenBackOn)
        .containsExactly(tuple(Money.ofWan("2"), Money.ofWan("10"), Money.ofWan("38"), Optional.empty()));
    assertRefused(() -> takesBack(id), "transfer-nothing-to-take-back");
  }

  @Test
  void aCutThatTookAllOfItLeavesNothingToBeTakenBackAndIsHeldAgainstOneDocumentAlone() {
    UUID project = Funds.openProject(YEAR);
    UUID first = funds.toProject(YEAR, project, "12");
    UUID second = funds.toProject(YEAR, project, "12");
    for (UUID id : List.of(first, second)) {
      funds.sends(ARTUX_LEADER, id);
      does(ARTUX_LEADER, () -> decisions.withdraw(id, funds.version(ARTUX_LEADER, id), "自治区收回该项资金"));
    }
    cutByHand(project, "12");
    takesBack(first);
    takesBack(second);
    assertThat(funds.seen(ARTUX_DESK, first).lines()).extracting(FundLine::takenBack, FundLine::cutAway).containsExactly(tuple(Money.ofWan("12"), Money.ZERO));
    assertThat(funds.seen(ARTUX_DESK, second).lines()).extracting(FundLine::takenBack, FundLine::cutAway).containsExactly(tuple(Money.ZERO, Money.ofWan("12")));
    assertThat(funds.seen(ARTUX_DESK, second).steps().getLast().comment()).isEqualTo("0-12 按上级通知收回");
    assertThat(funds.moneyOf(project)).hasSize(4);
  }

  @Test
  void lessCannotGoDownThanTheLibraryHasAndTheRefusalSaysOfWhichPart() {
    UUID project = Funds.openProject(YEAR);
    UUID id = funds.toProject(YEAR, project, "12");
    funds.sends(ARTUX_LEADER, id);
    cutByHand(project, "10");
    does(ARTUX_DESK, () -> decisions.adjust(id, funds.version(ARTUX_DESK, id), "调减资金安排"));
    UUID line = funds.seen(ARTUX_DESK, id).lines().getFirst().id();
    funds.type(ARTUX_DESK, id, FundCells.amount(line), "5");
    funds.part(ARTUX_DESK, id, Part.ofUnit(HOSPITAL), "7");
    assertRefused(() -> funds.sends(ARTUX_LEADER, id), "transfer-not-booked", "money-below-zero");
    assertThat(funds.seen(ARTUX_DESK, id).document().state()).isEqualTo(FundState.ADJUSTING);
  }

  @Test
  void whatWentDownInTimeIsNotLateBecauseItIsAdjustedLater() {
    Split split = funds.sent();
    UUID id = split.document();
    Owner.told("update j_653000.fund_document set sent_on = sent_on - 3, first_sent_on = first_sent_on - 3, due_on = received_on where id = ?", id);
    does(DESK, () -> decisions.adjust(id, funds.version(DESK, id), "自治区调整目标"));
    funds.sends(LEADER, id);
    TransferReports.Execution execution = as(DESK, () -> reports.executions(YEAR)).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    assertThat(execution.late(funds.today())).isFalse();
    assertThat(execution.sentOn()).contains(funds.today().minusDays(3));
    assertThat(funds.seen(DESK, id).document().sentOn()).contains(funds.today());
    funds.received(ARTUX_DESK, id);
    funds.received(AKTO_DESK, id);
  }

  // --- what an adjustment above does below

  @Test
  void aPartSetToNothingAboveIsGivenBackBelowWithoutGoals() {
    Split split = funds.sent();
    UUID id = split.document();
    UUID own = funds.received(ARTUX_DESK, id);
    UUID project = Funds.openProject(YEAR);
    UUID line = funds.brokenDown(own, Part.ofProject(SCHOOL, project));
    funds.sends(ARTUX_LEADER, own);
    does(DESK, () -> decisions.adjust(id, funds.version(DESK, id), "阿图什市项目取消"));
    funds.type(DESK, id, FundCells.amount(split.artux()), "0");
    funds.type(DESK, id, FundCells.target(split.artux(), split.indicator()), "");
    funds.type(DESK, id, FundCells.amount(split.akto()), "100");
    funds.type(DESK, id, FundCells.target(split.akto(), split.indicator()), "1000");
    funds.sends(LEADER, id);
    funds.received(ARTUX_DESK, id);
    funds.received(AKTO_DESK, id);
    FundPage page = funds.seen(ARTUX_DESK, own);
    assertThat(page.document().head().amount()).isEqualTo(Money.ZERO);
    assertThat(page.indicators()).extracting(FundIndicator::droppedAbove, FundIndicator::main).containsExactly(tuple(true, false));
    funds.type(ARTUX_DESK, own, FundCells.amount(line), "0");
    UUID dropped = page.indicators().getFirst().id();
    assertThat(funds.type(ARTUX_DESK, own, FundCells.indicator(dropped, FundIndicator.Column.TARGET), "≥1亩")).as("it is the upper's, and asked no more")
        .isInstanceOf(EditOutcome.Locked.class);
    does(ARTUX_DESK, () -> documents.removeIndicator(own, dropped));
    funds.sends(ARTUX_LEADER, own);
    assertThat(funds.seen(ARTUX_DESK, own).document().state()).isEqualTo(FundState.SENT);
    assertThat(as(ARTUX_DESK, () -> projects.budgets(project)).of(YEAR).annual()).isEqualTo(Money.ZERO);
    assertThat(funds.waiting(ARTUX_DESK, own)).isEmpty();
  }

  @Test
  void whatIsAskedAboveLaterIsOnRecordAndWhatIsAskedNoMoreStaysBelowAsItWentDown() {
    Split split = funds.sent();
    UUID id = split.document();
    UUID own = funds.received(ARTUX_DESK, id);
    UUID line = sentDown(own);
    does(DESK, () -> decisions.adjust(id, funds.version(DESK, id), "自治区增加受益人数"));
    UUID people = funds.indicator(DESK, id, "受益人数", "≥100人");
    asks(id, split, people, "60", "40");
    funds.received(ARTUX_DESK, id);
    UUID added = funds.seen(ARTUX_DESK, own).indicators().getLast().id();
    assertThat(TrailRows.of(ARTUX, "FUND_DOCUMENT/" + own + "/indicator/" + added)).containsExactly("CHANGE|DONE||受益人数 ≥60人|");
    funds.type(ARTUX_DESK, own, FundCells.target(line, added), "60");
    funds.sends(ARTUX_LEADER, own);
    assertThat(funds.seen(CLERK, own).sent(line, added)).isEqualTo("≥60人");

    does(DESK, () -> decisions.adjust(id, funds.version(DESK, id), "阿图什市不再考核"));
    asks(id, split, people, "", "100");
    funds.received(ARTUX_DESK, id);
    funds.received(AKTO_DESK, id);
    funds.sends(ARTUX_LEADER, own);
    assertThat(funds.seen(CLERK, own).sent(line, added)).isEqualTo("≥60人");
    does(ARTUX_DESK, () -> decisions.adjust(own, funds.version(ARTUX_DESK, own), "本级调整人数"));
    funds.type(ARTUX_DESK, own, FundCells.target(line, added), "50");
    funds.sends(ARTUX_LEADER, own);
    assertThat(funds.seen(CLERK, own).sent(line, added)).as("what the county itself says since").isEqualTo("≥50人");
  }

  private void asks(UUID id, Split split, UUID indicator, String ofArtux, String ofAkto) {
    funds.type(DESK, id, FundCells.target(split.artux(), indicator), ofArtux);
    funds.type(DESK, id, FundCells.target(split.akto(), indicator), ofAkto);
    funds.sends(LEADER, id);
  }

  @Test
  void aPartSetToNothingBeforeItWasBrokenDownIsDoneWithByOneWord() {
    Split split = funds.sent();
    UUID id = split.document();
    UUID own = funds.received(ARTUX_DESK, id);
    does(DESK, () -> decisions.adjust(id, funds.version(DESK, id), "阿图什市项目取消"));
    funds.type(DESK, id, FundCells.amount(split.artux()), "0");
    funds.type(DESK, id, FundCells.target(split.artux(), split.indicator()), "");
    funds.type(DESK, id, FundCells.amount(split.akto()), "100");
    funds.type(DESK, id, FundCells.target(split.akto(), split.indicator()), "1000");
    funds.sends(LEADER, id);
    funds.received(ARTUX_DESK, id);
    funds.received(AKTO_DESK, id);
    funds.sends(ARTUX_LEADER, own);
    assertThat(funds.waiting(ARTUX_DESK, own)).isEmpty();
  }

  @Test
  void whatTheCountyWroteOfItsRegionStaysWhenTheGoalAboveChangesAndWhatItTookOverGoesOn() {
    Split split = funds.sent();
    UUID id = split.document();
    UUID artux = funds.received(ARTUX_DESK, id);
    UUID akto = funds.received(AKTO_DESK, id);
    funds.type(ARTUX_DESK, artux, FundCells.REGIONAL, "阿图什市建成高标准农田 600 亩");
    does(DESK, () -> decisions.adjust(id, funds.version(DESK, id), "自治区调整目标"));
    funds.type(DESK, id, FundCells.OVERALL, "建成高标准农田,稳定粮食产能");
    funds.type(DESK, id, FundCells.REGIONAL, "全州建成高标准农田 1000 亩,亩均增产 5%");
    funds.sends(LEADER, id);
    funds.received(ARTUX_DESK, id);
    funds.received(AKTO_DESK, id);
    assertThat(funds.seen(ARTUX_DESK, artux).document().regionalGoal()).isEqualTo("阿图什市建成高标准农田 600 亩");
    assertThat(funds.seen(ARTUX_DESK, artux).document().overallGoal()).isEqualTo("建成高标准农田,稳定粮食产能");
    assertThat(funds.seen(AKTO_DESK, akto).document().regionalGoal()).isEqualTo("全州建成高标准农田 1000 亩,亩均增产 5%");
    assertThat(TrailRows.of(ARTUX, "FUND_DOCUMENT/" + artux + "/goal/overall")).as("what the letter changed is on record")
        .endsWith("CHANGE|DONE|建成高标准农田,提高粮食综合生产能力|建成高标准农田,稳定粮食产能|");
  }

  @Test
  void aMovementOfMoneyIsBookedOnceHoweverOftenItIsTold() {
    UUID project = Funds.openProject(YEAR);
    FundsReachedProject told = new FundsReachedProject(UUID.randomUUID(), project, YEAR, Money.ofWan("7"), "新财农〔2031〕7号", "农田建设补助资金", funds.today());
    does(ARTUX_LEADER, () -> funds.tells(told));
    does(ARTUX_LEADER, () -> funds.tells(told));
    assertThat(funds.moneyOf(project)).extracting(FundingEntry::amount).containsExactly(Money.ofWan("7"));
  }
}
