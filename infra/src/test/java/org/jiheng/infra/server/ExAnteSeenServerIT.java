package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.engagement.EngagementReport;
import org.jiheng.app.engagement.Engagements;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.exante.ExAnteConditions;
import org.jiheng.app.exante.ExAnteEvaluations;
import org.jiheng.app.exante.ExAnteForm;
import org.jiheng.app.exante.ExAnteList;
import org.jiheng.app.exante.ExAnteOutsiders;
import org.jiheng.app.goal.GoalList;
import org.jiheng.app.project.FundingLine;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.transfer.FundList;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people from outside and the prefecture see of an ex-ante evaluation, asked of the database itself; and that looks are on record. */
class ExAnteSeenServerIT extends WholeProduct {

  private static final Scope CLERK = Kizilsu.clerk(ARTUX);
  private static final Scope OFFICE = Kizilsu.performanceOffice(ARTUX);

  @Inject
  private ExAnteEvaluations evaluations;

  @Inject
  private ExAnteList list;

  @Inject
  private ExAnteOutsiders outsiders;

  @Inject
  private ExAnteConditions conditions;

  @Inject
  private ExAntes exAntes;

  @Inject
  private GoalForms goals;

  @Inject
  private GoalList goalList;

  @Inject
  private FundList funds;

  @Inject
  private Attachments attachments;

  @Inject
  private Projects projects;

  @Inject
  private Engagements engagements;

  @Inject
  private Contracts contracts;

  @Inject
  private Trail trail;

  @Inject
  private Work work;

  private int year;
  private UUID project;
  private UUID id;

  @BeforeEach
  void anEvaluationWithFinance() {
    year = Forms.aYearOfItsOwn();
    project = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    id = exAntes.withFinance(ARTUX, project, Grade.GOOD);
  }

  private Scope engaged() {
    Contracts.Company company = contracts.company();
    UUID contract = exAntes.contract(ARTUX, company, project);
    does(OFFICE, () -> outsiders.link(id, contract));
    Scope firm = contracts.scope(company.person(), ARTUX);
    does(firm, () -> outsiders.handIn(id, ExAntes.ticked(evaluations.open(id), Grade.GOOD), "总体可行,资金偏高"));
    as(firm, () -> engagements.report(contract, EngagementReport.Kind.FINAL_REPORT, "再评估报告", "", Optional.of("报告.pdf"), Contracts.PDF));
    does(OFFICE, () -> outsiders.accept(id));
    return firm;
  }

  private String told(Scope person, String what) {
    return String.valueOf(as(person, () -> work.asked("select " + what + " from tenant__.review where id = '" + id + "'")));
  }

