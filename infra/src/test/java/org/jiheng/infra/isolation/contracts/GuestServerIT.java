package org.jiheng.infra.isolation.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Acting.assertRefused;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.common.Grade;
import org.jiheng.app.engagement.EngagementReport;
import org.jiheng.app.engagement.Engagements;
import org.jiheng.app.exante.ExAnteEvaluations;
import org.jiheng.app.exante.ExAnteOutsiders;
import org.jiheng.app.exante.ExAnteReport;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.RecentWork;
import org.jiheng.app.review.Review;
import org.jiheng.app.rollup.Rollups;
import org.jiheng.app.selfevaluation.FormCells;
import org.jiheng.app.selfevaluation.SelfEvaluationExchange;
import org.jiheng.app.selfevaluation.SelfEvaluationList;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.infra.server.Contracts;
import org.jiheng.infra.server.ExAntes;
import org.jiheng.infra.server.Forms;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.infra.server.Work;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** Somebody from outside sees what the contract covers, for as long as it says, and everything of it is on the record. */
class GuestServerIT extends WholeProduct {

  private static final LocalDate TODAY = Contracts.TODAY;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private SelfEvaluationExchange exchange;

  @Inject
  private SelfEvaluationList list;

  @Inject
  private Engagements engagements;

  @Inject
  private Projects projects;

  @Inject
  private WorkList workList;

  @Inject
  private RecentWork recentWork;

  @Inject
  private Rollups rollups;

  @Inject
  private ExAntes exAntes;

  @Inject
  private ExAnteEvaluations evaluations;

  @Inject
  private ExAnteOutsiders outsiders;

  @Inject
  private ExAnteReport report;

  @Inject
  private Forms forms;

  @Inject
  private Contracts contracts;

  @Inject
  private Work work;

  private final int year = Forms.aYearOfItsOwn();

  private List<UUID> listed(Scope person) {
    return as(person, () -> list.page(Forms.all(year), 0, 100)).stream().map(SelfEvaluationList.Line::id).toList();
  }

