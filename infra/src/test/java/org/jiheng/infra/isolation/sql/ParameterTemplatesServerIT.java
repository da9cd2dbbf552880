package org.jiheng.infra.isolation.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.infra.server.Work;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever statement somebody brings into a transaction: the template of a prefecture is written by that prefecture alone. */
class ParameterTemplatesServerIT extends WholeProduct {

  private static final String KEY = "transfer.deadline_days";
  private static final UUID ROW = UUID.fromString("01890000-0000-7000-8000-0000000000a1");

  private static final String FIRST_DAY = "2020-01-01";

  /** Business day of whoever writes. */
  private String day = FIRST_DAY;

  @Inject
  private Work work;

  @BeforeEach
  void thePrefectureHasOne() {
    noneIsLeft();
    Owner.told("insert into platform.parameter_template (id, prefecture, key, fiscal_year, value, author, reason, effective) "
        + "values (?, '653000', ?, 2091, '25', '州绩效科', '隔离测试', '2020-01-01')", ROW, KEY);
  }

  @AfterEach
  void noneIsLeft() {
    Owner.told("delete from platform.parameter_template where reason = '隔离测试'");
  }

  private int done(Scope person, String sql) {
    return as(person, () -> work.inTransaction(database -> {
      database.createNativeQuery("select set_config('jiheng.day', '" + day + "', true)").getResultList();
      return database.createNativeQuery(sql).executeUpdate();
    }));
  }

  @Test
  void whatHoldsAlreadyStaysAsItWasAndWithoutADayNothingIsWritten() {
    Scope office = Kizilsu.performanceOffice(Kizilsu.PREFECTURE);
    String update = "update platform.parameter_template set value = '27' where id = '" + ROW + "'";
    String delete = "delete from platform.parameter_template where id = '" + ROW + "'";
    day = "2020-01-02";
    assertThat(done(office, update)).isZero();
    assertThat(done(office, delete)).isZero();
    day = "";
    assertThat(done(office, update)).isZero();
    assertThat(done(office, delete)).isZero();
    day = FIRST_DAY;
    assertThat(done(office, delete)).as("it holds on its first day").isZero();
    assertThat(done(office, update)).isOne();
    assertThat(stored()).isEqualTo("27 1");
    day = "2019-12-31";
    assertThat(done(office, delete)).isOne();
  }

  private static String insert(Jurisdiction of) {
    return "insert into platform.parameter_template (id, prefecture, key, fiscal_year, value, author, reason, effective) values ('" + UUID.randomUUID()
        + "', '" + of.code().value() + "', '" + KEY + "', 2091, '1', 'x', '隔离测试', '2021-01-01')";
  }

  private static String stored() {
    return Owner.asked("select value || ' ' || (select count(*) from platform.parameter_template where reason = '隔离测试') from platform.parameter_template where id = ?", ROW);
  }

  @Test
  void aCountyAndAnotherPrefectureAndItsCountiesWriteNothingOfIt() {
    List<Scope> others = List.of(Kizilsu.performanceOffice(Kizilsu.ARTUX), Kizilsu.performanceOffice(Kizilsu.ELSEWHERE),
        Kizilsu.performanceOffice(Kizilsu.COUNTIES_ELSEWHERE.getFirst()));
    for (Scope other : others) {
      assertThatThrownBy(() -> done(other, insert(Kizilsu.PREFECTURE))).as(other.jurisdiction().name()).hasStackTraceContaining("row-level security");
      assertThat(done(other, "update platform.parameter_template set value = '1' where key = '" + KEY + "'")).isZero();
      assertThat(done(other, "delete from platform.parameter_template where key = '" + KEY + "'")).isZero();
    }
    assertThat(stored()).isEqualTo("25 1");
  }

  @Test
  void aCountyHasNoTemplateOfItsOwn() {
    assertThatThrownBy(() -> done(Kizilsu.performanceOffice(Kizilsu.ARTUX), insert(Kizilsu.ARTUX))).hasStackTraceContaining("row-level security");
    assertThat(stored()).isEqualTo("25 1");
  }

  @Test
  void peopleFromOutsideAndAdministratorsWriteNothingEvenInThePrefecture() {
    for (Scope other : List.of(Kizilsu.person(Kizilsu.PREFECTURE, "评价员", "", Role.THIRD_PARTY), Kizilsu.auditAdministrator(Kizilsu.PREFECTURE).auditTrail(),
        Kizilsu.performanceOffice(Kizilsu.PREFECTURE).keepingGuests())) {
      assertThatThrownBy(() -> done(other, insert(Kizilsu.PREFECTURE))).hasStackTraceContaining("permission denied");
    }
    assertThat(stored()).isEqualTo("25 1");
  }

  @Test
  void thePrefectureWritesItsOwnAndMovesNoRowElsewhere() {
    Scope office = Kizilsu.performanceOffice(Kizilsu.PREFECTURE);
    assertThat(done(office, insert(Kizilsu.PREFECTURE))).isOne();
    assertThat(done(office, "update platform.parameter_template set value = '26' where id = '" + ROW + "'")).isOne();
    assertThatThrownBy(() -> done(office, "update platform.parameter_template set prefecture = '659000' where id = '" + ROW + "'"))
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(() -> done(office, "update platform.parameter_template set effective = '2020-02-02' where id = '" + ROW + "'"))
        .hasStackTraceContaining("permission denied");
    assertThat(stored()).isEqualTo("26 2");
  }
}
