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
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.PREFECTURE;
import static org.jiheng.infra.server.Kizilsu.SCHOOL;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.common.Money;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.transfer.FundCells;
import org.jiheng.app.transfer.FundDecisions;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundHead;
import org.jiheng.app.transfer.FundKind;
import org.jiheng.app.transfer.FundLevel;
import org.jiheng.app.transfer.FundList;
import org.jiheng.app.transfer.FundPage;
import org.jiheng.app.transfer.FundWork;
import org.jiheng.app.transfer.Part;
import org.jiheng.app.transfer.PossibleParts;
import org.jiheng.app.transfer.RegionExport;
import org.jiheng.app.transfer.TransferInbox;
import org.jiheng.app.transfer.TransferReports;
import org.jiheng.infra.server.Funds.Split;
import org.jiheng.tenants.exchange.Letter;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** What is typed, who sees what, what is on record, what waits on a desk, and what is taken out of fund documents. */
class TransferDeskServerIT extends WholeProduct {

  @Inject
  private Funds funds;

  @Inject
  private FundDocuments documents;

  @Inject
  private FundDecisions decisions;

  @Inject
  private FundList list;

  @Inject
  private RegionExport region;

  @Inject
  private TransferInbox inbox;

  @Inject
  private TransferReports reports;

  @Inject
  private WorkList work;

  @Test
  void whatIsTypedIsKeptAlsoWhereItCannotBeRead() {
    Split split = funds.split("六百", "400");
    FundPage page = funds.seen(DESK, split.document());
    assertThat(page.texts()).containsEntry(FundCells.target(split.artux(), split.indicator()), "六百");
    assertThat(page.reconciliation().orElseThrow().lines().getFirst().problems()).containsOnlyKeys(split.artux());
    EditOutcome overtaken = as(DESK, () -> documents.write(split.document(), List.of(
        new CellEdit(FundCells.target(split.artux(), split.indicator()), "", "600")))).getFirst();
    assertThat(overtaken).as("somebody else typed there meanwhile").isInstanceOf(EditOutcome.Locked.class);
    assertThat(funds.seen(DESK, split.document()).texts()).containsEntry(FundCells.target(split.artux(), split.indicator()), "六百");
  }

  private static FundHead head(String number, String wan, LocalDate receivedOn) {
    return new FundHead(YEAR, number, "农田建设补助资金", "", FundLevel.CENTRAL, FundKind.EARMARKED, Money.ofWan(wan), "自治区财政厅", receivedOn);
  }

  private UUID enters(FundHead head) {
    return as(DESK, () -> documents.enter(head));
  }

  @Test
  void noDocumentIsEnteredTwiceNorOnADayItCannotHaveComeOnNorWithoutMoney() {
    String number = "新财农〔2031〕" + UUID.randomUUID().toString().substring(0, 8) + "号";
    LocalDate today = funds.today();
    for (LocalDate never : List.of(today.plusDays(1), LocalDate.of(2099, 1, 1), LocalDate.of(1900, 1, 1))) {
      assertRefused(() -> enters(head(number, "100", never)), "transfer-received-on");
    }
    assertRefused(() -> enters(head(number, "0", today)), "transfer-incomplete");
    assertRefused(() -> enters(head(number, "-5", today)), "transfer-incomplete");
    UUID id = enters(head(number, "100", today));
    assertRefused(() -> enters(head(" " + number, "80", today)), "transfer-entered-already");
    does(DESK, () -> documents.revise(id, head(number, "90", today)));
    UUID other = enters(head(number + "附", "80", today));
    assertRefused(() -> does(DESK, () -> documents.revise(other, head(number, "80", today))), "transfer-entered-already");
    does(LEADER, () -> decisions.withdraw(id, funds.version(LEADER, id), "文件作废,另行录入"));
    enters(head(number, "100", today));
  }

