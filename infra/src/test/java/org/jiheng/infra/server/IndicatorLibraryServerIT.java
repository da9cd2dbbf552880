package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKQI;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.ARTUX;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Problem;
import org.jiheng.app.library.EntryMove;
import org.jiheng.app.library.EntryState;
import org.jiheng.app.library.IndicatorLibrary;
import org.jiheng.app.library.LibraryDesk;
import org.jiheng.app.library.LibraryField;
import org.jiheng.app.library.LibraryFilter;
import org.jiheng.app.library.LibraryLevel;
import org.jiheng.app.library.LibraryLine;
import org.jiheng.app.library.LibrarySharing;
import org.jiheng.app.library.LibrarySharing.Wish;
import org.jiheng.app.library.LibraryUse;
import org.jiheng.app.library.ProjectTraits;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** The indicator library: kept by the prefecture and the county, proposed by departments, confirmed by finance, chosen by units. */
class IndicatorLibraryServerIT extends WholeProduct {

  private static final LocalDate TODAY = Contracts.TODAY;
  private static final Scope OFFICE = Kizilsu.performanceOffice(ARTUX);
  private static final Scope REVIEWER = Kizilsu.departmentReviewer(ARTUX);

  @Inject
  private IndicatorLibrary library;

  @Inject
  private LibraryDesk desk;

  @Inject
  private LibrarySharing sharing;

  @Inject
  private Forms forms;

  static Map<LibraryField, String> indicator(String name) {
    Map<LibraryField, String> texts = new EnumMap<>(LibraryField.class);
    texts.putAll(Map.of(LibraryField.LEVEL1, "产出指标", LibraryField.LEVEL2, "数量指标", LibraryField.LEVEL3, name, LibraryField.KIND, "定量",
        LibraryField.SIGN, "≥", LibraryField.UNIT, "人次", LibraryField.VALID_FROM, "2023-01-01"));
    return texts;
  }

  private static Map<LibraryField, String> with(Map<LibraryField, String> texts, LibraryField field, String text) {
    Map<LibraryField, String> changed = new EnumMap<>(texts);
    changed.put(field, text);
    return changed;
  }

  private UUID entered(Scope keeper, String name) {
    return as(keeper, () -> desk.enter(indicator(name))).entry().orElseThrow();
  }

  private UUID proposed(String name) {
    return as(REVIEWER, () -> desk.propose(Kizilsu.EDUCATION, indicator(name), "")).entry().orElseThrow();
  }

  private LibraryLine newest(Scope person, UUID entry) {
    return as(person, () -> library.open(entry)).newest();
  }

  private List<String> found(Scope person, String name) {
    LibraryFilter filter = new LibraryFilter(name, Optional.empty(), "", "", "", "", Optional.empty(), Optional.empty(), "", true);
    return as(person, () -> library.page(filter, 0, 50)).stream().map(line -> line.level() + " " + line.indicator().names().level3()).toList();
  }

  private static Scope office(Jurisdiction prefecture) {
    return Kizilsu.person(prefecture, "州绩效科", "", Role.PREFECTURE_OVERSIGHT);
  }

  @Test
  void whatThePrefectureEntersItsCountiesFindAtOnceAndAnotherPrefecturesDoNot() {
    UUID entry = entered(Kizilsu.oversight(), "州定培训人次");
    for (Scope reader : List.of(Kizilsu.clerk(ARTUX), Kizilsu.auditor(AKTO), OFFICE)) {
      assertThat(found(reader, "州定培训")).containsExactly("PREFECTURE 州定培训人次");
    }
    for (Scope foreign : List.of(office(Kizilsu.ELSEWHERE), Kizilsu.performanceOffice(Kizilsu.COUNTIES_ELSEWHERE.getFirst()))) {
      assertThat(found(foreign, "州定培训")).isEmpty();
      assertThatThrownBy(() -> as(foreign, () -> library.open(entry))).isInstanceOf(NoSuchFormException.class);
    }
  }

