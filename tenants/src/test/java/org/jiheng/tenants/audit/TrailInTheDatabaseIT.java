package org.jiheng.tenants.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.tenants.provisioning.ThreeJurisdictions.AKTO;
import static org.jiheng.tenants.provisioning.ThreeJurisdictions.ARTUX;
import static org.jiheng.tenants.provisioning.ThreeJurisdictions.PREFECTURE;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.provisioning.ThreeJurisdictions;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database itself allows with a jurisdiction's trail, whatever the application asks. */
class TrailInTheDatabaseIT {

  private static ThreeJurisdictions database;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = ThreeJurisdictions.start();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  private static String entry(JurisdictionCode code, String title) {
    return "insert into " + Schemas.of(code) + ".audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title, outcome) "
        + "values ('" + Identifiers.next() + "', now(), '" + Identifiers.next() + "', 'x', 'x', '" + code + "', '127.0.0.1', 'CHANGE', 'X/1', '" + title + "', 'DONE')";
  }

  @Test
  void theWorkAddsToTheTrailAndCannotReadOrChangeIt() throws SQLException {
    String role = Schemas.roleOf(ARTUX);
    database.as(role, entry(ARTUX, "work"));
    for (String statement : new String[] {"select * from j_653001.audit_entry", "update j_653001.audit_entry set title = ''",
        "delete from j_653001.audit_entry", "truncate j_653001.audit_entry", "select * from j_653001.audit_link",
        "insert into j_653001.audit_link values (1, '" + Identifiers.next() + "', '', '')"}) {
      assertThatThrownBy(() -> database.as(role, statement)).as(statement).hasMessageContaining("permission denied");
    }
  }

  @Test
  void theAuditRoleReadsTheTrailAndChainsItAndCanDoNothingElse() throws SQLException {
    String role = Schemas.auditRoleOf(ARTUX);
    database.as(Schemas.roleOf(ARTUX), entry(ARTUX, "to be read"));
    assertThat(database.askedAs(role, "select count(*) from j_653001.audit_entry where title = 'to be read'")).isEqualTo("1");
    for (String statement : new String[] {"update j_653001.audit_entry set title = ''", "delete from j_653001.audit_entry", "delete from j_653001.audit_link",
        "update j_653001.audit_link set digest = ''", entry(ARTUX, "by the auditor"), "select * from j_653001.unit", "select * from j_653001.review"}) {
      assertThatThrownBy(() -> database.as(role, statement)).as(statement).hasMessageContaining("permission denied");
    }
  }

  @Test
  void noOtherJurisdictionAddsToOrReadsATrail() {
    for (String role : new String[] {Schemas.roleOf(AKTO), Schemas.auditRoleOf(AKTO), Schemas.roleOf(PREFECTURE), Schemas.auditRoleOf(PREFECTURE)}) {
      assertThatThrownBy(() -> database.as(role, entry(ARTUX, "x"))).hasMessageContaining("permission denied");
      assertThatThrownBy(() -> database.as(role, "select * from j_653001.audit_entry")).hasMessageContaining("permission denied");
    }
  }

  @Test
  void anOverseersReadingGoesIntoTheCountysTrailAndNobodyElsesDoes() throws SQLException {
    String reading = "select platform.record_reading('%s', '" + Identifiers.next() + "', now(), '" + Identifiers.next()
        + "', 'oversight', '州绩效科', '127.0.0.1', '%s', 'SELF_EVALUATION', '自评表')";
    database.as(Schemas.roleOf(PREFECTURE), reading.formatted("653001", "READ"));
    assertThat(database.askedAs(Schemas.auditRoleOf(ARTUX), "select acting_for from j_653001.audit_entry where username = 'oversight'")).isEqualTo("653000");
    assertThatThrownBy(() -> database.as(Schemas.roleOf(PREFECTURE), reading.formatted("653001", "CHANGE"))).hasMessageContaining("only reads");
    assertThatThrownBy(() -> database.as(Schemas.roleOf(AKTO), reading.formatted("653001", "READ"))).hasMessageContaining("not an overseer");
    assertThatThrownBy(() -> database.as(Schemas.roleOf(PREFECTURE), reading.formatted("653000", "READ"))).hasMessageContaining("not an overseer");
    assertThatThrownBy(() -> database.as("jiheng_identity", reading.formatted("653001", "READ"))).hasMessageContaining("permission denied");
  }

  @Test
  void whatIsChangedPastTheApplicationIsOnTheRecordWithBeforeAndAfter() throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("update j_653022.unit set name = 'secretly' where code = '101'");
    }
    String found = "select before || ' > ' || after from j_653022.audit_entry where act = 'BYPASS' and username = 'jiheng_migrator'";
    assertThat(database.askedAs(Schemas.auditRoleOf(AKTO), found)).contains("of 653022").contains("secretly");
    database.as(Schemas.roleOf(AKTO), "update j_653022.unit set name = 'openly' where code = '101'");
    assertThat(database.askedAs(Schemas.auditRoleOf(AKTO), "select count(*) from j_653022.audit_entry where act = 'BYPASS'")).isEqualTo("1");
  }

  @Test
  void evenTheOwnerCannotChangeTheTrailWithoutLeavingATrace() throws SQLException {
    database.as(Schemas.roleOf(ARTUX), entry(ARTUX, "embarrassing"));
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("delete from j_653001.audit_entry where title = 'embarrassing'");
    }
    assertThat(database.askedAs(Schemas.auditRoleOf(ARTUX), "select before from j_653001.audit_entry where act = 'BYPASS' and subject = 'audit_entry'"))
        .contains("embarrassing");
  }
}
