package org.jiheng.infra.server;

import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.PREFECTURE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingLine;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.transfer.FundCells;
import org.jiheng.app.transfer.FundDecisions;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundHead;
import org.jiheng.app.transfer.FundIndicator;
import org.jiheng.app.transfer.FundKind;
import org.jiheng.app.transfer.FundLevel;
import org.jiheng.app.transfer.FundPage;
import org.jiheng.app.transfer.FundsReachedProject;
import org.jiheng.app.transfer.Part;
import org.jiheng.app.transfer.TransferInbox;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** Brings fund documents to where a test begins, through the same use cases the screens call. */
@ApplicationScoped
public class Funds {

  static final Scope DESK = Kizilsu.oversight();
  static final Scope LEADER = Kizilsu.person(PREFECTURE, "州局领导", "", Role.BUREAU_LEADER);
  static final Scope ARTUX_DESK = Kizilsu.performanceOffice(ARTUX);
  static final Scope ARTUX_LEADER = Kizilsu.person(ARTUX, "局领导", "", Role.BUREAU_LEADER);
  static final Scope AKTO_DESK = Kizilsu.performanceOffice(AKTO);
  static final Scope CLERK = Kizilsu.clerk(ARTUX);
  static final int YEAR = 2031;

  @Inject
  private FundDocuments documents;

  @Inject
  private FundDecisions decisions;

  @Inject
  private TransferInbox inbox;

  @Inject
  private Projects projects;

  @Inject
  private WorkList work;

  @Inject
  private Calendar calendar;

  @Inject
  private Event<FundsReachedProject> moved;

  public LocalDate today() {
    return as(DESK, calendar::today);
  }

  public UUID entered(FundKind kind) {
    return entered(DESK, kind);
  }

  /** Of 100 万元, from the region. */
  public UUID entered(Scope desk, FundKind kind) {
    FundHead head = new FundHead(YEAR, "新财农〔2031〕" + UUID.randomUUID().toString().substring(0, 8) + "号", "农田建设补助资金", "", FundLevel.CENTRAL, kind,
        Money.ofWan("100"), "自治区财政厅", today().minusDays(3));
    return as(desk, () -> documents.enter(head));
  }

  public FundPage seen(Scope person, UUID id) {
    return as(person, () -> documents.open(id));
  }

  public int version(Scope person, UUID id) {
    return seen(person, id).document().version();
  }

  public EditOutcome type(Scope person, UUID id, CellKey cell, String text) {
    String seen = seen(person, id).texts().getOrDefault(cell, "");
    return as(person, () -> documents.write(id, List.of(new CellEdit(cell, seen, text)))).getFirst();
  }

  public UUID indicator(Scope person, UUID id, String name, String target) {
    UUID indicator = as(person, () -> documents.addIndicator(id));
    type(person, id, FundCells.indicator(indicator, FundIndicator.Column.NAME), name);
    type(person, id, FundCells.indicator(indicator, FundIndicator.Column.TARGET), target);
    type(person, id, FundCells.indicator(indicator, FundIndicator.Column.MAIN), "true");
    return indicator;
  }

  public UUID part(Scope person, UUID id, Part part, String wan) {
    UUID line = as(person, () -> documents.addParts(id, List.of(part))).getFirst();
    type(person, id, FundCells.amount(line), wan);
    return line;
  }

  /** The last letter a county got about a document of the prefecture, received by it. */
  public UUID received(Scope county, UUID above) {
    UUID envelope = UUID.fromString(Owner.asked("select id::text from exchange.envelope where subject = ? and receiver = ? and kind <> 'RECEIPT' order by number desc limit 1",
        "FUND_DOCUMENT/" + above, county.jurisdiction().code().value()));
    return as(county, () -> inbox.receive(envelope));
  }

  public void sends(Scope leader, UUID id) {
    does(leader, () -> decisions.send(id, version(leader, id)));
  }

  /** A document with one main quantity of 1000 亩 for two counties. */
  public record Split(UUID document, UUID indicator, UUID artux, UUID akto) {}

  public Split split(String artuxTarget, String aktoTarget) {
    UUID id = entered(FundKind.EARMARKED);
    type(DESK, id, FundCells.OVERALL, "建成高标准农田,提高粮食综合生产能力");
    type(DESK, id, FundCells.REGIONAL, "全州建成高标准农田 1000 亩");
    UUID indicator = indicator(DESK, id, "新建高标准农田面积", "≥1000亩");
    type(DESK, id, FundCells.indicator(indicator, FundIndicator.Column.LEVEL1), "产出指标");
    type(DESK, id, FundCells.indicator(indicator, FundIndicator.Column.LEVEL2), "数量指标");
    UUID artux = part(DESK, id, Part.ofCounty("653001"), "60");
    UUID akto = part(DESK, id, Part.ofCounty("653022"), "40");
    type(DESK, id, FundCells.target(artux, indicator), artuxTarget);
    type(DESK, id, FundCells.target(akto, indicator), aktoTarget);
    return new Split(id, indicator, artux, akto);
  }

  public Split sent() {
    Split split = split("600", "400");
    sends(LEADER, split.document());
    return split;
  }

  /** The county breaks down all it got to one unit or project, with all the target, and does not send it yet. */
  public UUID brokenDown(UUID own, Part part) {
    UUID line = part(ARTUX_DESK, own, part, "60");
    type(ARTUX_DESK, own, FundCells.target(line, seen(ARTUX_DESK, own).indicators().getFirst().id()), "600");
    return line;
  }

  /** A general transfer of a year with one part, a project's of the school. */
  public UUID toProject(int year, UUID project, String wan) {
    FundHead head = new FundHead(year, "新财预〔" + year + "〕" + UUID.randomUUID().toString().substring(0, 8) + "号", "均衡性转移支付", "", FundLevel.REGION,
        FundKind.GENERAL, Money.ofWan(wan), "自治区财政厅", today().minusDays(3));
    UUID id = as(ARTUX_DESK, () -> documents.enter(head));
    part(ARTUX_DESK, id, Part.ofProject(Kizilsu.SCHOOL, project), wan);
    return id;
  }

  /** A project of the school whose gates stand open without an evaluation and a goal of its own: spending on people, as finance confirmed. */
  public static UUID openProject(int year) {
    UUID project = Forms.project(ARTUX, year);
    Owner.told("update j_653001.project set category = 'PERSONNEL', initial_budget = 0, annual_budget = 0 where id = ?", project);
    Forms.confirmed(ARTUX, project);
    return project;
  }

  public List<FundingEntry> moneyOf(UUID project) {
    return as(ARTUX_DESK, () -> projects.lines(project)).stream().map(FundingLine::entry).toList();
  }

  /** What of a document waits on somebody's desk, and until when. */
  public List<String> waiting(Scope person, UUID id) {
    return as(person, work::mine).stream().filter(item -> item.form().equals(id))
        .map(item -> item.state() + " " + item.due().map(LocalDate::toString).orElse("-")).toList();
  }

  /** Tells the house that money moved, in a transaction of its own. To be called as somebody. */
  @Transactional
  public void tells(FundsReachedProject movement) {
    moved.fire(movement);
  }
}