  @Test
  void aPartIsForNobodyOfAnotherCountyAndForNoUnitThatHasEnded() {
    UUID own = funds.received(ARTUX_DESK, funds.sent().document());
    Owner.told("insert into j_653022.unit (code, name) values ('101997', '阿克陶县的学校')");
    UUID elsewhere = Forms.confirmedProject(AKTO, YEAR);
    for (Part part : List.of(Part.ofUnit("101997"), Part.ofCounty("653022"), Part.ofProject(SCHOOL, elsewhere), Part.ofUnit("999999"))) {
      assertThatThrownBy(() -> as(ARTUX_DESK, () -> documents.addParts(own, List.of(Part.ofUnit(SCHOOL), part)))).as("%s", part).isInstanceOf(NoSuchFormException.class);
    }
    assertThat(funds.seen(ARTUX_DESK, own).lines()).as("all or none").isEmpty();
    Owner.told("insert into j_653001.unit (code, name, valid_until) values ('101998', '已撤并的学校', date '2023-01-01')");
    try {
      assertThat(as(ARTUX_DESK, () -> documents.possibleParts(own))).extracting(PossibleParts.Choice::part).contains(Part.ofUnit(SCHOOL))
          .doesNotContain(Part.ofUnit("101998")).noneMatch(part -> part.county().isPresent());
      assertThatThrownBy(() -> as(ARTUX_DESK, () -> documents.addParts(own, List.of(Part.ofUnit("101998"))))).isInstanceOf(NoSuchFormException.class);
    } finally {
      Owner.told("delete from j_653001.unit where code = '101998'");
      Owner.told("delete from j_653022.unit where code = '101997'");
    }
    assertThat(as(DESK, () -> documents.possibleParts(funds.entered(FundKind.GENERAL)))).extracting(PossibleParts.Choice::part).contains(Part.ofCounty("653001"));
  }

  /** Of its unit, but of another year, merged, given up or confidential: it is not offered, and asked for all the same it is nobody. */
  @Test
  void noPartIsForAProjectOfAnotherYearOrOneThatTakesNoForms() {
    UUID own = funds.received(ARTUX_DESK, funds.sent().document());
    UUID open = Funds.openProject(YEAR);
    UUID merged = Funds.openProject(YEAR);
    UUID ended = Funds.openProject(YEAR);
    UUID secret = Funds.openProject(YEAR);
    Owner.told("update j_653001.project set merged_into = ?, merged_on = date '2023-02-01' where id = ?", open, merged);
    Owner.told("update j_653001.project set terminated_on = date '2023-02-01', termination_reason = '不再实施了' where id = ?", ended);
    Owner.told("update j_653001.project set confidential = true, name = '涉密项目,线下管理' where id = ?", secret);
    for (UUID project : List.of(Funds.openProject(YEAR - 1), merged, ended, secret)) {
      assertThatThrownBy(() -> as(ARTUX_DESK, () -> documents.addParts(own, List.of(Part.ofProject(SCHOOL, project))))).isInstanceOf(NoSuchFormException.class);
    }
    as(ARTUX_DESK, () -> documents.addParts(own, List.of(Part.ofProject(SCHOOL, open))));
    assertThat(funds.seen(ARTUX_DESK, own).lines()).hasSize(1);
  }

  @Test
  void partsAreAddedSeveralAtOnceAndKeepTheirOrderWhenOneIsRemoved() {
    UUID id = funds.entered(FundKind.GENERAL);
    List<UUID> parts = as(DESK, () -> documents.addParts(id, List.of(Part.ofCounty("653001"), Part.ofCounty("653022"))));
    assertRefused(() -> as(DESK, () -> documents.addParts(id, List.of(Part.ofCounty("653024"), Part.ofCounty("653022")))), "transfer-part-twice");
    does(DESK, () -> documents.removePart(id, parts.getFirst()));
    as(DESK, () -> documents.addParts(id, List.of(Part.ofCounty("653024"), Part.ofCounty("653001"))));
    assertThat(funds.seen(DESK, id).lines()).extracting(line -> line.part().county().orElseThrow()).containsExactly("653022", "653024", "653001");
    assertThat(Owner.asked("select string_agg(position::text, ',' order by position) from j_653000.fund_line where document = ?", id)).isEqualTo("1,2,3");
  }

  @Test
  void aReasonNobodyReadsToItsEndIsRefusedAndSoIsATargetThatLong() {
    Split split = funds.sent();
    assertRefused(() -> does(LEADER, () -> decisions.withdraw(split.document(), funds.version(LEADER, split.document()), "理".repeat(901))), "transfer-too-long");
    does(DESK, () -> decisions.adjust(split.document(), funds.version(DESK, split.document()), "重新核对指标"));
    assertThat(funds.type(DESK, split.document(), FundCells.target(split.artux(), split.indicator()), "6".repeat(501))).isInstanceOf(EditOutcome.Locked.class);
    funds.received(ARTUX_DESK, split.document());
    funds.received(AKTO_DESK, split.document());
  }

