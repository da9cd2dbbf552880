package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKQI;
import static org.jiheng.infra.server.Kizilsu.SCHOOL;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.project.Duplicates;
import org.jiheng.app.project.DuplicateRule.Suspicion;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingLine;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectLibrary;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectConfirmation;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.app.project.ProjectList;
import org.jiheng.app.project.ProjectList.Filter;
import org.jiheng.app.project.ProjectPage;
import org.jiheng.app.project.ProjectStage;
import org.jiheng.app.project.ProjectState;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.project.Projects;
import org.jiheng.app.project.Protection;
import org.jiheng.app.project.RuralEntry;
import org.jiheng.app.project.StageKind;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units enter their projects, money comes line by line, finance marks, ends and merges; whoever may not see a project finds none. */
class ProjectLibraryServerIT extends WholeProduct {

  private static final Scope CLERK = Kizilsu.clerk(AKQI);
  private static final Scope OFFICE = Kizilsu.performanceOffice(AKQI);
  private static final String WHY = "按批复文件办理";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Inject
  private ProjectLibrary library;

  @Inject
  private ProjectList list;

  @Inject
  private Duplicates duplicates;

  @Inject
  private Projects projects;

  @Inject
  private Trail trail;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private Forms forms;

  @Inject
  private Calendar calendar;

  private LocalDate today;

  @BeforeEach
  void theDay() {
    today = as(CLERK, calendar::today);
  }

  private static String code() {
    return "65302323T%012d".formatted(NUMBER.incrementAndGet());
  }

  private ProjectEntry entry(String code, String name, int year) {
    return new ProjectEntry(code, code.isEmpty(), name, SCHOOL, year, ProjectCategory.SPECIFIC_PURPOSE, ProjectAttribute.NEW, ProjectType.CONSTRUCTION,
        Optional.of(LocalDate.of(year, 1, 1)), Optional.of(LocalDate.of(year + 1, 12, 31)), "陈立峰", "0908-0000000", "2050202", "", "县政府会议纪要", "校舍修缮",
        Optional.of(Money.ofWan("300")), Optional.of(new ProjectEntry.DirectFunds("参照直达", "新财教〔2023〕5号")),
        Optional.of(new RuralEntry("哈拉奇乡", "阿合奇村", "LB-1", Optional.of(80), Optional.of(300), Optional.of(40), Optional.of(10),
            Optional.of(new java.math.BigDecimal("35.50")), "教学楼一栋", "DT-9")), false);
  }

  private UUID entered(String name, int year) {
    return as(CLERK, () -> library.enter(entry(code(), name, year)));
  }

  private FundingEntry line(FundingKind kind, FundingSource source, String wan) {
    return new FundingEntry(today.getYear(), source, kind, Money.ofWan(wan), today, "阿财预〔2023〕8号", "");
  }

  private ProjectPage seen(Scope person, UUID id) {
    return as(person, () -> library.open(id));
  }

  private static String columns(UUID id) {
    return Owner.asked("select initial_budget, annual_budget from j_653023.project where id = ?", id);
  }

  @Test
  void whatAClerkEntersIsKeptWhole() {
    UUID id = entered("校舍维修" + NUMBER, today.getYear());
    ProjectPage page = seen(OFFICE, id);
    // its industry is what its unit usually works in, which other tests say: see ProjectIndustryServerIT
    assertThat(page.project().entry(page.rural())).usingRecursiveComparison().ignoringFields("industry")
        .isEqualTo(entry(page.project().code(), page.project().name(), today.getYear()));
    assertThat(page.state()).isEqualTo(ProjectState.RESERVE);
    assertThat(page.remarks()).isEmpty();
    assertThat(TrailRows.of(AKQI, "PROJECT/" + id)).containsExactly("BEGIN|DONE||" + page.project().code() + "|");
  }

