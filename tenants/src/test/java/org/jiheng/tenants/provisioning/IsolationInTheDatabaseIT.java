package org.jiheng.tenants.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database itself refuses, whatever the application asks (DESIGN, tenancy: third layer). */
class IsolationInTheDatabaseIT {

  private static final JurisdictionCode PREFECTURE = new JurisdictionCode("653000");
  private static final JurisdictionCode ARTUX = new JurisdictionCode("653001");
  private static final JurisdictionCode AKTO = new JurisdictionCode("653022");

  private static EmbeddedPostgres postgres;
  private static DataSource migrator;
  private static DataSource login;
  private static Provisioning provisioning;

  @BeforeAll
  static void threeJurisdictions() throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().start();
    try (Connection connection = postgres.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("create role jiheng_migrator login createrole");
      statement.execute("create role jiheng_login login noinherit");
      statement.execute("alter role jiheng_login set search_path = ''");
      statement.execute("create database jiheng owner jiheng_migrator");
    }
    migrator = postgres.getDatabase("jiheng_migrator", "jiheng");
    login = postgres.getDatabase("jiheng_login", "jiheng");
    provisioning = new Provisioning(migrator, "jiheng_login");
    provisioning.platform();
    provisioning.jurisdiction(new Jurisdiction(PREFECTURE, "克孜勒苏柯尔克孜自治州", Optional.empty()));
    provisioning.jurisdiction(new Jurisdiction(ARTUX, "阿图什市", Optional.of(PREFECTURE)));
    provisioning.jurisdiction(new Jurisdiction(AKTO, "阿克陶县", Optional.of(PREFECTURE)));
    assertThat(provisioning.migrate()).hasSize(3).allSatisfy(one -> assertThat(one.failure()).isEmpty());
    for (JurisdictionCode code : List.of(ARTUX, AKTO)) {
      as(code, "insert into " + Schemas.of(code) + ".unit (code, name) values ('101', 'of " + code + "')");
    }
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  private static void as(JurisdictionCode code, String... statements) throws SQLException {
    try (Connection connection = login.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local role " + Schemas.roleOf(code));
        for (String sql : statements) {
          statement.execute(sql);
        }
        connection.commit();
      }
    }
  }

  private static String askedAs(JurisdictionCode code, String query) throws SQLException {
    try (Connection connection = login.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local role " + Schemas.roleOf(code));
        try (ResultSet rows = statement.executeQuery(query)) {
          return rows.next() ? rows.getString(1) : "nothing";
        }
      }
    }
  }

  @Test
  void theLoginAloneSeesNothing() throws SQLException {
    try (Connection connection = login.getConnection(); Statement statement = connection.createStatement()) {
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
    try (Connection connection = login.getConnection()) {
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

    assertThat(askedAs(PREFECTURE, "select count(*) from j_653001_eye.review")).isEqualTo("1");
    assertThat(askedAs(PREFECTURE, "select count(*) from j_653001_eye.draft")).isEqualTo("0");
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
    provisioning.jurisdiction(new Jurisdiction(other, "阿克苏地区", Optional.empty()));
    provisioning.jurisdiction(new Jurisdiction(countyOfTheOther, "阿克苏市", Optional.of(other)));
    try (Connection connection = migrator.getConnection(); Statement statement = connection.createStatement()) {
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
    assertThatThrownBy(() -> as(ARTUX, "update platform.parameter_template set value = 'x'")).hasMessageContaining("permission denied");
    // the other tests speak of one prefecture
    provisioning.migrate();
  }

  @Test
  void aReturnWithoutAReasonIsRefusedByTheDatabaseToo() {
    assertThatThrownBy(() -> as(ARTUX,
        "insert into j_653001.review_step values ('" + Identifiers.next() + "', '10000000-0000-7000-8000-000000000001', 'RETURN', 'FINANCE_FIRST', "
            + "'RETURNED', 1, '" + Identifiers.next() + "', 'x', now(), null, '')")).hasMessageContaining("a_return_says_why");
  }

  @Test
  void nothingIsDoneWhereNothingIsBehindAndEveryStepMayBeRepeated() throws SQLException {
    provisioning.platform();
    provisioning.jurisdiction(new Jurisdiction(ARTUX, "阿图什市", Optional.of(PREFECTURE)));
    assertThat(provisioning.migrate()).isEmpty();
  }

  @Test
  void aJurisdictionThatCannotBeMigratedIsQuarantinedAndTheOthersGoOn() throws SQLException {
    JurisdictionCode broken = new JurisdictionCode("653023");
    JurisdictionCode sound = new JurisdictionCode("653024");
    provisioning.jurisdiction(new Jurisdiction(broken, "阿合奇县", Optional.of(PREFECTURE)));
    provisioning.jurisdiction(new Jurisdiction(sound, "乌恰县", Optional.of(PREFECTURE)));
    try (Connection connection = migrator.getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("create table j_653023.unit (in_the_way int)");
      assertThat(provisioning.migrate())
          .extracting(one -> one.jurisdiction() + " " + one.failure().isPresent())
          .containsExactlyInAnyOrder("653023 true", "653024 false");
      assertThat(state(statement, broken)).isEqualTo("QUARANTINED");

      statement.execute("drop table j_653023.unit");
      assertThat(provisioning.migrate()).extracting(one -> one.failure().isPresent()).containsExactly(false);
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
