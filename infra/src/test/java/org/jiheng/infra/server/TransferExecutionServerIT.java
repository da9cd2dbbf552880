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
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.transfer.FundCells;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundExecution;
import org.jiheng.app.transfer.FundExecutions;
import org.jiheng.app.transfer.FundKind;
import org.jiheng.app.transfer.FundStep;
import org.jiheng.app.transfer.Part;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** How a transfer is carried out: figures from where they are known, what is missing said, and no report without them (S11, DOMAIN 7.4). */
class TransferExecutionServerIT extends WholeProduct {

  @Inject
  private Funds funds;

  @Inject
  private Forms forms;

  @Inject
  private FundDocuments documents;

  @Inject
  private Statements statements;

  @Inject
  private FundExecutions executions;

  private static final String PUPILS = "受资助学生人数";

  private FundExecution seen(Scope person, UUID id) {
    return as(person, () -> executions.open(id));
  }

  private static FundExecution.Line line(FundExecution execution, UUID part) {
    return execution.lines().stream().filter(one -> one.id().equals(part)).findFirst().orElseThrow();
  }

  private static List<String> missing(FundExecution.Line line) {
    return line.missing().stream().map(Problem::code).toList();
  }

  /** What the prefecture handed down, and what the county made of it: 40 万元 to a project that evaluated itself, 20 万元 to the hospital. */
  private record Down(UUID above, UUID artux, UUID akto, UUID own, UUID project, UUID school, UUID hospital) {}

  private Down down() {
    UUID evaluation = forms.at(FormState.APPROVED, ARTUX, YEAR);
    UUID project = UUID.fromString(Owner.asked("select project::text from j_653001.review where id = ?", evaluation));
    Owner.told("update j_653001.project set category = 'PERSONNEL' where id = ?", project);
    Forms.confirmed(ARTUX, project);
    UUID above = funds.entered(FundKind.EARMARKED);
    funds.type(DESK, above, FundCells.OVERALL, "资助困难学生");
    funds.type(DESK, above, FundCells.REGIONAL, "全州资助学生 1000 人");
    UUID pupils = funds.indicator(DESK, above, PUPILS, "≥1000人");
    UUID artux = funds.part(DESK, above, Part.ofCounty("653001"), "60");
    UUID akto = funds.part(DESK, above, Part.ofCounty("653022"), "40");
    funds.type(DESK, above, FundCells.target(artux, pupils), "735");
    funds.type(DESK, above, FundCells.target(akto, pupils), "265");
    funds.sends(LEADER, above);
    UUID own = funds.received(ARTUX_DESK, above);
    funds.received(AKTO_DESK, above);
    UUID indicator = funds.seen(ARTUX_DESK, own).indicators().getFirst().id();
    UUID school = funds.part(ARTUX_DESK, own, Part.ofProject(SCHOOL, project), "40");
    UUID hospital = funds.part(ARTUX_DESK, own, Part.ofUnit(HOSPITAL), "20");
    funds.type(ARTUX_DESK, own, FundCells.target(school, indicator), "700");
    funds.type(ARTUX_DESK, own, FundCells.target(hospital, indicator), "35");
    assertThat(seen(ARTUX_DESK, own).lines()).as("nothing has gone down").isEmpty();
    assertRefused(() -> does(ARTUX_DESK, () -> executions.report(own, 0)), "execution-not-sent");
    funds.sends(ARTUX_LEADER, own);
    return new Down(above, artux, akto, own, project, school, hospital);
  }

