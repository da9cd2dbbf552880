package org.jiheng.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.tenants.provisioning.ThreeJurisdictions.AKTO;
import static org.jiheng.tenants.provisioning.ThreeJurisdictions.ARTUX;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.provisioning.ThreeJurisdictions;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database itself allows with the registry of people, whatever the application asks. */
class PeopleInTheDatabaseIT {

  private static final String IN_ARTUX = Schemas.administratorRoleOf(ARTUX);
  private static final String IN_AKTO = Schemas.administratorRoleOf(AKTO);

  private static ThreeJurisdictions database;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = ThreeJurisdictions.start();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  private static String takeOn(UUID id, String username, String name) {
    return "select platform.take_on('" + id + "', '" + username + "', '" + name + "', '101')";
  }

  private static UUID somebody(String role, String username) throws SQLException {
    UUID id = Identifiers.next();
    database.as(role, takeOn(id, username, "某人"));
    return id;
  }

  private static String post(UUID person, JurisdictionCode where, String role, String from, String until) {
    return "insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from, valid_until) values ('" + Identifiers.next() + "', '" + person
        + "', '" + where + "', '', '" + role + "', " + from + ", " + until + ")";
  }

  private static String post(UUID person, JurisdictionCode where, String role) {
    return post(person, where, role, "current_date", "null");
  }

