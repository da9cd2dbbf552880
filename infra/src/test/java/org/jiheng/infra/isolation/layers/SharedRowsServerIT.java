package org.jiheng.infra.isolation.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.COUNTIES_ELSEWHERE;
import static org.jiheng.infra.server.Kizilsu.ELSEWHERE;
import static org.jiheng.infra.server.Kizilsu.performanceOffice;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.engagement.Expert;
import org.jiheng.app.engagement.Experts;
import org.jiheng.app.engagement.Firm;
import org.jiheng.app.engagement.Firms;
import org.jiheng.app.parameter.ParameterChange;
import org.jiheng.app.parameter.ParameterDesk;
import org.jiheng.app.parameter.ParameterLevel;
import org.jiheng.app.parameter.ParameterSet.Origin;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.rollup.CountyFigures;
import org.jiheng.app.rollup.Rollups;
import org.jiheng.app.selfevaluation.SelfEvaluationList;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.infra.server.Contracts;
import org.jiheng.infra.server.Forms;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.Waiting;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.infra.server.Work;
import org.jiheng.tenants.exchange.Envelope;
import org.jiheng.tenants.exchange.Exchange;
import org.jiheng.tenants.exchange.Letter;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tables that jurisdictions share are kept apart by policies of the database, and what people from outside see by views. With each of
 * them switched off the application still gives nothing of somebody else's away: each test shows first that the layer is gone.
 */
class SharedRowsServerIT extends WholeProduct {

  private static final List<String> SHARED = List.of("exchange.envelope", "exchange.enclosure", "platform.firm", "platform.firm_person",
      "platform.lead_evaluator", "platform.firm_mark", "platform.expert", "platform.parameter_template", "rollup.self_evaluation");
  private static final String WINDOWS = "j_653001_guest.project_window";
  private static final Scope PREFECTURE_ELSEWHERE = Kizilsu.person(ELSEWHERE, "他州绩效科", "", Role.PREFECTURE_OVERSIGHT);
  private static final String REASON = "分层核验用,用后即删";
  private static final String CUT = "grade.cut";

  /** A year parameters may be set for, and that no other test sets any for. */
  private static final int TEMPLATE_YEAR = 2091;

  @Inject
  private Exchange exchange;

  @Inject
  private Firms firms;

  @Inject
  private Experts experts;

  @Inject
  private ParameterDesk parameters;

  @Inject
  private Rollups rollups;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private SelfEvaluationList list;

  @Inject
  private Projects projects;

  @Inject
  private Contracts contracts;

  @Inject
  private Forms forms;

  @Inject
  private Work work;

  private final int year = Forms.aYearOfItsOwn();
  private String windows;

  @BeforeEach
  void asTheyAre() {
    windows = Owner.asked("select pg_get_viewdef(?::regclass)", WINDOWS);
  }

  private static void policies(String how) {
    SHARED.forEach(table -> Owner.told("alter table " + table + " " + how + " row level security"));
  }

  @AfterEach
  void theLayersAreAsTheyWere() {
    policies("enable");
    Owner.told("create or replace view " + WINDOWS + " with (security_barrier) as " + windows);
    Owner.told("delete from platform.parameter_template where reason = ?", REASON);
  }

  /** What a query that forgets every condition is answered. */
  private long counted(Scope person, String rows) {
    return ((Number) as(person, () -> work.asked("select count(*) from " + rows))).longValue();
  }

  private Envelope sent(Jurisdiction receiver, String subject) {
    return as(Kizilsu.oversight(), () -> exchange.send(new Letter("LAYER_NOTICE", receiver.code(), UUID.randomUUID().toString(), subject, "函", 1, "{}",
        Optional.empty(), List.of(new Letter.File("附件.pdf", "application/pdf", Contracts.PDF)))));
  }

  @Test
  void lettersOfOthersAreNotReadWhereTheirPoliciesAreGone() {
    String subject = "LAYER/" + UUID.randomUUID();
    Envelope theirs = sent(ARTUX, subject);
    Envelope ours = sent(AKTO, subject);
    String foreign = "exchange.envelope where id = '" + theirs.id() + "'";
    Scope office = performanceOffice(AKTO);
    assertThat(counted(office, foreign)).isZero();
    policies("disable");
    assertThat(counted(office, foreign)).as("the layer is gone").isOne();
    assertThat(as(office, () -> exchange.find(theirs.id()))).isEmpty();
    assertThat(as(office, () -> exchange.file(theirs.id(), 1))).isEmpty();
    assertThat(as(office, () -> exchange.about(subject))).extracting(Envelope::id).containsExactly(ours.id());
    assertThat(as(office, () -> exchange.inbox(List.of("LAYER_NOTICE"), 0, 1000))).extracting(Envelope::id).contains(ours.id()).doesNotContain(theirs.id());
    as(performanceOffice(ARTUX), () -> exchange.receive(theirs.id()));
    assertThat(as(office, () -> exchange.receiptOf(theirs.id()))).isEmpty();
    assertThat(as(office, () -> exchange.receiptsOf(List.of(theirs.id())))).isEmpty();
    assertThatThrownBy(() -> as(office, () -> exchange.receive(theirs.id()))).hasStackTraceContaining("not received");
    assertThat(as(office, () -> exchange.file(ours.id(), 1))).isPresent();
    as(office, () -> exchange.receive(ours.id()));
  }

