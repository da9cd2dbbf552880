package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Funds.AKTO_DESK;
import static org.jiheng.infra.server.Funds.ARTUX_DESK;
import static org.jiheng.infra.server.Funds.ARTUX_LEADER;
import static org.jiheng.infra.server.Funds.DESK;
import static org.jiheng.infra.server.Funds.YEAR;
import static org.jiheng.infra.server.Kizilsu.SCHOOL;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.common.Money;
import org.jiheng.app.transfer.FundDecisions;
import org.jiheng.app.transfer.FundExecutions;
import org.jiheng.app.transfer.FundKind;
import org.jiheng.app.transfer.FundLine;
import org.jiheng.app.transfer.FundWork;
import org.jiheng.app.transfer.FundsReachedProject;
import org.jiheng.app.transfer.Part;
import org.jiheng.app.transfer.TransferReports;
import org.junit.jupiter.api.Test;

/** What transfers cost in statements: as many for many documents, letters and parts as for one, but for what is written of each. */
class TransferStatementsServerIT extends WholeProduct {

  private static final int MANY = 10;

  @Inject
  private Funds funds;

  @Inject
  private FundDecisions decisions;

  @Inject
  private FundExecutions executions;

  @Inject
  private TransferReports reports;

  @Inject
  private WorkList work;

  @Inject
  private FundWork fundWork;

  @Inject
  private Statements statements;

  /** Letters nobody below has confirmed, each of them late by now. */
  private void unanswered(int howMany, Runnable act) {
    Owner.told("insert into j_653000.parameter (id, key, fiscal_year, value, author, reason, effective) values (?, 'transfer.answer_days', ?, '0', '州绩效科', '当日回执', '2020-01-01')",
        UUID.randomUUID(), YEAR);
    List<UUID> sent = new ArrayList<>();
    try {
      for (int i = 0; i < howMany; i++) {
        sent.add(funds.sent().document());
      }
      act.run();
    } finally {
      Owner.told("delete from j_653000.parameter where key = 'transfer.answer_days'");
      sent.forEach(id -> {
        funds.received(ARTUX_DESK, id);
        funds.received(AKTO_DESK, id);
      });
    }
  }

  @Test
  void theHomePageOfThePrefectureHoweverManyLettersAreUnanswered() {
    List<Long> home = new ArrayList<>();
    List<Long> count = new ArrayList<>();
    for (int letters : List.of(1, MANY)) {
      unanswered(letters, () -> {
        home.add(statements.of(DESK, () -> {
          work.mine();
          work.count();
        }));
        count.add(statements.of(DESK, fundWork::count));
        assertThat(as(DESK, work::mine)).filteredOn(item -> item.state().equals("TO_ASK")).hasSizeGreaterThanOrEqualTo(2 * letters);
        assertThat(as(DESK, work::count)).as("what is counted is what is listed").isEqualTo(as(DESK, work::mine).size());
      });
    }
    assertThat(home.getLast()).isEqualTo(home.getFirst());
    assertThat(count.getLast()).isEqualTo(count.getFirst());
  }

  @Test
  void countingUnansweredLettersReadsNoneOfThem() {
    unanswered(1, () -> {
      String whole = "select coalesce(sum(calls), 0) from pg_stat_statements s join pg_roles r on r.oid = s.userid "
          + "where r.rolname = 'j_653000' and s.query ilike '%exchange.envelope%' and s.query ilike '%digest%'";
      String before = Owner.asked(whole);
      as(DESK, fundWork::count);
      assertThat(Owner.asked(whole)).isEqualTo(before);
      as(DESK, work::mine);
      assertThat(Owner.asked(whole)).as("the list reads them").isNotEqualTo(before);
    });
  }

  @Test
  void theExecutionOfAYearHoweverManyDocumentsItHas() {
    funds.received(ARTUX_DESK, funds.sent().document());
    long few = statements.of(DESK, () -> reports.executions(YEAR));
    for (int i = 0; i < MANY; i++) {
      funds.received(ARTUX_DESK, funds.sent().document());
    }
    assertThat(statements.of(DESK, () -> assertThat(reports.executions(YEAR)).hasSizeGreaterThan(MANY))).isEqualTo(few);
  }

  /** A withdrawn document that had gone down to this many projects. */
  private UUID withdrawn(int parts) {
    UUID id = funds.entered(ARTUX_DESK, FundKind.GENERAL);
    String each = new BigDecimal(100).divide(new BigDecimal(parts)).toPlainString();
    for (int i = 0; i < parts; i++) {
      funds.part(ARTUX_DESK, id, Part.ofProject(SCHOOL, Funds.openProject(YEAR)), each);
    }
    funds.sends(ARTUX_LEADER, id);
    does(ARTUX_LEADER, () -> decisions.withdraw(id, funds.version(ARTUX_LEADER, id), "自治区收回该项资金"));
    return id;
  }

  private long takingBack(UUID id) {
    int seen = funds.version(ARTUX_LEADER, id);
    long cost = statements.of(ARTUX_LEADER, () -> decisions.takeBack(id, seen, "按上级通知收回"));
    assertThat(funds.seen(ARTUX_LEADER, id).lines()).extracting(FundLine::left).containsOnly(Money.ZERO);
    return cost;
  }

  /** Projects, their money, what was paid and what was reached are asked for together. */
  @Test
  void theExecutionOfADocumentHoweverManyPartsItHas() {
    UUID few = funds.toProject(YEAR, Funds.openProject(YEAR), "12");
    funds.sends(ARTUX_LEADER, few);
    UUID many = withdrawn(MANY);
    long one = statements.of(ARTUX_DESK, () -> executions.open(few));
    assertThat(statements.of(ARTUX_DESK, () -> assertThat(executions.open(many).lines()).hasSize(MANY))).isEqualTo(one);
  }

  private long booking(int lines) {
    List<FundsReachedProject> movements = IntStream.range(0, lines).mapToObj(_ -> new FundsReachedProject(UUID.randomUUID(), Funds.openProject(YEAR), YEAR,
        Money.ofWan("7"), "新财农〔2031〕7号", "农田建设补助资金", funds.today())).toList();
    return statements.of(ARTUX_LEADER, () -> movements.forEach(funds::tells));
  }

  /** A part more is a counter-line more, and itself written: nothing is asked for it alone. */
  @Test
  void takingBackHoweverManyPartsThereAre() {
    long booking = booking(2) - booking(1);
    long one = takingBack(withdrawn(1));
    long many = takingBack(withdrawn(MANY));
    assertThat(many - one).isLessThanOrEqualTo((MANY - 1) * (booking + 1));
  }
}
