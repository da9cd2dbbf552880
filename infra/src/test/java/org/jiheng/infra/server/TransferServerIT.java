package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.PREFECTURE;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.common.Money;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingLine;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.project.Projects;
import org.jiheng.app.transfer.FundCells;
import org.jiheng.app.transfer.FundDecisions;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundExemption;
import org.jiheng.app.transfer.FundFiles;
import org.jiheng.app.transfer.FundHead;
import org.jiheng.app.transfer.FundIndicator;
import org.jiheng.app.transfer.FundKind;
import org.jiheng.app.transfer.FundLevel;
import org.jiheng.app.transfer.FundLine;
import org.jiheng.app.transfer.FundList;
import org.jiheng.app.transfer.FundPage;
import org.jiheng.app.transfer.FundState;
import org.jiheng.app.transfer.FundStep;
import org.jiheng.app.transfer.FundTarget;
import org.jiheng.app.transfer.FundWork;
import org.jiheng.app.transfer.Part;
import org.jiheng.app.transfer.TransferGoals;
import org.jiheng.app.transfer.TransferInbox;
import org.jiheng.app.transfer.TransferReports;
import org.jiheng.app.transfer.Verdict;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Money and goals on their way down: from the prefecture to its counties, from a county to its units, and what is changed above (DOMAIN 7; S18–S20). */
class TransferServerIT extends WholeProduct {

  private static final Scope DESK = Kizilsu.oversight();
  private static final Scope LEADER = Kizilsu.person(PREFECTURE, "州局领导", "", Role.BUREAU_LEADER);
  private static final Scope ARTUX_DESK = Kizilsu.performanceOffice(ARTUX);
  private static final Scope ARTUX_LEADER = Kizilsu.person(ARTUX, "局领导", "", Role.BUREAU_LEADER);
  private static final Scope AKTO_DESK = Kizilsu.performanceOffice(AKTO);
  private static final Scope CLERK = Kizilsu.clerk(ARTUX);
  private static final int YEAR = 2031;

  @Inject
  private FundDocuments documents;

  @Inject
  private FundDecisions decisions;

  @Inject
  private FundList list;

  @Inject
  private FundFiles files;

  @Inject
  private TransferInbox inbox;

  @Inject
  private TransferReports reports;

  @Inject
  private TransferGoals goals;

  @Inject
  private Projects projects;

  @Inject
  private WorkList work;

  @Inject
  private Calendar calendar;

  // --- what people do

  private UUID entered(FundKind kind) {
    FundHead head = new FundHead(YEAR, "新财农〔2031〕" + UUID.randomUUID().toString().substring(0, 8) + "号", "农田建设补助资金", "", FundLevel.CENTRAL, kind,
        Money.ofWan("100"), "自治区财政厅", as(DESK, calendar::today).minusDays(3));
    return as(DESK, () -> documents.enter(head));
  }

  private ProjectFact.Decomposition.Standing decomposed(UUID project) {
    return ((ProjectFact.Decomposition) goals.of(List.of(projects.find(project).orElseThrow())).get(project)).standing();
  }

  private List<Tuple> moneyOf(UUID project) {
    return projects.lines(project).stream().map(FundingLine::entry)
        .map(entry -> tuple(entry.source(), entry.kind(), entry.amount(), entry.document())).toList();
  }

  private FundPage seen(Scope person, UUID id) {
    return as(person, () -> documents.open(id));
  }

  private int version(Scope person, UUID id) {
    return seen(person, id).document().version();
  }

  private EditOutcome type(Scope person, UUID id, CellKey cell, String text) {
    String seen = seen(person, id).texts().getOrDefault(cell, "");
    return as(person, () -> documents.write(id, List.of(new CellEdit(cell, seen, text)))).getFirst();
  }