  @Test
  void registersOfAnotherPrefectureAreNotReadWhereTheirPoliciesAreGone() {
    Contracts.Company company = contracts.company();
    String username = Contracts.usernameOf(Contracts.account());
    UUID expert = as(Kizilsu.oversight(), () -> experts.enter(username, new Expert.Entry("某大学", "教授", "财政", "高级", "0908-4220000", "", Expert.State.ACTIVE)));
    policies("disable");
    for (Scope foreign : List.of(PREFECTURE_ELSEWHERE, performanceOffice(COUNTIES_ELSEWHERE.getFirst()))) {
      assertThat(counted(foreign, "platform.firm where id = '" + company.firm() + "'")).as("the layer is gone").isOne();
      assertThat(as(foreign, firms::all)).extracting(Firm::id).doesNotContain(company.firm());
      assertThat(as(foreign, () -> firms.page(company.code().text(), 0, 10))).isEmpty();
      assertThatThrownBy(() -> as(foreign, () -> firms.open(company.firm()))).isInstanceOf(NoSuchFormException.class);
      assertThat(as(foreign, experts::all)).extracting(Expert::id).doesNotContain(expert);
    }
    assertThat(as(performanceOffice(ARTUX), firms::all)).extracting(Firm::id).contains(company.firm());
    assertThat(as(performanceOffice(ARTUX), experts::all)).extracting(Expert::id).contains(expert);
  }

  @Test
  void anotherPrefecturesTemplateDoesNotHoldWhereItsPolicyIsGone() {
    ParameterChange template = new ParameterChange(ParameterLevel.TEMPLATE, CUT, Optional.of(TEMPLATE_YEAR), "91/81/61", Optional.of(Contracts.TODAY), REASON);
    assertThat(as(Kizilsu.oversight(), () -> parameters.set(template, List.of()))).isEmpty();
    policies("disable");
    Scope elsewhere = performanceOffice(COUNTIES_ELSEWHERE.getFirst());
    assertThat(counted(elsewhere, "platform.parameter_template where reason = '" + REASON + "'")).as("the layer is gone").isOne();
    assertThat(as(elsewhere, () -> parameters.open(ParameterLevel.OWN, TEMPLATE_YEAR, CUT)).orElseThrow().line().origin()).isEqualTo(Origin.PLATFORM);
    assertThat(as(performanceOffice(AKTO), () -> parameters.open(ParameterLevel.OWN, TEMPLATE_YEAR, CUT)).orElseThrow().line().origin()).isEqualTo(Origin.TEMPLATE_YEAR);
  }

  @Test
  void figuresOfAnotherPrefectureAreNotShownWhereTheirPolicyIsGone() {
    forms.at(FormState.APPROVED, ARTUX, year);
    String figures = "rollup.self_evaluation where jurisdiction = '653001' and fiscal_year = " + year;
    Waiting.until("the county's figures are computed", Duration.ofSeconds(60), () -> Owner.asked("select count(*) from " + figures).equals("1"));
    assertThat(counted(PREFECTURE_ELSEWHERE, figures)).isZero();
    policies("disable");
    assertThat(counted(PREFECTURE_ELSEWHERE, figures)).as("the layer is gone").isOne();
    assertThat(as(PREFECTURE_ELSEWHERE, () -> rollups.selfEvaluations(year))).extracting(CountyFigures::code)
        .containsExactlyElementsOf(COUNTIES_ELSEWHERE.stream().map(one -> one.code().value()).toList());
    assertThat(as(PREFECTURE_ELSEWHERE, () -> rollups.selfEvaluations(year))).allMatch(one -> one.forms() == 0);
    assertThatThrownBy(() -> as(performanceOffice(AKTO), () -> rollups.selfEvaluations(year))).isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void somebodyFromOutsideSeesNoOthersFormsWhereTheViewShowsAllWindows() {
    UUID ours = forms.at(FormState.APPROVED, ARTUX, year);
    UUID theirs = forms.at(FormState.APPROVED, ARTUX, year);
    Contracts.Company company = contracts.company();
    contracts.open(ARTUX, company, Contracts.projectOf(ours));
    contracts.open(ARTUX, contracts.company(), Contracts.projectOf(theirs));
    Scope guest = contracts.scope(company.person(), ARTUX);
    String foreign = "tenant__.review where id = '" + theirs + "'";
    assertThat(counted(guest, foreign)).isZero();
    Owner.told("create or replace view " + WINDOWS + " with (security_barrier) as select * from j_653001.project_window");
    assertThat(counted(guest, foreign)).as("the layer is gone").isOne();
    assertThatThrownBy(() -> as(guest, () -> selfEvaluations.open(theirs))).isInstanceOf(NoSuchFormException.class);
    assertThat(as(guest, () -> list.page(Forms.all(year), 0, 100))).extracting(SelfEvaluationList.Line::id).containsExactly(ours);
    assertThat(as(guest, () -> projects.ofYear(year))).isEmpty();
  }
}