  @Test
  void theDatabaseTellsNobodyFromOutsideHowFinanceEndedARound() {
    Scope firm = engaged();
    String before = told(firm, "state || ' ' || changed_by");
    assertThat(before).startsWith("FINANCE_SECOND");
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.NOT_SUPPORTED, Money.ZERO));
    assertThat(Owner.asked("select state || ' ' || changed_by from j_653001.review where id = ?", id)).isEqualTo("REJECTED 绩效办");
    assertThat(told(firm, "state || ' ' || changed_by")).isEqualTo("FINANCE_SECOND 填报员甲");
    assertThat(told(firm, "changed_at")).as("when it was sent in, and not when it was ended").isEqualTo(told(firm,
        "(select max(s.at) from tenant__.review_step s where s.review = '" + id + "' and s.move = 'SUBMIT')"));
    ExAnteForm seen = exAntes.seenBy(firm, id);
    assertThat(seen.desk().state()).isEqualTo(FormState.FINANCE_SECOND);
    assertThat(seen.conclusion()).isEmpty();
    ExAnteList.Filter ended = new ExAnteList.Filter(year, Optional.of(FormState.REJECTED), Optional.empty(), Optional.empty(), false, "",
        ExAnteList.Sort.UNIT, true);
    assertThat(as(firm, () -> list.page(ended, 0, 10))).as("nor does a filter").isEmpty();
  }

  /** What nobody has borne out counts as new; people from outside see neither earlier years nor money, and are told what the others are. */
  @Test
  void theyAreToldTheNeedThatTheUnitAndFinanceAreTold() {
    project = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    Owner.told("update j_653001.project set attribute = 'CONTINUING' where id = ?", project);
    id = exAntes.withFinance(ARTUX, project, Grade.GOOD);
    assertThat(exAntes.seenBy(OFFICE, id).need().value()).contains(true);
    Scope firm = engaged();
    assertThat(exAntes.seenBy(firm, id).need()).isEqualTo(exAntes.seenBy(OFFICE, id).need());
  }

  @Test
  void aSupportIsNotToldThemEither() {
    Scope firm = engaged();
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, Money.ofWan("25")));
    assertThat(told(firm, "state")).isEqualTo("FINANCE_SECOND");
    assertThat(exAntes.seenBy(CLERK, id).desk().state()).isEqualTo(FormState.APPROVED);
  }

  /** Past the use case that decides who may look. */
  private Set<UUID> files(Scope person) {
    return as(person, () -> work.inTransaction(_ -> attachments.of(id).keySet()));
  }

  private List<FundingLine> lines(Scope person) {
    return as(person, () -> work.inTransaction(_ -> projects.lines(project)));
  }

  @Test
  void thePrefectureReadsAnApprovedEvaluationAndNoneOfItsFiles() {
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED));
    Scope look = Looking.into(trail, ARTUX);
    assertThat(exAntes.seenBy(look, id).conclusion()).isPresent();
    assertThat(exAntes.seenBy(look, id).sheet().files()).isEmpty();
    assertThat(files(look)).isEmpty();
    assertThat(files(CLERK)).isNotEmpty();
  }

  @Test
  void whatWasMadeConfidentialIsDescribedToThePrefectureNowhere() {
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED));
    Owner.told("insert into j_653001.funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, document, note, person_name, at) "
        + "values (?, ?, ?, ?, 'GENERAL_BUDGET', 'SUPPLEMENT', 1234, '2023-02-01', '阿财预〔2023〕77号', '某处某事', '预算股', now())", UUID.randomUUID(), project,
        project, year);
    Scope look = Looking.into(trail, ARTUX);
    assertThat(lines(look)).extracting(FundingLine::entry).asString().contains("77号", "某处某事");
    Owner.told("update j_653001.project set confidential = true, name = '涉密项目,线下管理', basis = '', content = '', leader = '', phone = '', "
        + "functional_class = '', direct_category = '', upper_document = '', rural = false where id = ?", project);
    assertThat(lines(look)).hasSize(1).extracting(FundingLine::entry).asString()
        .contains("1234.00").doesNotContain("77号", "某处某事");
    assertThatThrownBy(() -> exAntes.seenBy(look, id)).isInstanceOf(NoSuchFormException.class);
    for (String table : List.of("review", "exante_evaluation")) {
      assertThat(as(look, () -> work.asked("select count(*) from tenant__." + table + " where id = '" + id + "'")).toString()).as(table).isEqualTo("0");
    }
    for (String hanging : List.of("exante_entry where evaluation", "exante_conclusion where evaluation", "form_version where review", "review_step where review")) {
      assertThat(as(look, () -> work.asked("select count(*) from tenant__." + hanging + " = '" + id + "'")).toString()).as(hanging).isEqualTo("0");
    }
    assertThat(lines(OFFICE)).extracting(FundingLine::entry).asString().contains("77号");
  }

  private List<String> looks(String subject) {
    return TrailRows.columns(ARTUX, "act", "subject = ? and username = '审计员'", subject);
  }

  @Test
  void anAuditorsLooksAtEvaluationsGoalsAndFundDocumentsAreOnRecord() {
    Scope auditor = Kizilsu.auditor(ARTUX);
    UUID goal = goals.approved(ARTUX, Forms.project(ARTUX, year));
    goals.seenBy(auditor, goal);
    exAntes.seenBy(auditor, id);
    assertThat(looks("EX_ANTE/" + id)).contains("READ");
    assertThat(looks("GOAL/" + goal)).contains("READ");
    int lists = looks("EX_ANTE/list").size();
    as(auditor, () -> list.page(new ExAnteList.Filter(year, Optional.empty(), Optional.empty(), Optional.empty(), false, "", ExAnteList.Sort.UNIT, true), 0, 10));
    assertThat(looks("EX_ANTE/list")).hasSize(lists + 1);
    for (String subject : List.of("EX_ANTE_CONDITION/list", "GOAL/list", "FUND_DOCUMENT/list")) {
      int before = looks(subject).size();
      switch (subject) {
        case "EX_ANTE_CONDITION/list" -> as(auditor, () -> conditions.list(year, false, 0, 10));
        case "GOAL/list" -> as(auditor, () -> goalList.page(new GoalList.Filter(year, Optional.empty(), Optional.empty(), Optional.empty(), false, "",
            GoalList.Sort.UNIT, true), 0, 10));
        default -> as(auditor, () -> funds.page(new FundList.Filter(year, Optional.empty(), ""), 0, 10));
      }
      assertThat(looks(subject)).as(subject).hasSize(before + 1).contains("READ");
    }
    int own = TrailRows.of(ARTUX, "FUND_DOCUMENT/list").size();
    as(OFFICE, () -> funds.page(new FundList.Filter(year, Optional.empty(), ""), 0, 10));
    assertThat(TrailRows.of(ARTUX, "FUND_DOCUMENT/list")).as("whose work it is leaves no trace by looking").hasSize(own);
  }

  @Test
  void aFormThatWasConcludedIsStillNotMovedOnByAnybodyFromOutside() {
    Scope firm = engaged();
    exAntes.conclude(ARTUX, id, ExAntes.concluding(Conclusion.SUPPORTED, ExAntes.ASKED));
    assertThat(exAntes.seenBy(firm, id).may().handIn().orElseThrow().refusal()).hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("exante-sheet-accepted"));
    assertThat(exAntes.seenBy(firm, id).desk().offers()).extracting(Move.Offer::move).isEmpty();
  }
}
