package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.AKQI;
import static org.jiheng.infra.server.Kizilsu.AKTO;
import static org.jiheng.infra.server.Kizilsu.PREFECTURE;
import static org.jiheng.infra.server.Kizilsu.performanceOffice;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.ParameterChange;
import org.jiheng.app.parameter.ParameterChange.Flaw;
import org.jiheng.app.parameter.ParameterDesk;
import org.jiheng.app.parameter.ParameterFilter;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterLevel;
import org.jiheng.app.parameter.ParameterLine;
import org.jiheng.app.parameter.ParameterRow;
import org.jiheng.app.parameter.ParameterSet.Origin;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.review.FormState;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The office sets parameters and takes back what does not hold yet; what is finished stays as it was, and all of it is on record. */
class ParameterServerIT extends WholeProduct {

  private static final Scope OFFICE = performanceOffice(AKQI);
  private static final Scope OVERSIGHT = Kizilsu.oversight();
  private static final LocalDate TODAY = Contracts.TODAY;
  private static final int YEAR = 2090;
  private static final String CUT = "grade.cut";
  private static final String REASON = "自治区财政厅要求调整";
  private static final Words WORDS = Words.chinese();

  @Inject
  private ParameterDesk desk;

  @Inject
  private Parameters parameters;

  @Inject
  private Forms forms;

  @Inject
  private Trail trail;

  /** Other tests go by the platform's defaults. */
  @AfterEach
  void nothingStaysSet() {
    for (String county : List.of("653023", "653022", "653000")) {
      Owner.told("delete from j_" + county + ".parameter where reason = ?", REASON);
    }
    Owner.told("delete from platform.parameter_template where reason = ?", REASON);
  }

  private static ParameterChange own(String key, Integer year, String value, LocalDate from) {
    return new ParameterChange(ParameterLevel.OWN, key, Optional.ofNullable(year), value, Optional.of(from), REASON);
  }

  private static ParameterChange template(String key, Integer year, String value, LocalDate from) {
    return new ParameterChange(ParameterLevel.TEMPLATE, key, Optional.ofNullable(year), value, Optional.of(from), REASON);
  }

  private void set(Scope person, ParameterChange change) {
    assertThat(as(person, () -> desk.set(change, seen(person, change)))).isEmpty();
  }

  private List<String> refused(Scope person, ParameterChange change) {
    return as(person, () -> desk.set(change, seen(person, change))).stream().map(Flaw::problem).map(Problem::code).toList();
  }

  /** What whoever may look sees before setting it. */
  private List<ParameterRow> seen(Scope person, ParameterChange change) {
    try {
      return as(person, () -> desk.open(change.level(), YEAR, change.key())).map(ParameterDesk.Page::rows).orElse(List.of());
    } catch (NoScopeException notTheirs) {
      return List.of();
    }
  }

  private ParameterLine line(Scope person, ParameterLevel level, int year) {
    return as(person, () -> desk.open(level, year, CUT)).orElseThrow().line();
  }

  private List<String> trailOf(String key) {
    return TrailRows.of(AKQI, "PARAMETER/" + key);
  }

  // --- in force

  @Test
  void theListShowsWhatHoldsWhereItComesFromAndWhatWillHold() {
    set(OVERSIGHT, template(CUT, null, "91/81/61", TODAY));
    assertThat(line(OFFICE, ParameterLevel.OWN, YEAR)).satisfies(line -> {
      assertThat(line.value()).isEqualTo("91/81/61");
      assertThat(line.origin()).isEqualTo(Origin.TEMPLATE);
      assertThat(line.set().orElseThrow().author()).isEqualTo("州绩效科");
    });
    set(OFFICE, own(CUT, YEAR, "92/82/62", TODAY));
    set(OFFICE, own(CUT, YEAR, "93/83/63", TODAY.plusDays(10)));
    assertThat(line(OFFICE, ParameterLevel.OWN, YEAR)).satisfies(line -> {
      assertThat(line.value()).isEqualTo("92/82/62");
      assertThat(line.origin()).isEqualTo(Origin.JURISDICTION_YEAR);
      assertThat(line.later()).extracting(ParameterRow::value).containsExactly("93/83/63");
    });
    assertThat(as(OFFICE, () -> parameters.inForce(YEAR)).settings().get(CUT).value()).isEqualTo("92/82/62");
    assertThat(line(OFFICE, ParameterLevel.OWN, YEAR + 1).origin()).isEqualTo(Origin.TEMPLATE);
    assertThat(line(performanceOffice(AKTO), ParameterLevel.OWN, YEAR).value()).as("a county beside it").isEqualTo("91/81/61");
    assertThat(line(performanceOffice(Kizilsu.COUNTIES_ELSEWHERE.getFirst()), ParameterLevel.OWN, YEAR).origin()).isEqualTo(Origin.PLATFORM);
  }

