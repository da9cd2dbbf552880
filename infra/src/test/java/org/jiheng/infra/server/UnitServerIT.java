package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKQI;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiheng.app.agency.Unit;
import org.jiheng.app.agency.UnitChange;
import org.jiheng.app.agency.UnitEntry;
import org.jiheng.app.agency.UnitFollower.Following;
import org.jiheng.app.agency.UnitKind;
import org.jiheng.app.agency.UnitPost;
import org.jiheng.app.agency.UnitRegister;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.selfevaluation.SelfEvaluations;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The performance office keeps the tree: what is moved or merged goes on under its successor, and nobody's access changes unseen. */
class UnitServerIT extends WholeProduct {

  private static final Scope OFFICE = Kizilsu.performanceOffice(AKQI);
  private static final String WHY = "机构改革方案";
  private static final AtomicInteger DEPARTMENT = new AtomicInteger(400);

  @Inject
  private UnitRegister register;

  @Inject
  private SelfEvaluations selfEvaluations;

  @Inject
  private Calendar calendar;

  private final String department = String.valueOf(DEPARTMENT.incrementAndGet());
  private final String school = department + "001";
  private final String other = department + "002";
  private LocalDate today;

  @BeforeEach
  void twoUnitsOfADepartment() {
    today = as(OFFICE, calendar::today);
    add(department, "部门" + department);
    add(school, "单位" + school);
    add(other, "单位" + other);
  }

  private static UnitEntry entry(String code, String name) {
    return new UnitEntry(code, name, UnitKind.INSTITUTION, Optional.empty(), "陈立峰", Optional.of(LocalDate.of(2020, 1, 1)));
  }

  private void add(String code, String name) {
    does(OFFICE, () -> register.add(entry(code, name), WHY));
  }

  private Unit unit(String code) {
    return as(OFFICE, () -> register.open(code)).unit();
  }

  private UUID project(int year, String unit) {
    return Forms.project(AKQI, year, unit);
  }

  private static String unitOf(String table, String key, UUID id) {
    return Owner.asked("select unit from j_653023." + table + " where " + key + " = ?", id);
  }

  /** A post of the registry; taken away again, because other tests count people. */
  private static UUID post(String name, String prefix) {
    UUID person = UUID.randomUUID();
    Owner.told("insert into platform.person (id, username, name) values (?, ?, ?)", person, person.toString(), name);
    Owner.told("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values (?, ?, '653023', ?, 'UNIT_CLERK', '2020-01-01')",
        UUID.randomUUID(), person, prefix);
    return person;
  }

  private static void leave(UUID person) {
    Owner.told("delete from platform.membership where person = ?", person);
  }

  @Test
  void onlyTheOfficeKeepsTheTreeAndUnitsDoNotReadIt() {
    Scope reviewer = Kizilsu.person(AKQI, "审核员" + department, department, Role.DEPARTMENT_REVIEWER);
    assertThat(as(reviewer, register::visible)).extracting(Unit::code).containsExactly(department, school, other);
    assertRefused(() -> does(reviewer, () -> register.add(entry(department + "009", "新单位"), WHY)), "unit-office-only");
    assertThatThrownBy(() -> as(reviewer, () -> register.open("101"))).isInstanceOf(NoSuchFormException.class);
    Scope clerk = Kizilsu.person(AKQI, "填报员" + department, school, Role.UNIT_CLERK);
    assertThatThrownBy(() -> as(clerk, register::visible)).isInstanceOf(NoSuchFormException.class);
    assertThatThrownBy(() -> does(clerk, () -> register.close(other, today, WHY))).isInstanceOf(NoSuchFormException.class);
  }

  @Test
  void everythingThatSpeaksAgainstAUnitIsSaidAtOnce() {
    assertRefused(() -> does(OFFICE, () -> register.add(new UnitEntry("999001", "", UnitKind.OTHER, Optional.empty(), "", Optional.empty()), "改")),
        "unit-without-parent", "unit-nameless", "unit-without-responsible", "unit-says-why");
  }

  @Test
  void aNewNameAndANewPersonInChargeAreHistoryAndOnRecord() {
    Unit before = unit(school);
    does(OFFICE, () -> register.change(school, before.version(),
        new UnitEntry(school, "更名后" + school, UnitKind.INSTITUTION, Optional.empty(), "王思源", Optional.empty()), WHY));
    UnitRegister.Page page = as(OFFICE, () -> register.open(school));
    assertThat(page.unit().responsible()).isEqualTo("王思源");
    assertThat(page.changes()).extracting(UnitChange::kind).contains(UnitChange.Kind.RENAMED, UnitChange.Kind.RESPONSIBLE, UnitChange.Kind.ADDED);
    assertThat(TrailRows.of(AKQI, "UNIT/" + school)).anyMatch(row -> row.contains("ADMINISTER|DONE|陈立峰|王思源|RESPONSIBLE " + WHY));
    assertRefused(() -> does(OFFICE, () -> register.change(school, before.version(), entry(school, "又改"), WHY)), "unit-changed-meanwhile");
  }

