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

  private static final String READING = "select platform.record_reading('%s', '%s', '" + Identifiers.next()
      + "', 'oversight', '州绩效科', '127.0.0.1', '%s', 'SELF_EVALUATION', '自评表', '%s', '')";

  private static String reading(JurisdictionCode county, String act) {
    return READING.formatted(county, Identifiers.next(), act, "DONE");
  }

  @Test
  void anOverseersReadingGoesIntoTheCountysTrailAndNobodyElsesDoes() throws SQLException {
    database.as(Schemas.roleOf(PREFECTURE), reading(ARTUX, "READ"));
    assertThat(database.askedAs(Schemas.auditRoleOf(ARTUX), "select acting_for from j_653001.audit_entry where username = 'oversight'")).isEqualTo("653000");
    assertThatThrownBy(() -> database.as(Schemas.roleOf(PREFECTURE), reading(ARTUX, "CHANGE"))).hasMessageContaining("only reads");
    assertThatThrownBy(() -> database.as(Schemas.roleOf(AKTO), reading(ARTUX, "READ"))).hasMessageContaining("not an overseer");
    assertThatThrownBy(() -> database.as(Schemas.roleOf(PREFECTURE), reading(PREFECTURE, "READ"))).hasMessageContaining("not an overseer");
    assertThatThrownBy(() -> database.as("jiheng_identity", reading(ARTUX, "READ"))).hasMessageContaining("permission denied");
  }

  private static final String UNITS = "select count(*) from j_653001_eye.unit";

  private static void reads(String entry) throws SQLException {
    database.as(Schemas.roleOf(PREFECTURE), "select set_config('jiheng.reading', '" + entry + "', true)", UNITS);
  }

  @Test
  void theEyeOpensOnlyForAReadingThatIsOnTheCountysRecord() throws SQLException {
    String entry = Identifiers.next().toString();
    database.as(Schemas.roleOf(PREFECTURE), READING.formatted(ARTUX, entry, "READ", "DONE"));
    reads(entry);
    assertThatThrownBy(() -> database.as(Schemas.roleOf(PREFECTURE), UNITS)).as("no entry named").hasMessageContaining("not on the record");
    assertThatThrownBy(() -> reads(Identifiers.next().toString())).as("an entry nobody wrote").hasMessageContaining("not on the record");

    String refused = Identifiers.next().toString();
    database.as(Schemas.roleOf(PREFECTURE), READING.formatted(ARTUX, refused, "READ", "REFUSED"));
    assertThatThrownBy(() -> reads(refused)).as("a refused reading").hasMessageContaining("not on the record");

    String elsewhere = Identifiers.next().toString();
    database.as(Schemas.roleOf(PREFECTURE), READING.formatted(AKTO, elsewhere, "READ", "DONE"));
    assertThatThrownBy(() -> reads(elsewhere)).as("on record in another county").hasMessageContaining("not on the record");

    database.as(Schemas.roleOf(ARTUX), entry(ARTUX, "by the county"));
    String own = database.askedAs(Schemas.auditRoleOf(ARTUX), "select id from j_653001.audit_entry where title = 'by the county'");
    assertThatThrownBy(() -> reads(own)).as("somebody else's entry").hasMessageContaining("not on the record");
  }

  @Test
  void aReadingOpensTheEyeForAWhileAndNotForEver() throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      String old = Identifiers.next().toString();
      statement.execute("insert into j_653001.audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title, outcome) "
          + "values ('" + old + "', now() - interval '6 minutes', '" + old + "', 'x', 'x', '653000', 'x', 'READ', 'X', 'X', 'DONE')");
      assertThatThrownBy(() -> reads(old)).hasMessageContaining("not on the record");
    }
  }

  @Test
  void theOverseerCannotWriteWhatItMayRead() {
    for (String write : new String[] {"update j_653001_eye.unit set name = ''", "delete from j_653001_eye.self_evaluation",
        "insert into j_653001_eye.holiday values (now(), 'x', false)", "update j_653001.unit set name = ''",
        "insert into j_653001.audit_entry select * from j_653001.audit_entry"}) {
      assertThatThrownBy(() -> database.as(Schemas.roleOf(PREFECTURE), reading(ARTUX, "READ"), write)).as(write).hasMessageContaining("permission denied");
    }
  }

  private static String asOwner(String query) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Whoever adds a view to the eye has to ask, too; only drafts and what the office opened, of which nothing is ever shown, need not. */
  @Test
  void everyViewOfTheEyeAsksForTheRecord() throws SQLException {
    assertThat(asOwner("select string_agg(viewname, ' ') from pg_views where schemaname = 'j_653001_eye' and definition not like '%recorded()%'"))
        .isEqualTo("draft goal_opening");
  }

  /**
   * Whoever adds a table has it watched, or says here why not: what was typed and not taken, which commands were carried out, and
   * reminders, which change nothing that counts.
   */
  @Test
  void everyTableIsWatchedForWhatPassesByTheApplication() throws SQLException {
    String unwatched = "select string_agg(relname, ' ' order by relname) from pg_class c where relkind = 'r' and relnamespace = '%s'::regnamespace "
        + "and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'bypass')";
    assertThat(asOwner(unwatched.formatted("j_653001"))).isEqualTo("command draft flyway_schema_history reminder reminder_read");
    // when somebody signed in last; jobs and whose password may be shown are the keeper's, which writes what it does into the trails itself;
    // what every prefecture begins with changes with the product alone; of what the identity provider is still to be told the change itself
    // is on record
    assertThat(asOwner(unwatched.formatted("platform")))
        .isEqualTo("account_due awaited_password flyway_schema_history last_sign_in library_seed provisioning_job provisioning_step");
    assertThat(asOwner(unwatched.formatted("exchange"))).isNull();
  }

  @Test
  void whatIsChangedPastTheApplicationIsOnTheRecordWithBeforeAndAfter() throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("update j_653022.unit set name = 'secretly' where code = '101'");
    }
    String found = "select before || ' > ' || after from j_653022.audit_entry where act = 'BYPASS' and username = 'jiheng_migrator'";
    assertThat(database.askedAs(Schemas.auditRoleOf(AKTO), found)).contains("of 653022").contains("secretly");
    database.as(Schemas.roleOf(AKTO), "update j_653022.unit set name = 'openly' where code = '101'");
    assertThat(database.askedAs(Schemas.auditRoleOf(AKTO), "select count(*) from j_653022.audit_entry where act = 'BYPASS' and after like '%openly%'"))
        .isEqualTo("0");
  }

  @Test
  void whoeverTakesTheRoleWithoutBeingTheApplicationIsOnTheRecord() throws SQLException {
    try (Connection connection = database.postgres().getDatabase("postgres", "jiheng").getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("set role j_653022");
      statement.execute("update j_653022.unit set responsible = 'nobody' where code = '101'");
    }
    assertThat(database.askedAs(Schemas.auditRoleOf(AKTO), "select count(*) from j_653022.audit_entry where act = 'BYPASS' and username = 'postgres'"))
        .isEqualTo("1");
  }

  @Test
  void aPostGivenPastTheApplicationIsOnTheRecordOfItsJurisdiction() throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      String person = Identifiers.next().toString();
      statement.execute("insert into platform.person values ('" + person + "', 'friend', 'friend')");
      statement.execute("insert into platform.membership (id, person, jurisdiction, role, valid_from) values ('"
          + Identifiers.next() + "', '" + person + "', '653022', 'PERFORMANCE_OFFICE', now())");
      statement.execute("update platform.person set name = 'another' where username = 'friend'");
      statement.execute("update platform.jurisdiction set state = 'SUSPENDED' where code = '653022'");
      statement.execute("update platform.jurisdiction set state = 'ACTIVE' where code = '653022'");
    }
    assertThat(database.askedAs(Schemas.auditRoleOf(AKTO),
        "select string_agg(subject || ' ' || note, ', ' order by at) from j_653022.audit_entry where subject like 'platform.%'"))
        .isEqualTo("platform.staff INSERT, platform.membership INSERT, platform.person UPDATE, platform.jurisdiction UPDATE, platform.jurisdiction UPDATE");
  }

  @Test
  void aTrailEmptiedAtOnceOrAddedToByItsOwnerSaysSo() throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(entry(PREFECTURE, "forged"));
      assertThat(asOwner("select count(*) from j_653000.audit_entry where act = 'BYPASS' and after like '%forged%'")).isEqualTo("1");
      statement.execute("truncate j_653000.audit_entry, j_653000.audit_link");
      assertThat(asOwner("select string_agg(note || ' ' || subject, ', ' order by subject) from j_653000.audit_entry"))
          .isEqualTo("TRUNCATE audit_entry, TRUNCATE audit_link");
    }
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
