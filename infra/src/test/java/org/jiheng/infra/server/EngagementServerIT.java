package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Acting.assertRefused;

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
import org.jiheng.app.engagement.Extension;
import org.jiheng.app.engagement.Firm;
import org.jiheng.app.engagement.FirmMark;
import org.jiheng.app.engagement.FirmType;
import org.jiheng.app.engagement.Firms;
import org.jiheng.app.engagement.Terms;
import org.jiheng.app.engagement.Verdict;
import org.jiheng.app.project.ProjectParty;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
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
    LocalDate reports = TODAY.plusDays(20);
    assertRefused(() -> prolongs(id, last, reports, "  "), "engagement-says-why");
    assertRefused(() -> prolongs(id, TODAY.plusDays(20), reports, "资料未齐,延期"), "engagement-not-longer");
    assertRefused(() -> prolongs(id, TODAY.plusDays(51), reports, "资料未齐,延期"), "engagement-beyond-acceptance");
    prolongs(id, last, reports, "资料未齐,延期");
    assertThat(admitted(id)).endsWith(last.toString());
    assertThat(contracts.seenBy(OFFICE, id).engagement().reportUntil()).as("reports end when they did").isEqualTo(reports);
    prolongs(id, last.plusDays(5), last, "报告也延期");
    assertThat(contracts.seenBy(OFFICE, id).engagement().reportUntil()).isEqualTo(last);
    assertThat(contracts.seenBy(OFFICE, id).steps().getLast().comment())
        .isEqualTo(last + " → " + last.plusDays(5) + ", " + reports + " → " + last + " 报告也延期");
  }

  private void prolongs(UUID id, LocalDate closes, LocalDate reportUntil, String reason) {
    does(OFFICE, () -> engagements.extend(id, contracts.version(id), new Extension(closes, reportUntil, reason)));
  }

  /** Whoever has come onto the blacklist or into a conflict since keeps the window there is and gets no longer one (DOMAIN 5.9). */
  @Test
  void whatHasComeUpSinceTheOpeningStopsAnExtensionAndSaysWhy() {
    Contracts.Company company = contracts.company();
    UUID id = contracts.open(ARTUX, company, project);
    does(Kizilsu.oversight(), () -> firms.blacklist(company.firm(), Optional.of(TODAY.plusYears(1)), "提供虚假报告"));
    does(OFFICE, () -> engagements.party(id, project, company.code(), "该公司", ProjectParty.Part.SUPPLIER, TODAY.minusYears(1), Optional.empty()));
    assertThatThrownBy(() -> prolongs(id, TODAY.plusDays(30), TODAY.plusDays(30), "资料未齐,延期"))
        .isInstanceOfSatisfying(RefusedException.class, refused -> {
          assertThat(refused.refusals()).extracting(Refusal::code).containsExactly("engagement-conflict");
          assertThat(refused.reasons()).extracting(Reason::rule).containsExactly("engagement.supplier-of-project", "engagement.blacklisted");
        });
    assertThat(state(id)).isEqualTo(EngagementState.OPEN);
    assertThat(admitted(id)).endsWith(TODAY.plusDays(20).toString());
    assertThat(contracts.seenBy(OFFICE, id).steps().getLast().comment()).isEqualTo("BLOCKED: engagement.supplier-of-project, engagement.blacklisted");
    assertThat(TrailRows.of(ARTUX, "ENGAGEMENT/" + id)).endsWith("DECIDE|DONE|||CHECK BLOCKED: engagement.supplier-of-project, engagement.blacklisted",
        "DECIDE|REFUSED|||engagement-conflict, engagement.supplier-of-project, engagement.blacklisted");
  }

  // --- between the contract and the registry

  /** A registry that takes nothing about this engagement. */
  private static void unreachable(UUID engagement, Runnable work) {
    Owner.told("alter table platform.job add constraint full_disk check (engagement <> '" + engagement + "') not valid");
    try {
      work.run();
    } finally {
      Owner.told("alter table platform.job drop constraint full_disk");
    }
  }

  @Test
  void whatTheRegistryCouldNotBeToldOfAnOpeningIsMadeGoodAtTheNextLook() {
    Contracts.Company company = contracts.company();
    UUID id = registered(company);
    does(OFFICE, () -> engagements.declare(id, contracts.version(id), "声明.pdf", Contracts.PDF));
    does(OFFICE, () -> engagements.check(id, contracts.version(id)));
    unreachable(id, () -> {
      does(OFFICE, () -> engagements.grant(id, contracts.version(id)));
      assertThat(state(id)).isEqualTo(EngagementState.OPEN);
      assertThat(contracts.seenBy(OFFICE, id).admissionDue()).as("and the page says so").isTrue();
      assertThat(contracts.scopes(company.person())).as("nobody comes in").isEmpty();
    });
    as(OFFICE, () -> engagements.list(new Engagements.Filter("", Optional.empty()), 0, 1));
    assertThat(contracts.scopes(company.person())).hasSize(1);
    assertThat(contracts.seenBy(OFFICE, id).admissionDue()).isFalse();
    assertThat(Owner.rows("select jurisdiction from platform.job where engagement = ?", id)).containsExactly("653001");
  }

  @Test
  void whatTheRegistryCouldNotBeToldOfAnEndIsMadeGoodAtTheNextLookAndShowsNothingMeanwhile() {
    Contracts.Company company = contracts.company();
    UUID id = contracts.open(ARTUX, company, project);
    unreachable(id, () -> {
      does(OFFICE, () -> engagements.end(id, contracts.version(id), "机构违反合同约定"));
      Scope stillNamed = contracts.scope(company.person(), ARTUX);
      assertThatThrownBy(() -> as(stillNamed, () -> engagements.open(id))).isInstanceOf(NoSuchFormException.class);
      assertThat(as(stillNamed, engagements::mine)).isEmpty();
    });
    assertThat(contracts.seenBy(OFFICE, id).admissionDue()).isFalse();
    assertThat(contracts.scopes(company.person())).isEmpty();
  }

  // --- whoever is not what they were

  @Test
  void whoLeavesTheFirmIsOutAtTheNextRequestWhateverTheContractSays() {
    Contracts.Company company = contracts.company();
    UUID id = contracts.open(ARTUX, company, project);
    Scope session = contracts.scope(company.person(), ARTUX);
    assertThat(as(session, engagements::mine)).hasSize(1);
    does(Kizilsu.oversight(), () -> firms.personLeft(company.firm(), company.person()));
    assertThat(contracts.scopes(company.person())).isEmpty();
    assertThatThrownBy(() -> as(session, () -> engagements.open(id))).as("in a session that is still open").isInstanceOf(NoSuchFormException.class);
    does(Kizilsu.oversight(), () -> firms.addPerson(company.firm(), Contracts.usernameOf(company.person())));
    assertThat(contracts.scopes(company.person())).as("entered again by the prefecture").hasSize(1);
  }

  @Test
  void anExpertWhoIsSuspendedIsOutAtTheNextRequest() {
    UUID person = Contracts.account();
    Expert.Entry active = new Expert.Entry("某大学", "教授", "教育", "", "", "", Expert.State.ACTIVE);
    UUID expert = as(Kizilsu.oversight(), () -> experts.enter(Contracts.usernameOf(person), active));
    UUID id = panel(person);
    Scope session = contracts.scope(person, ARTUX);
    does(Kizilsu.oversight(), () -> experts.change(expert, new Expert.Entry("某大学", "教授", "教育", "", "", "", Expert.State.SUSPENDED)));
    assertThat(contracts.scopes(person)).isEmpty();
    assertThatThrownBy(() -> as(session, () -> engagements.open(id))).isInstanceOf(NoSuchFormException.class);
  }

  private UUID panel(UUID person) {
    UUID id = as(OFFICE, () -> engagements.register(new Terms("ZJ-" + person, "", EngagementKind.PANEL, Optional.empty(), Optional.empty(), "财政局",
        Optional.empty(), Set.of(project), Set.of(person), TODAY, TODAY.plusDays(5), TODAY, TODAY.plusDays(5), TODAY.plusDays(5))));
    does(OFFICE, () -> engagements.declare(id, contracts.version(id), "承诺.pdf", Contracts.PDF));
    does(OFFICE, () -> engagements.check(id, contracts.version(id)));
    does(OFFICE, () -> engagements.grant(id, contracts.version(id)));
    return id;
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
    assertThat(as(Kizilsu.performanceOffice(AKTO), () -> engagements.list(new Engagements.Filter("", Optional.empty()), 0, 1000))).extracting(Engagements.Line::id).doesNotContain(id);
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
    UUID id = panel(person);
    assertThat(admitted(id)).startsWith("EXPERT ");
    assertThat(contracts.scope(person, ARTUX).caller().engagements()).containsExactly(id);
  }

  @Test
  void theListTurnsPagesAndCountsByStateAsThePagesSayIt() {
    Contracts.Company company = contracts.company();
    UUID drafted = registered(company);
    UUID cleared = registered(company);
    does(OFFICE, () -> engagements.declare(cleared, contracts.version(cleared), "声明.pdf", Contracts.PDF));
    UUID declared = registered(company);
    does(OFFICE, () -> engagements.declare(declared, contracts.version(declared), "声明.pdf", Contracts.PDF));
    does(OFFICE, () -> engagements.check(cleared, contracts.version(cleared)));
    UUID open = contracts.open(ARTUX, company, project);
    UUID awaiting = contracts.granted(ARTUX, company, TODAY.plusDays(1), TODAY.plusDays(9), project);
    UUID closed = contracts.open(ARTUX, company, project);
    does(OFFICE, () -> engagements.end(closed, contracts.version(closed), "机构违反合同约定"));
    UUID over = contracts.open(ARTUX, company, project);
    Owner.told("update j_653001.engagement set closes = ?, report_until = ? where id = ?", TODAY.minusDays(1), TODAY.minusDays(1), over);
    String name = as(OFFICE, () -> firms.open(company.firm())).firm().name();
    for (EngagementState state : EngagementState.values()) {
      Set<UUID> expected = switch (state) {
        case DRAFTED -> Set.of(drafted);
        case DECLARED -> Set.of(declared);
        case CLEARED -> Set.of(cleared);
        case AWAITING -> Set.of(awaiting);
        case OPEN -> Set.of(open);
        case CLOSED -> Set.of(closed, over);
      };
      Engagements.Filter filter = new Engagements.Filter(name, Optional.of(state));
      assertThat(as(OFFICE, () -> engagements.list(filter, 0, 100))).as(state.name()).allMatch(line -> line.state() == state)
          .extracting(Engagements.Line::id).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(as(OFFICE, () -> engagements.count(filter))).as(state.name()).isEqualTo(expected.size());
    }
    Engagements.Filter all = new Engagements.Filter(name, Optional.empty());
    assertThat(as(OFFICE, () -> engagements.list(all, 0, 4))).hasSize(4)
        .doesNotContainAnyElementsOf(as(OFFICE, () -> engagements.list(all, 4, 4))).first().extracting(Engagements.Line::id).isEqualTo(awaiting);
    assertThat(as(OFFICE, () -> engagements.list(all, 4, 4))).hasSize(3);
    assertThatThrownBy(() -> as(Kizilsu.clerk(ARTUX), () -> engagements.count(all))).isInstanceOf(NoSuchFormException.class);
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
  void whatWasRefusedIsOnTheRecordOfWhoeverAsked() {
    UUID id = registered(contracts.company());
    assertRefused(() -> does(OFFICE, () -> engagements.grant(id, contracts.version(id))), "engagement-undeclared");
    assertThat(TrailRows.of(ARTUX, "ENGAGEMENT/" + id)).endsWith("DECIDE|REFUSED|||engagement-undeclared");
    assertThatThrownBy(() -> as(Kizilsu.clerk(ARTUX), () -> engagements.open(id))).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> as(Kizilsu.auditor(ARTUX), () -> engagements.file(id, id))).isInstanceOf(NoSuchFormException.class);
    assertThat(TrailRows.columns(ARTUX, "username, act, outcome, note", "subject = ? and outcome = 'REFUSED'", "ENGAGEMENT/" + id))
        .endsWith("填报员甲|READ|REFUSED|no-such-form", "审计员|EXPORT|REFUSED|no-such-form");
    UUID firm = contracts.company().firm();
    assertRefused(() -> does(OFFICE, () -> firms.blacklist(firm, Optional.of(TODAY), "没有理由的理由")), "register-not-yours");
    assertThat(TrailRows.of(ARTUX, "FIRM/" + firm)).containsExactly("ADMINISTER|REFUSED|||register-not-yours");
  }

  @Test
  void aFileTheOfficeTakesAwayIsOnTheRecord() {
    UUID id = contracts.open(ARTUX, contracts.company(), project);
    UUID declaration = contracts.seenBy(OFFICE, id).engagement().declaration().orElseThrow();
    as(OFFICE, () -> engagements.file(id, declaration));
    assertThat(TrailRows.columns(ARTUX, "username, act, outcome, title, note", "subject = ?", "ATTACHMENT/" + declaration))
        .containsExactly("绩效办|EXPORT|DONE|声明.pdf|ENGAGEMENT/" + id);
  }

  @Test
  void everyDecisionIsOnTheRecord() {
    UUID id = contracts.open(ARTUX, contracts.company(), project);
    assertThat(Owner.rows("select split_part(note, ' ', 1) from j_653001.audit_entry where subject = ? order by id", "ENGAGEMENT/" + id))
        .containsExactly("REVISE", "DECLARE", "CHECK", "CHECK", "OPEN");
    assertThat(Owner.asked("select count(*) from j_653001.audit_entry where act = 'BYPASS' and after like '%' || ? || '%'", id.toString())).isEqualTo("0");
  }
}