  private void doesNotExistFor(Scope guest, UUID form) throws IOException {
    assertThatThrownBy(() -> as(guest, () -> selfEvaluations.open(form))).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> as(guest, () -> selfEvaluations.compare(form, 1, 0))).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> as(guest, () -> exchange.template(form))).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> as(guest, () -> selfEvaluations.write(form, List.of(new CellEdit(FormCells.STATEMENT, "", "外人"))))).isInstanceOf(NoSuchFormException.class);
    assertThat(listed(guest)).doesNotContain(form);
    assertThat(forms.exportedBy(guest, year)).doesNotContain(form.toString());
  }

  @Test
  void itSeesTheFormsSentInOfItsProjectsAndNoOther() throws IOException {
    UUID shown = forms.at(FormState.FINANCE_FIRST, ARTUX, year);
    UUID other = forms.at(FormState.APPROVED, ARTUX, year);
    UUID draft = forms.complete(ARTUX, year);
    Contracts.Company company = contracts.company();
    contracts.open(ARTUX, company, Contracts.projectOf(shown), Contracts.projectOf(draft));
    Scope guest = contracts.scope(company.person(), ARTUX);

    assertThat(listed(guest)).containsExactly(shown);
    assertThat(forms.exportedBy(guest, year)).contains(shown.toString());
    assertThat(as(guest, () -> selfEvaluations.open(shown)).result().total().value()).hasToString("Optional[99.50]");
    assertThat(as(guest, () -> list.totals(Forms.all(year))).forms()).isEqualTo(1);
    doesNotExistFor(guest, other);
    doesNotExistFor(guest, draft);
    assertThat(as(guest, () -> projects.find(List.of(Contracts.projectOf(shown), Contracts.projectOf(draft), Contracts.projectOf(other)))).keySet())
        .containsExactlyInAnyOrder(Contracts.projectOf(shown), Contracts.projectOf(draft));
    assertThat(as(guest, () -> projects.ofYear(year))).as("never by a year").isEmpty();
  }

  @Test
  void itOnlyLooks() {
    UUID shown = forms.at(FormState.FINANCE_SECOND, ARTUX, year);
    Contracts.Company company = contracts.company();
    contracts.open(ARTUX, company, Contracts.projectOf(shown));
    Scope guest = contracts.scope(company.person(), ARTUX);
    String before = Forms.whole(shown);
    var seen = as(guest, () -> selfEvaluations.open(shown));
    assertThat(seen.desk().offers()).isEmpty();
    assertThat(seen.desk().mayNote()).isFalse();
    for (Move move : Move.values()) {
      assertRefused(() -> does(guest, () -> selfEvaluations.walk(shown, move, Forms.order(seen))), "move-not-yours");
    }
    assertRefused(() -> as(guest, () -> selfEvaluations.write(shown, List.of(new CellEdit(FormCells.STATEMENT, "", "外人")))), "move-not-yours");
    assertThatThrownBy(() -> as(guest, () -> selfEvaluations.begin(Contracts.projectOf(shown)))).isInstanceOf(NoSuchFormException.class);
    assertThat(as(guest, workList::mine)).isEmpty();
    assertThat(as(guest, recentWork::mine)).isEmpty();
    assertThatThrownBy(() -> as(guest, () -> rollups.selfEvaluations(year))).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> as(guest, () -> rollups.approvedForm(ARTUX.code(), shown, Locale.CHINESE))).isInstanceOf(NoSuchFormException.class);
    assertThat(Forms.whole(shown)).isEqualTo(before);
  }

  @Test
  void aContractThatHasNotBegunOrIsOverLetsNobodyIn() {
    UUID form = forms.at(FormState.APPROVED, ARTUX, year);
    Contracts.Company early = contracts.company();
    contracts.granted(ARTUX, early, TODAY.plusDays(1), TODAY.plusDays(20), Contracts.projectOf(form));
    assertThat(contracts.scopes(early.person())).isEmpty();
    Contracts.Company late = contracts.company();
    UUID over = contracts.open(ARTUX, late, Contracts.projectOf(form));
    Scope before = contracts.scope(late.person(), ARTUX);
    Owner.told("update j_653001.engagement set closes = ?, report_until = ? where id = ?", TODAY.minusDays(1), TODAY.minusDays(1), over);
    Owner.told("update platform.membership set valid_until = ? where engagement = ?", TODAY.minusDays(1), over);
    assertThat(contracts.scopes(late.person())).isEmpty();
    assertThatThrownBy(() -> as(before, () -> engagements.open(over))).as("a page that was open all the time").isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void endedEarlyItSeesNothingEvenInASessionThatIsStillOpen() throws IOException {
    UUID form = forms.at(FormState.APPROVED, ARTUX, year);
    Contracts.Company company = contracts.company();
    UUID id = contracts.open(ARTUX, company, Contracts.projectOf(form));
    Scope session = contracts.scope(company.person(), ARTUX);
    assertThat(listed(session)).containsExactly(form);
    Scope office = Kizilsu.performanceOffice(ARTUX);
    does(office, () -> engagements.end(id, contracts.version(id), "机构违反合同约定"));
    doesNotExistFor(session, form);
    assertThatThrownBy(() -> as(session, () -> engagements.open(id))).isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void inTwoCountiesItIsTwoPeopleWhoNeverSeeBoth() throws IOException {
    UUID here = forms.at(FormState.APPROVED, ARTUX, year);
    UUID there = forms.at(FormState.APPROVED, AKTO, year);
    UUID thereProject = UUID.fromString(Owner.asked("select project from j_653022.self_evaluation where id = ?", there));
    Contracts.Company company = contracts.company();
    UUID inArtux = contracts.open(ARTUX, company, Contracts.projectOf(here));
    UUID inAkto = contracts.open(AKTO, company, thereProject);
    assertThat(contracts.scopes(company.person())).extracting(scope -> scope.jurisdiction().code().value()).containsExactly("653001", "653022");
    Scope artux = contracts.scope(company.person(), ARTUX);
    Scope akto = contracts.scope(company.person(), AKTO);
    assertThat(artux.caller().engagements()).containsExactly(inArtux);
    assertThat(listed(artux)).containsExactly(here);
    assertThat(listed(akto)).containsExactly(there);
    doesNotExistFor(artux, there);
    doesNotExistFor(akto, here);
    assertThatThrownBy(() -> as(artux, () -> engagements.open(inAkto))).isInstanceOf(NoSuchFormException.class);
    assertThat(as(akto, engagements::mine)).extracting(Engagements.Line::id).containsExactly(inAkto);
  }

  /** The second layer alone: a query that forgets every condition of ours. */
  @Test
  void aQueryThatForgetsToAskIsAnsweredByTheDatabaseWithTheContractsProjectsOnly() {
    UUID shown = forms.at(FormState.APPROVED, ARTUX, year);
    forms.at(FormState.APPROVED, ARTUX, year);
    Contracts.Company company = contracts.company();
    contracts.open(ARTUX, company, Contracts.projectOf(shown));
    Scope guest = contracts.scope(company.person(), ARTUX);
    List<Review> found = as(guest, () -> work.inTransaction(database -> database.createQuery("select r from Review r", Review.class).getResultList()));
    assertThat(found).extracting(Review::id).containsExactly(shown);
    assertThatThrownBy(() -> as(guest, () -> work.inTransaction(database -> database.createQuery("update Review r set r.title = 'x'").executeUpdate())))
        .isInstanceOf(PersistenceException.class);
    assertThat(as(guest, () -> work.asked("select current_user"))).isEqualTo("j_653001_guest");
  }

  private static List<UUID> reviews(Work work, Scope guest) {
    return as(guest, () -> work.inTransaction(database -> database.createQuery("select r.id from Review r", UUID.class).getResultList()));
  }

  /** The second layer alone, when the registry would still let the person in. */
  @Test
  void theDatabaseItselfKnowsTheDaysOfTheWindow() {
    UUID form = forms.at(FormState.APPROVED, ARTUX, year);
    Contracts.Company company = contracts.company();
    UUID id = contracts.open(ARTUX, company, Contracts.projectOf(form));
    Scope guest = contracts.scope(company.person(), ARTUX);
    assertThat(reviews(work, guest)).containsExactly(form);
    Owner.told("update j_653001.engagement set closes = ?, report_until = ? where id = ?", TODAY.minusDays(1), TODAY.minusDays(1), id);
    assertThat(contracts.scopes(company.person())).as("the registry was not told").hasSize(1);
    assertThat(reviews(work, guest)).isEmpty();
  }

  /** The same for a scope that names an engagement which is another person's. */
  @Test
  void theDatabaseItselfKnowsWhoseGrantItIs() {
    UUID form = forms.at(FormState.APPROVED, ARTUX, year);
    Contracts.Company company = contracts.company();
    contracts.open(ARTUX, company, Contracts.projectOf(form));
    Scope guest = contracts.scope(company.person(), ARTUX);
    Scope another = Scope.of(new Caller(contracts.company().person(), "x", "x", guest.caller().memberships()), ARTUX);
    assertThat(reviews(work, guest)).containsExactly(form);
    assertThat(reviews(work, another)).isEmpty();
  }

  @Test
  void oneLookIsOneEntryOfTheTrailByHoweverManyEngagements() {
    UUID form = forms.at(FormState.APPROVED, ARTUX, year);
    Contracts.Company company = contracts.company();
    UUID one = contracts.open(ARTUX, company, Contracts.projectOf(form));
    UUID other = contracts.open(ARTUX, company, Contracts.projectOf(form));
    as(contracts.scope(company.person(), ARTUX), () -> selfEvaluations.open(form));
    assertThat(Owner.rows("select note from j_653001.audit_entry where person = ? and act = 'READ'", company.person()))
        .singleElement().asString().contains("ENGAGEMENT/" + one, "ENGAGEMENT/" + other);
    for (UUID id : List.of(one, other)) {
      assertThat(contracts.seenBy(Kizilsu.performanceOffice(ARTUX), id).accesses()).as("each client has its line").hasSize(1);
    }
  }

  @Test
  void itHandsInReportsInsideItsWindowAndTheClientReadsThem() {
    UUID form = forms.at(FormState.APPROVED, ARTUX, year);
    Contracts.Company company = contracts.company();
    UUID id = contracts.open(ARTUX, company, Contracts.projectOf(form));
    Scope guest = contracts.scope(company.person(), ARTUX);
    assertRefused(() -> does(guest, () -> engagements.report(id, EngagementReport.Kind.FINAL_REPORT, "正式报告", "见附件", Optional.empty(), null)), "report-needs-a-file");
    assertThat(as(guest, () -> engagements.report(id, EngagementReport.Kind.FINAL_REPORT, "正式报告", "", Optional.of("报告.pdf"), new byte[] {1})).orElseThrow().code())
        .isEqualTo("attachment.not-pdf");
    assertThat(as(guest, () -> engagements.report(id, EngagementReport.Kind.FINAL_REPORT, "正式报告", "", Optional.of("报告.pdf"), Contracts.PDF))).isEmpty();

    Scope office = Kizilsu.performanceOffice(ARTUX);
    EngagementReport report = contracts.seenBy(office, id).reports().getFirst();
    assertThat(report.title()).isEqualTo("正式报告");
    UUID attachment = report.attachment().orElseThrow();
    assertThat(as(office, () -> engagements.file(id, attachment)).content()).isEqualTo(Contracts.PDF);
    assertThat(contracts.seenBy(office, id).files().get(attachment).sha256()).matches("[0-9a-f]{64}");
    assertRefused(() -> does(office, () -> engagements.report(id, EngagementReport.Kind.OTHER, "代写", "内容", Optional.empty(), null)), "report-not-yours");
  }

  @Test
  void outsideTheReportWindowItOnlyLooks() {
    UUID form = forms.at(FormState.APPROVED, ARTUX, year);
    Contracts.Company company = contracts.company();
    UUID id = contracts.open(ARTUX, company, Contracts.projectOf(form));
    Owner.told("update j_653001.engagement set report_from = ?, report_until = ? where id = ?", TODAY.plusDays(1), TODAY.plusDays(2), id);
    Scope guest = contracts.scope(company.person(), ARTUX);
    assertRefused(() -> does(guest, () -> engagements.report(id, EngagementReport.Kind.WORK_PLAN, "方案", "内容", Optional.empty(), null)), "report-window-closed");
    assertThat(listed(guest)).containsExactly(form);
  }

  @Test
  void reportsAndFilesOfAnotherFirmDoNotExist() {
    UUID form = forms.at(FormState.APPROVED, ARTUX, year);
    Contracts.Company one = contracts.company();
    UUID first = contracts.open(ARTUX, one, Contracts.projectOf(form));
    does(contracts.scope(one.person(), ARTUX), () -> engagements.report(first, EngagementReport.Kind.WORK_PLAN, "方案", "", Optional.of("方案.pdf"), Contracts.PDF));
    UUID file = contracts.seenBy(Kizilsu.performanceOffice(ARTUX), first).reports().getFirst().attachment().orElseThrow();
    Contracts.Company other = contracts.company();
    UUID second = contracts.open(ARTUX, other, Contracts.projectOf(form));
    Scope rival = contracts.scope(other.person(), ARTUX);
    assertThatThrownBy(() -> as(rival, () -> engagements.open(first))).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> as(rival, () -> engagements.file(first, file))).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> as(rival, () -> engagements.file(second, file))).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> does(rival, () -> engagements.report(first, EngagementReport.Kind.OTHER, "冒名", "内容", Optional.empty(), null)))
        .isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void everyLookIsOnTheRecordOfTheClientAndInTheTrail() throws IOException {
    UUID form = forms.at(FormState.APPROVED, ARTUX, year);
    Contracts.Company company = contracts.company();
    UUID id = contracts.open(ARTUX, company, Contracts.projectOf(form));
    Scope guest = contracts.scope(company.person(), ARTUX);
    as(guest, () -> selfEvaluations.open(form));
    forms.exportedBy(guest, year);
    as(guest, () -> engagements.open(id));
    UUID declaration = contracts.seenBy(Kizilsu.performanceOffice(ARTUX), id).engagement().declaration().orElseThrow();
    as(guest, () -> engagements.file(id, declaration));
    List<String> subjects = new ArrayList<>(List.of("SELF_EVALUATION/" + form, "LIST", "ENGAGEMENT/" + id, "ATTACHMENT/" + declaration));
    assertThat(contracts.seenBy(Kizilsu.performanceOffice(ARTUX), id).accesses().reversed()).extracting(access -> access.subject()).containsExactlyElementsOf(subjects);
    assertThat(Owner.rows("select subject from j_653001.audit_entry where person = ? and note = ? order by id", company.person(), "ENGAGEMENT/" + id))
        .containsExactlyElementsOf(subjects);
  }

  private static List<String> taken(UUID person, UUID engagement) {
    return Owner.rows("select subject from j_653001.audit_entry where person = ? and note = ? and act = 'EXPORT' and outcome = 'DONE' order by at, id", person,
        "ENGAGEMENT/" + engagement);
  }

  @Test
  void whatItTakesAwayOfAFormIsOnTheRecordOfTheClientAndInTheTrail() {
    UUID project = ExAntes.newProject(ARTUX, year, "SUBSIDY");
    UUID form = exAntes.withFinance(ARTUX, project, Grade.GOOD);
    Contracts.Company company = contracts.company();
    UUID contract = exAntes.contract(ARTUX, company, project);
    does(Kizilsu.performanceOffice(ARTUX), () -> outsiders.link(form, contract));
    Scope guest = contracts.scope(company.person(), ARTUX);
    UUID evidence = exAntes.seenBy(guest, form).sheet().files().getFirst().id();
    as(guest, () -> evaluations.file(form, evidence));
    as(guest, () -> report.report(form));
    assertThat(taken(company.person(), contract)).containsExactly("ATTACHMENT/" + evidence, "EX_ANTE/" + form);
    assertThat(contracts.seenBy(Kizilsu.performanceOffice(ARTUX), contract).accesses()).extracting(access -> access.subject())
        .contains("ATTACHMENT/" + evidence, "EXPORT/EX_ANTE/" + form);
    assertThatThrownBy(() -> as(guest, () -> evaluations.file(form, UUID.randomUUID()))).isInstanceOf(NoSuchFormException.class);
    assertThat(taken(company.person(), contract)).as("what was not taken").hasSize(2);
  }

  @Test
  void aFormItTakesAwayAsAWorkbookIsOnRecordWithItsEngagement() {
    UUID form = forms.at(FormState.APPROVED, ARTUX, year);
    Contracts.Company company = contracts.company();
    UUID contract = contracts.open(ARTUX, company, Contracts.projectOf(form));
    as(contracts.scope(company.person(), ARTUX), () -> exchange.template(form));
    assertThat(taken(company.person(), contract)).containsExactly("SELF_EVALUATION/" + form);
  }

  private static void madeConfidential(UUID project) {
    Owner.told("update j_653001.project set confidential = true, name = '涉密项目,线下管理', basis = '', content = '', leader = '', phone = '', "
        + "functional_class = '', direct_category = '', upper_document = '', rural = false, industry = '' where id = ?", project);
  }

  private static String counted(Work work, Scope guest, String rows) {
    return String.valueOf(as(guest, () -> work.asked("select count(*) from tenant__." + rows)));
  }

  /** In the database itself, whoever forgets to ask. */
  @Test
  void whatBecameConfidentialIsShownToItNoMore() throws IOException {
    UUID form = forms.at(FormState.APPROVED, ARTUX, year);
    UUID project = Contracts.projectOf(form);
    Contracts.Company company = contracts.company();
    UUID contract = contracts.open(ARTUX, company, project);
    Scope guest = contracts.scope(company.person(), ARTUX);
    List<String> tables = List.of("project_window where project = '" + project + "'", "project where id = '" + project + "'", "review where id = '" + form + "'",
        "self_evaluation where id = '" + form + "'", "self_evaluation_indicator where self_evaluation = '" + form + "'", "form_version where review = '" + form + "'",
        "review_step where review = '" + form + "'");
    assertThat(tables).allSatisfy(rows -> assertThat(counted(work, guest, rows)).as(rows).isNotEqualTo("0"));
    madeConfidential(project);
    assertThat(tables).allSatisfy(rows -> assertThat(counted(work, guest, rows)).as(rows).isEqualTo("0"));
    doesNotExistFor(guest, form);
    assertThat(as(guest, () -> projects.find(project))).isEmpty();
    assertThat(as(guest, () -> engagements.open(contract))).as("its contract goes on").isNotNull();
  }
}