  @Test
  void aCountyChangesNothingOfThePrefecturesAndNothingOfAnotherCounty() {
    UUID shared = entered(Kizilsu.oversight(), "州定里程");
    LibraryLine seen = newest(OFFICE, shared);
    assertThat(as(OFFICE, () -> library.open(shared)).offers()).isEmpty();
    assertRefused(() -> does(OFFICE, () -> desk.stop(shared, seen.seen(), "本县市不用")), "library-not-yours");
    assertRefused(() -> as(OFFICE, () -> desk.change(shared, seen.seen(), indicator("改名"), "本县市改名")), "library-not-yours");
    assertThat(newest(Kizilsu.oversight(), shared).state()).isEqualTo(EntryState.IN_FORCE);

    UUID own = entered(OFFICE, "县定里程");
    assertThat(found(Kizilsu.clerk(ARTUX), "县定里程")).containsExactly("COUNTY 县定里程");
    assertThat(found(Kizilsu.performanceOffice(AKTO), "县定里程")).isEmpty();
    assertThatThrownBy(() -> as(Kizilsu.oversight(), () -> library.open(own))).isInstanceOf(NoSuchFormException.class);
    assertRefused(() -> as(Kizilsu.clerk(ARTUX), () -> desk.enter(indicator("自定"))), "library-not-yours");
  }

  @Test
  void peopleFromOutsideAndAdministratorsFindNothing() {
    for (Scope stranger : List.of(Kizilsu.systemAdministrator(ARTUX), Kizilsu.auditAdministrator(ARTUX))) {
      assertThatThrownBy(() -> found(stranger, "")).isInstanceOf(NoSuchFormException.class);
    }
  }

  @Test
  void aDepartmentProposesFinanceSendsBackAndConfirms() {
    UUID entry = proposed("师德培训人次");
    Scope unit = Kizilsu.clerk(ARTUX);
    Scope otherDepartment = Kizilsu.person(ARTUX, "卫健审核员", Kizilsu.HEALTH, Role.DEPARTMENT_REVIEWER);
    assertThat(found(unit, "师德")).containsExactly("DEPARTMENT 师德培训人次");
    assertThat(found(otherDepartment, "师德")).isEmpty();
    assertRefused(() -> as(unit, () -> library.choose(newest(unit, entry).id())), "library-unconfirmed");
    assertRefused(() -> as(otherDepartment, () -> desk.propose(Kizilsu.EDUCATION, indicator("别人的"), "")), "library-not-yours");
    assertRefused(() -> does(unit, () -> desk.confirm(entry, newest(unit, entry).seen())), "library-not-yours");

    Scope finance = Kizilsu.financeSection(ARTUX);
    assertRefused(() -> does(finance, () -> desk.giveBack(entry, newest(finance, entry).seen(), "不行")), "library-says-why");
    does(finance, () -> desk.giveBack(entry, newest(finance, entry).seen(), "请写明指标解释"));
    assertThat(newest(unit, entry).stateReason()).isEqualTo("请写明指标解释");
    assertThat(as(REVIEWER, () -> library.open(entry)).offers()).extracting(EntryMove.Offer::move).containsExactly(EntryMove.REVISE);

    as(REVIEWER, () -> desk.revise(entry, newest(REVIEWER, entry).seen(), with(indicator("师德培训人次"), LibraryField.EXPLANATION, "参加师德专题培训的人次")));
    int before = newest(finance, entry).seen();
    does(finance, () -> desk.confirm(entry, before));
    assertThat(newest(unit, entry).state()).isEqualTo(EntryState.IN_FORCE);
    assertThat(as(unit, () -> library.choose(newest(unit, entry).id())).number()).isEqualTo(2);
    assertThat(found(otherDepartment, "师德")).as("it stays the department's").isEmpty();
    assertRefused(() -> does(finance, () -> desk.confirm(entry, before)), "library-no-road");
    assertThat(TrailRows.of(ARTUX, "INDICATOR/" + entry)).contains("ADMINISTER|DONE||PROPOSED|", "ADMINISTER|DONE|PROPOSED|RETURNED|请写明指标解释",
        "ADMINISTER|DONE|指标解释 |指标解释 参加师德专题培训的人次|", "ADMINISTER|DONE|PROPOSED|IN_FORCE|", "ADMINISTER|REFUSED|||library-says-why");
  }

  @Test
  void nobodyConfirmsWhatTheyProposedThemselves() {
    Scope both = Kizilsu.person(ARTUX, "双岗", Kizilsu.EDUCATION, Role.DEPARTMENT_REVIEWER, Role.FINANCE_SECTION);
    UUID entry = as(both, () -> desk.propose(Kizilsu.EDUCATION, indicator("双岗指标"), "")).entry().orElseThrow();
    assertRefused(() -> does(both, () -> desk.confirm(entry, newest(both, entry).seen())), "library-own-proposal");
  }