  @Test
  void aMergerTakesTheYearsFromNowOnOverAndLeavesThePast() {
    UUID now = project(today.getYear(), school);
    UUID before = project(today.getYear() - 1, school);
    Scope clerk = Kizilsu.person(AKQI, "填报员" + school, school, Role.UNIT_CLERK);
    UUID open = as(clerk, () -> selfEvaluations.begin(now));
    UUID past = as(clerk, () -> selfEvaluations.begin(before));
    UnitRegister.Prospect prospect = as(OFFICE, () -> register.wouldMerge(school, other, today));
    assertThat(prospect.following()).containsExactlyInAnyOrder(new Following("PROJECT", 1, 1), new Following("SELF_EVALUATION", 1, 1));
    does(OFFICE, () -> register.merge(school, other, today, WHY, prospect.posts()));

    assertThat(unit(school).successor()).contains(other);
    assertThat(unit(school).validUntil()).contains(today.minusDays(1));
    assertThat(unitOf("project", "id", now)).isEqualTo(other);
    assertThat(unitOf("review", "id", open)).isEqualTo(other);
    assertThat(unitOf("self_evaluation", "id", open)).isEqualTo(other);
    assertThat(unitOf("project", "id", before)).isEqualTo(school);
    assertThat(unitOf("review", "id", past)).isEqualTo(school);
    assertThatThrownBy(() -> as(clerk, () -> selfEvaluations.open(open))).as("the old post does not follow").isInstanceOf(NoSuchFormException.class);
    assertThat(as(clerk, () -> selfEvaluations.open(past)).projectName()).isNotBlank();
    assertRefused(() -> does(OFFICE, () -> register.merge(other, school, today, WHY, Set.of())), "unit-not-there");
  }

  @Test
  void whosePostsAreTouchedIsNamedAndHasToBeSeen() {
    UUID old = post("旧岗" + department, school);
    UUID gaining = post("新岗" + department, other);
    try {
      UnitRegister.Prospect prospect = as(OFFICE, () -> register.wouldMerge(school, other, today));
      assertThat(prospect.pointing()).extracting(UnitPost::name).containsExactly("旧岗" + department);
      assertThat(prospect.gaining()).extracting(UnitPost::name).containsExactly("新岗" + department);
      assertRefused(() -> does(OFFICE, () -> register.merge(school, other, today, WHY, Set.of())), "unit-posts-changed");
      UUID later = post("后来" + department, other);
      try {
        assertRefused(() -> does(OFFICE, () -> register.merge(school, other, today, WHY, prospect.posts())), "unit-posts-changed");
      } finally {
        leave(later);
      }
      does(OFFICE, () -> register.merge(school, other, today, WHY, prospect.posts()));
      assertThat(Owner.rows("select unit_prefix from platform.membership where person = ?", old)).as("no post was changed").containsExactly(school);
    } finally {
      leave(old);
      leave(gaining);
    }
  }

  @Test
  void aMoveTakesTheWholeBranchAlong() {
    String goal = String.valueOf(DEPARTMENT.incrementAndGet());
    add(goal, "部门" + goal);
    add(school + "001", "下级" + school);
    UUID project = project(today.getYear(), school + "001");
    UnitRegister.Prospect prospect = as(OFFICE, () -> register.wouldMove(school, goal + "007", today));
    does(OFFICE, () -> register.move(school, goal + "007", today, WHY, prospect.posts()));
    assertThat(unit(goal + "007").name()).isEqualTo("单位" + school);
    assertThat(unit(school + "001").successor()).contains(goal + "007001");
    assertThat(unitOf("project", "id", project)).isEqualTo(goal + "007001");
    assertThat(as(OFFICE, () -> register.open(goal + "007")).predecessors()).extracting(Unit::code).containsExactly(school);
    assertRefused(() -> does(OFFICE, () -> register.add(entry(school, "复用"), WHY)), "unit-code-taken");
  }

  @Test
  void aUnitWithWorkIsNotClosed() {
    project(today.getYear(), school);
    assertRefused(() -> does(OFFICE, () -> register.close(school, today, WHY)), "unit-has-projects");
    assertRefused(() -> does(OFFICE, () -> register.close(department, today, WHY)), "unit-has-units");
    does(OFFICE, () -> register.close(other, today, WHY));
    assertThat(unit(other).validUntil()).contains(today);
    assertThat(unit(other).successor()).isEmpty();
  }

  @Test
  void nothingOfARefusedChangeIsKept() {
    int changes = Owner.rows("select id from j_653023.unit_change where unit = ?", school).size();
    assertThatThrownBy(() -> does(OFFICE, () -> register.move(school, school + "001", today, WHY, Set.of()))).isInstanceOf(RefusedException.class);
    assertThat(Owner.rows("select id from j_653023.unit_change where unit = ?", school)).hasSize(changes);
    assertThat(TrailRows.of(AKQI, "UNIT")).anyMatch(row -> row.startsWith("ADMINISTER|REFUSED") && row.contains("unit-under-itself"));
  }

  @Test
  void theDatabaseLetsAJurisdictionSeeItsOwnPostsOnly() {
    UUID mine = post("本县" + department, school);
    UUID person = UUID.randomUUID();
    Owner.told("insert into platform.person (id, username, name) values (?, ?, ?)", person, person.toString(), "邻县" + department);
    Owner.told("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values (?, ?, '653022', ?, 'UNIT_CLERK', '2020-01-01')",
        UUID.randomUUID(), person, school);
    try {
      List<String> names = as(OFFICE, () -> register.wouldMerge(school, other, today)).pointing().stream().map(UnitPost::name).toList();
      assertThat(names).containsExactly("本县" + department);
    } finally {
      leave(mine);
      leave(person);
    }
  }
}
