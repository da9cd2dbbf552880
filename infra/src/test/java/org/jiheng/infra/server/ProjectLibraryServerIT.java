package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKQI;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ManyProjects;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectConfirmation;
import org.jiheng.app.project.ProjectDecisions;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.app.project.ProjectList;
import org.jiheng.app.project.ProjectList.Filter;
import org.jiheng.app.project.ProjectMoney;
import org.jiheng.app.project.ProjectPage;
import org.jiheng.app.project.ProjectSaid;
import org.jiheng.app.project.ProjectState;
import org.jiheng.app.project.ProjectType;
import org.jiheng.app.project.Protection;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** Units enter their projects, finance marks and ends them; whoever may not see a project finds none. */
class ProjectLibraryServerIT extends InTheLibrary {

  @Inject
  private ProjectList list;

  @Inject
  private ManyProjects many;

  @Inject
  private Work work;

  @Inject
  private ProjectMoney money;

  @Inject
  private ProjectDecisions decisions;

  @Inject
  private SelfEvaluations selfEvaluations;

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
      assertThatThrownBy(() -> does(stranger, () -> money.add(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.BOND, "1")))).isInstanceOf(NoSuchFormException.class);
    }
    assertThatThrownBy(() -> as(other, () -> library.enter(entry(code(), "别的单位", today.getYear())))).isInstanceOf(NoSuchFormException.class);
    for (Scope reader : List.of(Kizilsu.approver(AKQI), Kizilsu.departmentReviewer(AKQI), Kizilsu.financeSection(AKQI), Kizilsu.auditor(AKQI))) {
      assertThat(seen(reader, id).may().enter()).isFalse();
      assertRefused(() -> does(reader, () -> money.add(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.BOND, "1"))), "project-clerk-only");
      assertRefused(() -> does(reader, () -> decisions.mark(id, 1, true, Protection.WAGES, WHY)), "project-office-only");
    }
    assertThatThrownBy(() -> as(Kizilsu.person(AKQI, "第三方", "", Role.THIRD_PARTY), () -> list.count(Filter.all(today.getYear())))).isInstanceOf(NoSuchFormException.class);
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
    does(OFFICE, () -> decisions.terminate(first, seen(OFFICE, first).project().version(), today, WHY));
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
  void theOfficeMarksAndEndsAndTheDatabaseKeepsWhy() {
    UUID id = entered("食堂" + NUMBER, today.getYear());
    does(OFFICE, () -> decisions.mark(id, seen(OFFICE, id).project().version(), true, Protection.LIVELIHOOD, WHY));
    assertThat(seen(OFFICE, id).project().protection()).isEqualTo(Protection.LIVELIHOOD);
    int seen = seen(OFFICE, id).project().version();
    assertRefused(() -> does(OFFICE, () -> decisions.terminate(id, seen, today, "无")), "project-says-why");
    assertRefused(() -> does(OFFICE, () -> decisions.terminate(id, seen - 1, today, WHY)), "project-changed-meanwhile");
    does(OFFICE, () -> decisions.terminate(id, seen, today, WHY));
    assertThat(seen(OFFICE, id).state()).isEqualTo(ProjectState.TERMINATED);
    assertRefused(() -> does(CLERK, () -> money.add(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.OWN_FUNDS, "1"))), "project-ended");
    assertRefused(() -> as(CLERK, () -> selfEvaluations.begin(id)), "project-ended");
  }

  /** A whole library that is taken in changes the prefecture's figures as one project does. */
  @Test
  void projectsThatComeManyAtATimeMakeTheFiguresStaleAsOneDoes() {
    ProjectSaid said = new ProjectSaid(entry(code(), "成批录入" + NUMBER, today.getYear()), List.of(), false, Protection.NONE);
    long marks = as(OFFICE, () -> work.inTransaction(database -> {
      database.createQuery("delete from Dirty d where d.jurisdiction = :code").setParameter("code", AKQI.code().value()).executeUpdate();
      many.enter(List.of(ManyProjects.draft(said)));
      return database.createQuery("select count(d) from Dirty d where d.jurisdiction = :code", Long.class).setParameter("code", AKQI.code().value()).getSingleResult();
    }));
    assertThat(marks).isEqualTo(1);
  }

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
}
