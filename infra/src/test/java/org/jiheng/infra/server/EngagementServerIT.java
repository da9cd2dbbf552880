package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.RouteServerIT.assertRefused;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Score;
import org.jiheng.app.engagement.EngagementMove;
import org.jiheng.app.engagement.EngagementState;
import org.jiheng.app.engagement.EngagementStep;
import org.jiheng.app.engagement.Engagements;
import org.jiheng.app.engagement.Expert;
import org.jiheng.app.engagement.Experts;
import org.jiheng.app.engagement.EngagementKind;
import org.jiheng.app.engagement.Firm;
import org.jiheng.app.engagement.FirmMark;
import org.jiheng.app.engagement.FirmType;
import org.jiheng.app.engagement.Firms;
import org.jiheng.app.engagement.Terms;
import org.jiheng.app.engagement.Verdict;
import org.jiheng.app.project.ProjectParty;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The performance office engages a third party: declared, checked, opened, extended, ended; the prefecture keeps the register. */
class EngagementServerIT extends WholeProduct {

  private static final Scope OFFICE = Kizilsu.performanceOffice(ARTUX);
  private static final LocalDate TODAY = Contracts.TODAY;

  @Inject
  private Engagements engagements;

  @Inject
  private Firms firms;

  @Inject
  private Experts experts;

  @Inject
  private Contracts contracts;

  private UUID project;

  @BeforeEach
  void aProject() {
    project = Forms.project(ARTUX, Forms.aYearOfItsOwn());
  }

  private UUID registered(Contracts.Company company) {
    return as(OFFICE, () -> engagements.register(contracts.terms(company, TODAY, TODAY.plusDays(30), project)));
  }

  private EngagementState state(UUID id) {
    return contracts.seenBy(OFFICE, id).state();
  }

  private static String admitted(UUID engagement) {
    return String.join(" ", Owner.rows("select role || ' ' || valid_from || ' ' || valid_until from platform.membership where engagement = ?", engagement));
  }

  @Test
  void withoutADeclarationItIsNeitherCheckedNorOpened() {
    UUID id = registered(contracts.company());
    assertRefused(() -> does(OFFICE, () -> engagements.check(id, contracts.version(id))), "engagement-undeclared");
    assertRefused(() -> does(OFFICE, () -> engagements.grant(id, contracts.version(id))), "engagement-undeclared");
    assertThat(state(id)).isEqualTo(EngagementState.DRAFTED);
    assertThat(admitted(id)).isEmpty();
  }

  @Test
  void aFileThatIsNoneIsNotFiled() {
    UUID id = registered(contracts.company());
    assertThat(as(OFFICE, () -> engagements.declare(id, contracts.version(id), "声明.pdf", new byte[] {1, 2, 3})).orElseThrow().code())
        .isEqualTo("attachment.not-pdf");
    assertThat(state(id)).isEqualTo(EngagementState.DRAFTED);
  }

  @Test
  void aFirmThatSuppliesTheProjectIsBlockedAndAnotherOneOpens() {
    Contracts.Company supplier = contracts.company();
    UUID id = registered(supplier);
    does(OFFICE, () -> engagements.party(id, project, supplier.code(), "该公司", ProjectParty.Part.SUPPLIER, TODAY.minusYears(1), Optional.empty()));
    does(OFFICE, () -> engagements.declare(id, contracts.version(id), "声明.pdf", Contracts.PDF));
    assertThat(as(OFFICE, () -> engagements.check(id, contracts.version(id))).reasons()).extracting(Reason::rule)
        .containsExactly("engagement.supplier-of-project");
    assertRefused(() -> does(OFFICE, () -> engagements.grant(id, contracts.version(id))), "engagement-conflict");
    assertThat(admitted(id)).isEmpty();

    does(OFFICE, () -> engagements.revise(id, contracts.version(id), contracts.terms(contracts.company(), TODAY, TODAY.plusDays(30), project)));
    assertThat(state(id)).as("another firm declares and is checked anew").isEqualTo(EngagementState.DRAFTED);
    does(OFFICE, () -> engagements.declare(id, contracts.version(id), "声明.pdf", Contracts.PDF));
    does(OFFICE, () -> engagements.check(id, contracts.version(id)));
    does(OFFICE, () -> engagements.grant(id, contracts.version(id)));
    assertThat(state(id)).isEqualTo(EngagementState.OPEN);
    assertThat(admitted(id)).isEqualTo("THIRD_PARTY " + TODAY + " " + TODAY.plusDays(30));
    assertThat(contracts.seenBy(OFFICE, id).steps()).extracting(EngagementStep::move).containsExactly(EngagementMove.REVISE, EngagementMove.DECLARE,
        EngagementMove.CHECK, EngagementMove.REVISE, EngagementMove.DECLARE, EngagementMove.CHECK, EngagementMove.CHECK, EngagementMove.OPEN);
  }