  @Test
  void theListIsFilteredByWorkTextOriginAndWhatIsToCome() {
    set(OFFICE, own(CUT, YEAR, "92/82/62", TODAY.plusDays(3)));
    assertThat(as(OFFICE, () -> desk.list(ParameterLevel.OWN, YEAR, ParameterFilter.ALL, WORDS))).hasSizeGreaterThan(60);
    assertThat(found(new ParameterFilter("等级分界", Optional.empty(), Optional.empty(), false))).containsExactly(CUT);
    assertThat(found(new ParameterFilter("", Optional.of(ParameterGroup.TASK), Optional.empty(), false))).containsExactly("task.remind.before", "task.remind.every");
    assertThat(found(new ParameterFilter("GRADE.", Optional.empty(), Optional.of(Origin.PLATFORM), true))).containsExactly(CUT);
    assertThat(found(new ParameterFilter("", Optional.empty(), Optional.empty(), true))).containsExactly(CUT);
    assertThat(found(new ParameterFilter("", Optional.empty(), Optional.of(Origin.JURISDICTION), false))).isEmpty();
  }

  private List<String> found(ParameterFilter filter) {
    return as(OFFICE, () -> desk.list(ParameterLevel.OWN, YEAR, filter, WORDS)).stream().map(line -> line.parameter().name()).toList();
  }

  @Test
  void aFinishedFormKeepsItsParametersAndTheNextOneGoesByTheNew() {
    UUID finished = forms.at(FormState.APPROVED, AKQI, YEAR);
    assertThat(grade(finished)).isEqualTo(Grade.EXCELLENT);
    String before = Owner.asked("select parameters::text from j_653023.form_version where review = ? order by number desc limit 1", finished);

    set(OFFICE, own(CUT, YEAR, "99.9/80/60", TODAY));

    assertThat(grade(finished)).isEqualTo(Grade.EXCELLENT);
    assertThat(Owner.asked("select parameters::text from j_653023.form_version where review = ? order by number desc limit 1", finished)).isEqualTo(before);
    assertThat(grade(forms.at(FormState.APPROVED, AKQI, YEAR))).isEqualTo(Grade.GOOD);
  }

  private Grade grade(UUID form) {
    SelfEvaluationForm seen = forms.seenBy(Kizilsu.auditor(AKQI), form);
    return seen.result().grade().orElseThrow().value().orElseThrow();
  }

  // --- setting

  @Test
  void whatIsWrongIsAnsweredAndNothingIsChanged() {
    String before = Owner.asked("select count(*) from j_653023.parameter");
    assertThat(refused(OFFICE, own("no.such", null, "1", TODAY))).containsExactly("parameter-unknown");
    assertThat(refused(OFFICE, own(CUT, 1999, "九十分", TODAY.minusDays(1)))).containsExactly("parameter-year", "parameter-unreadable", "parameter-day-over");
    assertThat(refused(OFFICE, own(CUT, YEAR, "60/80/90", TODAY))).containsExactly("parameter-unreadable");
    assertThat(refused(OFFICE, own("goal.check_levels", YEAR, "G15", TODAY))).containsExactly("parameter-unreadable");
    assertThat(refused(OFFICE, own("goal.min_counts", YEAR, "quanttity=1", TODAY))).containsExactly("parameter-unreadable");
    assertThat(refused(OFFICE, own("publish.days", YEAR, "-20", TODAY))).containsExactly("parameter-unreadable");
    assertThat(refused(OFFICE, new ParameterChange(ParameterLevel.OWN, CUT, Optional.empty(), "90/80/60", Optional.of(TODAY), "  "))).containsExactly("parameter-reason");
    assertThat(Owner.asked("select count(*) from j_653023.parameter")).isEqualTo(before);
    assertThat(trailOf(CUT)).anyMatch(entry -> entry.equals("ADMINISTER|REFUSED|||parameter-year, parameter-unreadable, parameter-day-over"));
  }

