package org.jiheng.tenants.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.JobStep;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the application may do at the desk, whatever is asked of it: write a wish, read what became of it, and nothing else. */
class DeskInTheDatabaseIT {

  private static final UUID SYSTEM = UUID.randomUUID();

  private static ThreeJurisdictions database;
  private static Jobs jobs;
  private static int codes = 30;

  @BeforeAll
  static void threeJurisdictions() throws IOException, SQLException {
    database = ThreeJurisdictions.start();
    jobs = new Jobs(database.migrator());
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  private static void desk(String... statements) throws SQLException {
    database.as(Schemas.DESK_ROLE, statements);
  }

  private static String askedAtTheDesk(String query) throws SQLException {
    return database.askedAs(Schemas.DESK_ROLE, query);
  }

  private static void owner(String sql) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String wish(UUID id, String kind, String code, String further) {
    String[] more = further.isEmpty() ? new String[] {"", ""} : further.split("=");
    return "insert into platform.provisioning_job (id, kind, jurisdiction, prefecture, wanted_by, wanted_username, wanted_name, origin, reason, input"
        + (more[0].isEmpty() ? "" : ", " + more[0]) + ") values ('" + id + "', '" + kind + "', '" + code + "', '653000', '" + SYSTEM
        + "', 'system', '系统', '10.0.0.1', '机构改革需要', '{\"parent\":\"653000\",\"name\":\"测试县\",\"administrators\":[],\"again\":false}'"
        + (more[0].isEmpty() ? "" : ", " + more[1]) + ")";
  }

  private static UUID wanted(String kind) throws SQLException {
    UUID id = Identifiers.next();
    desk(wish(id, kind, "6530" + codes++, ""));
    return id;
  }

  @Test
  void aWishIsWrittenDownAndWaits() throws SQLException {
    UUID id = wanted("SUSPEND");
    assertThat(askedAtTheDesk("select state from platform.provisioning_job where id = '" + id + "'")).isEqualTo("WAITING");
    assertThat(askedAtTheDesk("select name from platform.jurisdiction where code = '653001'")).isEqualTo("阿图什市");
  }

  @Test
  void nobodyAtTheDeskSaysThatItIsDoneOrThatItCameFromTheOwner() {
    for (String further : List.of("state='DONE'", "by_command=true", "result='x'", "wanted_at=now()", "handed_over=now()")) {
      assertThatThrownBy(() -> desk(wish(Identifiers.next(), "SUSPEND", "653029", further))).as(further).hasMessageContaining("permission denied");
    }
  }

  @Test
  void nothingButWishesIsWrittenThere() throws SQLException {
    UUID id = wanted("SUSPEND");
    for (String statement : List.of(
        "update platform.provisioning_job set reason = 'x'", "delete from platform.provisioning_job",
        "insert into platform.provisioning_step (job, number, name, began, ended) values ('" + id + "', 1, 'CHECK', now(), now())",
        "update platform.jurisdiction set state = 'REMOVED'", "insert into platform.membership default values",
        "select * from platform.person", "select * from platform.membership", "select * from platform.awaited_password",
        "delete from platform.awaited_password", "select platform.record_in_its_trails('" + id + "', 'ADMINISTER', 'x', '')",
        "select platform.passwords_made('" + id + "', '{x}')", "select platform.awaiting('" + id + "')", "select * from j_653001.unit", "create schema mine", "create role mine",
        "select platform.record_administration('653000', '" + id + "', 'ADMINISTER', 'x', '', '', 'DONE', '')")) {
      assertThatThrownBy(() -> desk(statement)).as(statement).hasMessageContaining("permission denied");
    }
  }

  @Test
  void aCountysRoleHasNothingToDoWithIt() {
    for (String statement : List.of("select * from platform.provisioning_job", "select * from platform.jurisdiction",
        "select platform.open_awaited('" + SYSTEM + "', '" + SYSTEM + "')",
        "select platform.take_awaited('" + SYSTEM + "', '" + SYSTEM + "', '{}')", "select platform.open_export('" + SYSTEM + "', '" + SYSTEM + "')", "select platform.take_export('" + SYSTEM + "', '" + SYSTEM + "')")) {
      assertThatThrownBy(() -> database.as("j_653001", statement)).as(statement).hasMessageContaining("permission denied");
    }
  }

  @Test
  void oneThingAtATimeIsWantedWithAJurisdiction() throws SQLException {
    UUID first = Identifiers.next();
    desk(wish(first, "SUSPEND", "653098", ""));
    assertThatThrownBy(() -> desk(wish(Identifiers.next(), "RESUME", "653098", ""))).hasMessageContaining("one_job_at_a_time");
    try (Jobs.Held held = jobs.hold(first).orElseThrow()) {
      held.failed("x");
    }
    desk(wish(Identifiers.next(), "RESUME", "653098", ""));
  }

  @Test
  void aWishWithoutAReasonIsNoWish() {
    assertThatThrownBy(() -> desk(wish(Identifiers.next(), "SUSPEND", "653028", "").replace("机构改革需要", "  要  "))).hasMessageContaining("a_job_says_why");
  }

  @Test
  void stepsAreKeptInTheirOrderAndAJobOnceEndedIsEnded() throws SQLException {
    UUID id = wanted("RENAME");
    Instant now = Instant.parse("2023-05-01T01:02:03Z");
    try (Jobs.Held held = jobs.hold(id).orElseThrow()) {
      held.done(new Job.Done(JobStep.CHECK, now, now, ""));
      held.done(new Job.Done(JobStep.RENAME, now, now, "旧名县"));
      assertThat(held.job().steps()).extracting(Job.Done::step).containsExactly(JobStep.CHECK, JobStep.RENAME);
      assertThat(held.job().ahead()).isEmpty();
      held.ended("");
    }
    assertThat(jobs.hold(id)).isEmpty();
    assertThat(jobs.job(id).orElseThrow().ended()).isPresent();
  }

  @Test
  void aJobIsFreeAgainAsSoonAsItsKeeperIsGone() throws SQLException {
    UUID id = wanted("SUSPEND");
    Jobs.Held dying = jobs.hold(id).orElseThrow();
    assertThat(jobs.hold(id)).isEmpty();
    owner("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted");
    try (Jobs.Held next = jobs.hold(id).orElseThrow()) {
      assertThat(next.job().state()).isEqualTo(Job.State.RUNNING);
    }
    assertThatThrownBy(() -> dying.ended("")).as("who has lost the job records nothing").isInstanceOf(SQLException.class);
  }

  /** Somebody of the staff of Artux. */
  private static UUID person(String username) throws SQLException {
    UUID person = UUID.randomUUID();
    owner("insert into platform.person (id, username, name) values ('" + person + "', '" + username + "', '某人')");
    owner("insert into platform.staff (person, jurisdiction) values ('" + person + "', '653001')");
    return person;
  }

  /** An onboarding of Artux whose step of the administrators is done. */
  private static UUID onboarded(UUID... people) throws SQLException {
    UUID id = Identifiers.next();
    desk(wish(id, "ONBOARD", "653001", ""));
    try (Jobs.Held held = jobs.hold(id).orElseThrow()) {
      held.awaits(List.of(people));
      held.ended("");
    }
    return id;
  }

  @Test
  void firstPasswordsMayBeMadeByWhoWantedTheJobOnceAndNeverForWhoeverHasComeIn() throws SQLException {
    UUID zhang = person("zhang.san");
    UUID wang = person("wang.wu");
    UUID id = onboarded(zhang, person("li.si"), wang);
    owner("insert into platform.last_sign_in (person, jurisdiction, at, origin) values ('" + wang + "', '653001', now(), 'x')");
    assertThat(askedAtTheDesk("select platform.has_secret('" + id + "')")).isEqualTo("t");
    assertThat(shownTo(id, UUID.randomUUID())).as("another person").isNull();
    assertThat(jobs.awaited(id).keySet()).as("by command").containsExactly("li.si", "zhang.san");
    made(id, UUID.randomUUID(), "li.si");
    assertThat(shownTo(id, SYSTEM)).isEqualTo("li.si,zhang.san");
    made(id, SYSTEM, "zhang.san", "li.si");
    assertThat(shownTo(id, SYSTEM)).as("a second time").isNull();
    assertThat(askedAtTheDesk("select platform.has_secret('" + id + "')")).isEqualTo("f");
  }

  @Test
  void whomTheCountyHasDisabledOrLetGoNoFirstPasswordLetsInAgain() throws SQLException {
    UUID disabled = person("zheng.jiu");
    UUID gone = person("feng.shi");
    UUID id = onboarded(disabled, gone, person("chen.yi"));
    owner("update platform.staff set disabled_since = now() where person = '" + disabled + "'");
    owner("delete from platform.staff where person = '" + gone + "'");
    owner("insert into platform.staff (person, jurisdiction) values ('" + gone + "', '653022')");
    assertThat(jobs.awaited(id).keySet()).as("by command").containsExactly("chen.yi");
    assertThat(shownTo(id, SYSTEM)).as("at the screen").isEqualTo("chen.yi");
  }

  private static String passwordsOnRecord(String trail, UUID by) throws SQLException {
    return ownerAsked("select string_agg(outcome || ' ' || note, '; ' order by at) from " + trail
        + ".audit_entry where act = 'ADMINISTER' and title = 'ONE-TIME PASSWORDS' and subject = 'JURISDICTION/653001' and person = '" + by + "'");
  }

  @Test
  void forWhomAFirstPasswordWasReallyMadeIsInBothTrailsAtTheScreenAsByCommand() throws SQLException {
    String before = passwordsOnRecord("j_653001", SYSTEM);
    assertThat(passwordsOnRecord("j_653000", SYSTEM)).isEqualTo(before);
    UUID none = onboarded(person("qian.yi"));
    made(none, SYSTEM);
    assertThat(shownTo(none, SYSTEM)).as("nobody was left").isNull();
    UUID id = onboarded(person("sun.er"), person("zhou.qi"));
    made(id, SYSTEM, "sun.er", "nobody.awaited");
    UUID command = onboarded(person("wu.ba"));
    jobs.made(command, Set.of("wu.ba"));
    for (String trail : List.of("j_653000", "j_653001")) {
      assertThat(passwordsOnRecord(trail, SYSTEM)).as(trail).isEqualTo((before == null ? "" : before + "; ") + "DONE sun.er; DONE wu.ba");
    }
    assertThat(jobs.awaited(command)).isEmpty();
  }

  private static String shownTo(UUID job, UUID person) throws SQLException {
    return told("select string_agg(username, ',') from platform.open_awaited('" + job + "', '" + person + "')");
  }

  private static void made(UUID job, UUID person, String... usernames) throws SQLException {
    told("select platform.take_awaited('" + job + "', '" + person + "', '{" + String.join(",", usernames) + "}')");
  }

  /** In a transaction that is committed, unlike a mere question. */
  private static String told(String query) throws SQLException {
    try (Connection connection = database.login().getConnection(); Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local role " + Schemas.DESK_ROLE);
      try (ResultSet row = statement.executeQuery(query)) {
        row.next();
        String answer = row.getString(1);
        connection.commit();
        return answer;
      }
    }
  }

  private static String ownerAsked(String query) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void theRightToHavePasswordsMadeIsForgottenWhenNobodyComesForIt() throws SQLException {
    UUID id = onboarded(person("zhao.liu"));
    jobs.forgetExpired();
    assertThat(askedAtTheDesk("select platform.has_secret('" + id + "')")).isEqualTo("t");
    owner("update platform.awaited_password set expires = now() - interval '1 second' where job = '" + id + "'");
    assertThat(shownTo(id, SYSTEM)).as("too late").isNull();
    jobs.forgetExpired();
    assertThat(ownerAsked("select count(*) from platform.awaited_password where job = '" + id + "'")).isEqualTo("0");
  }

  @Test
  void anExportGoesOutToWhoWantedItUntilItWentOutWholeAndEveryTimeIsOnRecord() throws SQLException {
    String began = ownerAsked("select clock_timestamp()::text");
    UUID id = Identifiers.next();
    desk(wish(id, "EXPORT", "653001", ""));
    assertThat(goesOut(id, SYSTEM)).as("before it is done").isEqualTo("f");
    try (Jobs.Held held = jobs.hold(id).orElseThrow()) {
      held.keepsExport(Duration.ofHours(1));
      held.ended("digest");
    }
    assertThat(goesOut(id, SYSTEM)).as("before the county has agreed").isEqualTo("f");
    answered(id, security("653001"), "653001", true);
    assertThat(goesOut(id, UUID.randomUUID())).as("to another person").isEqualTo("f");
    assertThat(goesOut(id, SYSTEM)).isEqualTo("t");
    assertThat(goesOut(id, SYSTEM)).as("after a line that broke").isEqualTo("t");
    assertThat(wentOut(id, UUID.randomUUID())).as("another person's word").isEqualTo("f");
    assertThat(wentOut(id, SYSTEM)).isEqualTo("t");
    assertThat(wentOut(id, SYSTEM)).as("one that was begun at the same time").isEqualTo("t");
    assertThat(goesOut(id, SYSTEM)).as("after it went out whole").isEqualTo("f");
    for (String trail : List.of("j_653000", "j_653001")) {
      assertThat(ownerAsked("select string_agg(note, ', ' order by at) from " + trail + ".audit_entry where act = 'EXPORT' and title = 'WHOLE EXPORT' and person = '"
          + SYSTEM + "' and at > '" + began + "'")).as(trail).isEqualTo("BEGUN, BEGUN, HANDED OVER, HANDED OVER");
    }
  }

  @Test
  void anExportWhoseTimeIsOverDoesNotGoOut() throws SQLException {
    UUID id = made("653001");
    answered(id, security("653001"), "653001", true);
    assertThat(goesOut(id, SYSTEM)).isEqualTo("t");
    assertThat(jobs.keptExports()).contains(id);
    owner("update platform.provisioning_job set kept_until = now() - interval '1 second' where id = '" + id + "'");
    assertThat(goesOut(id, SYSTEM)).isEqualTo("f");
    assertThat(jobs.keptExports()).doesNotContain(id);
  }

  /** An export of a county that waits for a word. */
  private static UUID made(String code) throws SQLException {
    return made(code, SYSTEM);
  }

  private static UUID made(String code, UUID wantedBy) throws SQLException {
    UUID id = Identifiers.next();
    desk(wish(id, "EXPORT", code, "").replace(SYSTEM.toString(), wantedBy.toString()));
    try (Jobs.Held held = jobs.hold(id).orElseThrow()) {
      held.keepsExport(Duration.ofHours(1));
      held.ended("digest");
    }
    return id;
  }

  private static UUID security(String code) throws SQLException {
    UUID id = UUID.randomUUID();
    owner("insert into platform.person (id, username, name) values ('" + id + "', 's" + id.toString().substring(0, 20) + "', '安全')");
    owner("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values ('" + UUID.randomUUID() + "', '" + id + "', '"
        + code + "', '', 'SECURITY_ADMIN', current_date - 1)");
    return id;
  }

  private static String answered(UUID job, UUID person, String code, boolean agrees) throws SQLException {
    return told("select platform.answer_export('" + job + "', '" + person + "', '" + code + "', '10.0.0.2', " + agrees + ", 'AGREED, 移交数据')");
  }

  private static String asks(UUID job) throws SQLException {
    return askedAtTheDesk("select platform.export_asks('" + job + "')");
  }

  @Test
  void onlyTheCountysOwnSecurityAdministratorsWordLetsAnExportOut() throws SQLException {
    UUID security = security("653001");
    UUID id = made("653001");
    assertThat(asks(id)).isEqualTo("653001");
    UUID prefectures = security("653000");
    assertThat(answered(id, prefectures, "653000", true)).as("the prefecture's").isEqualTo("f");
    assertThat(answered(id, prefectures, "653001", true)).as("the prefecture's, as if of the county").isEqualTo("f");
    assertThat(answered(id, security("653022"), "653022", true)).as("another county's").isEqualTo("f");
    UUID own = made("653001", security);
    assertThat(answered(own, security, "653001", true)).as("whoever wanted it").isEqualTo("f");
    assertThat(asks(own)).as("another one's").isEqualTo("653001");
    owner("update platform.staff set disabled_since = now() where person = '" + security + "'");
    UUID other = security("653001");
    assertThat(answered(id, security, "653001", true)).as("who was disabled").isEqualTo("f");
    assertThat(goesOut(id, SYSTEM)).isEqualTo("f");
    assertThat(answered(id, other, "653001", true)).isEqualTo("t");
    assertThat(answered(id, other, "653001", false)).as("a second word").isEqualTo("f");
    assertThat(goesOut(id, SYSTEM)).isEqualTo("t");
    for (String trail : List.of("j_653000", "j_653001")) {
      assertThat(ownerAsked("select string_agg(acting_for || ' ' || note, '; ') from " + trail + ".audit_entry where person = '" + other + "'")).as(trail)
          .isEqualTo("653001 AGREED, 移交数据");
    }
  }

  @Test
  void ofACountyNobodyGetsIntoThePrefecturesSecurityAdministratorIsAsked() throws SQLException {
    UUID county = security("653022");
    UUID prefecture = security("653000");
    for (String state : List.of("SUSPENDED", "QUARANTINED")) {
      UUID id = made("653022");
      owner("update platform.jurisdiction set state = '" + state + "' where code = '653022'");
      try {
        assertThat(asks(id)).as(state).isEqualTo("653000");
        assertThat(answered(id, county, "653022", true)).as(state).isEqualTo("f");
        assertThat(answered(id, prefecture, "653000", true)).as(state).isEqualTo("t");
        assertThat(goesOut(id, SYSTEM)).as(state).isEqualTo("t");
      } finally {
        owner("update platform.jurisdiction set state = 'ACTIVE' where code = '653022'");
      }
    }
  }

  @Test
  void whatACountyRefusedIsNotAskedOfThePrefectureByClosingTheCounty() throws SQLException {
    UUID county = security("653022");
    security("653000");
    assertThat(answered(made("653022"), county, "653022", false)).isEqualTo("t");
    UUID again = made("653022");
    owner("update platform.jurisdiction set state = 'SUSPENDED' where code = '653022'");
    try {
      assertThat(asks(again)).isNull();
      owner("update platform.provisioning_job set answered_at = now() - interval '31 days' where jurisdiction = '653022' and agreed is not null");
      assertThat(asks(again)).isEqualTo("653000");
    } finally {
      owner("update platform.jurisdiction set state = 'ACTIVE' where code = '653022'");
    }
  }

  @Test
  void whatIsDeclinedIsNotKeptAndNobodyIsAskedAboutACommand() throws SQLException {
    UUID security = security("653001");
    UUID id = made("653001");
    assertThat(answered(id, security, "653001", false)).isEqualTo("t");
    assertThat(goesOut(id, SYSTEM)).isEqualTo("f");
    assertThat(jobs.keptExports()).doesNotContain(id);
    UUID command = made("653001");
    owner("update platform.provisioning_job set by_command = true where id = '" + command + "'");
    assertThat(asks(command)).isNull();
    assertThat(answered(command, security, "653001", true)).isEqualTo("f");
    assertThatThrownBy(() -> desk("update platform.provisioning_job set agreed = true")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> database.as("j_653001", "select platform.answer_export('" + id + "', '" + security + "', '653001', '', true, '')"))
        .hasMessageContaining("permission denied");
  }

  private static String goesOut(UUID job, UUID person) throws SQLException {
    return told("select platform.open_export('" + job + "', '" + person + "')");
  }

  private static String wentOut(UUID job, UUID person) throws SQLException {
    return told("select platform.take_export('" + job + "', '" + person + "')");
  }

  @Test
  void whoeverWaitsHearsOfANewWishAtOnce() throws Exception {
    Set<UUID> known = Set.copyOf(jobs.open().stream().map(Job::id).toList());
    Thread wanting = Thread.ofPlatform().start(() -> {
      try {
        Thread.sleep(300);
        wanted("SUSPEND");
      } catch (InterruptedException | SQLException failure) {
        throw new IllegalStateException(failure);
      }
    });
    long began = System.nanoTime();
    jobs.await(known, Duration.ofSeconds(30));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    wanting.join();
    jobs.await(known, Duration.ofSeconds(30));
  }
}