  @Test
  void theListIsFilteredByWhoseTransfersTheyAre() {
    String number = number(funds.entered(FundKind.GENERAL));
    FundList.Filter central = new FundList.Filter(YEAR, Optional.empty(), Optional.of(FundLevel.CENTRAL), number);
    assertThat(as(DESK, () -> list.page(central, 0, 10))).hasSize(1);
    assertThat(as(DESK, () -> list.totals(central)).documents()).isEqualTo(1);
    assertThat(as(DESK, () -> list.page(new FundList.Filter(YEAR, Optional.empty(), Optional.of(FundLevel.OWN), number), 0, 10))).isEmpty();
  }

  @Test
  void whoHasNothingToDoWithTransfersSeesNone() {
    UUID own = funds.received(ARTUX_DESK, funds.sent().document());
    for (Scope stranger : List.of(Kizilsu.systemAdministrator(ARTUX), Kizilsu.auditAdministrator(ARTUX), CLERK)) {
      assertThatThrownBy(() -> funds.seen(stranger, own)).as(stranger.caller().name()).isInstanceOf(NoSuchFormException.class);
      assertThatThrownBy(() -> as(stranger, () -> inbox.page(0, 10))).isInstanceOf(NoSuchFormException.class);
      assertThatThrownBy(() -> as(stranger, () -> reports.executions(YEAR))).isInstanceOf(NoSuchFormException.class);
    }
    assertThatThrownBy(() -> does(CLERK, () -> decisions.send(own, 1))).isInstanceOf(NoSuchFormException.class);
    funds.seen(Kizilsu.auditor(ARTUX), own);
    assertThat(TrailRows.columns(ARTUX, "username, act", "subject = ? and username = '审计员'", "FUND_DOCUMENT/" + own)).containsExactly("审计员|READ");
  }

  @Test
  void everyDecisionAndEveryRefusalIsOnTheRecord() {
    Split split = funds.split("600", "399");
    assertRefused(() -> does(LEADER, () -> decisions.send(split.document(), funds.version(LEADER, split.document()))), "transfer-quantities-differ");
    funds.type(DESK, split.document(), FundCells.target(split.akto(), split.indicator()), "400");
    funds.sends(LEADER, split.document());
    assertThat(TrailRows.columns(PREFECTURE, "username, act, outcome, before, after, note", "subject = ? and act in ('BEGIN', 'DECIDE')", "FUND_DOCUMENT/" + split.document()))
        .containsExactly("州绩效科|BEGIN|DONE|DRAFT|DRAFT|ENTER", "州局领导|DECIDE|REFUSED|||transfer-quantities-differ", "州局领导|DECIDE|DONE|DRAFT|SENT|SEND");
    assertThat(TrailRows.of(PREFECTURE, "FUND_DOCUMENT/" + split.document() + "/target/" + split.akto()))
        .endsWith("CHANGE|DONE|399|400|");
    assertThat(Owner.asked("select count(*) from j_653000.audit_entry where act = 'BYPASS' and after like '%' || ? || '%'", split.document().toString())).isEqualTo("0");
  }

  @Test
  void theExecutionOfAYearSaysHowFarMoneyAndGoalsHaveCome() {
    Split split = funds.sent();
    funds.received(ARTUX_DESK, split.document());
    TransferReports.Execution execution = as(DESK, () -> reports.executions(YEAR)).stream().filter(one -> one.id().equals(split.document())).findFirst().orElseThrow();
    assertThat(execution.sent()).isEqualTo(Money.ofWan("100"));
    assertThat(execution.rate().orElseThrow().toString()).isEqualTo("100.00%");
    assertThat(execution.confirmed() + "/" + execution.counties()).isEqualTo("1/2");
    assertThat(execution.standing() + "/" + execution.mains()).isEqualTo("1/1");
    assertThat(as(ARTUX_DESK, work::mine)).extracting(WorkItem::formType).contains(FundDocuments.SUBJECT);
    UUID other = funds.sent().document();
    assertThat(as(AKTO_DESK, work::mine)).filteredOn(item -> item.formType().equals(FundWork.LETTER)).isNotEmpty();
    funds.received(AKTO_DESK, other);
    funds.received(AKTO_DESK, split.document());
  }

