package org.jiheng.tenants.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jiheng.tenants.persistence.Schemas;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database itself shows people from outside, and whom it lets write down that they may come in. */
class GuestsInTheDatabaseIT {

  private static final String OPEN = "10000000-0000-7000-8000-00000000000a";
  private static final String ENDED = "10000000-0000-7000-8000-00000000000b";
  private static final String DRAFTED = "10000000-0000-7000-8000-00000000000c";
  private static final String PERSON = "20000000-0000-7000-8000-000000000001";
  private static final String OFFICER = "20000000-0000-7000-8000-000000000002";
  private static final String STRANGER = "20000000-0000-7000-8000-000000000003";
  private static final String FIRM = "30000000-0000-7000-8000-000000000001";
  private static final String ENGAGED_FIRM = "30000000-0000-7000-8000-000000000002";
  private static final String DAY = "2023-05-01";
  private static final String GUEST = Schemas.guestRoleOf(ThreeJurisdictions.ARTUX);
  private static final String ENGAGER = Schemas.engagerRoleOf(ThreeJurisdictions.ARTUX);
  private static final String COUNTY = Schemas.roleOf(ThreeJurisdictions.ARTUX);
  private static final String PREFECTURE = Schemas.roleOf(ThreeJurisdictions.PREFECTURE);

  private static ThreeJurisdictions database;