  private UUID indicator(Scope person, UUID id, String name, String target) {
    UUID indicator = as(person, () -> documents.addIndicator(id));
    type(person, id, FundCells.indicator(indicator, FundIndicator.Column.NAME), name);
    type(person, id, FundCells.indicator(indicator, FundIndicator.Column.TARGET), target);
    type(person, id, FundCells.indicator(indicator, FundIndicator.Column.MAIN), "true");
    return indicator;
  }

  private UUID part(Scope person, UUID id, Part part, String wan) {
    UUID line = as(person, () -> documents.addPart(id, part));
    type(person, id, FundCells.amount(line), wan);
    return line;
  }

  private UUID received(Scope county, UUID above) {
    UUID envelope = UUID.fromString(Owner.asked("select id::text from exchange.envelope where subject = ? and receiver = ? and kind <> 'RECEIPT' order by number desc limit 1",
        "FUND_DOCUMENT/" + above, county.jurisdiction().code().value()));
    return as(county, () -> inbox.receive(envelope));
  }

  /** A document with one main quantity of 1000 亩 for two counties. */
  private record Split(UUID document, UUID indicator, UUID artux, UUID akto) {}

  private Split split(String artuxTarget, String aktoTarget) {
    UUID id = entered(FundKind.EARMARKED);
    type(DESK, id, FundCells.OVERALL, "建成高标准农田");
    type(DESK, id, FundCells.REGIONAL, "全州建成高标准农田 1000 亩");
    UUID indicator = indicator(DESK, id, "新建高标准农田面积", "≥1000亩");
    UUID artux = part(DESK, id, Part.ofCounty("653001"), "60");
    UUID akto = part(DESK, id, Part.ofCounty("653022"), "40");
    type(DESK, id, FundCells.target(artux, indicator), artuxTarget);
    type(DESK, id, FundCells.target(akto, indicator), aktoTarget);
    return new Split(id, indicator, artux, akto);
  }

  private Split sent() {
    Split split = split("600", "400");
    does(LEADER, () -> decisions.send(split.document(), version(LEADER, split.document())));
    return split;
  }

  // --- down to two counties

  @Test
  void whatDoesNotAddUpIsRefusedAndGoesDownWhenItDoes() {
    Split split = split("600", "399亩");
    UUID id = split.document();
    assertThat(seen(DESK, id).reconciliation().orElseThrow().line(split.indicator()).orElseThrow().verdict()).isEqualTo(Verdict.SHORT);
    assertRefused(() -> does(LEADER, () -> decisions.send(id, version(LEADER, id))), "transfer-quantities-differ");
    assertThat(Owner.asked("select count(*) from exchange.envelope where subject = ?", "FUND_DOCUMENT/" + id)).isEqualTo("0");

    type(DESK, id, FundCells.target(split.akto(), split.indicator()), "400亩");
    assertRefused(() -> does(DESK, () -> decisions.send(id, version(DESK, id))), "transfer-leader-decides");
    does(LEADER, () -> decisions.send(id, version(LEADER, id)));
    assertThat(seen(DESK, id).document().state()).isEqualTo(FundState.SENT);

    UUID own = received(ARTUX_DESK, id);
    FundPage page = seen(ARTUX_DESK, own);
    assertThat(page.document().head().amount()).isEqualTo(Money.ofWan("60"));
    assertThat(page.document().dueOn()).isEqualTo(page.today().plusDays(30));
    assertThat(page.indicators()).extracting(FundIndicator::target).containsExactly("≥600亩");
    assertThat(page.document().regionalGoal()).isEqualTo("全州建成高标准农田 1000 亩");
    assertThat(seen(DESK, id).receipts()).containsOnlyKeys("653001");
    assertThat(received(ARTUX_DESK, id)).as("received a second time").isEqualTo(own);
  }