  /** Sets a parameter of the county for the year of these tests, for as long as something is done. */
  private static void with(String key, String value, Runnable act) {
    UUID id = UUID.randomUUID();
    Owner.told("insert into j_653001.parameter (id, key, fiscal_year, value, author, reason, effective) values (?, ?, ?, ?, '绩效办', '本级规定', '2020-01-01')",
        id, key, YEAR, value);
    try {
      act.run();
    } finally {
      Owner.told("delete from j_653001.parameter where id = ?", id);
    }
  }

  @Test
  void aSentDocumentKeepsTheParametersItWasJudgedWith() {
    UUID own = funds.received(ARTUX_DESK, funds.sent().document());
    UUID line = funds.brokenDown(own, Part.ofUnit(SCHOOL));
    UUID indicator = funds.seen(ARTUX_DESK, own).indicators().getFirst().id();
    funds.type(ARTUX_DESK, own, FundCells.target(line, indicator), "601");
    assertRefused(() -> funds.sends(ARTUX_LEADER, own), "transfer-quantities-differ");
    with("transfer.allow_over", "true", () -> {
      funds.type(ARTUX_DESK, own, FundCells.OVER_NOTE, "统筹本级财力多建一亩");
      funds.sends(ARTUX_LEADER, own);
    });
    assertThat(funds.seen(ARTUX_DESK, own).overAllowed()).as("it was allowed when it was sent").isTrue();
    assertThat(Owner.asked("select parameters::jsonb -> 'transfer.allow_over' ->> 'value' from j_653001.fund_document where id = ?", own)).isEqualTo("true");
    does(ARTUX_DESK, () -> decisions.adjust(own, funds.version(ARTUX_DESK, own), "重新核对指标"));
    assertThat(funds.seen(ARTUX_DESK, own).overAllowed()).as("broken down anew, it is judged by what is in force").isFalse();
    assertRefused(() -> funds.sends(ARTUX_LEADER, own), "transfer-quantities-differ");
  }

  @Test
  void aLetterNobodyConfirmsIsAskedForWhenItsDayHasComeAndWaitsWithThatDayWhereItCame() {
    UUID id = funds.sent().document();
    LocalDate due = funds.today().plusDays(5);
    assertThat(as(AKTO_DESK, work::mine)).filteredOn(item -> item.title().startsWith(number(id)))
        .extracting(WorkItem::formType, WorkItem::state, WorkItem::due).containsExactly(tuple(FundWork.LETTER, "TO_RECEIVE", Optional.of(due)));
    assertThat(funds.waiting(DESK, id)).as("there is time left").isEmpty();
    Owner.told("insert into j_653000.parameter (id, key, fiscal_year, value, author, reason, effective) values (?, 'transfer.answer_days', ?, '0', '州绩效科', '当日回执', '2020-01-01')",
        UUID.randomUUID(), YEAR);
    try {
      assertThat(as(DESK, work::mine)).filteredOn(item -> item.form().equals(id)).extracting(WorkItem::state, WorkItem::unitName)
          .containsExactlyInAnyOrder(tuple("TO_ASK", ARTUX.name()), tuple("TO_ASK", AKTO.name()));
      assertThat(as(DESK, work::count)).isEqualTo(as(DESK, work::mine).size());
      funds.received(ARTUX_DESK, id);
      assertThat(as(DESK, work::mine)).filteredOn(item -> item.form().equals(id)).extracting(WorkItem::unitName).containsExactly(AKTO.name());
      funds.received(AKTO_DESK, id);
      assertThat(funds.waiting(DESK, id)).isEmpty();
    } finally {
      Owner.told("delete from j_653000.parameter where key = 'transfer.answer_days'");
    }
  }

  private static String number(UUID id) {
    return Owner.asked("select number from j_653000.fund_document where id = ?", id);
  }

  @Test
  void whoMayNotSeeTheListTakesNothingOutAndNothingIsOnRecordAsTakenOut() {
    FundList.Filter all = new FundList.Filter(YEAR, Optional.empty(), "");
    String name = "资金文件" + UUID.randomUUID();
    assertThatThrownBy(() -> does(Kizilsu.systemAdministrator(ARTUX), () -> exported(all, name))).isInstanceOf(NoSuchFormException.class);
    assertThat(Owner.asked("select count(*) from j_653001.audit_entry where subject = 'FUND_DOCUMENT/list' and title = ? and outcome = 'DONE'", name)).isEqualTo("0");
    does(ARTUX_DESK, () -> exported(all, name));
    assertThat(Owner.asked("select count(*) from j_653001.audit_entry where subject = 'FUND_DOCUMENT/list' and title = ? and outcome = 'DONE'", name)).isEqualTo("1");
  }