  @Test
  void whatIsKnownIsTakenWhereItIsWhatIsNotIsSaidAndAReportWithoutFiguresIsRefused() {
    Down down = down();
    FundExecution execution = seen(ARTUX_DESK, down.own());
    FundExecution.Line school = line(execution, down.school());
    assertThat(school.paid()).contains(Money.ofWan("38"));
    assertThat(school.origin()).isEqualTo(FundExecution.Origin.SELF_EVALUATION);
    assertThat(school.rate().orElseThrow().toString()).isEqualTo("95.00%");
    assertThat(school.reached()).extracting(FundExecution.Reached::actual, one -> one.completion().orElseThrow().toString()).containsExactly(tuple("735", "105.00%"));
    assertThat(missing(school)).isEmpty();
    FundExecution.Line hospital = line(execution, down.hospital());
    assertThat(hospital.paid()).isEmpty();
    assertThat(missing(hospital)).containsExactly("carried-out.not-registered", "carried-out.no-actual");
    assertThat(execution.paid()).as("of one part nobody knows").isEmpty();
    assertRefused(() -> does(ARTUX_DESK, () -> executions.report(down.own(), 0)), "execution-figures-missing");

    assertRefused(() -> pays(down, down.school(), "38", "支付凭证 12 号"), "execution-figure-is-there");
    assertRefused(() -> pays(down, down.hospital(), "20.01", "支付凭证 12 号"), "execution-paid-above");
    assertRefused(() -> pays(down, down.hospital(), "15", "凭证"), "transfer-says-why");
    pays(down, down.hospital(), "14", "支付凭证 12 号");
    pays(down, down.hospital(), "15", "支付凭证 12、13 号");
    execution = seen(ARTUX_DESK, down.own());
    assertThat(line(execution, down.hospital()).basis()).as("the latest counts").isEqualTo("支付凭证 12、13 号");
    assertThat(execution.paid()).contains(Money.ofWan("53"));
    assertThat(execution.rate().orElseThrow().toString()).isEqualTo("88.33%");
    assertThatThrownBy(() -> seen(CLERK, down.own())).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> does(ARTUX_LEADER, () -> executions.report(down.own(), 0))).as("the desk reports").isInstanceOf(NoSuchFormException.class);
  }

  /** Sent down to so many projects that evaluated themselves. */
  private UUID sentTo(int schools) {
    UUID above = funds.entered(FundKind.EARMARKED);
    funds.type(DESK, above, FundCells.OVERALL, "资助困难学生");
    funds.type(DESK, above, FundCells.REGIONAL, "全州资助学生 60 人");
    UUID pupils = funds.indicator(DESK, above, PUPILS, "≥60人");
    UUID artux = funds.part(DESK, above, Part.ofCounty("653001"), "100");
    funds.type(DESK, above, FundCells.target(artux, pupils), "60");
    funds.sends(LEADER, above);
    UUID own = funds.received(ARTUX_DESK, above);
    UUID indicator = funds.seen(ARTUX_DESK, own).indicators().getFirst().id();
    for (int i = 0; i < schools; i++) {
      UUID evaluation = forms.at(FormState.APPROVED, ARTUX, YEAR);
      UUID project = UUID.fromString(Owner.asked("select project::text from j_653001.review where id = ?", evaluation));
      Owner.told("update j_653001.project set category = 'PERSONNEL' where id = ?", project);
      Forms.confirmed(ARTUX, project);
      UUID part = funds.part(ARTUX_DESK, own, Part.ofProject(SCHOOL, project), String.valueOf(100 / schools));
      funds.type(ARTUX_DESK, own, FundCells.target(part, indicator), String.valueOf(60 / schools));
    }
    funds.sends(ARTUX_LEADER, own);
    return own;
  }

  /** What its projects reached and paid is asked once for all of them. */
  @Test
  void theExecutionOfATransferCostsNoMoreStatementsForManyProjectsThanForOne() {
    UUID one = sentTo(1);
    UUID many = sentTo(5);
    long forOne = statements.of(ARTUX_DESK, () -> assertThat(executions.open(one).lines()).hasSize(1));
    assertThat(statements.of(ARTUX_DESK, () -> assertThat(executions.open(many).lines()).hasSize(5)
        .allSatisfy(line -> assertThat(line.reached()).extracting(FundExecution.Reached::actual).containsExactly("735")))).isEqualTo(forOne);
  }

  private void pays(Down down, UUID part, String wan, String basis) {
    does(ARTUX_DESK, () -> executions.register(down.own(), part, Money.ofWan(wan), basis));
  }

  @Test
  void aCountysReportIsKeptAndReachesThePrefectureWhereItsPartHasItsFigures() {
    Down down = down();
    pays(down, down.hospital(), "15", "支付凭证 12 号");
    does(ARTUX_DESK, () -> executions.report(down.own(), 0));
    assertRefused(() -> does(ARTUX_DESK, () -> executions.report(down.own(), 0)), "transfer-changed-meanwhile");
    assertThat(seen(ARTUX_DESK, down.own()).reports()).singleElement().satisfies(report -> {
      assertThat(report.content().getString("paid")).isEqualTo("530000.00");
      assertThat(report.content().getString("rate")).isEqualTo("88.33%");
      assertThat(report.content().getJsonArray("parts")).hasSize(2);
    });
    assertThat(funds.seen(ARTUX_DESK, down.own()).steps().getLast().act()).isEqualTo(FundStep.Act.REPORT);

    FundExecution above = seen(DESK, down.above());
    assertThat(line(above, down.artux()).paid()).contains(Money.ofWan("53"));
    assertThat(line(above, down.artux()).origin()).isEqualTo(FundExecution.Origin.COUNTY);
    assertThat(missing(line(above, down.artux()))).as("the hospital has not said what it reached, so nobody knows for the county").containsExactly("carried-out.no-actual");
    assertThat(missing(line(above, down.akto()))).containsExactly("carried-out.county-not-reported", "carried-out.no-actual");
    assertRefused(() -> does(DESK, () -> executions.report(down.above(), 0)), "execution-figures-missing");
    assertRefused(() -> does(DESK, () -> executions.register(down.above(), down.akto(), Money.ofWan("1"), "电话询问")), "execution-county-reports");
    pays(down, down.hospital(), "18", "支付凭证 14 号");
    does(ARTUX_DESK, () -> executions.report(down.own(), 1));
    assertThat(line(seen(DESK, down.above()), down.artux()).paid()).as("the last report counts").contains(Money.ofWan("56"));
    assertThat(seen(AKTO_DESK, funds.received(AKTO_DESK, down.above())).lines()).as("another county hears nothing of it").isEmpty();
  }

  @Test
  void ofAProjectWithOtherMoneyNobodyGuessesWhatWasPaidOfThisDocument() {
    UUID evaluation = forms.at(FormState.APPROVED, ARTUX, YEAR);
    UUID project = UUID.fromString(Owner.asked("select project::text from j_653001.review where id = ?", evaluation));
    Owner.told("update j_653001.project set category = 'PERSONNEL' where id = ?", project);
    Forms.confirmed(ARTUX, project);
    UUID id = funds.toProject(YEAR, project, "12");
    UUID part = funds.seen(ARTUX_DESK, id).lines().getFirst().id();
    funds.sends(ARTUX_LEADER, id);
    FundExecution.Line line = line(seen(ARTUX_DESK, id), part);
    assertThat(line.paid()).isEmpty();
    assertThat(missing(line)).containsExactly("carried-out.several-sources");
    does(ARTUX_DESK, () -> executions.register(id, part, Money.ofWan("11.5"), "国库集中支付明细"));
    assertThat(line(seen(ARTUX_DESK, id), part)).extracting(one -> one.paid().orElseThrow(), FundExecution.Line::origin)
        .containsExactly(Money.ofWan("11.5"), FundExecution.Origin.REGISTERED);
  }
}