  @Test
  void somebodyElsesProjectDoesNotExist() {
    UUID id = entered("教学设备" + NUMBER, today.getYear());
    Scope other = Kizilsu.clerkOfAnotherUnit(AKQI);
    for (Scope stranger : List.of(other, Kizilsu.systemAdministrator(AKQI), Kizilsu.clerk(Kizilsu.AKTO),
        Kizilsu.person(AKQI, "第三方", "", Role.THIRD_PARTY))) {
      assertThatThrownBy(() -> seen(stranger, id)).as(stranger.caller().name()).isInstanceOf(NoSuchFormException.class);
      assertThatThrownBy(() -> does(stranger, () -> library.addMoney(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.BOND, "1")))).isInstanceOf(NoSuchFormException.class);
    }
    assertThatThrownBy(() -> as(other, () -> library.enter(entry(code(), "别的单位", today.getYear())))).isInstanceOf(NoSuchFormException.class);
    for (Scope reader : List.of(Kizilsu.approver(AKQI), Kizilsu.departmentReviewer(AKQI), Kizilsu.financeSection(AKQI), Kizilsu.auditor(AKQI))) {
      assertThat(seen(reader, id).may().enter()).isFalse();
      assertRefused(() -> does(reader, () -> library.addMoney(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.BOND, "1"))), "project-clerk-only");
      assertRefused(() -> does(reader, () -> library.mark(id, 1, true, Protection.WAGES, WHY)), "project-office-only");
    }
    assertThatThrownBy(() -> as(Kizilsu.person(AKQI, "第三方", "", Role.THIRD_PARTY), () -> list.count(Filter.all(today.getYear())))).isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void theBudgetColumnsAreTheSumsOfTheLinesAfterEveryChange() {
    UUID id = entered("操场改造" + NUMBER, today.getYear());
    does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.OTHER, "100")));
    does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.OWN_FUNDS, "20")));
    assertThat(columns(id)).isEqualTo("1200000.00|1200000.00");
    does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), line(FundingKind.SUPPLEMENT, FundingSource.OTHER, "30.5")));
    does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), line(FundingKind.CUT, FundingSource.OWN_FUNDS, "20")));
    assertThat(columns(id)).isEqualTo("1200000.00|1305000.00");
    does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), new FundingEntry(today.getYear() + 1, FundingSource.OTHER, FundingKind.OPENING, Money.ofWan("500"), today, "", "")));
    assertThat(columns(id)).as("next year's money is none of this year's").isEqualTo("1200000.00|1305000.00");
    assertRefused(() -> does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), line(FundingKind.CUT, FundingSource.OWN_FUNDS, "1"))), "money-below-zero");
    FundingLine opening = seen(CLERK, id).lines().stream().filter(one -> one.entry().source() == FundingSource.OWN_FUNDS && one.entry().kind() == FundingKind.OPENING)
        .findFirst().orElseThrow();
    assertRefused(() -> does(CLERK, () -> library.strike(id, opening.id(), WHY)), "money-still-cut");
    FundingLine supplement = seen(CLERK, id).lines().stream().filter(one -> one.entry().kind() == FundingKind.SUPPLEMENT).findFirst().orElseThrow();
    does(CLERK, () -> library.strike(id, supplement.id(), WHY));
    assertThat(columns(id)).isEqualTo("1200000.00|1000000.00");
    assertThat(seen(OFFICE, id).state()).isEqualTo(ProjectState.EXECUTING);
    assertThat(seen(OFFICE, id).budgets().of(today.getYear()).annualFiscal()).isEqualTo(Money.ZERO);
  }

  @Test
  void aUnitAsksForFiscalMoneyAndIsGivenNoneByItsOwnHandWhateverTheGatesSay() {
    UUID id = entered("食堂改造" + NUMBER, today.getYear());
    for (FundingKind kind : List.of(FundingKind.OPENING, FundingKind.SUPPLEMENT)) {
      assertRefused(() -> does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), line(kind, FundingSource.GENERAL_BUDGET, "100"))), "money-fiscal-is-given");
      assertRefused(() -> does(ExAntes.budgetSection(AKQI), () -> library.addMoney(id, UUID.randomUUID(), line(kind, FundingSource.GENERAL_BUDGET, "100"))),
          "money-fiscal-by-the-list");
    }
    // the gates ask nothing of it, and still the unit gives itself nothing
    Owner.told("update j_653023.project set attribute = 'CONTINUING', category = 'PERSONNEL' where id = ?", id);
    Forms.confirmed(AKQI, id);
    assertRefused(() -> does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.GENERAL_BUDGET, "100"))), "money-fiscal-is-given");
    FundingEntry before = new FundingEntry(today.getYear() - 1, FundingSource.GENERAL_BUDGET, FundingKind.OPENING, Money.ofWan("5"), today.minusYears(1), "", "");
    assertRefused(() -> does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), before)), "money-fiscal-is-given");
    does(ExAntes.budgetSection(AKQI), () -> library.addMoney(id, UUID.randomUUID(), before));
    does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), line(FundingKind.ASKED, FundingSource.GENERAL_BUDGET, "100")));
    does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.OWN_FUNDS, "20")));
    assertThat(columns(id)).isEqualTo("200000.00|200000.00");
    assertThat(seen(CLERK, id).project().askedBudget()).isEqualTo(Money.ofWan("100"));
    FundingLine given = seen(CLERK, id).lines().stream().filter(one -> one.entry().fiscalYear() == today.getYear() - 1).findFirst().orElseThrow();
    assertThat(seen(CLERK, id).mayStrike(given)).isFalse();
    assertRefused(() -> does(CLERK, () -> library.strike(id, given.id(), WHY)), "money-struck-by-finance");
  }

  @Test
  void theSameCommandASecondTimeAddsNoMoney() {
    UUID id = entered("锅炉更新" + NUMBER, today.getYear());
    UUID command = UUID.randomUUID();
    does(CLERK, () -> library.addMoney(id, command, line(FundingKind.OPENING, FundingSource.OWN_FUNDS, "20")));
    does(CLERK, () -> library.addMoney(id, command, line(FundingKind.OPENING, FundingSource.OWN_FUNDS, "20")));
    assertThat(columns(id)).isEqualTo("200000.00|200000.00");
    assertThat(seen(CLERK, id).lines()).hasSize(1);
    // what was refused was not carried out
    UUID refused = UUID.randomUUID();
    assertRefused(() -> does(CLERK, () -> library.addMoney(id, refused, line(FundingKind.CUT, FundingSource.OWN_FUNDS, "21"))), "money-below-zero");
    does(CLERK, () -> library.addMoney(id, refused, line(FundingKind.CUT, FundingSource.OWN_FUNDS, "1")));
    assertThat(columns(id)).isEqualTo("200000.00|190000.00");
  }

  @Test
  void aTemporaryCodeIsExchangedInAllYearsAndStaysKnown() {
    UUID first = as(CLERK, () -> library.enter(entry("", "信息化" + NUMBER, today.getYear())));
    String temporary = seen(CLERK, first).project().code();
    assertThat(temporary).startsWith("L653023");
    UUID second = as(CLERK, () -> library.enter(entry(temporary, "信息化" + NUMBER, today.getYear() + 1)));
    String issued = code();
    int seen = seen(CLERK, first).project().version();
    assertRefused(() -> does(CLERK, () -> library.exchangeCode(first, seen - 1, issued, WHY)), "project-changed-meanwhile");
    assertRefused(() -> does(Kizilsu.financeSection(AKQI), () -> library.exchangeCode(first, seen, issued, WHY)), "project-code-not-yours");
    does(CLERK, () -> library.exchangeCode(first, seen, issued, WHY));
    ProjectPage page = seen(OFFICE, second);
    assertThat(page.project().code()).isEqualTo(issued);
    assertThat(page.project().provisional()).isFalse();
    assertThat(page.codes()).extracting(one -> one.oldCode() + " " + one.newCode()).containsExactly(temporary + " " + issued);
    assertThat(page.years()).extracting(year -> year.project().fiscalYear()).containsExactly(today.getYear() + 1, today.getYear());
    int now = seen(CLERK, first).project().version();
    assertThat(seen(CLERK, first).may().exchange()).isFalse();
    assertRefused(() -> does(CLERK, () -> library.exchangeCode(first, now, code(), WHY)), "project-code-not-yours");
    assertRefused(() -> does(OFFICE, () -> library.exchangeCode(first, now, issued, WHY)), "project-code-taken");
    does(OFFICE, () -> library.exchangeCode(first, now, code(), WHY));
    does(OFFICE, () -> library.terminate(first, seen(OFFICE, first).project().version(), today, WHY));
    int last = seen(OFFICE, first).project().version();
    assertRefused(() -> does(OFFICE, () -> library.exchangeCode(first, last, code(), WHY)), "project-ended");
  }

  @Test
  void aCodeOfAnotherUnitIsNotForTheAsking() {
    String theirs = code();
    ProjectEntry other = entry(theirs, "别的单位的项目", today.getYear());
    Scope clerk = Kizilsu.clerkOfAnotherUnit(AKQI);
    as(clerk, () -> library.enter(new ProjectEntry(theirs, false, other.name(), Kizilsu.OTHER_SCHOOL, other.fiscalYear(), other.category(), other.attribute(),
        other.type(), other.starts(), other.ends(), other.leader(), "", "", "", "", "", Optional.empty(), Optional.empty(), Optional.empty(), false)));
    assertRefused(() -> as(CLERK, () -> library.enter(entry(theirs, "借用编码", today.getYear() + 1))), "project-code-of-another-unit");
    assertRefused(() -> as(CLERK, () -> library.enter(entry(theirs, "同年同码", today.getYear()))), "project-code-taken");
  }

  @Test
  void ofAConfidentialProjectNothingIsDescribedAndNoFormIsBegun() {
    UUID id = entered("机房" + NUMBER, today.getYear());
    does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), new FundingEntry(today.getYear(), FundingSource.OWN_FUNDS, FundingKind.OPENING, Money.ofWan("20"),
        today, "机房建设批复", "指挥机房设备")));
    does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.OTHER, "3")));
    UUID mistaken = seen(CLERK, id).lines().getLast().id();
    does(CLERK, () -> library.strike(id, mistaken, "指挥机房另行登记"));
    ProjectPage page = seen(CLERK, id);
    ProjectEntry said = page.project().entry(page.rural());
    ProjectEntry secret = new ProjectEntry(said.code(), false, "", said.unit(), said.fiscalYear(), said.category(), said.attribute(), said.type(), said.starts(),
        said.ends(), "", "", "", "", "", "", said.totalInvestment(), Optional.empty(), Optional.empty(), true);
    does(CLERK, () -> library.change(id, page.project().version(), secret));
    ProjectPage now = seen(OFFICE, id);
    assertThat(now.project().name()).isEqualTo(ProjectEntry.PLACEHOLDER);
    assertThat(now.lines()).hasSize(2).allSatisfy(line -> {
      assertThat(line.entry().note()).isEmpty();
      assertThat(line.entry().document()).isEqualTo(ProjectEntry.PLACEHOLDER);
    });
    assertThat(Owner.rows("select l::text from j_653023.funding_line l where project = ?", id)).hasSize(2).noneMatch(row -> row.contains("机房"));
    assertRefused(() -> does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), new FundingEntry(today.getYear(), FundingSource.OWN_FUNDS, FundingKind.SUPPLEMENT,
        Money.ofWan("1"), today, "号", "机房二期"))), "project-classified-described");
    does(ExAntes.budgetSection(AKQI), () -> library.addMoney(id, UUID.randomUUID(), line(FundingKind.SUPPLEMENT, FundingSource.GENERAL_BUDGET, "50")));
    does(OFFICE, () -> library.mark(id, seen(OFFICE, id).project().version(), true, Protection.OTHER, "指挥机房须保障"));
    assertThat(TrailRows.of(AKQI, "PROJECT/" + id).stream().skip(4)).as("since the flag was set").isNotEmpty().noneMatch(row -> row.contains("机房") || row.contains("8号"));
    assertRefused(() -> does(CLERK, () -> library.change(id, seen(CLERK, id).project().version(), said)), "project-has-money-past-the-gates");
    assertThat(now.rural()).isEmpty();
    assertThat(Owner.asked("select p::text from j_653023.project p where id = ?", id)).doesNotContain("会议纪要").doesNotContain("陈立峰").doesNotContain("机房");
    assertThat(TrailRows.of(AKQI, "PROJECT/" + id).stream().filter(row -> row.startsWith("CHANGE"))).isNotEmpty().noneMatch(row -> row.contains("会议纪要"));
    assertRefused(() -> as(CLERK, () -> selfEvaluations.begin(id)), "project-confidential");
    assertThat(as(CLERK, () -> selfEvaluations.projectsToBegin(today.getYear()))).extracting(SelfEvaluations.ProjectChoice::id).doesNotContain(id);
    assertThatThrownBy(() -> Owner.told("update j_653023.project set content = '写回' where id = ?", id)).hasMessageContaining("nothing_classified_is_described");
  }

  @Test
  void thePrefectureSeesWhatWasGivenAndNoWordsAboutWhatIsConfidentialWhoeverPutThemThere() {
    UUID id = entered("信息中心" + NUMBER, today.getYear());
    does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), line(FundingKind.ASKED, FundingSource.GENERAL_BUDGET, "100")));
    does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), new FundingEntry(today.getYear(), FundingSource.OWN_FUNDS, FundingKind.OPENING, Money.ofWan("20"),
        today, "机房建设批复", "指挥机房设备")));
    Scope eye = Looking.into(trail, AKQI);
    assertThat(as(eye, () -> projects.lines(id))).extracting(line -> line.entry().note()).as("what is asked for is between the county's finance and its unit")
        .containsExactly("指挥机房设备");
    assertThat(as(eye, () -> projects.find(id)).orElseThrow().askedBudget()).isEqualTo(Money.ZERO);
    Owner.told("update j_653023.project set confidential = true, name = '涉密项目,线下管理', basis = '', content = '', leader = '', phone = '', functional_class = '', "
        + "industry = '', direct_category = '', upper_document = '', rural = false where id = ?", id);
    FundingEntry seen = as(eye, () -> projects.lines(id)).getFirst().entry();
    assertThat(seen.note()).isEmpty();
    assertThat(seen.document()).isEqualTo(ProjectEntry.PLACEHOLDER);
  }

  @Test
  void theOfficeMarksAndEndsAndTheDatabaseKeepsWhy() {
    UUID id = entered("食堂" + NUMBER, today.getYear());
    does(OFFICE, () -> library.mark(id, seen(OFFICE, id).project().version(), true, Protection.LIVELIHOOD, WHY));
    assertThat(seen(OFFICE, id).project().protection()).isEqualTo(Protection.LIVELIHOOD);
    int seen = seen(OFFICE, id).project().version();
    assertRefused(() -> does(OFFICE, () -> library.terminate(id, seen, today, "无")), "project-says-why");
    assertRefused(() -> does(OFFICE, () -> library.terminate(id, seen - 1, today, WHY)), "project-changed-meanwhile");
    does(OFFICE, () -> library.terminate(id, seen, today, WHY));
    assertThat(seen(OFFICE, id).state()).isEqualTo(ProjectState.TERMINATED);
    assertRefused(() -> does(CLERK, () -> library.addMoney(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.OWN_FUNDS, "1"))), "project-ended");
    assertRefused(() -> as(CLERK, () -> selfEvaluations.begin(id)), "project-ended");
  }

  // --- the list and its stages

  @Test
  void theListCountsSumsAndFiltersWhatTheCallerMayRead() {
    int year = Forms.aYearOfItsOwn();
    UUID mine = Forms.project(AKQI, year);
    UUID theirs = Forms.project(AKQI, year, Kizilsu.OTHER_SCHOOL);
    assertThat(as(CLERK, () -> list.page(Filter.all(year), 0, 10))).extracting(ProjectList.Line::id).containsExactly(mine);
    assertThat(as(OFFICE, () -> list.totals(Filter.all(year)))).isEqualTo(new ProjectList.Totals(2, Money.ofWan("80"), Money.ofWan("80")));
    assertThat(as(Kizilsu.departmentReviewer(AKQI), () -> list.count(Filter.all(year)))).isEqualTo(2);
    Owner.told("update j_653023.project set attribute = 'NEW', direct_funds = true, direct_category = '直达', upper_document = '号' where id = ?", theirs);
    for (ProjectState state : ProjectState.values()) {
      Filter filter = new Filter(year, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(state), Optional.empty(),
          Optional.empty(), Optional.empty(), "", ProjectList.Sort.NAME, false);
      assertThat(as(OFFICE, () -> list.page(filter, 0, 10))).as(state.name()).allMatch(line -> line.state() == state)
          .hasSize(state == ProjectState.BUDGETED ? 2 : 0);
    }
    for (ProjectList.Flag flag : ProjectList.Flag.values()) {
      Filter filter = new Filter(year, Optional.of("101"), Optional.of(ProjectAttribute.NEW), Optional.of(ProjectCategory.SPECIFIC_PURPOSE), Optional.of(ProjectType.OTHER),
          Optional.of(flag), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", ProjectList.Sort.UNIT, true);
      assertThat(as(OFFICE, () -> list.count(filter))).as(flag.name()).isEqualTo(flag == ProjectList.Flag.DIRECT ? 1 : 0);
    }
  }

  @Test
  void financeFindsWhatItHasNotConfirmedByTheListsFilter() {
    int year = Forms.aYearOfItsOwn();
    UUID unconfirmed = Forms.project(AKQI, year);
    Forms.confirmedProject(AKQI, year);
    UUID fresh = Forms.project(AKQI, year);
    Owner.told("update j_653023.project set attribute = 'NEW' where id = ?", fresh);
    Filter filter = new Filter(year, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ProjectList.Flag.UNCONFIRMED),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", ProjectList.Sort.CODE, true);
    assertThat(as(OFFICE, () -> list.page(filter, 0, 10))).extracting(ProjectList.Line::id).containsExactly(unconfirmed);
    assertThat(seen(OFFICE, unconfirmed).mayConfirm(ProjectConfirmation.Verdict.CONFIRMED)).isTrue();
    assertThat(seen(CLERK, unconfirmed).mayConfirm(ProjectConfirmation.Verdict.CONFIRMED)).isFalse();
    assertThat(seen(OFFICE, fresh).mayConfirm(ProjectConfirmation.Verdict.CONFIRMED)).isFalse();
  }

  /** The condition of the query and the rule say the same for every stage, in this year and in years before and after. */
  @Test
  void missingStagesAreTheSameInTheListAndOnThePage() {
    for (int year : new int[] {today.getYear() - 3, today.getYear(), today.getYear() + 3}) {
      UUID unfinished = Forms.project(AKQI, year);
      UUID confirmed = Forms.confirmedProject(AKQI, year);
      UUID fresh = Forms.project(AKQI, year);
      UUID personnel = Forms.project(AKQI, year);
      UUID approved = Forms.project(AKQI, year);
      Owner.told("update j_653023.project set attribute = 'NEW' where id = ?", fresh);
      Owner.told("update j_653023.project set category = 'PERSONNEL' where id = ?", personnel);
      UUID form = as(CLERK, () -> selfEvaluations.begin(approved));
      Owner.told("update j_653023.review set state = 'APPROVED', round = 1 where id = ?", form);
      List.of(unfinished, confirmed, fresh, personnel, approved).forEach(this::theSameInTheListAndOnThePage);
      assertThat(seen(OFFICE, approved).years().getFirst().stages().get(StageKind.SELF_EVALUATION).reached().orElseThrow().status()).isEqualTo(ProjectStage.Status.DONE);
    }
  }

  private void theSameInTheListAndOnThePage(UUID id) {
    ProjectPage seen = seen(OFFICE, id);
    ProjectPage.Year page = seen.years().getFirst();
    for (StageKind kind : StageKind.values()) {
      Filter filter = new Filter(seen.project().fiscalYear(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(kind), seen.project().code(), ProjectList.Sort.CODE, true);
      boolean listed = as(OFFICE, () -> list.page(filter, 0, 100)).stream().anyMatch(line -> line.id().equals(id));
      assertThat(listed).as("%s of %s in %s", kind, page.project().attribute(), seen.project().fiscalYear()).isEqualTo(page.stages().get(kind).missing());
    }
  }

  /** Page, list and gate go by what the jurisdiction has set (S12). */
  @Test
  void whetherAnEvaluationIsMissingFollowsTheParametersOfTheYear() {
    int year = Forms.aYearOfItsOwn();
    String set = "insert into j_653023.parameter (id, key, fiscal_year, value, author, reason, effective) values (?, ?, ?, ?, '绩效办', '本级规定', '2020-01-01')";
    Owner.told(set, UUID.randomUUID(), "exante.required_for", year, "NEW,ONE_OFF");
    Owner.told(set, UUID.randomUUID(), "exante.exempt", year, "CONFIDENTIAL,PUBLIC_FUNDS,MAJOR");
    Owner.told(set, UUID.randomUUID(), "exante.exempt_below", year, "300000");
    String made = "update j_653023.project set attribute = ?, category = ?, key_project = ?, total_investment = ? where id = ?";
    for (Made one : List.of(new Made("ONE_OFF", "SPECIFIC_PURPOSE", false, "300000", true, StageKind.Need.NOW),
        new Made("NEW", "PERSONNEL", false, "300000", true, StageKind.Need.NOW),
        new Made("NEW", "PUBLIC_FUNDS", false, "300000", true, StageKind.Need.LET_OFF),
        new Made("NEW", "PUBLIC_FUNDS", false, "300000", false, StageKind.Need.NOW),
        new Made("NEW", "SPECIFIC_PURPOSE", true, "300000", false, StageKind.Need.LET_OFF),
        new Made("NEW", "SPECIFIC_PURPOSE", false, "299999.99", false, StageKind.Need.LET_OFF),
        new Made("CONTINUING", "SPECIFIC_PURPOSE", false, "299999.99", false, StageKind.Need.NOT_NEW),
        new Made("CONTINUING", "SPECIFIC_PURPOSE", false, "300000", true, StageKind.Need.NOT_NEW),
        new Made("CONTINUING", "SPECIFIC_PURPOSE", false, "300000", false, StageKind.Need.NOW))) {
      UUID id = Forms.project(AKQI, year);
      Owner.told(made, one.attribute(), one.category(), one.key(), new java.math.BigDecimal(one.total()), id);
      if (one.confirmed()) {
        Forms.confirmed(AKQI, id);
      }
      assertThat(seen(OFFICE, id).years().getFirst().stages().get(StageKind.EX_ANTE).need()).as(one.toString()).isEqualTo(one.need());
      theSameInTheListAndOnThePage(id);
    }
    assertThat(as(OFFICE, () -> list.coverage(Filter.all(year))).stream().filter(one -> one.kind() == StageKind.EX_ANTE).findFirst().orElseThrow().needing())
        .isEqualTo(4);
  }

  private record Made(String attribute, String category, boolean key, String total, boolean confirmed, StageKind.Need need) {}

  @Test
  void theCoverageOfAStageIsWhoHasItOfThoseWhoNeedIt() {
    UUID id = forms.at(FormState.FINANCE_SECOND, AKQI, 2019);
    Forms.project(AKQI, 2019);
    long before = coverage(2019).done();
    Owner.told("update j_653023.review set state = 'APPROVED' where id = ?", id);
    assertThat(coverage(2019).done()).isEqualTo(before + 1);
    assertThat(coverage(2019).needing()).isGreaterThanOrEqualTo(2);
  }

  private ProjectList.Coverage coverage(int year) {
    return as(OFFICE, () -> list.coverage(Filter.all(year))).stream().filter(one -> one.kind() == StageKind.SELF_EVALUATION).findFirst().orElseThrow();
  }

  @Test
  void aDraftOfTheUnitIsNotShownToFinanceAsAStage() {
    int year = today.getYear() - 2;
    UUID project = Forms.project(AKQI, year);
    as(CLERK, () -> selfEvaluations.begin(project));
    assertThat(seen(CLERK, project).years().getFirst().stages().get(StageKind.SELF_EVALUATION).reached()).isPresent();
    assertThat(seen(OFFICE, project).years().getFirst().stages().get(StageKind.SELF_EVALUATION).reached()).isEmpty();
  }

  // --- duplicates

  private UUID named(String name, int year, String wan) {
    UUID id = Forms.project(AKQI, year);
    Owner.told("update j_653023.project set name = ?, initial_budget = ?, annual_budget = ? where id = ?", name, Money.ofWan(wan).yuan(), Money.ofWan(wan).yuan(), id);
    Owner.told("insert into j_653023.funding_line (id, project, origin, fiscal_year, source, kind, amount, decided_on, person_name, at) "
        + "values (?, ?, ?, ?, 'GENERAL_BUDGET', 'OPENING', ?, '2023-01-01', '测试', now())", UUID.randomUUID(), id, id, year, Money.ofWan(wan).yuan());
    return id;
  }

  @Test
  void aMergerKeepsEveryYuanAndTheHistory() {
    int year = Forms.aYearOfItsOwn();
    UUID small = named("校园绿化(一期)", year, "12.5");
    UUID large = named("校园绿化(二期)", year, "30");
    List<Suspicion> found = as(OFFICE, () -> duplicates.undecided(year));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().survivor()).isEqualTo(large);
    assertThatThrownBy(() -> as(CLERK, () -> duplicates.undecided(year))).isInstanceOf(NoSuchFormException.class);
    Money before = as(OFFICE, () -> list.totals(Filter.all(year))).annual();
    does(OFFICE, () -> duplicates.merge(small, large, large, WHY));
    assertThat(as(OFFICE, () -> list.totals(Filter.all(year))).annual()).isEqualTo(before).isEqualTo(Money.ofWan("42.5"));
    ProjectPage survivor = seen(OFFICE, large);
    assertThat(survivor.project().annualBudget()).isEqualTo(Money.ofWan("42.5"));
    assertThat(survivor.lines()).extracting(FundingLine::origin).containsExactlyInAnyOrder(small, large);
    assertThat(survivor.absorbed()).extracting(project -> project.id()).containsExactly(small);
    ProjectPage gone = seen(OFFICE, small);
    assertThat(gone.state()).isEqualTo(ProjectState.MERGED);
    assertThat(gone.project().annualBudget()).isEqualTo(Money.ZERO);
    assertThat(gone.mergedInto().orElseThrow().id()).isEqualTo(large);
    assertThat(as(OFFICE, () -> duplicates.undecided(year))).isEmpty();
    assertThat(as(OFFICE, () -> duplicates.decided(year))).extracting(Duplicates.Decided::survivorName).containsExactly("校园绿化(二期)");
    assertRefused(() -> does(OFFICE, () -> duplicates.merge(small, large, large, WHY)), "project-ended", "duplicates-decided");
  }

  @Test
  void whatIsNoDuplicateIsNotShownAgain() {
    int year = Forms.aYearOfItsOwn();
    UUID one = named("图书购置", year, "10");
    UUID other = named("图书购置", year, "10");
    assertRefused(() -> does(OFFICE, () -> duplicates.notDuplicate(one, other, "否")), "project-says-why");
    Owner.told("insert into j_653023.parameter (id, key, fiscal_year, value, author, reason, effective) values (?, 'duplicate.least', ?, '95', '绩效办', '本级规定', '2020-01-01')",
        UUID.randomUUID(), year);
    assertThat(as(OFFICE, () -> duplicates.undecided(year))).as("90 points are too few here and this year").isEmpty();
    Owner.told("update j_653023.parameter set value = '85' where key = 'duplicate.least' and fiscal_year = ?", year);
    assertThat(as(OFFICE, () -> duplicates.undecided(year))).singleElement().extracting(Suspicion::score).isEqualTo(90);
    does(OFFICE, () -> duplicates.notDuplicate(other, one, "分属两个校区"));
    assertThat(as(OFFICE, () -> duplicates.undecided(year))).isEmpty();
    Owner.told("delete from j_653023.parameter where key = 'duplicate.least' and fiscal_year = ?", year);
    assertThat(as(OFFICE, () -> duplicates.decided(year))).singleElement().satisfies(decided -> {
      assertThat(decided.verdict().score()).isEqualTo(90);
      assertThat(decided.verdict().rule().orElseThrow().least()).as("as it was then").isEqualTo(85);
    });
    assertThat(Owner.asked("select verdict from j_653023.duplicate_verdict where one in (?, ?)", one, other)).isEqualTo("NOT_DUPLICATE");
  }

  @Test
  void aProjectWithAFormUnderWayIsNotMergedAway() {
    int year = Forms.aYearOfItsOwn();
    UUID one = named("操场照明", year, "10");
    UUID other = named("操场照明", year, "10");
    as(CLERK, () -> selfEvaluations.begin(one));
    assertRefused(() -> does(OFFICE, () -> duplicates.merge(one, other, other, WHY)), "project-has-open-forms");
  }

  @Test
  void aFormThatWasAdjustedStandsInTheWayOfNothing() {
    int year = Forms.aYearOfItsOwn();
    UUID one = named("泵房改造", year, "10");
    UUID other = named("泵房改造", year, "10");
    UUID form = as(CLERK, () -> selfEvaluations.begin(one));
    int seen = seen(OFFICE, one).project().version();
    assertRefused(() -> does(OFFICE, () -> library.terminate(one, seen, today, WHY)), "project-has-open-forms");
    Owner.told("update j_653023.review set state = 'SUPERSEDED' where id = ?", form);
    does(OFFICE, () -> duplicates.merge(one, other, other, WHY));
    assertThat(seen(OFFICE, one).state()).isEqualTo(ProjectState.MERGED);
  }
}