  @BeforeAll
  static void aCountyWithThreeEngagements() throws IOException, SQLException {
    database = ThreeJurisdictions.start();
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("insert into platform.person values ('" + PERSON + "', 'evaluator', '外人'), ('" + OFFICER + "', 'office', '公务员'), ('"
          + STRANGER + "', 'stranger', '另一人')");
      statement.execute("insert into platform.membership (id, person, jurisdiction, role, valid_from) values ('"
          + OFFICER + "', '" + OFFICER + "', '653001', 'PERFORMANCE_OFFICE', '2020-01-01')");
    }
    for (int i = 1; i <= 4; i++) {
      database.as(COUNTY, project(i), review(i, i < 4 ? 1 : 0));
    }
    database.as(COUNTY, engagement(OPEN, "'2023-04-01', null"), engagement(ENDED, "'2023-04-01', '2023-04-10'"), engagement(DRAFTED, "null, null"),
        window(OPEN, 1), window(OPEN, 4), window(ENDED, 2), window(DRAFTED, 3));
    database.as(PREFECTURE, firm("653000", ENGAGED_FIRM, "91653001MA7A1B2C3L"),
        "insert into platform.firm_person values ('" + ENGAGED_FIRM + "', '" + PERSON + "', 'evaluator', '外人')");
    database.as(COUNTY, form(6, "GOAL"), form(7, "EX_ANTE"), form(8, "EX_ANTE"), kept(1), kept(6), kept(7), kept(8));
    database.as(COUNTY, """
        insert into j_653001.exante_evaluation (id, project, unit, fiscal_year, template, third_party, version)
        values ('50000000-0000-7000-8000-000000000008', '40000000-0000-7000-8000-000000000001', '101', 2022, '{}', true, 1)""",
        "insert into j_653001.exante_engagement (id, evaluation, engagement, part, linked_at, linked_by) values (gen_random_uuid(), "
            + "'50000000-0000-7000-8000-000000000008', '" + OPEN + "', 'THIRD_PARTY', now(), 'x')");
    int line = 0;
    for (String engagement : List.of(OPEN, ENDED, DRAFTED)) {
      database.as(COUNTY, "insert into j_653001.engagement_person values ('" + engagement + "', '" + PERSON + "', '外人')");
      database.as(ENGAGER, "insert into platform.job values ('" + engagement + "', '653001', '" + ENGAGED_FIRM + "', null, '2023-04-01', '2023-06-30')",
          "insert into platform.membership (id, person, jurisdiction, role, valid_from, valid_until, engagement) values "
              + "('60000000-0000-7000-8000-0000000001" + 10 * ++line + "', '" + PERSON + "', '653001', 'THIRD_PARTY', '2023-03-30', '2023-06-30', '" + engagement + "')");
    }
  }

  private static String project(int i) {
    return "insert into j_653001.project (id, code, name, unit, fiscal_year) values ('40000000-0000-7000-8000-00000000000%1$d', 'P%1$d', '项目%1$d', '101', 2022)"
        .formatted(i);
  }

  private static String review(int i, int round) {
    return """
        insert into j_653001.review (id, form_type, title, unit, fiscal_year, project, route, state, round, changed_at, changed_by, version)
        values ('50000000-0000-7000-8000-00000000000%1$d', 'SELF_EVALUATION', 't', '101', 2022, '40000000-0000-7000-8000-00000000000%1$d', 'FINANCE_FIRST',
                'FINANCE_FIRST', %2$d, now(), 'x', 1)""".formatted(i, round);
  }

  /** A form of the first project that was sent in. */
  private static String form(int i, String type) {
    return review(1, 1).replace("50000000-0000-7000-8000-000000000001", "50000000-0000-7000-8000-00000000000" + i).replace("SELF_EVALUATION", type)
        .replace("'t'", "'" + type + i + "'");
  }

  /** What was kept of it then. */
  private static String kept(int i) {
    return "insert into j_653001.form_version (review, number, cells, outcome, parameters, digest, made_at, made_by) values ('50000000-0000-7000-8000-00000000000"
        + i + "', 1, '{}', '{}', '{}', repeat('0', 64), now(), 'x')";
  }

  private static String engagement(String id, String grantedAndEnded) {
    return """
        insert into j_653001.engagement (id, contract_number, kind, firm, client, opens, closes, report_from, report_until, acceptance, grace_days,
          declared_on, declaration, verdict, granted_on, ended_on, version)
        values ('%1$s', '%1$s', 'KEY_EVALUATION', '%2$s', '财政局', '2023-04-01', '2023-06-30', '2023-04-01', '2023-06-30', '2023-06-30', 30,
          '2023-03-30', '%1$s', 'CLEAR', %3$s, 1)""".formatted(id, FIRM, grantedAndEnded);
  }

  private static String window(String engagement, int project) {
    return "insert into j_653001.project_window values ('%s', '40000000-0000-7000-8000-00000000000%d')".formatted(engagement, project);
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  private static String seen(String engagements, String query) throws SQLException {
    return seen(engagements, PERSON, DAY, query);
  }

  /** What the seam says under the guest's role: the engagements the registry named, who asks, and the business date. */
  private static String told(String engagements, String person, String day) {
    return "select set_config('role', '" + GUEST + "', true), set_config('jiheng.engagements', '" + engagements + "', true), "
        + "set_config('jiheng.person', '" + person + "', true), set_config('jiheng.day', '" + day + "', true)";
  }

  /** The first column of every row, as the seam would ask. */
  private static String seen(String engagements, String person, String day, String query) throws SQLException {
    try (Connection connection = database.login().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(told(engagements, person, day));
        StringBuilder found = new StringBuilder();
        try (ResultSet rows = statement.executeQuery(query)) {
          while (rows.next()) {
            found.append(found.isEmpty() ? "" : " ").append(rows.getString(1));
          }
        }
        return found.toString();
      }
    }
  }

  private static void does(String engagements, String sql) throws SQLException {
    try (Connection connection = database.login().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(told(engagements, PERSON, DAY));
        statement.execute(sql);
        connection.commit();
      }
    }
  }

  @Test
  void aGuestSeesTheFormsSentInOfTheProjectsTheOpenEngagementNamesAndNoOther() throws SQLException {
    assertThat(seen(OPEN, "select title || right(id::text, 1) from j_653001_guest.review order by 1")).isEqualTo("EX_ANTE88 t1");
    assertThat(seen(OPEN, "select name from j_653001_guest.project order by code")).isEqualTo("项目1 项目4");
    assertThat(seen(OPEN, "select contract_number from j_653001_guest.engagement")).isEqualTo(OPEN);
  }

  /** V9 shows people from outside no goals; nor are they shown them by what was kept of them. */
  @Test
  void ofGoalsAndOfEvaluationsItHasNothingToDoWithAGuestSeesNeitherTheFormNorItsVersions() throws SQLException {
    assertThat(seen(OPEN, "select right(review::text, 1) from j_653001_guest.form_version order by 1")).isEqualTo("1 8");
  }

  @Test
  void anEngagementThatWasEndedOrNeverGrantedOpensNothingWhoeverNamesIt() throws SQLException {
    for (String closed : List.of(ENDED, DRAFTED)) {
      assertThat(seen(closed, "select id from j_653001_guest.review")).isEmpty();
      assertThat(seen(closed, "select id from j_653001_guest.project")).isEmpty();
      assertThat(seen(closed, "select id from j_653001_guest.engagement")).isEmpty();
    }
  }

  @Test
  void aGuestSeesOnTheDaysOfTheWindowAndOnNoOther() throws SQLException {
    for (String open : List.of("2023-04-01", "2023-06-30")) {
      assertThat(seen(OPEN, PERSON, open, "select id from j_653001_guest.review")).as(open).isNotEmpty();
    }
    for (String closed : List.of("2023-03-31", "2023-07-01")) {
      for (String view : List.of("review", "project", "engagement", "engagement_report", "unit")) {
        assertThat(seen(OPEN, PERSON, closed, "select * from j_653001_guest." + view)).as(view + " on " + closed).isEmpty();
      }
    }
  }

  @Test
  void aGuestSeesByTheOwnGrantAndByNobodyElses() throws SQLException {
    assertThat(seen(OPEN, STRANGER, DAY, "select id from j_653001_guest.project")).as("named by nobody").isEmpty();
    database.as(COUNTY, "insert into j_653001.engagement_person values ('" + OPEN + "', '" + STRANGER + "', '另一人')");
    assertThat(seen(OPEN, STRANGER, DAY, "select id from j_653001_guest.project")).as("named by the contract, not in the registry").isEmpty();
  }

  @Test
  void withoutAWordOfTheSeamAGuestSeesNothing() throws SQLException {
    for (String view : List.of("review", "project", "engagement", "task", "holiday", "parameter")) {
      assertThat(seen(OPEN, "", DAY, "select * from j_653001_guest." + view)).as(view).isEmpty();
      assertThat(seen(OPEN, PERSON, "", "select * from j_653001_guest." + view)).as(view).isEmpty();
      assertThat(seen("", PERSON, DAY, "select * from j_653001_guest." + view)).as(view).isEmpty();
      assertThat(database.askedAs(GUEST, "select * from j_653001_guest." + view)).as(view + ", no word at all").isEqualTo("nothing");
    }
  }

  @Test
  void whoLeavesTheFirmOrIsDisabledIsShownNothingFromThenOn() throws SQLException {
    String left = "update platform.firm_person set left_on = %s where firm = '" + ENGAGED_FIRM + "'";
    database.as(PREFECTURE, left.formatted("'2023-04-30'"));
    assertThat(seen(OPEN, "select id from j_653001_guest.review")).isEmpty();
    assertThat(admitted()).isEqualTo("0");
    database.as(PREFECTURE, left.formatted("null"));
    assertThat(seen(OPEN, "select id from j_653001_guest.review")).isNotEmpty();
    String disabled = "update platform.staff set disabled_since = %s where person = '" + PERSON + "'";
    database.as(Schemas.administratorRoleOf(ThreeJurisdictions.ARTUX), disabled.formatted("now()"));
    assertThat(seen(OPEN, "select id from j_653001_guest.review")).isEmpty();
    database.as(Schemas.administratorRoleOf(ThreeJurisdictions.ARTUX), disabled.formatted("null"));
    assertThat(admitted()).isEqualTo("1");
  }

  private static String admitted() throws SQLException {
    return database.askedAs(Schemas.IDENTITY_ROLE, "select count(*) from platform.admitted where engagement = '" + OPEN + "'");
  }

  @Test
  void withoutAnEngagementAGuestSeesNothing() throws SQLException {
    for (String view : List.of("review", "project", "engagement", "engagement_report", "attachment", "self_evaluation", "form_version")) {
      assertThat(seen("", "select * from j_653001_guest." + view)).as(view).isEmpty();
    }
  }

  @Test
  void aGuestHasNoRightToAnyTable() throws SQLException {
    for (String table : List.of("review", "project", "engagement", "attachment", "parameter", "audit_entry", "project_window")) {
      assertThatThrownBy(() -> seen(OPEN, "select * from j_653001." + table)).as(table).hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> seen(OPEN, "select * from platform.membership")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> seen(OPEN, "select * from platform.admitted")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> seen(OPEN, "select * from platform.firm")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> seen(OPEN, "select * from j_653022_guest.review")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> seen(OPEN, "select * from j_653001_guest.audit_entry")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> seen(OPEN, "select * from j_653001_guest.engagement_access")).hasMessageContaining("permission denied");
  }

  @Test
  void aGuestChangesNothingAndAddsOnlyToTheOwnEngagement() throws SQLException {
    assertThatThrownBy(() -> does(OPEN, "update j_653001_guest.review set title = 'x'")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> does(OPEN, "update j_653001_guest.engagement set closes = '2030-01-01'")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> does(OPEN, "insert into j_653001_guest.project_window values ('" + OPEN + "', '40000000-0000-7000-8000-000000000002')"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> does(OPEN, report(ENDED))).hasMessageContaining("check option");
    does(OPEN, report(OPEN));
    assertThatThrownBy(() -> does(OPEN, "delete from j_653001_guest.engagement_report")).hasMessageContaining("permission denied");
    assertThat(seen(OPEN, "select title from j_653001_guest.engagement_report")).isEqualTo("方案");
    assertThat(database.askedAs(Schemas.auditRoleOf(ThreeJurisdictions.ARTUX), "select count(*) from j_653001.audit_entry where act = 'BYPASS' and subject = 'engagement_report'"))
        .as("writing by the view is no bypass").isEqualTo("0");
  }

  private static String report(String engagement) {
    return "insert into j_653001_guest.engagement_report (id, engagement, kind, title, text, person, person_name, at) values (gen_random_uuid(), '"
        + engagement + "', 'WORK_PLAN', '方案', '内容', '" + PERSON + "', '外人', now())";
  }

  @Test
  void theDatabaseKnowsNoAccessWithoutDeclarationAndCheck() {
    assertThatThrownBy(() -> database.as(COUNTY, "update j_653001.engagement set granted_on = '2023-04-02', verdict = null where id = '" + DRAFTED + "'"))
        .hasMessageContaining("no_access_without_declaration_and_check");
    assertThatThrownBy(() -> database.as(COUNTY, "update j_653001.engagement set granted_on = '2023-04-02', verdict = 'BLOCKED' where id = '" + DRAFTED + "'"))
        .hasMessageContaining("no_access_without_declaration_and_check");
    assertThatThrownBy(() -> database.as(COUNTY, "update j_653001.engagement set closes = '2023-12-31' where id = '" + OPEN + "'"))
        .hasMessageContaining("access_ends_after_acceptance");
  }

  // --- who comes in

  private static String membership(String id, String jurisdiction, String role, String engagement) {
    return "insert into platform.membership (id, person, jurisdiction, role, valid_from, engagement) values ('60000000-0000-7000-8000-00000000000" + id
        + "', '" + PERSON + "', '" + jurisdiction + "', '" + role + "', '2023-04-01', " + (engagement == null ? "null" : "'" + engagement + "'") + ")";
  }

  @Test
  void theKeeperWritesMembershipsOfEngagementsOfItsOwnJurisdictionAndNoOthers() throws SQLException {
    database.as(ENGAGER, membership("1", "653001", "THIRD_PARTY", OPEN));
    assertThatThrownBy(() -> database.as(ENGAGER, membership("2", "653022", "THIRD_PARTY", OPEN))).hasMessageContaining("row-level security");
    assertThatThrownBy(() -> database.as(ENGAGER, membership("3", "653001", "PERFORMANCE_OFFICE", null))).hasMessageContaining("row-level security");
    assertThatThrownBy(() -> database.as(ENGAGER, membership("4", "653001", "PERFORMANCE_OFFICE", OPEN))).hasMessageContaining("from_outside_by_an_engagement");
    assertThatThrownBy(() -> database.as(ENGAGER, "delete from platform.membership")).hasMessageContaining("permission denied");
    assertThat(database.askedAs(ENGAGER, "select count(*) from platform.membership")).as("posts are not shown").isEqualTo("4");
    assertThat(database.askedAs(Schemas.engagerRoleOf(ThreeJurisdictions.AKTO), "select count(*) from platform.membership")).isEqualTo("0");
    assertThatThrownBy(() -> database.askedAs(ENGAGER, "select * from j_653001.engagement")).hasMessageContaining("permission denied");
    assertThat(database.askedAs(Schemas.IDENTITY_ROLE, "select count(*) from platform.membership")).as("the registry sees all").isEqualTo("5");
  }

  @Test
  void theBusinessRoleWritesNoMemberships() {
    assertThatThrownBy(() -> database.as(COUNTY, membership("5", "653001", "THIRD_PARTY", OPEN))).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> database.askedAs(COUNTY, "select * from platform.membership")).hasMessageContaining("permission denied");
  }

  // --- the registers

  private static String firm(String prefecture, String id, String code) {
    return "insert into platform.firm (id, prefecture, name, uscc, type, legal_person, staff, changed_at, changed_by, version) values ('" + id + "', '"
        + prefecture + "', '中衡', '" + code + "', 'CONSULTING', '某人', 10, now(), 'x', 1)";
  }

  @Test
  void thePrefectureKeepsTheRegisterItsCountiesReadItAndNobodyElse() throws SQLException {
    database.as(PREFECTURE, firm("653000", FIRM, "91110000600037341L"),
        "insert into platform.lead_evaluator values ('" + PERSON + "', '" + FIRM + "', '主评人', '注册会计师', '2010-01-01', null)");
    assertThat(database.askedAs(COUNTY, "select name from platform.firm")).isEqualTo("中衡");
    assertThat(database.askedAs(COUNTY, "select name from platform.lead_evaluator")).isEqualTo("主评人");
    assertThatThrownBy(() -> database.as(COUNTY, firm("653000", PERSON, "116530010000000160"))).hasMessageContaining("row-level security");
    assertThatThrownBy(() -> database.as(COUNTY, firm("653001", PERSON, "116530010000000160"))).hasMessageContaining("row-level security");
    assertThatThrownBy(() -> database.as(COUNTY, "insert into platform.firm_mark values ('" + PERSON + "', '" + FIRM + "', 'PENALTY', null, 'x', now(), 'x')"))
        .hasMessageContaining("row-level security");
    database.as(COUNTY, "update platform.firm set blacklisted_until = null, blacklist_reason = 'by the county'");
    assertThat(database.askedAs(PREFECTURE, "select blacklist_reason from platform.firm")).as("a county changes no row").isEmpty();
  }

  @Test
  void onlyPeopleWithoutAPostAreOutsiders() throws SQLException {
    assertThat(database.askedAs(PREFECTURE, "select string_agg(username, ',' order by username) from platform.outsider")).isEqualTo("evaluator,stranger");
  }
}
