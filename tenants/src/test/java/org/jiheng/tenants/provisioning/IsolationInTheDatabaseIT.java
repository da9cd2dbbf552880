package org.jiheng.tenants.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database itself refuses, whatever the application asks (DESIGN, tenancy: third layer). */
class IsolationInTheDatabaseIT {

  private static final JurisdictionCode PREFECTURE = ThreeJurisdictions.PREFECTURE;
  private static final JurisdictionCode ARTUX = ThreeJurisdictions.ARTUX;
  private static final JurisdictionCode AKTO = ThreeJurisdictions.AKTO;

  private static ThreeJurisdictions database;

  @BeforeAll
  static void threeJurisdictions() throws IOException, SQLException {
    database = ThreeJurisdictions.start();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  private static void as(JurisdictionCode code, String... statements) throws SQLException {
    database.as(Schemas.roleOf(code), statements);
  }

  private static String askedAs(JurisdictionCode code, String query) throws SQLException {
    return database.askedAs(Schemas.roleOf(code), query);
  }

  @Test
  void theLoginAloneSeesNothing() throws SQLException {
    try (Connection connection = database.login().getConnection(); Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("select * from j_653001.unit")).hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.executeQuery("select * from platform.membership")).hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.executeQuery("select * from unit")).hasMessageContaining("does not exist");
    }
  }

  @Test
  void aJurisdictionSeesItsOwnRowsAndNoOtherJurisdictions() throws SQLException {
    assertThat(askedAs(ARTUX, "select name from j_653001.unit")).isEqualTo("of 653001");
    assertThatThrownBy(() -> askedAs(ARTUX, "select name from j_653022.unit")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> askedAs(ARTUX, "select name from j_653022_eye.unit")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> askedAs(ARTUX, "select username from platform.person")).hasMessageContaining("permission denied");
  }

  @Test
  void theRoleOfOneTransactionIsGoneInTheNext() throws SQLException {
    try (Connection connection = database.login().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local role j_653001");
        statement.executeQuery("select * from j_653001.unit");
        connection.commit();
        assertThatThrownBy(() -> statement.executeQuery("select * from j_653001.unit")).hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void stepsAndVersionsAreOnlyEverAdded() {
    for (String table : List.of("review_step", "form_version", "command")) {
      assertThatThrownBy(() -> as(ARTUX, "delete from j_653001." + table)).hasMessageContaining("permission denied");
      assertThatThrownBy(() -> as(ARTUX, "truncate j_653001." + table)).hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> as(ARTUX, "update j_653001.review_step set comment = ''")).hasMessageContaining("permission denied");
  }

  @Test
  void aJurisdictionCannotChangeItsLayout() {
    assertThatThrownBy(() -> as(ARTUX, "create table j_653001.mine (x int)")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> as(ARTUX, "alter table j_653001.unit add x int")).hasMessageContaining("must be owner");
  }

  @Test
  void thePrefectureSeesOfACountyWhatIsApprovedAndWritesNothing() throws SQLException {
    form("10000000-0000-7000-8000-000000000001", "APPROVED");
    form("10000000-0000-7000-8000-000000000002", "FINANCE_FIRST");

    assertThat(database.askedByTheOverseerOf(ARTUX, "select count(*) from j_653001_eye.review")).isEqualTo("1");
    assertThat(database.askedByTheOverseerOf(ARTUX, "select count(*) from j_653001_eye.draft")).isEqualTo("0");
    assertThatThrownBy(() -> askedAs(PREFECTURE, "select * from j_653001.review")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> as(PREFECTURE, "update j_653001_eye.review set title = 'x'")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> as(PREFECTURE, "delete from j_653001_eye.unit")).hasMessageContaining("permission denied");
  }

  private static void form(String id, String state) throws SQLException {
    as(ARTUX, "insert into j_653001.review (id, form_type, title, unit, fiscal_year, route, state, changed_at, changed_by, version) values ('"
        + id + "', 'X', 't', '101', 2022, 'FINANCE_FIRST', '" + state + "', now(), 'x', 1)");
  }

  @Test
  void figuresOfACountyAreWrittenByItAndReadByItsPrefectureAlone() throws SQLException {
    String insert = "insert into rollup.self_evaluation values ('%s', 2022, 1, 1, 10, 9, 1, 1, 0, 0, 0, 0, 95, now())";
    as(ARTUX, insert.formatted("653001"));

    assertThatThrownBy(() -> as(ARTUX, insert.formatted("653022"))).hasMessageContaining("row-level security");
    assertThat(askedAs(PREFECTURE, "select jurisdiction from rollup.self_evaluation")).isEqualTo("653001");
    assertThat(askedAs(AKTO, "select jurisdiction from rollup.self_evaluation")).isEqualTo("nothing");
    as(PREFECTURE, "update rollup.self_evaluation set budget = 0");
    assertThat(askedAs(ARTUX, "select budget from rollup.self_evaluation")).isEqualTo("10.00");
  }

  /** Two prefectures on one platform: what one hands to its counties is nobody else's business. */
  @Test
  void theTemplateOfAPrefectureIsReadByItselfAndItsCountiesAlone() throws SQLException {
    JurisdictionCode other = new JurisdictionCode("652900");
    JurisdictionCode countyOfTheOther = new JurisdictionCode("652901");
    database.provisioning().jurisdiction(new Jurisdiction(other, "阿克苏地区", Optional.empty()));
    database.provisioning().jurisdiction(new Jurisdiction(countyOfTheOther, "阿克苏市", Optional.of(other)));
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      for (JurisdictionCode prefecture : List.of(PREFECTURE, other)) {
        statement.execute("insert into platform.parameter_template (id, prefecture, key, value, author, reason, effective) values ('"
            + Identifiers.next() + "', '" + prefecture + "', 'grade.good', 'of " + prefecture + "', 'x', 'x', '2023-01-01')");
      }
    }

    String all = "select string_agg(value, ' ') from platform.parameter_template";
    for (JurisdictionCode reader : List.of(PREFECTURE, ARTUX, AKTO)) {
      assertThat(askedAs(reader, all)).as(reader.value()).isEqualTo("of 653000");
    }
    for (JurisdictionCode reader : List.of(other, countyOfTheOther)) {
      assertThat(askedAs(reader, all)).as(reader.value()).isEqualTo("of 652900");
    }
    // a prefecture keeps its own; a county is shown its prefecture's, and none of them is its to change
    as(ARTUX, "select set_config('jiheng.day', '2022-12-31', true)", "update platform.parameter_template set value = 'x'", "delete from platform.parameter_template");
    assertThat(askedAs(PREFECTURE, all)).isEqualTo("of 653000");
    assertThat(askedAs(other, all)).isEqualTo("of 652900");
    // the other tests speak of one prefecture
    database.provisioning().migrate();
  }

  @Test
  void aReturnWithoutAReasonIsRefusedByTheDatabaseToo() {
    assertThatThrownBy(() -> as(ARTUX,
        "insert into j_653001.review_step values ('" + Identifiers.next() + "', '10000000-0000-7000-8000-000000000001', 'RETURN', 'FINANCE_FIRST', "
            + "'RETURNED', 1, '" + Identifiers.next() + "', 'x', now(), null, '')")).hasMessageContaining("a_return_says_why");
  }

  @Test
  void nothingIsDoneWhereNothingIsBehindAndEveryStepMayBeRepeated() throws SQLException {
    database.provisioning().platform();
    database.provisioning().jurisdiction(new Jurisdiction(ARTUX, "阿图什市", Optional.of(PREFECTURE)));
    assertThat(database.provisioning().migrate()).isEmpty();
  }

  @Test
  void aJurisdictionThatCannotBeMigratedIsQuarantinedAndTheOthersGoOn() throws SQLException {
    JurisdictionCode broken = new JurisdictionCode("653023");
    JurisdictionCode sound = new JurisdictionCode("653024");
    database.provisioning().jurisdiction(new Jurisdiction(broken, "阿合奇县", Optional.of(PREFECTURE)));
    database.provisioning().jurisdiction(new Jurisdiction(sound, "乌恰县", Optional.of(PREFECTURE)));
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("create table j_653023.unit (in_the_way int)");
      assertThat(database.provisioning().migrate())
          .extracting(one -> one.jurisdiction() + " " + one.failure().isPresent())
          .containsExactlyInAnyOrder("653023 true", "653024 false");
      assertThat(state(statement, broken)).isEqualTo("QUARANTINED");

      statement.execute("drop table j_653023.unit");
      assertThat(database.provisioning().migrate()).extracting(one -> one.failure().isPresent()).containsExactly(false);
      assertThat(state(statement, broken)).isEqualTo("ACTIVE");
    }
  }

  private static String state(Statement statement, JurisdictionCode code) throws SQLException {
    try (ResultSet row = statement.executeQuery("select state from platform.jurisdiction where code = '" + code + "'")) {
      row.next();
      return row.getString(1);
    }
  }
}