  /** What the cells of a value told the person is what was refused, and it is on record; nothing is changed by it. */
  @Test
  void aValueWithSomethingWrongInItsCellsIsRefused() {
    ParameterChange wrong = new ParameterChange(ParameterLevel.OWN, CUT, Optional.of(YEAR), "90/95/60", Optional.of(TODAY), REASON,
        List.of(new Problem("parameter-cell-not-lower", Map.of("above", "90"))));
    assertThat(as(OFFICE, () -> desk.set(wrong, List.of()))).singleElement().satisfies(flaw -> {
      assertThat(flaw.field()).isEqualTo(ParameterChange.Field.VALUE);
      assertThat(WORDS.say(flaw.problem())).isEqualTo("要低于上一行的 90。");
    });
    assertThat(Owner.asked("select count(*) from j_653023.parameter where key = ?", CUT)).isEqualTo("0");
    assertThat(trailOf(CUT)).anyMatch(entry -> entry.equals("ADMINISTER|REFUSED|||parameter-cell-not-lower"));
  }

  /** A value for all years leaves those that have one of their own as they are, and says which they are. */
  @Test
  void yearsWithAValueOfTheirOwnGoOnByIt() {
    set(OFFICE, own(CUT, YEAR, "92/82/62", TODAY));
    set(OFFICE, own(CUT, YEAR + 1, "93/83/63", TODAY.plusDays(5)));
    set(OVERSIGHT, template(CUT, YEAR + 2, "94/84/64", TODAY));
    ParameterDesk.Page page = as(OFFICE, () -> desk.open(ParameterLevel.OWN, YEAR, CUT)).orElseThrow();
    assertThat(page.yearsOfTheirOwn(ParameterLevel.OWN, TODAY)).containsExactly(YEAR);
    assertThat(page.yearsOfTheirOwn(ParameterLevel.OWN, TODAY.plusDays(5))).containsExactly(YEAR, YEAR + 1);
    set(OFFICE, own(CUT, null, "91/81/61", TODAY));
    assertThat(line(OFFICE, ParameterLevel.OWN, YEAR).value()).isEqualTo("92/82/62");
    assertThat(line(OFFICE, ParameterLevel.OWN, YEAR + 2).value()).as("the template's year gives way").isEqualTo("91/81/61");
  }

  @Test
  void theSameDayAgainReplacesThatDaysRowAndTheTrailHasBoth() {
    set(OFFICE, own("goal.resubmit.days", YEAR, "12", TODAY));
    set(OFFICE, own("goal.resubmit.days", YEAR, "15", TODAY));
    set(OFFICE, own("goal.resubmit.days", null, "20", TODAY));
    assertThat(Owner.rows("select fiscal_year, value from j_653023.parameter where key = 'goal.resubmit.days' order by value"))
        .containsExactly(YEAR + "|15", "null|20");
    assertThat(trailOf("goal.resubmit.days")).endsWith(
        "ADMINISTER|DONE|10|12|" + REASON, "ADMINISTER|DONE|12|15|" + REASON, "ADMINISTER|DONE|10|20|" + REASON);
    assertThat(TrailRows.columns(AKQI, "title", "subject = 'PARAMETER/goal.resubmit.days' and outcome = 'DONE'"))
        .contains("退回后重报期限 · " + YEAR + " 年度 · 自 " + TODAY + " 起", "退回后重报期限 · 各年度 · 自 " + TODAY + " 起");
  }

  @Test
  void whatDoesNotHoldYetIsTakenBackAndWhatHoldsIsNot() {
    set(OFFICE, own("goal.alike", YEAR, "0.8", TODAY));
    set(OFFICE, own("goal.alike", YEAR, "0.7", TODAY.plusDays(1)));
    ParameterDesk.Page page = as(OFFICE, () -> desk.open(ParameterLevel.OWN, YEAR, "goal.alike")).orElseThrow();
    assertThat(page.rows()).extracting(ParameterRow::value).containsExactly("0.7", "0.8");
    UUID later = page.rows().getFirst().id();
    UUID now = page.rows().getLast().id();
    assertThat(page.removable()).containsExactly(later);
    assertThat(takenBack(OFFICE, ParameterLevel.OWN, now, REASON)).containsExactly("parameter-in-force");
    assertThat(takenBack(OFFICE, ParameterLevel.OWN, later, "无")).containsExactly("parameter-reason");
    assertThat(takenBack(Kizilsu.financeSection(AKQI), ParameterLevel.OWN, later, REASON)).containsExactly("parameters-not-yours");
    assertThat(takenBack(OFFICE, ParameterLevel.OWN, later, REASON)).isEmpty();
    assertThat(takenBack(OFFICE, ParameterLevel.OWN, later, REASON)).containsExactly("parameter-row-gone");
    assertThat(Owner.rows("select value from j_653023.parameter where key = 'goal.alike'")).containsExactly("0.8");
    assertThat(trailOf("goal.alike")).contains("ADMINISTER|DONE|0.7||" + REASON);
  }