  private void exported(FundList.Filter filter, String name) {
    try {
      list.export(filter, name, List.of("文号"), line -> List.of(line.number()), new ByteArrayOutputStream());
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  @Test
  void aPackageForTheRegionHasEveryPartWithItsGoalsAndSaysWhatItDoesNotKnow() throws IOException {
    Split split = funds.sent();
    String number = number(split.document());
    Map<String, byte[]> files = unpacked();
    JsonObject goal = rows(files, "PM_PERF_GOAL_INFO.json").stream().filter(row -> row.getString("kpi_per_id").equals(split.artux().toString())).findFirst().orElseThrow();
    assertThat(goal.getString("version_name")).isEqualTo(number);
    assertThat(goal.getString("sub_mof_div_code")).isEqualTo("653001");
    assertThat(goal.getString("kpi_target")).as("a part goes with the goal of the region").isEqualTo("全州建成高标准农田 1000 亩");
    assertThat(goal.getString("create_time")).isEqualTo(Owner.asked("select to_char(at at time zone 'Asia/Shanghai', 'YYYYMMDDHH24MISSMS') "
        + "from j_653000.fund_step where document = ? and act = 'ENTER'", split.document()));
    assertThat(goal.getString("update_time")).matches("[0-9]{17}");
    assertThat(goal.getString("is_deleted")).isEqualTo("2");
    assertThat(goal.getString("fin_perf_code")).as("no dictionary: there, and empty").isEmpty();
    assertThat(rows(files, "PM_PERF_INDICATOR.json")).filteredOn(row -> row.getString("kpi_per_id").equals(split.akto().toString()))
        .extracting(row -> row.getString("lv3_perf_ind_name") + row.getString("kpi_val")).containsExactly("新建高标准农田面积≥400亩");
    JsonObject manifest = Json.createReader(new ByteArrayInputStream(files.get("manifest.json"))).readObject();
    assertThat(manifest.getJsonArray("statements").toString()).contains("技术标准 V2.0 原文和自治区接口文件未取得");
    manifest.getJsonArray("files").getValuesAs(JsonObject.class).forEach(file -> assertThat(file.getString("sha256")).as(file.getString("name"))
        .isEqualTo(new Letter.File("", "", files.get(file.getString("name"))).sha256()));
    assertThat(manifest.getJsonArray("files").getValuesAs(JsonObject.class)).filteredOn(file -> file.containsKey("rows"))
        .allSatisfy(file -> assertThat(file.getInt("rows")).isEqualTo(rows(files, file.getString("name")).size()));

    does(DESK, () -> decisions.adjust(split.document(), funds.version(DESK, split.document()), "自治区调整目标"));
    funds.type(DESK, split.document(), FundCells.REGIONAL, "还没有下达的目标");
    Map<String, byte[]> adjusting = unpacked();
    assertThat(rows(adjusting, "PM_PERF_GOAL_INFO.json")).as("what is typed anew has not been sent").noneMatch(row -> row.getString("version_name").equals(number));
    JsonObject saysSo = Json.createReader(new ByteArrayInputStream(adjusting.get("manifest.json"))).readObject();
    assertThat(saysSo.getJsonObject("reconciliation").getJsonArray("leftOut").toString()).contains(number);
    assertThat(saysSo.getJsonArray("statements").toString()).contains("正在调整").contains(number);

    does(LEADER, () -> decisions.withdraw(split.document(), funds.version(LEADER, split.document()), "自治区收回该项资金"));
    assertThat(rows(unpacked(), "PM_PERF_GOAL_INFO.json")).filteredOn(row -> row.getString("version_name").equals(number))
        .extracting(row -> row.getString("is_deleted")).containsExactly("1", "1");
    assertThatThrownBy(() -> as(CLERK, () -> {
      region.write(YEAR, "包", new ByteArrayOutputStream());
      return true;
    })).isInstanceOf(NoSuchFormException.class);
    funds.received(ARTUX_DESK, split.document());
    funds.received(AKTO_DESK, split.document());
  }

  private Map<String, byte[]> unpacked() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    as(DESK, () -> {
      region.write(YEAR, "自治区格式", out);
      return true;
    });
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static List<JsonObject> rows(Map<String, byte[]> files, String name) {
    return Json.createReader(new ByteArrayInputStream(files.get(name))).readArray().getValuesAs(JsonObject.class);
  }
}