  @Test
  void anotherVersionHoldsFromItsDayOnAndTheOneBeforeUntilThen() {
    UUID entry = entered(OFFICE, "巡查次数");
    LibraryLine first = newest(OFFICE, entry);
    String tomorrow = TODAY.plusDays(1).toString();
    Map<LibraryField, String> texts = with(indicator("巡查次数"), LibraryField.UNIT, "次");
    assertThat(as(OFFICE, () -> desk.change(entry, first.seen(), with(texts, LibraryField.VALID_FROM, "2023-02-01"), "改计量单位")).problems()
        .get(LibraryField.VALID_FROM)).isEqualTo(new Problem("library.from-too-early", Map.of("earliest", TODAY.toString())));
    as(OFFICE, () -> desk.change(entry, first.seen(), with(texts, LibraryField.VALID_FROM, tomorrow), "改计量单位"));

    Scope unit = Kizilsu.clerk(ARTUX);
    List<LibraryLine> versions = as(unit, () -> library.open(entry)).versions();
    assertThat(versions).extracting(LibraryLine::number).containsExactly(2, 1);
    assertThat(versions.getLast().indicator().until()).contains(TODAY);
    assertThat(as(unit, () -> library.choose(versions.getLast().id())).indicator().measure().unit()).isEqualTo("人次");
    assertRefused(() -> as(unit, () -> library.choose(versions.getFirst().id())), "library-not-yet");

    LibraryLine second = newest(OFFICE, entry);
    assertRefused(() -> as(OFFICE, () -> desk.change(entry, first.seen(), texts, "过时的页面上改的")), "library-changed-meanwhile");
    as(OFFICE, () -> desk.change(entry, second.seen(), with(with(texts, LibraryField.VALID_FROM, tomorrow), LibraryField.UNIT, "趟"), "计量单位再改一次"));
    LibraryLine never = as(OFFICE, () -> library.open(entry)).versions().get(1);
    assertThat(never.indicator().until()).as("it never holds").contains(TODAY);
    assertThat(as(unit, () -> library.kept(never.id())).indicator().measure().unit()).isEqualTo("次");
  }