  private List<String> takenBack(Scope person, ParameterLevel level, UUID row, String reason) {
    return as(person, () -> desk.takeBack(level, row, reason)).stream().map(Problem::code).toList();
  }

  @Test
  void twoWhoSetTheSameDayAreToldOfEachOther() throws Exception {
    String key = "goal.resubmit.days";
    ParameterChange first = own(key, YEAR, "31", TODAY);
    ParameterChange second = own(key, YEAR, "32", TODAY);
    List<ParameterRow> nothing = List.of();
    List<List<Flaw>> answers = Together.at(List.of(() -> as(OFFICE, () -> desk.set(first, nothing)), () -> as(OFFICE, () -> desk.set(second, nothing))));
    assertThat(answers.stream().filter(List::isEmpty)).hasSize(1);
    assertThat(answers.stream().flatMap(List::stream)).singleElement().satisfies(flaw -> {
      assertThat(flaw.field()).isEqualTo(ParameterChange.Field.EFFECTIVE);
      assertThat(flaw.problem().code()).isEqualTo("parameter-set-meanwhile");
      assertThat(flaw.problem().inputs()).containsEntry("by", OFFICE.caller().name());
    });
    assertThat(Owner.asked("select count(*) from j_653023.parameter where key = ?", key)).isEqualTo("1");

    List<ParameterRow> before = seen(OFFICE, first);
    set(OFFICE, own(key, YEAR, "33", TODAY));
    assertThat(as(OFFICE, () -> desk.set(first, before))).extracting(flaw -> flaw.problem().code()).containsExactly("parameter-set-meanwhile");
    assertThat(as(OFFICE, () -> desk.set(own(key, YEAR, "34", TODAY.plusDays(1)), before))).as("another day is nobody else's").isEmpty();
    List<ParameterRow> later = seen(OFFICE, first);
    UUID row = later.getFirst().id();
    assertThat(takenBack(OFFICE, ParameterLevel.OWN, row, REASON)).isEmpty();
    assertThat(as(OFFICE, () -> desk.set(own(key, YEAR, "35", TODAY.plusDays(1)), later))).extracting(flaw -> flaw.problem().code())
        .containsExactly("parameter-taken-back-meanwhile");
    assertThat(Owner.rows("select value from j_653023.parameter where key = '" + key + "'")).containsExactly("33");
  }

  @Test
  void supportIsNeverCheaperThanPartialSupport() {
    assertThat(refused(OFFICE, own("exante.pass", YEAR, "59", TODAY))).containsExactly("parameter-below");
    assertThat(refused(OFFICE, own("exante.partial", YEAR, "80.5", TODAY))).containsExactly("parameter-below");
    set(OFFICE, own("exante.partial", YEAR, "50", TODAY));
    set(OFFICE, own("exante.pass", YEAR, "55", TODAY));
    assertThat(refused(OFFICE, own("exante.partial", null, "81", TODAY.plusDays(3)))).containsExactly("parameter-below");
  }

  @Test
  void noRouteEndsBeforeFinanceWhoeverWroteIt() {
    for (String form : List.of("self_evaluation", "goal", "ex_ante")) {
      for (String route : List.of("UNIT_REVIEW", "UNIT_REVIEW,DEPARTMENT_REVIEW", "FINANCE_SECOND,FINANCE_FIRST", "")) {
        assertThat(refused(OFFICE, own("review.route." + form, YEAR, route, TODAY))).as(form + " " + route).containsExactly("parameter-unreadable");
      }
    }
    set(OFFICE, own("review.route.goal", YEAR, "UNIT_REVIEW,FINANCE_FIRST", TODAY));
    int year = Forms.aYearOfItsOwn();
    Owner.told("insert into platform.parameter_template (id, prefecture, key, fiscal_year, value, author, reason, effective) "
        + "values (?, '653000', 'review.route.self_evaluation', ?, 'UNIT_REVIEW', 'x', ?, '2020-01-01')", UUID.randomUUID(), year, REASON);
    assertThatThrownBy(() -> forms.complete(AKQI, year)).hasStackTraceContaining("review.route.self_evaluation");
    assertThat(Owner.asked("select count(*) from j_653023.review where fiscal_year = ?", year)).isEqualTo("0");
  }

  // --- who