  @Test
  void whatComesUpAfterTheCheckStillStopsTheOpening() {
    Contracts.Company company = contracts.company();
    UUID id = registered(company);
    does(OFFICE, () -> engagements.declare(id, contracts.version(id), "声明.pdf", Contracts.PDF));
    assertThat(as(OFFICE, () -> engagements.check(id, contracts.version(id))).value()).contains(Verdict.CLEAR);
    does(Kizilsu.oversight(), () -> firms.blacklist(company.firm(), Optional.of(TODAY.plusYears(1)), "提供虚假报告"));
    assertRefused(() -> does(OFFICE, () -> engagements.grant(id, contracts.version(id))), "engagement-conflict");
    assertThat(contracts.seenBy(OFFICE, id).engagement().check().orElseThrow().because("engagement.blacklisted")).isTrue();
    assertThat(admitted(id)).isEmpty();
  }

  @Test
  void manyJobsAtOnceAreCountedOverTheWholePrefectureAndOnlyWarnedOf() {
    Contracts.Company company = contracts.company();
    contracts.open(ARTUX, company, project);
    for (int i = 0; i < 2; i++) {
      contracts.open(AKTO, company, Forms.project(AKTO, Forms.aYearOfItsOwn()));
    }
    UUID id = registered(company);
    does(OFFICE, () -> engagements.declare(id, contracts.version(id), "声明.pdf", Contracts.PDF));
    assertThat(as(OFFICE, () -> engagements.check(id, contracts.version(id))).reason().inputs()).containsEntry("jobs", "4");
    does(OFFICE, () -> engagements.grant(id, contracts.version(id)));
    assertThat(state(id)).isEqualTo(EngagementState.OPEN);
  }

  @Test
  void itIsExtendedOnlyWithAReasonAndNotBeyondTheDaysAfterAcceptance() {
    UUID id = contracts.open(ARTUX, contracts.company(), project);
    LocalDate last = TODAY.plusDays(30);
    assertRefused(() -> does(OFFICE, () -> engagements.extend(id, contracts.version(id), last, "  ")), "engagement-says-why");
    assertRefused(() -> does(OFFICE, () -> engagements.extend(id, contracts.version(id), TODAY, "资料未齐,延期")), "engagement-not-longer");
    assertRefused(() -> does(OFFICE, () -> engagements.extend(id, contracts.version(id), TODAY.plusDays(51), "资料未齐,延期")), "engagement-beyond-acceptance");
    does(OFFICE, () -> engagements.extend(id, contracts.version(id), last, "资料未齐,延期"));
    assertThat(admitted(id)).endsWith(last.toString());
  }

  @Test
  void endedEarlyNobodyComesInAnyMore() {
    Contracts.Company company = contracts.company();
    UUID id = contracts.open(ARTUX, company, project);
    assertThat(contracts.scopes(company.person())).hasSize(1);
    assertRefused(() -> does(OFFICE, () -> engagements.end(id, contracts.version(id), "x")), "engagement-says-why");
    does(OFFICE, () -> engagements.end(id, contracts.version(id), "机构违反合同约定"));
    assertThat(contracts.scopes(company.person())).isEmpty();
    assertThat(Owner.rows("select project from j_653001.project_window where engagement = ?", id)).isEmpty();
    assertThat(contracts.seenBy(OFFICE, id).offers()).as("closed is closed").isEmpty();
  }

  @Test
  void endedOnItsFirstDayItHasLetNobodyIn() {
    Contracts.Company company = contracts.company();
    UUID id = contracts.granted(ARTUX, company, TODAY, TODAY.plusDays(9), project);
    assertThat(contracts.scopes(company.person())).hasSize(1);
    does(OFFICE, () -> engagements.end(id, contracts.version(id), "登记有误,撤销"));
    assertThat(contracts.scopes(company.person())).isEmpty();
  }

  @Test
  void accessEndsThirtyDaysAfterTheAcceptance() {
    Contracts.Company company = contracts.company();
    UUID id = as(OFFICE, () -> engagements.register(contracts.terms(company, TODAY, TODAY.plusDays(80), project)));
    does(OFFICE, () -> engagements.declare(id, contracts.version(id), "声明.pdf", Contracts.PDF));
    does(OFFICE, () -> engagements.check(id, contracts.version(id)));
    does(OFFICE, () -> engagements.grant(id, contracts.version(id)));
    does(OFFICE, () -> engagements.accept(id, contracts.version(id)));
    assertThat(admitted(id)).endsWith(TODAY.plusDays(30).toString());
  }

  @Test
  void whoLooksAtAnOldStateIsToldWhoChangedIt() {
    UUID id = registered(contracts.company());
    int old = as(OFFICE, () -> contracts.version(id));
    does(OFFICE, () -> engagements.declare(id, old, "声明.pdf", Contracts.PDF));
    assertRefused(() -> does(OFFICE, () -> engagements.check(id, old)), "changed-meanwhile");
  }