  @Test
  void aCountySeesNothingOfTheOthersPart() {
    Split split = sent();
    UUID artux = received(ARTUX_DESK, split.document());
    assertThatThrownBy(() -> seen(AKTO_DESK, artux)).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> seen(AKTO_DESK, split.document())).isInstanceOf(NoSuchFormException.class);
    UUID ofArtux = UUID.fromString(Owner.asked("select id::text from exchange.envelope where subject = ? and receiver = '653001'", "FUND_DOCUMENT/" + split.document()));
    assertThatThrownBy(() -> as(AKTO_DESK, () -> inbox.receive(ofArtux))).isInstanceOf(NoSuchFormException.class);
    assertThat(as(AKTO_DESK, () -> inbox.page(0, 1000))).noneMatch(item -> item.envelope().equals(ofArtux));
    UUID akto = received(AKTO_DESK, split.document());
    assertThat(seen(AKTO_DESK, akto).document().head().amount()).isEqualTo(Money.ofWan("40"));
  }

  @Test
  void theDocumentItselfGoesAlongAndIsReadWhereItIsReceivedAndNowhereElse() {
    Split split = split("600", "400");
    UUID id = split.document();
    assertThat(as(DESK, () -> files.attach(id, "文件.pdf", new byte[] {1, 2})).orElseThrow().code()).isEqualTo("attachment.not-pdf");
    assertThat(as(DESK, () -> files.attach(id, "文件.pdf", Contracts.PDF))).isEmpty();
    does(LEADER, () -> decisions.send(id, version(LEADER, id)));
    assertRefused(() -> as(DESK, () -> files.attach(id, "后补.pdf", Contracts.PDF)), "transfer-not-open");
    UUID artux = received(ARTUX_DESK, id);
    FundFiles.File file = as(ARTUX_DESK, () -> files.of(artux)).getFirst();
    assertThat(file.name()).isEqualTo("文件.pdf");
    assertThat(as(ARTUX_DESK, () -> files.content(artux, file)).bytes()).isEqualTo(Contracts.PDF);
    UUID akto = received(AKTO_DESK, id);
    assertThatThrownBy(() -> as(AKTO_DESK, () -> files.content(akto, file))).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> as(CLERK, () -> files.of(artux))).isInstanceOf(NoSuchFormException.class);
  }

  // --- down to a unit and a project

  @Test
  void aCountyBreaksItsPartDownAndAUnitSeesWhatIsItsOwn() {
    UUID own = received(ARTUX_DESK, sent().document());
    UUID indicator = seen(ARTUX_DESK, own).indicators().getFirst().id();
    UUID project = Forms.project(ARTUX, YEAR);
    UUID school = part(ARTUX_DESK, own, Part.ofProject(Kizilsu.SCHOOL, project), "20");
    UUID hospital = part(ARTUX_DESK, own, Part.ofUnit(Kizilsu.HOSPITAL), "40");
    type(ARTUX_DESK, own, FundCells.target(school, indicator), "200");
    type(ARTUX_DESK, own, FundCells.target(hospital, indicator), "400");
    assertThat(type(ARTUX_DESK, own, FundCells.indicator(indicator, FundIndicator.Column.TARGET), "≥1亩")).isInstanceOf(EditOutcome.Locked.class);
    assertThatThrownBy(() -> seen(CLERK, own)).as("nothing has gone down yet").isInstanceOf(NoSuchFormException.class);
    assertThat(as(ARTUX_DESK, () -> decomposed(project))).isEqualTo(ProjectFact.Decomposition.Standing.UNDER_WAY);

    does(ARTUX_LEADER, () -> decisions.send(own, version(ARTUX_LEADER, own)));
    FundPage ofClerk = seen(CLERK, own);
    assertThat(ofClerk.lines()).extracting(FundLine::id).containsExactly(school);
    assertThat(ofClerk.sent(school, indicator)).isEqualTo("≥200亩");
    assertThat(ofClerk.reconciliation()).isEmpty();
    assertThat(ofClerk.offers()).isEmpty();
    assertThat(ofClerk.document().head().amount()).isEqualTo(Money.ofWan("20"));
    assertThat(ofClerk.targets()).extracting(FundTarget::line, FundTarget::typed).containsExactly(tuple(school, ""));
    assertThat(ofClerk.indicators()).extracting(FundIndicator::target).containsExactly("");
    assertThat(ofClerk.document().regionalGoal()).isEmpty();
    assertThat(as(ARTUX_DESK, () -> decomposed(project))).isEqualTo(ProjectFact.Decomposition.Standing.DONE);
    assertThat(as(ARTUX_DESK, () -> moneyOf(project))).as("S10: money is followed down to the project, ahead of its year as opening money")
        .contains(tuple(FundingSource.UPPER_TRANSFER, FundingKind.OPENING, Money.ofWan("20"), ofClerk.document().head().number()));
    FundList.Filter all = new FundList.Filter(YEAR, Optional.empty(), ofClerk.document().head().number());
    assertThat(as(CLERK, () -> list.page(all, 0, 10))).extracting(FundList.Line::amount).containsExactly(Money.ofWan("20"));
    assertThat(as(ARTUX_DESK, () -> list.totals(all)).amount()).isEqualTo(Money.ofWan("60"));
    assertThatThrownBy(() -> as(CLERK, () -> documents.write(own, List.of()))).isInstanceOf(NoSuchFormException.class);
    assertThat(as(Kizilsu.clerkOfAnotherUnit(ARTUX), () -> list.page(all, 0, 10))).isEmpty();
  }

  /** A general transfer of a year with one part, a project's. */
  private UUID toProject(int year, UUID project, String wan) {
    FundHead head = new FundHead(year, "新财预〔" + year + "〕" + UUID.randomUUID().toString().substring(0, 8) + "号", "均衡性转移支付", "", FundLevel.REGION,
        FundKind.GENERAL, Money.ofWan(wan), "自治区财政厅", as(ARTUX_DESK, calendar::today).minusDays(3));
    UUID id = as(ARTUX_DESK, () -> documents.enter(head));
    part(ARTUX_DESK, id, Part.ofProject(Kizilsu.SCHOOL, project), wan);
    return id;
  }

  private void sends(UUID id) {
    does(ARTUX_LEADER, () -> decisions.send(id, version(ARTUX_LEADER, id)));
  }

  @Test
  void moneyOfAPastYearStillReachesItsProjectAndALeaderOfOneDepartmentSendsItToAnother() {
    int past = as(DESK, calendar::today).getYear() - 1;
    UUID project = Forms.project(ARTUX, past);
    UUID id = toProject(past, project, "12");
    Scope elsewhere = Kizilsu.person(ARTUX, "分管局领导", Kizilsu.HEALTH, Role.BUREAU_LEADER);
    does(elsewhere, () -> decisions.send(id, version(ARTUX_LEADER, id)));
    assertThat(as(ARTUX_DESK, () -> moneyOf(project))).extracting(money -> money.toList().subList(0, 3))
        .containsExactly(List.of(FundingSource.UPPER_TRANSFER, FundingKind.SUPPLEMENT, Money.ofWan("12")));
  }

  @Test
  void whatCannotReachItsProjectGoesDownNowhere() {
    UUID project = Forms.project(ARTUX, YEAR);
    UUID id = toProject(YEAR, project, "12");
    ended(project);
    assertRefused(() -> sends(id), "project-ended");
    FundPage page = seen(ARTUX_DESK, id);
    assertThat(page.document().state()).isEqualTo(FundState.DRAFT);
    assertThat(page.lines()).extracting(FundLine::sentAmount).containsExactly(Optional.empty());
    assertThat(as(ARTUX_DESK, () -> moneyOf(project))).isEmpty();
  }

  private static void ended(UUID project) {
    Owner.told("update j_653001.project set terminated_on = date '2023-02-01', termination_reason = '不再实施了' where id = ?", project);
  }

  @Test
  void aPartOfATerminatedProjectIsSetToNothing() {
    UUID project = Forms.project(ARTUX, YEAR);
    UUID id = toProject(YEAR, project, "12");
    sends(id);
    ended(project);
    does(ARTUX_DESK, () -> decisions.adjust(id, version(ARTUX_DESK, id), "项目终止收回"));
    type(ARTUX_DESK, id, FundCells.amount(seen(ARTUX_DESK, id).lines().getFirst().id()), "0");
    part(ARTUX_DESK, id, Part.ofUnit(Kizilsu.HOSPITAL), "12");
    sends(id);
    assertThat(as(ARTUX_DESK, () -> projects.budgets(project)).of(YEAR).annual()).isEqualTo(Money.ZERO);
  }

  @Test
  void moneyAndGoalsOfAMergedProjectAreThoseOfTheOneItWasMergedInto() {
    UUID own = received(ARTUX_DESK, sent().document());
    UUID gone = Forms.project(ARTUX, YEAR);
    UUID survivor = Forms.project(ARTUX, YEAR);
    UUID indicator = seen(ARTUX_DESK, own).indicators().getFirst().id();
    UUID line = part(ARTUX_DESK, own, Part.ofProject(Kizilsu.SCHOOL, gone), "60");
    type(ARTUX_DESK, own, FundCells.target(line, indicator), "600");
    assertThat(as(ARTUX_DESK, () -> decomposed(survivor))).isEqualTo(ProjectFact.Decomposition.Standing.NOT_EARMARKED);
    Owner.told("update j_653001.project set merged_into = ?, merged_on = date '2023-02-01' where id = ?", survivor, gone);
    assertThat(as(ARTUX_DESK, () -> decomposed(survivor))).isEqualTo(ProjectFact.Decomposition.Standing.UNDER_WAY);
    sends(own);
    assertThat(as(ARTUX_DESK, () -> decomposed(survivor))).isEqualTo(ProjectFact.Decomposition.Standing.DONE);
    assertThat(as(ARTUX_DESK, () -> moneyOf(gone))).isEmpty();
    assertThat(as(ARTUX_DESK, () -> moneyOf(survivor))).hasSize(1);
  }

  // --- exemption

  @Test
  void moneyForAnEmergencyGoesFirstAndItsGoalsAreOwedUntilTheyFollow() {
    UUID id = entered(FundKind.EARMARKED);
    UUID line = part(DESK, id, Part.ofCounty("653001"), "100");
    assertRefused(() -> does(LEADER, () -> decisions.send(id, version(LEADER, id))), "transfer-no-goals");
    assertRefused(() -> does(DESK, () -> decisions.exempt(id, version(DESK, id), FundExemption.Kind.DISASTER, "洪涝灾害抢险")), "transfer-leader-decides");
    assertRefused(() -> does(LEADER, () -> decisions.exempt(id, version(LEADER, id), FundExemption.Kind.DISASTER, "洪涝")), "transfer-says-why");
    does(LEADER, () -> decisions.exempt(id, version(LEADER, id), FundExemption.Kind.DISASTER, "洪涝灾害抢险"));
    does(LEADER, () -> decisions.send(id, version(LEADER, id)));
    assertThat(standing(id)).isEqualTo(TransferReports.Standing.AWAITING);
    LocalDate today = as(DESK, calendar::today);
    assertThat(waiting(DESK, id)).as("owed until a provisional day").containsExactly("TO_ADD_GOALS " + today.plusDays(30));

    UUID county = received(ARTUX_DESK, id);
    assertThat(seen(ARTUX_DESK, county).exemption().orElseThrow().approver()).isEqualTo("州局领导");
    assertThat(waiting(ARTUX_DESK, county)).contains("TO_ADD_GOALS " + today.plusDays(30));

    does(DESK, () -> decisions.determine(id, version(DESK, id), today));
    assertThat(waiting(DESK, id)).containsExactly("TO_ADD_GOALS " + today.plusDays(30));
    assertThat(standing(id)).isEqualTo(TransferReports.Standing.OWED);

    does(DESK, () -> decisions.adjust(id, version(DESK, id), "补报绩效目标"));
    type(DESK, id, FundCells.OVERALL, "恢复灌溉");
    type(DESK, id, FundCells.REGIONAL, "恢复灌溉面积 500 亩");
    UUID indicator = indicator(DESK, id, "恢复灌溉面积", "≥500亩");
    type(DESK, id, FundCells.target(line, indicator), "500");
    does(LEADER, () -> decisions.send(id, version(LEADER, id)));
    assertThat(standing(id)).isEqualTo(TransferReports.Standing.FOLLOWED);
    assertThat(waiting(DESK, id)).isEmpty();
    received(ARTUX_DESK, id);
    assertThat(seen(ARTUX_DESK, county).exemption().orElseThrow().goalsOn()).as("nothing was sent under it there").contains(today);
    assertThat(waiting(ARTUX_DESK, county)).noneMatch(todo -> todo.startsWith("TO_ADD_GOALS"));
    does(DESK, () -> decisions.adjust(id, version(DESK, id), "再次调整目标"));
    assertRefused(() -> does(LEADER, () -> decisions.exempt(id, version(LEADER, id), FundExemption.Kind.DISASTER, "再次洪涝灾害")), "transfer-move-not-now");
    assertThat(seen(ARTUX_DESK, county).indicators()).extracting(FundIndicator::target).containsExactly("≥500亩");
  }

  @Test
  void whatIsExemptedAboveLaterIsExemptedBelowToo() {
    Split split = sent();
    UUID id = split.document();
    UUID county = received(ARTUX_DESK, id);
    assertThat(seen(ARTUX_DESK, county).exemption()).isEmpty();
    does(DESK, () -> decisions.adjust(id, version(DESK, id), "灾情扩大先行下达"));
    does(LEADER, () -> decisions.exempt(id, version(LEADER, id), FundExemption.Kind.DISASTER, "洪涝灾害抢险"));
    type(DESK, id, FundCells.target(split.artux(), split.indicator()), "");
    does(LEADER, () -> decisions.send(id, version(LEADER, id)));
    received(ARTUX_DESK, id);
    assertThat(seen(ARTUX_DESK, county).exemption().orElseThrow().fromAbove()).isTrue();
    part(ARTUX_DESK, county, Part.ofUnit(Kizilsu.SCHOOL), "60");
    does(ARTUX_LEADER, () -> decisions.send(county, version(ARTUX_LEADER, county)));
    assertThat(seen(ARTUX_DESK, county).document().state()).isEqualTo(FundState.SENT);
    received(AKTO_DESK, id);
  }

  private TransferReports.Standing standing(UUID id) {
    return as(DESK, () -> reports.exemptions(YEAR)).stream().filter(one -> one.document().id().equals(id)).findFirst().orElseThrow().standing();
  }

  private List<String> waiting(Scope person, UUID id) {
    return as(person, work::mine).stream().filter(item -> item.form().equals(id))
        .map(item -> item.state() + " " + item.due().map(LocalDate::toString).orElse("-")).toList();
  }

  // --- changed and withdrawn above

  @Test
  void aGoalChangedAboveIsATaskForWhomItConcernsAndForNobodyElse() {
    Split split = sent();
    UUID id = split.document();
    UUID artux = received(ARTUX_DESK, id);
    UUID akto = received(AKTO_DESK, id);
    brokenDown(artux, "600");
    does(DESK, () -> decisions.adjust(id, version(DESK, id), "自治区调增目标"));
    type(DESK, id, FundCells.indicator(split.indicator(), FundIndicator.Column.TARGET), "≥1100亩");
    type(DESK, id, FundCells.target(split.artux(), split.indicator()), "700");
    does(LEADER, () -> decisions.send(id, version(LEADER, id)));

    assertThat(Owner.asked("select count(*) from exchange.envelope where subject = ? and receiver = '653022' and kind = 'TRANSFER_NOTICE'", "FUND_DOCUMENT/" + id))
        .as("nothing of its part has changed").isEqualTo("1");
    received(ARTUX_DESK, id);
    FundPage page = seen(ARTUX_DESK, artux);
    assertThat(page.document().state()).isEqualTo(FundState.ADJUSTING);
    assertThat(page.indicators()).extracting(FundIndicator::target).containsExactly("≥700亩");
    assertThat(waiting(ARTUX_DESK, artux)).containsExactly("TO_ADJUST " + page.today().plusDays(30));
    assertThat(seen(CLERK, artux).lines()).as("what went down stands until then").hasSize(1);
    assertRefused(() -> does(ARTUX_LEADER, () -> decisions.send(artux, version(ARTUX_LEADER, artux))), "transfer-quantities-differ");
    type(ARTUX_DESK, artux, FundCells.target(page.lines().getFirst().id(), page.indicators().getFirst().id()), "700");
    does(ARTUX_LEADER, () -> decisions.send(artux, version(ARTUX_LEADER, artux)));
    assertThat(waiting(ARTUX_DESK, artux)).isEmpty();
    assertThat(seen(AKTO_DESK, akto).document().state()).isEqualTo(FundState.DRAFT);
  }

  private UUID brokenDown(UUID own, String target) {
    UUID line = part(ARTUX_DESK, own, Part.ofUnit(Kizilsu.SCHOOL), "60");
    type(ARTUX_DESK, own, FundCells.target(line, seen(ARTUX_DESK, own).indicators().getFirst().id()), target);
    does(ARTUX_LEADER, () -> decisions.send(own, version(ARTUX_LEADER, own)));
    return line;
  }

  @Test
  void aDocumentWithdrawnAfterItWasBrokenDownIsThereWithItsReasonAndNothingIsTakenAway() {
    Split split = sent();
    UUID id = split.document();
    UUID artux = received(ARTUX_DESK, id);
    UUID line = brokenDown(artux, "600");
    assertRefused(() -> does(ARTUX_LEADER, () -> decisions.withdraw(artux, version(ARTUX_LEADER, artux), "想撤就撤")), "transfer-move-not-now");
    assertRefused(() -> does(LEADER, () -> decisions.withdraw(id, version(LEADER, id), "错")), "transfer-says-why");
    does(LEADER, () -> decisions.withdraw(id, version(LEADER, id), "自治区收回该项资金"));
    received(ARTUX_DESK, id);

    FundPage page = seen(ARTUX_DESK, artux);
    assertThat(page.document().state()).isEqualTo(FundState.WITHDRAWN);
    assertThat(page.document().withdrawnReason()).isEqualTo("自治区收回该项资金");
    assertThat(page.lines()).extracting(FundLine::id).containsExactly(line);
    assertThat(page.steps()).extracting(FundStep::act).containsExactly(FundStep.Act.RECEIVED, FundStep.Act.SEND, FundStep.Act.WITHDRAWN_ABOVE);
    assertThat(seen(CLERK, artux).document().withdrawnReason()).isEqualTo("自治区收回该项资金");
    assertRefused(() -> as(ARTUX_DESK, () -> documents.addPart(artux, Part.ofUnit(Kizilsu.HOSPITAL))), "transfer-not-open");
    assertThat(waiting(ARTUX_DESK, artux)).isEmpty();
    received(AKTO_DESK, id);
  }

  // --- typing, rights, record

  @Test
  void whatIsTypedIsKeptAlsoWhereItCannotBeRead() {
    Split split = split("六百", "400");
    FundPage page = seen(DESK, split.document());
    assertThat(page.texts()).containsEntry(FundCells.target(split.artux(), split.indicator()), "六百");
    assertThat(page.reconciliation().orElseThrow().lines().getFirst().problems()).containsOnlyKeys(split.artux());
    EditOutcome overtaken = as(DESK, () -> documents.write(split.document(), List.of(
        new CellEdit(FundCells.target(split.artux(), split.indicator()), "", "600")))).getFirst();
    assertThat(overtaken).as("somebody else typed there meanwhile").isInstanceOf(EditOutcome.Locked.class);
    assertThat(seen(DESK, split.document()).texts()).containsEntry(FundCells.target(split.artux(), split.indicator()), "六百");
  }

  @Test
  void whoHasNothingToDoWithTransfersSeesNone() {
    UUID own = received(ARTUX_DESK, sent().document());
    for (Scope stranger : List.of(Kizilsu.systemAdministrator(ARTUX), Kizilsu.auditAdministrator(ARTUX), CLERK)) {
      assertThatThrownBy(() -> seen(stranger, own)).as(stranger.caller().name()).isInstanceOf(NoSuchFormException.class);
      assertThatThrownBy(() -> as(stranger, () -> inbox.page(0, 10))).isInstanceOf(NoSuchFormException.class);
      assertThatThrownBy(() -> as(stranger, () -> reports.executions(YEAR))).isInstanceOf(NoSuchFormException.class);
    }
    assertThatThrownBy(() -> does(CLERK, () -> decisions.send(own, 1))).isInstanceOf(NoSuchFormException.class);
    seen(Kizilsu.auditor(ARTUX), own);
    assertThat(TrailRows.columns(ARTUX, "username, act", "subject = ? and username = '审计员'", "FUND_DOCUMENT/" + own)).containsExactly("审计员|READ");
  }

  @Test
  void everyDecisionAndEveryRefusalIsOnTheRecord() {
    Split split = split("600", "399");
    assertRefused(() -> does(LEADER, () -> decisions.send(split.document(), version(LEADER, split.document()))), "transfer-quantities-differ");
    type(DESK, split.document(), FundCells.target(split.akto(), split.indicator()), "400");
    does(LEADER, () -> decisions.send(split.document(), version(LEADER, split.document())));
    assertThat(TrailRows.columns(PREFECTURE, "username, act, outcome, before, after, note", "subject = ? and act in ('BEGIN', 'DECIDE')", "FUND_DOCUMENT/" + split.document()))
        .containsExactly("州绩效科|BEGIN|DONE|DRAFT|DRAFT|ENTER", "州局领导|DECIDE|REFUSED|||transfer-quantities-differ", "州局领导|DECIDE|DONE|DRAFT|SENT|SEND");
    assertThat(TrailRows.of(PREFECTURE, "FUND_DOCUMENT/" + split.document() + "/target/" + split.akto()))
        .endsWith("CHANGE|DONE|399|400|");
    assertThat(Owner.asked("select count(*) from j_653000.audit_entry where act = 'BYPASS' and after like '%' || ? || '%'", split.document().toString())).isEqualTo("0");
  }

  @Test
  void theExecutionOfAYearSaysHowFarMoneyAndGoalsHaveCome() {
    Split split = sent();
    received(ARTUX_DESK, split.document());
    TransferReports.Execution execution = as(DESK, () -> reports.executions(YEAR)).stream().filter(one -> one.id().equals(split.document())).findFirst().orElseThrow();
    assertThat(execution.sent()).isEqualTo(Money.ofWan("100"));
    assertThat(execution.rate().orElseThrow().toString()).isEqualTo("100.00%");
    assertThat(execution.confirmed() + "/" + execution.counties()).isEqualTo("1/2");
    assertThat(execution.standing() + "/" + execution.mains()).isEqualTo("1/1");
    assertThat(as(ARTUX_DESK, work::mine)).extracting(WorkItem::formType).contains(FundDocuments.SUBJECT);
    UUID other = sent().document();
    assertThat(as(AKTO_DESK, work::mine)).filteredOn(item -> item.formType().equals(FundWork.LETTER)).isNotEmpty();
    received(AKTO_DESK, other);
    received(AKTO_DESK, split.document());
  }
}