  @Test
  void anEndedAndAStoppedIndicatorAreNotNewlyChosen() {
    UUID ended = as(OFFICE, () -> desk.enter(with(indicator("到期指标"), LibraryField.VALID_UNTIL, "2023-02-19"))).entry().orElseThrow();
    assertRefused(() -> as(OFFICE, () -> library.choose(newest(OFFICE, ended).id())), "library-expired");
    UUID stopped = entered(OFFICE, "停用指标");
    does(OFFICE, () -> desk.stop(stopped, newest(OFFICE, stopped).seen(), "不再适用本年度"));
    assertRefused(() -> as(OFFICE, () -> library.choose(newest(OFFICE, stopped).id())), "library-stopped");
    does(OFFICE, () -> desk.resume(stopped, newest(OFFICE, stopped).seen(), "重新恢复使用"));
    assertThat(as(OFFICE, () -> library.choose(newest(OFFICE, stopped).id())).code()).matches("C[0-9]{6}");
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndNothingIsKept() {
    Map<LibraryField, Problem> problems = as(OFFICE, () -> desk.enter(with(indicator("无符号"), LibraryField.SIGN, ""))).problems();
    assertThat(problems).containsOnlyKeys(LibraryField.SIGN);
    assertThat(found(OFFICE, "无符号")).isEmpty();
    as(OFFICE, () -> desk.enter(with(indicator("占号"), LibraryField.CODE, "TAKEN")));
    assertRefused(() -> as(OFFICE, () -> desk.enter(with(indicator("撞号"), LibraryField.CODE, "TAKEN"))), "library-code-taken");
  }

  @Test
  void thePrefectureSaysWhoIsShownWhat() {
    Jurisdiction prefecture = Kizilsu.ELSEWHERE;
    Scope keeper = office(prefecture);
    Scope one = Kizilsu.performanceOffice(Kizilsu.COUNTIES_ELSEWHERE.getFirst());
    Scope other = Kizilsu.performanceOffice(Kizilsu.COUNTIES_ELSEWHERE.get(1));
    assertThat(as(one, () -> library.count(LibraryFilter.ALL))).isGreaterThanOrEqualTo(573);
    List<LibrarySharing.Shown> whole = as(keeper, sharing::all);
    try {
      whole.forEach(line -> does(keeper, () -> sharing.withdraw(line.share().id())));
      assertThat(as(one, () -> library.count(LibraryFilter.ALL))).isZero();
      String county = one.jurisdiction().code().value();
      does(keeper, () -> sharing.share(new Wish(Optional.of(county), Optional.of("交通"), Optional.empty())));
      assertThat(as(one, () -> library.page(LibraryFilter.ALL, 0, 500))).hasSize(14)
          .allSatisfy(line -> assertThat(line.indicator().place().industry()).isEqualTo("交通"));
      assertThat(as(other, () -> library.count(LibraryFilter.ALL))).isZero();
      UUID entry = entered(keeper, "只给一项");
      does(keeper, () -> sharing.share(new Wish(Optional.empty(), Optional.empty(), Optional.of(entry))));
      assertThat(found(other, "")).containsExactly("PREFECTURE 只给一项");
      assertRefused(() -> does(keeper, () -> sharing.share(new Wish(Optional.empty(), Optional.empty(), Optional.of(entry)))), "library-shared-already");
      assertRefused(() -> does(keeper, () -> sharing.share(new Wish(Optional.of(ARTUX.code().value()), Optional.empty(), Optional.empty()))), "library-foreign-county");
      assertRefused(() -> does(one, () -> sharing.all()), "library-shared-by-prefecture");
    } finally {
      does(keeper, () -> sharing.share(new Wish(Optional.empty(), Optional.empty(), Optional.empty())));
    }
  }

  @Test
  void aGoalIsNamedWithWhatItTookAndTheProjectKnowsWhatItMustHave() {
    Scope clerk = Kizilsu.clerk(AKQI);
    Scope office = Kizilsu.performanceOffice(AKQI);
    UUID entry = as(office, () -> desk.enter(with(with(with(with(indicator("固化培训人次"), LibraryField.REQUIRED, "是"),
        LibraryField.FOR_CATEGORY, "特定目标类"), LibraryField.FOR_INDUSTRY, "教育"), LibraryField.EDITABLE, "指标值、分值"))).entry().orElseThrow();
    LibraryLine line = newest(clerk, entry);
    UUID form = forms.begun(AKQI, Forms.aYearOfItsOwn());
    LibraryUse.Taken goal = new LibraryUse.Taken("SELF_EVALUATION/" + form, "教师培训项目", Kizilsu.SCHOOL, 2023);
    does(clerk, () -> library.taken(line.id(), goal));
    does(clerk, () -> library.taken(line.id(), goal));
    assertThat(as(clerk, () -> library.open(entry)).uses()).extracting(LibraryUse::title).containsExactly("教师培训项目");
    for (Scope other : List.of(office, Kizilsu.clerkOfAnotherUnit(AKQI))) {
      assertThat(as(other, () -> library.open(entry)).uses()).as("a draft is its unit's own business").isEmpty();
      assertThat(as(other, () -> library.open(entry)).others()).isEqualTo(1);
    }
    does(clerk, () -> library.released(line.id(), goal.subject()));
    assertThat(as(clerk, () -> library.open(entry)).uses()).isEmpty();
    assertThat(as(office, () -> library.open(entry)).others()).isZero();

    assertThat(as(clerk, () -> library.requiredFor(new ProjectTraits("特定目标类", "", "教育")))).extracting(LibraryLine::entry).containsExactly(entry);
    assertThat(as(clerk, () -> library.requiredFor(new ProjectTraits("特定目标类", "", "交通")))).isEmpty();
    does(office, () -> desk.stop(entry, newest(office, entry).seen(), "不再作为固化指标"));
    assertThat(as(clerk, () -> library.requiredFor(new ProjectTraits("特定目标类", "", "教育")))).isEmpty();
  }

  @Test
  void aListIsFilteredAndSortedByTheDatabase() {
    LibraryFilter filter = sorted(true);
    List<String> upwards = as(OFFICE, () -> library.page(filter, 0, 500)).stream().map(line -> line.indicator().names().level3()).toList();
    List<String> downwards = as(OFFICE, () -> library.page(sorted(false), 0, 500)).stream().map(line -> line.indicator().names().level3()).toList();
    assertThat(upwards).hasSizeGreaterThan(10).isEqualTo(downwards.reversed()).isNotEqualTo(downwards);
    assertThat(as(OFFICE, () -> library.page(filter, 3, 4))).extracting(line -> line.indicator().names().level3()).isEqualTo(upwards.subList(3, 7));
    assertThat(as(OFFICE, () -> library.count(filter))).isEqualTo(upwards.size());
    assertThat(as(OFFICE, () -> library.texts(IndicatorLibrary.Column.INDUSTRY))).contains("医学科研", "交通").doesNotContain("");
  }

  private static LibraryFilter sorted(boolean ascending) {
    return new LibraryFilter("", Optional.of(LibraryLevel.PREFECTURE), "产出指标", "数量指标", "医学科研", "", Optional.of(false),
        Optional.of(EntryState.IN_FORCE), "indicator", ascending);
  }
}