  @Test
  void forEverybodyElseThereIsNoEngagement() {
    UUID id = contracts.open(ARTUX, contracts.company(), project);
    for (Scope stranger : new Scope[] {Kizilsu.clerk(ARTUX), Kizilsu.auditor(ARTUX), Kizilsu.performanceOffice(AKTO), Kizilsu.oversight(),
        Kizilsu.systemAdministrator(ARTUX), Kizilsu.person(ARTUX, "外人", "", Role.THIRD_PARTY), Kizilsu.person(ARTUX, "兼任", "", Role.THIRD_PARTY, Role.PERFORMANCE_OFFICE)}) {
      assertThatThrownBy(() -> as(stranger, () -> engagements.open(id))).as(stranger.caller().name()).isInstanceOf(NoSuchFormException.class);
      assertThatThrownBy(() -> does(stranger, () -> engagements.end(id, 1, "没有理由的理由"))).as(stranger.caller().name()).isInstanceOf(NoSuchFormException.class);
    }
    assertThat(as(Kizilsu.performanceOffice(AKTO), () -> engagements.list("", Optional.empty()))).extracting(Engagements.Line::id).doesNotContain(id);
  }

  @Test
  void aContractNumberIsRegisteredOnceAndPeopleOfAnotherFirmAreNotNamed() {
    Contracts.Company company = contracts.company();
    Terms terms = contracts.terms(company, TODAY, TODAY.plusDays(30), project);
    as(OFFICE, () -> engagements.register(terms));
    assertRefused(() -> as(OFFICE, () -> engagements.register(terms)), "engagement-number-taken");
    Terms foreign = contracts.terms(new Contracts.Company(company.firm(), company.code(), company.lead(), contracts.company().person()), TODAY,
        TODAY.plusDays(30), project);
    assertRefused(() -> as(OFFICE, () -> engagements.register(foreign)), "engagement-person-unknown");
  }

  @Test
  void aPanelLetsInExpertsOfTheRegister() {
    UUID person = Contracts.account();
    as(Kizilsu.oversight(), () -> experts.enter(Contracts.usernameOf(person), new Expert.Entry("某大学", "教授", "教育", "", "", "", Expert.State.ACTIVE)));
    UUID id = as(OFFICE, () -> engagements.register(new Terms("ZJ-" + person, "", EngagementKind.PANEL, Optional.empty(), Optional.empty(), "财政局",
        Optional.empty(), Set.of(project), Set.of(person), TODAY, TODAY.plusDays(5), TODAY, TODAY.plusDays(5), TODAY.plusDays(5))));
    does(OFFICE, () -> engagements.declare(id, contracts.version(id), "承诺.pdf", Contracts.PDF));
    does(OFFICE, () -> engagements.check(id, contracts.version(id)));
    does(OFFICE, () -> engagements.grant(id, contracts.version(id)));
    assertThat(admitted(id)).startsWith("EXPERT ");
    assertThat(contracts.scope(person, ARTUX).caller().engagements()).containsExactly(id);
  }

  // --- the register

  @Test
  void aCountyReadsTheRegisterAndDoesNotWriteIt() {
    Contracts.Company company = contracts.company();
    assertThat(as(OFFICE, () -> firms.open(company.firm())).leads()).hasSize(1);
    assertRefused(() -> does(OFFICE, () -> firms.blacklist(company.firm(), Optional.of(TODAY), "没有理由的理由")), "register-not-yours");
    assertThatThrownBy(() -> as(Kizilsu.clerk(ARTUX), firms::all)).isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void aFirmIsEnteredOnceAndOnlyPeopleWithoutAPostWorkForIt() {
    Contracts.Company company = contracts.company();
    assertRefused(() -> as(Kizilsu.oversight(), () -> firms.enter(new Firm.Entry(company.code(), "重复", FirmType.LAW, "法人", 1, ""))), "firm-entered-already");
    UUID officer = Contracts.account();
    Owner.told("insert into platform.membership (id, person, jurisdiction, role, valid_from) values (?, ?, '653001', 'UNIT_CLERK', '2020-01-01')", UUID.randomUUID(), officer);
    assertRefused(() -> does(Kizilsu.oversight(), () -> firms.addPerson(company.firm(), Contracts.usernameOf(officer))), "nobody-outside-is-called");
    does(Kizilsu.oversight(), () -> firms.mark(company.firm(), FirmMark.Kind.QUALITY, Optional.of(Score.of("88")), "2022 年报告质量"));
    assertThat(as(Kizilsu.oversight(), () -> firms.open(company.firm())).marks()).hasSize(1);
    does(Kizilsu.oversight(), () -> firms.personLeft(company.firm(), company.person()));
    assertThat(as(OFFICE, () -> firms.people(company.firm()))).isEmpty();
  }

  @Test
  void everyDecisionIsOnTheRecord() {
    UUID id = contracts.open(ARTUX, contracts.company(), project);
    assertThat(Owner.rows("select split_part(note, ' ', 1) from j_653001.audit_entry where subject = ? order by id", "ENGAGEMENT/" + id))
        .containsExactly("REVISE", "DECLARE", "CHECK", "CHECK", "OPEN");
    assertThat(Owner.asked("select count(*) from j_653001.audit_entry where act = 'BYPASS' and after like '%' || ? || '%'", id.toString())).isEqualTo("0");
  }
}
