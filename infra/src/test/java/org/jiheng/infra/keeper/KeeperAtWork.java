package org.jiheng.infra.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.infra.demo.Persona;
import org.jiheng.infra.demo.Personas;
import org.jiheng.infra.demo.Place;
import org.jiheng.infra.run.Database;
import org.jiheng.infra.run.RunningProvider;
import org.jiheng.tenants.desk.Administrator;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.JobStep;
import org.jiheng.tenants.desk.Wish;
import org.jiheng.tenants.provisioning.Jobs;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;

/** A keeper with the real database and the real identity provider, and counties for it to work on. */
abstract class KeeperAtWork {

  static final JurisdictionCode KIZILSU = Place.KIZILSU.code();
  static final String REASON = "国务院批准设立";

  @TempDir
  static Path exports;

  static Database database;
  static RunningProvider provider;
  static KeeperSettings settings;
  static Jobs jobs;
  static int counties = 30;

  @BeforeAll
  static void kizilsuWithItsCalendar() throws SQLException, IOException {
    provider = RunningProvider.shared();
    database = provider.database();
    if (jobs == null) {
      toCopyFromAndByWhom();
    }
    settings = new KeeperSettings(database.migrator(), Database.LOGIN, provider.administration(), exports, KeeperSettings.EXPORTS_LAST);
    jobs = new Jobs(database.migrator());
  }

  /** Once, for all classes. */
  private static void toCopyFromAndByWhom() throws SQLException {
    told("insert into j_653000.holiday (day, name, working) values (date '2023-05-01', '劳动节', false), (date '2023-05-06', '调休', true)");
    told("insert into j_653000.task (id, fiscal_year, form_type, title, opens, due) "
        + "values (gen_random_uuid(), 2022, 'SELF_EVALUATION', '自评', date '2023-03-01', date '2023-04-30')");
    Persona system = Personas.of("kizilsu.system");
    told("insert into platform.person (id, username, name) values ('" + system.id() + "', 'kizilsu.system', '" + system.name() + "')");
    told("insert into platform.membership (id, person, jurisdiction, role, valid_from) values (gen_random_uuid(), '" + system.id()
        + "', '653000', 'SYSTEM_ADMIN', date '2020-01-01')");
  }

  static void told(String sql) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static List<String> asked(String sql) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  // --- wishes

  static String newCode() {
    return "6530" + counties++;
  }

  static Wish onboarding(String code) {
    return new Wish(JobKind.ONBOARD, code, Optional.of(KIZILSU), "试点" + code + "县", List.of(
        new Administrator(Role.SYSTEM_ADMIN, "系统" + code, "system" + code),
        new Administrator(Role.SECURITY_ADMIN, "安全" + code, "security" + code),
        new Administrator(Role.AUDIT_ADMIN, "审计" + code, "audit" + code)), REASON, false);
  }

  static Wish with(String code, JobKind kind) {
    return Wish.of(kind, new JurisdictionCode(code), Optional.of(KIZILSU), kind == JobKind.REMOVE ? "试点" + code + "县" : "", REASON);
  }

  static UUID wanted(Wish wish) throws SQLException {
    return jobs.command(wish, "tester").orElseThrow();
  }

  static UUID wantedBy(Wish wish, UUID person) throws SQLException {
    UUID id = wanted(wish);
    told("update platform.provisioning_job set by_command = false, wanted_by = '" + person + "', prefecture = '653000' where id = '" + id + "'");
    return id;
  }

  /** Whoever died in the middle of it has it in hand until the database has noticed. */
  static Job carriedOut(UUID id) throws SQLException {
    try (Keeper keeper = new Keeper(settings)) {
      keeper.carryOut(id);
      for (int times = 0; times < 100 && jobs.job(id).orElseThrow().state() == Job.State.RUNNING; times++) {
        Thread.sleep(100);
        keeper.carryOut(id);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return jobs.job(id).orElseThrow();
  }

  static Job done(Wish wish) throws SQLException {
    Job job = carriedOut(wanted(wish));
    assertThat(job.state()).as("%s %s", job.note(), job.steps()).isEqualTo(Job.State.DONE);
    return job;
  }

  // --- what there is

  /** Everything about a county that does not differ from one to the next. */
  static List<String> lookOf(String code) throws SQLException, IOException {
    List<String> look = new ArrayList<>();
    look.addAll(asked("select state || layout || coalesce(state_before, '') from platform.jurisdiction where code = '" + code + "'"));
    look.addAll(asked("select c.relname::text || c.relkind::text || coalesce(c.relacl::text, '') from pg_class c join pg_namespace n on n.oid = c.relnamespace "
        + "where n.nspname in ('j_" + code + "', 'j_" + code + "_eye') order by 1"));
    look.addAll(asked("select r.rolname || array_agg(m.member::regrole::text || m.inherit_option || m.set_option "
        + "order by m.member::regrole::text, m.inherit_option, m.set_option)::text from pg_roles r "
        + "join pg_auth_members m on m.roleid = r.oid where r.rolname ~ '^j_" + code + "' group by r.rolname order by 1"));
    look.addAll(asked("select day || name || working from j_" + code + ".holiday order by 1"));
    look.addAll(asked("select fiscal_year || form_type || title || opens || due from j_" + code + ".task order by 1"));
    look.addAll(asked("select m.role || m.unit_prefix || m.valid_from || p.username || p.name from platform.membership m "
        + "join platform.person p on p.id = m.person where m.jurisdiction = '" + code + "' order by 1"));
    try (var session = provider.administration().begin()) {
      for (JsonObject group : session.list("groups?exact=true&search=" + code).getValuesAs(JsonObject.class)) {
        session.list("groups/" + group.getString("id") + "/members?briefRepresentation=false").getValuesAs(JsonObject.class).stream()
            .map(user -> user.getString("username") + user.getString("firstName") + user.getBoolean("enabled") + user.get("requiredActions"))
            .sorted().forEach(look::add);
      }
    }
    return look.stream().map(line -> line.replace(code, "(code)")).toList();
  }

  static List<String> waitingIn(UUID job) throws SQLException {
    return List.copyOf(jobs.awaited(job).keySet());
  }

  // --- cut off

  /** The keeper's process is gone. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  static Stream<Arguments> everyMomentOf(JobKind kind) {
    return kind.steps().stream().flatMap(step -> Stream.of(Arguments.of(step, false), Arguments.of(step, true)));
  }

  static void diesAt(UUID job, JobStep at, boolean afterIt) {
    try (Keeper keeper = new Keeper(settings, (_, step, done) -> {
      if (step == at && done == afterIt) {
        throw new Died();
      }
    })) {
      assertThatThrownBy(() -> keeper.carryOut(job)).isInstanceOf(Died.class);
    }
  }

  static void firstPasswordIsChanged(String username) throws IOException {
    try (var session = provider.administration().begin()) {
      String id = session.list("users?exact=true&username=" + username).getJsonObject(0).getString("id");
      session.put("users/" + id, Json.createObjectBuilder().add("requiredActions", Json.createArrayBuilder()).build());
    }
  }

  static KeeperSettings away() {
    RealmAdministration here = provider.administration();
    return new KeeperSettings(database.migrator(), Database.LOGIN,
        new RealmAdministration(URI.create("http://localhost:1"), here.realm(), here.administrator(), here.password()), exports, KeeperSettings.EXPORTS_LAST);
  }
}