  private static void asOwner(String sql) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void administratorsTakePeopleOnAndGiveAndTakePostsInTheirOwnJurisdiction() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.one");
    database.as(IN_ARTUX, post(person, ARTUX, "UNIT_CLERK"));
    assertThat(database.askedAs("jiheng_identity", "select role from platform.membership where person = '" + person + "'")).isEqualTo("UNIT_CLERK");
    assertThat(database.askedAs(IN_ARTUX, "select home from platform.person where id = '" + person + "'")).isEqualTo("653001");
    database.as(IN_ARTUX, "delete from platform.membership where person = '" + person + "'");
    assertThat(database.askedAs("jiheng_identity", "select count(*) from platform.membership where person = '" + person + "'")).isEqualTo("0");
  }

  @Test
  void nobodyGivesAPostInAnotherJurisdictionOrToSomebodyWhoDoesNotBelongHere() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.two");
    UUID foreign = somebody(IN_AKTO, "akto.two");
    assertThatThrownBy(() -> database.as(IN_ARTUX, post(person, AKTO, "UNIT_CLERK"))).hasMessageContaining("row-level security");
    assertThatThrownBy(() -> database.as(IN_ARTUX, post(foreign, ARTUX, "UNIT_CLERK"))).hasMessageContaining("row-level security");
  }

  @Test
  void theRowsOfAnotherJurisdictionAreNotSeenAndNotTouched() throws SQLException {
    UUID foreign = somebody(IN_AKTO, "akto.three");
    database.as(IN_AKTO, post(foreign, AKTO, "UNIT_CLERK"));
    for (String table : List.of("platform.membership", "platform.staff")) {
      assertThat(database.askedAs(IN_ARTUX, "select count(*) from " + table + " where person = '" + foreign + "'")).as(table).isEqualTo("0");
    }
    assertThat(database.askedAs(IN_ARTUX, "select count(*) from platform.person where id = '" + foreign + "'")).isEqualTo("0");
    database.as(IN_ARTUX, "delete from platform.membership where person = '" + foreign + "'",
        "update platform.staff set disabled_since = now() where person = '" + foreign + "'");
    assertThat(database.askedAs(IN_AKTO, "select count(*) from platform.membership join platform.staff using (person, jurisdiction) where person = '"
        + foreign + "' and disabled_since is null")).isEqualTo("1");
  }

  @Test
  void neitherTheReadingRoleNorTheWorkOfAJurisdictionWritesTheRegistry() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.four");
    for (String role : List.of("jiheng_identity", Schemas.roleOf(ARTUX), Schemas.auditRoleOf(ARTUX))) {
      for (String statement : List.of(post(person, ARTUX, "SYSTEM_ADMIN"), takeOn(Identifiers.next(), "artux.five", "x"),
          "delete from platform.membership", "update platform.staff set disabled_since = null", "insert into platform.person values ('" + person + "', 'x', 'x')",
          "insert into platform.staff_change (id) values (gen_random_uuid())", "select * from platform.known_as('artux.four', 'x')")) {
        assertThatThrownBy(() -> database.as(role, statement)).as(role + ": " + statement).hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void administratorsChangeNothingElse() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.six");
    for (String statement : List.of("insert into platform.person values ('" + person + "', 'x', 'x')", "update platform.person set home = '653001'",
        "delete from platform.person", "insert into platform.staff (person, jurisdiction) values ('" + person + "', '653001')",
        "update platform.staff set unit = ''", "delete from platform.staff", "update platform.membership set role = 'SYSTEM_ADMIN'",
        "update platform.staff_change set reason = ''", "delete from platform.staff_change", "select * from j_653001.unit",
        "select * from j_653001.audit_entry", "update platform.jurisdiction set state = 'ACTIVE'")) {
      assertThatThrownBy(() -> database.as(IN_ARTUX, statement)).as(statement).hasMessageContaining("permission denied");
    }
  }

  @Test
  void aUserNameOfSomebodyElseIsNotTakenOnAndAKnownPersonIsWithoutANewRow() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.seven");
    assertThatThrownBy(() -> database.as(IN_AKTO, takeOn(Identifiers.next(), "artux.seven", "别人"))).hasMessageContaining("belongs to somebody else");
    database.as(IN_AKTO, takeOn(Identifiers.next(), "artux.seven", "某人"));
    assertThat(database.askedAs(IN_AKTO, "select id || ' ' || home from platform.person where username = 'artux.seven'")).isEqualTo(person + " 653001");
  }

  @Test
  void anAccountThatIsNobodysBelongsToWhoeverTakesItsPersonOn() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.orphan");
    asOwner("delete from platform.staff where person = '" + person + "'");
    asOwner("update platform.person set home = null where id = '" + person + "'");
    database.as(IN_AKTO, takeOn(Identifiers.next(), "artux.orphan", "某人"));
    String home = "select home from platform.person where id = '" + person + "'";
    assertThat(database.askedAs(IN_AKTO, home)).isEqualTo("653022");
    database.as(IN_ARTUX, takeOn(Identifiers.next(), "artux.orphan", "某人"));
    assertThat(database.askedAs(IN_AKTO, home)).as("whose it is already").isEqualTo("653022");
  }

  @Test
  void anAccountThatIsNobodysBelongsToWhoeverTookItsPersonOnBefore() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.left");
    asOwner("update platform.person set home = null where id = '" + person + "'");
    database.as(IN_AKTO, takeOn(Identifiers.next(), "artux.left", "某人"));
    assertThat(database.askedAs(IN_AKTO, "select home from platform.person where id = '" + person + "'")).isEqualTo("653001");
  }

  /** Before, nobody could be told whose it was, and it was reset by each place that had taken the person on. */
  @Test
  void anAccountThatWasNobodysIsGivenAHomeByTheMigration() throws IOException, SQLException {
    UUID person = somebody(IN_AKTO, "akto.left");
    UUID orphan = somebody(IN_AKTO, "akto.orphan");
    asOwner("delete from platform.staff where person = '" + orphan + "'");
    asOwner("update platform.person set home = null where id in ('" + person + "', '" + orphan + "')");
    try (InputStream file = Objects.requireNonNull(
        PeopleInTheDatabaseIT.class.getResourceAsStream("/org/jiheng/tenants/migration/platform/V13__accounts_and_whose_they_are.sql"))) {
      String migration = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      int begin = migration.indexOf("update platform.person p set home");
      asOwner(migration.substring(begin, migration.indexOf(';', begin)));
    }
    assertThat(database.askedAs("jiheng_identity", "select home from platform.person where id = '" + person + "'")).isEqualTo("653022");
    assertThat(database.askedAs("jiheng_identity", "select home from platform.person where id = '" + orphan + "'")).as("belongs nowhere").isNull();
  }

  @Test
  void whatIsToBeToldTheProviderIsWrittenForOwnPeopleAndTakenAwayByWhoTellsIt() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.due");
    String since = "select since from platform.account_due where person = '" + person + "'";
    for (String function : List.of(falls(person), stays(person, true))) {
      assertThatThrownBy(() -> database.as(IN_AKTO, function)).hasMessageContaining("nobody of this jurisdiction");
      assertThatThrownBy(() -> database.as("jiheng_identity", function)).hasMessageContaining("permission denied");
    }
    database.as(IN_ARTUX, falls(person));
    String first = database.askedAs(IN_ARTUX, since);
    assertThat(database.askedAs(IN_AKTO, since)).isEqualTo("nothing");
    database.as(IN_ARTUX, stays(person, false));
    assertThat(database.askedAs("jiheng_identity", since)).as("whoever tells of the state before leaves it").isNotEqualTo(first);
    assertThatThrownBy(() -> database.as(IN_ARTUX, "delete from platform.account_due")).hasMessageContaining("permission denied");
    database.as("jiheng_identity", "delete from platform.account_due where person = '" + person + "'");
    assertThat(database.askedAs(IN_ARTUX, since)).isEqualTo("nothing");
  }

  private static String falls(UUID person) {
    return "select platform.account_falls_due('" + person + "')";
  }

  private static String stays(UUID person, boolean letIn) {
    return "select platform.account_stays_due('" + person + "', " + letIn + ")";
  }

  /** Of what is taken away at the same moment the provider may be told before this stands in the registry. */
  @Test
  void whoIsLetInIsToldOnceMoreAlthoughNothingWasDueAndStaysLetInWhateverIsTakenAwayBeside() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.let.in");
    String opens = "select opens from platform.account_due where person = '" + person + "'";
    database.as(IN_ARTUX, falls(person));
    assertThat(database.askedAs("jiheng_identity", opens)).as("who is closed out there by hand stays so").isEqualTo("f");
    database.as(IN_ARTUX, stays(person, false));
    assertThat(database.askedAs("jiheng_identity", opens)).as("by a post no more").isEqualTo("f");
    database.as(IN_ARTUX, stays(person, true));
    database.as(IN_ARTUX, stays(person, false));
    database.as(IN_ARTUX, falls(person));
    assertThat(database.askedAs("jiheng_identity", opens)).isEqualTo("t");
    database.as("jiheng_identity", "delete from platform.account_due where person = '" + person + "'");
    database.as(IN_ARTUX, stays(person, true));
    assertThat(database.askedAs("jiheng_identity", opens)).as("nothing was due").isEqualTo("t");
  }

  /** Two resets at the same moment would not see each other. */
  @Test
  void whoIsBeingResetIsNotResetByAnotherAndComesInAllTheSame() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.locked");
    String lock = "select platform.lock_person('" + person + "')";
    assertThatThrownBy(() -> database.as(IN_AKTO, lock)).hasMessageContaining("nobody of this jurisdiction");
    assertThatThrownBy(() -> database.as("jiheng_identity", lock)).hasMessageContaining("permission denied");
    database.as(IN_AKTO, takeOn(Identifiers.next(), "artux.locked", "某人"));
    try (Connection first = database.login().getConnection(); Statement statement = first.createStatement()) {
      first.setAutoCommit(false);
      statement.execute("set local role " + IN_ARTUX);
      statement.execute(lock);
      assertThatThrownBy(() -> database.as(IN_AKTO, "set local lock_timeout = '200ms'", lock)).hasMessageContaining("lock timeout");
      database.as(Schemas.roleOf(ARTUX), "set local lock_timeout = '5s'",
          "insert into platform.last_sign_in values ('" + person + "', '653001', clock_timestamp(), '127.0.0.1')");
      first.commit();
    }
    database.as(IN_AKTO, "set local lock_timeout = '5s'", lock);
  }

  private static String reset(UUID person, String what, UUID by) {
    return "select platform.record_reset('" + person + "', '" + what + "', '" + by + "', '10.0.0.1')";
  }

  private static UUID administrator(String username, JurisdictionCode where, String office) throws SQLException {
    String role = Schemas.administratorRoleOf(where);
    UUID administrator = somebody(role, username);
    database.as(role, post(administrator, where, office));
    return administrator;
  }

  @Test
  void aResetStandsOnTheRecordOfEveryOtherPlaceAndOfNoPersonOfOthers() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.reset");
    UUID system = administrator("artux.resetting", ARTUX, "SYSTEM_ADMIN");
    assertThatThrownBy(() -> database.as(IN_AKTO, reset(person, "RESET_FIRST_FACTOR", system))).hasMessageContaining("nobody of this jurisdiction");
    database.as(IN_AKTO, takeOn(Identifiers.next(), "artux.reset", "某人"));
    database.as(IN_ARTUX, reset(person, "RESET_FIRST_FACTOR", system));
    assertThatThrownBy(() -> database.as(IN_ARTUX, reset(person, "GIVE", system))).hasMessageContaining("only resets");
    assertThat(database.askedAs(IN_AKTO, "select kind || ' ' || by_name from platform.staff_change where person = '" + person + "'"))
        .isEqualTo("RESET_FIRST_FACTOR 某人");
    String trail = "select acting_for || ' ' || username || ' ' || origin || ' ' || act || ' ' || title from j_%s.audit_entry where subject = 'PERSON/" + person + "'";
    assertThat(database.askedAs(Schemas.auditRoleOf(AKTO), trail.formatted(AKTO))).isEqualTo("653001 artux.resetting 10.0.0.1 ADMINISTER RESET_FIRST_FACTOR 某人");
    assertThat(database.askedAs(Schemas.auditRoleOf(ARTUX), trail.formatted(ARTUX))).as("its own is the application's").isEqualTo("nothing");
    assertThat(database.askedAs(IN_AKTO, "select kind from platform.resets_unused('" + person + "')")).isEqualTo("RESET_FIRST_FACTOR");
    database.as(Schemas.roleOf(ARTUX), "insert into platform.last_sign_in values ('" + person + "', '653001', clock_timestamp(), '127.0.0.1')");
    assertThat(database.askedAs(IN_AKTO, "select kind from platform.resets_unused('" + person + "')")).as("came in, wherever").isEqualTo("nothing");
  }

  @Test
  void aResetIsOnNobodysRecordUnderTheNameOfOneWhoseOfficeItIsNot() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.reset.by.others");
    database.as(IN_AKTO, takeOn(Identifiers.next(), "artux.reset.by.others", "某人"));
    UUID system = administrator("artux.system.one", ARTUX, "SYSTEM_ADMIN");
    UUID security = administrator("artux.security.one", ARTUX, "SECURITY_ADMIN");
    for (String foreign : List.of(reset(person, "RESET_FIRST_FACTOR", security), reset(person, "RESET_SECOND_FACTOR", system),
        reset(person, "RESET_FIRST_FACTOR", administrator("akto.system.one", AKTO, "SYSTEM_ADMIN")),
        reset(person, "RESET_FIRST_FACTOR", person), reset(person, "RESET_FIRST_FACTOR", Identifiers.next()),
        reset(person, "RESET_FIRST_FACTOR", system).replace("'" + system + "'", "null"))) {
      assertThatThrownBy(() -> database.as(IN_ARTUX, foreign)).as(foreign).hasMessageContaining("the office of another");
    }
    database.as(IN_ARTUX, reset(person, "RESET_SECOND_FACTOR", security));
    assertThat(database.askedAs(IN_AKTO, "select string_agg(kind, ' ') from platform.staff_change where person = '" + person + "'"))
        .isEqualTo("RESET_SECOND_FACTOR");
  }

  /** Whoever was taken on after a reset could otherwise have the other factor reset there at once. */
  @Test
  void aResetThatWasDoneElsewhereBeforeThePersonWasTakenOnIsSeen() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.reset.before");
    UUID system = administrator("artux.system.two", ARTUX, "SYSTEM_ADMIN");
    database.as(IN_ARTUX, "insert into platform.staff_change (id, at, jurisdiction, person, kind, by_person, by_name) values ('" + Identifiers.next()
        + "', clock_timestamp(), '653001', '" + person + "', 'RESET_FIRST_FACTOR', '" + system + "', '某人')");
    assertThatThrownBy(() -> database.askedAs(IN_AKTO, "select kind from platform.resets_unused('" + person + "')"))
        .hasMessageContaining("nobody of this jurisdiction");
    database.as(IN_AKTO, takeOn(Identifiers.next(), "artux.reset.before", "某人"));
    assertThat(database.askedAs(IN_AKTO, "select kind || ' ' || by_person from platform.resets_unused('" + person + "')"))
        .isEqualTo("RESET_FIRST_FACTOR " + system);
    database.as(IN_ARTUX, reset(person, "RESET_FIRST_FACTOR", system));
    assertThat(database.askedAs(IN_ARTUX, "select count(*) from platform.resets_unused('" + person + "')")).as("it stands in two records").isEqualTo("1");
  }

  @Test
  void noPersonHoldsTwoOfTheThreeOfficesNorOneBesideAnyOtherRole() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.eight");
    database.as(IN_ARTUX, post(person, ARTUX, "UNIT_CLERK"));
    for (String office : List.of("SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN")) {
      assertThatThrownBy(() -> database.as(IN_ARTUX, post(person, ARTUX, office))).hasMessageContaining("an administrator holds no other role");
    }
    UUID administrator = somebody(IN_ARTUX, "artux.nine");
    database.as(IN_ARTUX, post(administrator, ARTUX, "SYSTEM_ADMIN"));
    assertThatThrownBy(() -> database.as(IN_ARTUX, post(administrator, ARTUX, "AUDIT_ADMIN"))).hasMessageContaining("an administrator holds no other role");
    assertThatThrownBy(() -> database.as(IN_ARTUX, post(administrator, ARTUX, "UNIT_CLERK"))).hasMessageContaining("an administrator holds no other role");
    assertThatThrownBy(() -> asOwner(post(administrator, AKTO, "UNIT_CLERK"))).as("nor in another jurisdiction, whoever writes it")
        .hasMessageContaining("an administrator holds no other role");
  }

  @Test
  void aProgramHoldsNoOfficeAndOnePostWhoeverWritesIt() throws SQLException {
    UUID program = somebody(IN_ARTUX, "program-653001-one");
    for (String office : List.of("SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN")) {
      assertThatThrownBy(() -> database.as(IN_ARTUX, post(program, ARTUX, office))).hasMessageContaining("a program holds no office");
    }
    database.as(IN_ARTUX, post(program, ARTUX, "BUDGET_SECTION"));
    assertThatThrownBy(() -> database.as(IN_ARTUX, post(program, ARTUX, "PERFORMANCE_OFFICE"))).hasMessageContaining("a program holds one post");
    assertThatThrownBy(() -> asOwner(post(program, AKTO, "BUDGET_SECTION"))).as("nor in another jurisdiction")
        .hasMessageContaining("a program holds one post");
    database.as(IN_ARTUX, "delete from platform.membership where person = '" + program + "'", post(program, ARTUX, "PERFORMANCE_OFFICE"));
    asOwner("update platform.membership set valid_until = current_date - 1 where person = '" + program + "'");
    database.as(IN_ARTUX, post(program, ARTUX, "BUDGET_SECTION"));
  }

  @Test
  void anEndedPostDoesNotStandInTheWayOfAnOffice() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.ten");
    database.as(IN_ARTUX, post(person, ARTUX, "UNIT_CLERK", "current_date - 9", "current_date - 1"), post(person, ARTUX, "AUDIT_ADMIN"));
  }

  @Test
  void twoGiftsAtTheSameMomentDoNotMakeTwoOffices() throws Exception {
    UUID person = somebody(IN_ARTUX, "artux.eleven");
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Callable<Boolean> system = () -> given(post(person, ARTUX, "SYSTEM_ADMIN"));
      Callable<Boolean> audit = () -> given(post(person, ARTUX, "AUDIT_ADMIN"));
      List<Future<Boolean>> both = threads.invokeAll(List.of(system, audit));
      assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
    }
  }

  private static boolean given(String post) {
    try {
      database.as(IN_ARTUX, post);
      return true;
    } catch (SQLException refused) {
      return false;
    }
  }

  @Test
  void theLastAdministratorOfAKindStays() throws SQLException {
    UUID first = somebody(IN_AKTO, "akto.first");
    UUID second = somebody(IN_AKTO, "akto.second");
    database.as(IN_AKTO, post(first, AKTO, "SECURITY_ADMIN"), post(second, AKTO, "SECURITY_ADMIN", "current_date", "current_date + 30"));
    String take = "delete from platform.membership where person = '" + first + "'";
    String disable = "update platform.staff set disabled_since = now() where person = '" + first + "'";
    assertThatThrownBy(() -> database.as(IN_AKTO, take)).hasMessageContaining("the last SECURITY_ADMIN stays");
    assertThatThrownBy(() -> database.as(IN_AKTO, disable)).hasMessageContaining("the last SECURITY_ADMIN stays");

    UUID third = somebody(IN_AKTO, "akto.third");
    database.as(IN_AKTO, post(third, AKTO, "SECURITY_ADMIN"), disable);
    assertThatThrownBy(() -> database.as(IN_AKTO, "delete from platform.membership where person = '" + third + "'"))
        .as("a disabled one does not count").hasMessageContaining("the last SECURITY_ADMIN stays");
    database.as(IN_AKTO, take);
    asOwner("delete from platform.membership where person = '" + third + "'");
  }

  @Test
  void whoIsGivenAPostByOtherWaysBelongsToTheJurisdictionToo() throws SQLException {
    UUID person = Identifiers.next();
    asOwner("insert into platform.person (id, username, name) values ('" + person + "', 'akto.planted', 'x')");
    asOwner(post(person, AKTO, "UNIT_CLERK"));
    assertThat(database.askedAs(IN_AKTO, "select home from platform.staff join platform.person on id = person where person = '" + person + "'")).isEqualTo("653022");
  }

  @Test
  void theLastSignInIsWrittenByTheJurisdictionAndReadByItsAdministrators() throws SQLException {
    UUID person = somebody(IN_ARTUX, "artux.twelve");
    String note = "insert into platform.last_sign_in values ('" + person + "', '%s', now(), '127.0.0.1')";
    database.as(Schemas.roleOf(ARTUX), note.formatted("653001"));
    assertThatThrownBy(() -> database.as(Schemas.roleOf(ARTUX), note.formatted("653022"))).hasMessageContaining("row-level security");
    assertThat(database.askedAs(IN_ARTUX, "select origin from platform.last_sign_in where person = '" + person + "'")).isEqualTo("127.0.0.1");
    assertThat(database.askedAs(IN_AKTO, "select count(*) from platform.last_sign_in where person = '" + person + "'")).isEqualTo("0");
  }
}