  @Test
  void onlyTheOfficeSetsAndOnlyWhoHasToDoWithMoneyReads() {
    List<Scope> readers = List.of(Kizilsu.financeSection(AKQI), Kizilsu.auditor(AKQI), Kizilsu.person(AKQI, "局领导", "", Role.BUREAU_LEADER));
    for (Scope reader : readers) {
      assertThat(line(reader, ParameterLevel.OWN, YEAR).value()).isEqualTo("90/80/60");
      assertThat(refused(reader, own(CUT, YEAR, "95/85/65", TODAY))).containsExactly("parameters-not-yours");
    }
    List<Scope> nobodies = List.of(Kizilsu.clerk(AKQI), Kizilsu.approver(AKQI), Kizilsu.departmentReviewer(AKQI), Kizilsu.systemAdministrator(AKQI),
        Kizilsu.auditAdministrator(AKQI), Kizilsu.person(AKQI, "预算股", "", Role.BUDGET_SECTION), Kizilsu.person(AKQI, "评价员", "", Role.THIRD_PARTY),
        Kizilsu.person(AKQI, "又是绩效办又是专家", "", Role.PERFORMANCE_OFFICE, Role.EXPERT));
    for (Scope nobody : nobodies) {
      assertThatThrownBy(() -> line(nobody, ParameterLevel.OWN, YEAR)).isInstanceOf(NoScopeException.class);
      assertThatThrownBy(() -> as(nobody, () -> desk.list(ParameterLevel.OWN, YEAR, ParameterFilter.ALL, WORDS))).isInstanceOf(NoScopeException.class);
      assertThat(refused(nobody, own(CUT, YEAR, "95/85/65", TODAY))).containsExactly("parameters-not-yours");
    }
    assertThat(Owner.asked("select count(*) from j_653023.parameter where key = ?", CUT)).isEqualTo("0");
    assertThat(trailOf(CUT)).filteredOn(entry -> entry.endsWith("REFUSED|||parameters-not-yours")).hasSizeGreaterThanOrEqualTo(readers.size() + nobodies.size());
  }

  @Test
  void whoLooksIntoACountyNeitherReadsNorSetsItsParametersAtItsDesk() {
    Scope looking = Looking.into(trail, AKQI);
    assertThatThrownBy(() -> line(looking, ParameterLevel.OWN, YEAR)).isInstanceOf(NoScopeException.class);
    assertThat(refused(looking, own(CUT, YEAR, "95/85/65", TODAY))).containsExactly("parameters-not-yours");
    assertThat(Owner.asked("select count(*) from j_653023.parameter where key = ?", CUT)).isEqualTo("0");
  }

  @Test
  void theTemplateIsThePrefecturesOffices() {
    set(OVERSIGHT, template("publish.days", null, "15", TODAY));
    set(performanceOffice(PREFECTURE), template("publish.days", null, "16", TODAY));
    assertThat(Owner.rows("select prefecture, value from platform.parameter_template where key = 'publish.days'")).containsExactly("653000|16");
    assertThat(TrailRows.of(PREFECTURE, "PARAMETER_TEMPLATE/publish.days")).contains("ADMINISTER|DONE|20|15|" + REASON, "ADMINISTER|DONE|15|16|" + REASON);
    assertThat(as(OFFICE, () -> parameters.inForce(YEAR)).settings().get("publish.days").value()).isEqualTo("16");
    assertThat(refused(OFFICE, template("publish.days", null, "17", TODAY))).containsExactly("parameters-not-yours");
    assertThatThrownBy(() -> line(OFFICE, ParameterLevel.TEMPLATE, YEAR)).isInstanceOf(NoScopeException.class);
    assertThat(refused(Kizilsu.person(PREFECTURE, "州局领导", "", Role.BUREAU_LEADER), template("publish.days", null, "17", TODAY))).containsExactly("parameters-not-yours");

    set(OVERSIGHT, template("publish.days", null, "18", TODAY.plusDays(9)));
    UUID later = UUID.fromString(Owner.asked("select id from platform.parameter_template where key = 'publish.days' and value = '18'"));
    assertThat(takenBack(OFFICE, ParameterLevel.TEMPLATE, later, REASON)).containsExactly("parameters-not-yours");
    assertThat(takenBack(performanceOffice(Kizilsu.ELSEWHERE), ParameterLevel.TEMPLATE, later, REASON)).containsExactly("parameter-row-gone");
    assertThat(takenBack(OVERSIGHT, ParameterLevel.TEMPLATE, later, REASON)).isEmpty();
    assertThat(Owner.asked("select count(*) from platform.parameter_template where id = ?", later)).isEqualTo("0");
  }
}
