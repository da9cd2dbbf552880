package org.jiheng.infra.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.jiheng.tenants.identity.OneTimePassword;
import org.jiheng.tenants.provisioning.Jobs;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Jobs of the keeper against the real database and the real identity provider, cut off wherever they can be. */
class KeeperIT {

  private static final JurisdictionCode KIZILSU = Place.KIZILSU.code();
  private static final String REASON = "国务院批准设立";

  @TempDir
  private static Path exports;

  private static Database database;
  private static RunningProvider provider;
  private static KeeperSettings settings;
  private static Jobs jobs;
  private static int counties = 30;

  @BeforeAll
  static void kizilsuWithItsCalendar() throws SQLException, IOException {
    provider = RunningProvider.shared();
    database = provider.database();
    told("insert into j_653000.holiday (day, name, working) values (date '2023-05-01', '劳动节', false), (date '2023-05-06', '调休', true)");
    told("insert into j_653000.task (id, fiscal_year, form_type, title, opens, due) "
        + "values (gen_random_uuid(), 2022, 'SELF_EVALUATION', '自评', date '2023-03-01', date '2023-04-30')");
    Persona system = Personas.of("kizilsu.system");
    told("insert into platform.person (id, username, name) values ('" + system.id() + "', 'kizilsu.system', '" + system.name() + "')");
    told("insert into platform.membership (id, person, jurisdiction, role, valid_from) values (gen_random_uuid(), '" + system.id()
        + "', '653000', 'SYSTEM_ADMIN', date '2020-01-01')");
    settings = new KeeperSettings(database.migrator(), Database.LOGIN, provider.administration(), exports, KeeperSettings.EXPORTS_LAST);
    jobs = new Jobs(database.migrator());
  }

  private static void told(String sql) throws SQLException {
    try (Connection connection = database.migrator().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> asked(String sql) throws SQLException {
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

  private static String newCode() {
    return "6530" + counties++;
  }

  private static Wish onboarding(String code) {
    return new Wish(JobKind.ONBOARD, code, Optional.of(KIZILSU), "试点" + code + "县", List.of(
        new Administrator(Role.SYSTEM_ADMIN, "系统" + code, "system" + code),
        new Administrator(Role.SECURITY_ADMIN, "安全" + code, "security" + code),
        new Administrator(Role.AUDIT_ADMIN, "审计" + code, "audit" + code)), REASON, false);
  }

  private static Wish with(String code, JobKind kind) {
    return Wish.of(kind, new JurisdictionCode(code), Optional.of(KIZILSU), kind == JobKind.REMOVE ? "试点" + code + "县" : "", REASON);
  }

  private static UUID wanted(Wish wish) throws SQLException {
    return jobs.command(wish, "tester").orElseThrow();
  }

  private static UUID wantedBy(Wish wish, UUID person) throws SQLException {
    UUID id = wanted(wish);
    told("update platform.provisioning_job set by_command = false, wanted_by = '" + person + "', prefecture = '653000' where id = '" + id + "'");
    return id;
  }

  private static Job carriedOut(UUID id) throws SQLException {
    try (Keeper keeper = new Keeper(settings)) {
      keeper.carryOut(id);
    }
    return jobs.job(id).orElseThrow();
  }

  private static Job done(Wish wish) throws SQLException {
    Job job = carriedOut(wanted(wish));
    assertThat(job.state()).as("%s %s", job.note(), job.steps()).isEqualTo(Job.State.DONE);
    return job;
  }

  // --- what there is

  /** Everything about a county that does not differ from one to the next. */
  private static List<String> lookOf(String code) throws SQLException, IOException {
    List<String> look = new ArrayList<>();
    look.addAll(asked("select state || layout || coalesce(state_before, '') from platform.jurisdiction where code = '" + code + "'"));
    look.addAll(asked("select c.relname::text || c.relkind::text || coalesce(c.relacl::text, '') from pg_class c join pg_namespace n on n.oid = c.relnamespace "
        + "where n.nspname in ('j_" + code + "', 'j_" + code + "_eye') order by 1"));
    look.addAll(asked("select r.rolname || array_agg(m.member::regrole::text || m.inherit_option || m.set_option order by m.member::regrole::text)::text from pg_roles r "
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

  private static List<String> waitingIn(UUID job) throws SQLException {
    return List.copyOf(jobs.awaited(job).keySet());
  }

  // --- onboarding

  @Test
  void aCountyThatWasOnboardedIsWholeAndOpen() throws SQLException, IOException {
    String code = newCode();
    Job job = done(onboarding(code));
    assertThat(job.steps()).extracting(Job.Done::step).containsExactlyElementsOf(JobKind.ONBOARD.steps());
    assertThat(lookOf(code)).contains("ACTIVE" + asked("select layout from platform.jurisdiction where code = '653000'").getFirst())
        .contains("2023-05-01劳动节false", "2023-05-06调休true", "2022SELF_EVALUATION自评2023-03-012023-04-30")
        .anyMatch(line -> line.startsWith("SYSTEM_ADMIN") && line.endsWith("system(code)系统(code)"))
        .contains("security(code)安全(code)true[\"UPDATE_PASSWORD\"]");
    assertThat(waitingIn(job.id())).containsExactly("audit" + code, "security" + code, "system" + code);
    assertThat(asked("select act || outcome || title from j_" + code + ".audit_entry where act <> 'BYPASS'"))
        .containsExactly("ADMINISTERDONE试点" + code + "县");
    // the keeper works past the application, and what it writes there is on record as such besides
    assertThat(asked("select distinct subject from j_" + code + ".audit_entry where act = 'BYPASS' order by 1"))
        .isSubsetOf("audit_entry", "holiday", "platform.jurisdiction", "platform.membership", "platform.person", "platform.staff", "task");
    assertThat(asked("select note from j_653000.audit_entry where subject = 'JURISDICTION/" + code + "'"))
        .containsExactly("ONBOARD, " + REASON);
  }

  /** The keeper's process is gone. */
  private static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static Stream<Arguments> everyMomentOf(JobKind kind) {
    return kind.steps().stream().flatMap(step -> Stream.of(Arguments.of(step, false), Arguments.of(step, true)));
  }

  private static Stream<Arguments> everyMomentOfOnboarding() {
    return everyMomentOf(JobKind.ONBOARD);
  }

  private static void diesAt(UUID job, JobStep at, boolean afterIt) {
    try (Keeper keeper = new Keeper(settings, (_, step, done) -> {
      if (step == at && done == afterIt) {
        throw new Died();
      }
    })) {
      assertThatThrownBy(() -> keeper.carryOut(job)).isInstanceOf(Died.class);
    }
  }

  @ParameterizedTest
  @MethodSource("everyMomentOfOnboarding")
  void aKeeperThatDiesInTheMiddleIsSucceededByOneWhoEndsInTheSame(JobStep step, boolean done) throws SQLException, IOException {
    String smooth = newCode();
    done(onboarding(smooth));
    String cut = newCode();
    UUID job = wanted(onboarding(cut));
    diesAt(job, step, done);
    assertThat(jobs.job(job).orElseThrow().state()).isEqualTo(Job.State.RUNNING);
    assertThat(carriedOut(job).state()).isEqualTo(Job.State.DONE);
    assertThat(lookOf(cut)).isEqualTo(lookOf(smooth));
    assertThat(waitingIn(job)).as("each may have one made").hasSize(3);
  }

  @Test
  void theWholeJobOnceMoreChangesNothingButPasswordsNobodyUsedYet() throws SQLException, IOException {
    String code = newCode();
    done(onboarding(code));
    firstPasswordIsChanged("security" + code);
    told("update platform.membership set valid_until = current_date where jurisdiction = '" + code + "' and role = 'AUDIT_ADMIN'");
    List<String> before = lookOf(code);
    String rows = "select string_agg(xmin::text, ',' order by id) from platform.membership where jurisdiction = '" + code + "'";
    List<String> versions = asked(rows);
    Job again = done(onboarding(code).repeated());
    assertThat(lookOf(code)).isEqualTo(before);
    assertThat(asked(rows)).isEqualTo(versions);
    assertThat(waitingIn(again.id())).containsExactly("audit" + code, "system" + code);
  }

  @Test
  void aOneTimePasswordStandsNowhereUntilItIsShownAndNothingOfItAfterwards() throws SQLException, IOException {
    String code = newCode();
    Job job = done(onboarding(code));
    firstPasswordIsChanged("security" + code);
    try (Keeper keeper = new Keeper(settings); var session = provider.administration().begin()) {
      String audit = session.list("users?exact=true&username=audit" + code).getJsonObject(0).getString("id");
      assertThat(session.list("users/" + audit + "/credentials")).as("there is no password before").isEmpty();
      Map<String, OneTimePassword> shown = keeper.passwords(job.id());
      assertThat(shown).containsOnlyKeys("audit" + code, "system" + code);
      assertThat(session.list("users/" + audit + "/credentials")).hasSize(1);
      assertThat(keeper.passwords(job.id())).as("shown once").isEmpty();
      for (String trail : List.of("j_653000", "j_" + code)) {
        assertThat(asked("select note from " + trail + ".audit_entry where title = 'ONE-TIME PASSWORDS' and subject = 'JURISDICTION/" + code + "'"))
            .as(trail).containsExactly("audit" + code + ", system" + code);
      }
      for (String table : asked("select schemaname || '.' || tablename from pg_tables where schemaname in ('platform', 'rollup', 'j_" + code + "', 'j_653000')")) {
        String whole = String.join("", asked("select coalesce(string_agg(t::text, ''), '') from " + table + " t"));
        shown.values().forEach(password -> assertThat(whole.contains(password.text())).as(table).isFalse());
      }
    }
  }

  @Test
  void anAdministratorWhoHasWorkedAndWasResetSinceGetsNoPasswordFromOnboardingOnceMore() throws SQLException, IOException {
    String code = newCode();
    done(onboarding(code));
    told("insert into platform.last_sign_in (person, jurisdiction, at, origin) select id, '" + code + "', now() - interval '90 days', 'x' "
        + "from platform.person where username = 'security" + code + "'");
    Job again = done(onboarding(code).repeated());
    assertThat(asked("select p.username from platform.awaited_password a join platform.person p on p.id = a.person where a.job = '" + again.id()
        + "' order by 1")).as("a reset asks for a new password as a first one does").containsExactly("audit" + code, "system" + code);
    try (Keeper keeper = new Keeper(settings)) {
      assertThat(keeper.passwords(again.id())).containsOnlyKeys("audit" + code, "system" + code);
    }
  }

  @Test
  void theRightToHaveAPasswordMadeEndsAfterADay() throws SQLException, IOException {
    Job job = done(onboarding(newCode()));
    told("update platform.awaited_password set expires = expires - interval '24 hours' where job = '" + job.id() + "'");
    try (Keeper keeper = new Keeper(settings)) {
      assertThat(keeper.passwords(job.id())).isEmpty();
      keeper.clearUp();
    }
    assertThat(asked("select person from platform.awaited_password where job = '" + job.id() + "'")).isEmpty();
  }

  @Test
  void aJobTakenUpAgainWhileTheIdentityProviderIsAwayKeepsItsStepsAndEndsWhenItIsBack() throws SQLException {
    UUID id = wanted(onboarding(newCode()));
    diesAt(id, JobStep.ADMINISTRATORS, false);
    try (Keeper keeper = new Keeper(away())) {
      keeper.carryOut(id);
    }
    Job waiting = jobs.job(id).orElseThrow();
    assertThat(waiting.state()).isEqualTo(Job.State.RUNNING);
    assertThat(waiting.note()).isNotEmpty();
    assertThat(waiting.ahead()).startsWith(JobStep.ADMINISTRATORS);
    assertThat(carriedOut(id).state()).isEqualTo(Job.State.DONE);
    assertThat(waitingIn(id)).hasSize(3);
  }

  @Test
  void anExportIsDeletedWhenItsTimeIsOverAndSoIsWhatADeadKeeperLeftHalfWritten() throws SQLException, IOException {
    String code = newCode();
    done(onboarding(code));
    Job kept = done(with(code, JobKind.EXPORT));
    Job over = done(with(code, JobKind.EXPORT));
    assertThat(Duration.between(over.ended().orElseThrow(), over.export().keptUntil().orElseThrow())).isBetween(Duration.ofHours(71), Duration.ofHours(72));
    UUID open = wanted(with(code, JobKind.EXPORT));
    told("update platform.provisioning_job set kept_until = now() - interval '1 second' where id = '" + over.id() + "'");
    for (String name : List.of(UUID.randomUUID() + ".zip", over.id() + ".zip.part", open + ".zip.part", "notes.txt")) {
      Files.writeString(exports.resolve(name), "x");
    }
    try (Keeper keeper = new Keeper(settings)) {
      keeper.clearUp();
    }
    try (Stream<Path> left = Files.list(exports)) {
      assertThat(left.map(file -> file.getFileName().toString())).contains(kept.id() + ".zip", open + ".zip.part", "notes.txt")
          .doesNotContain(over.id() + ".zip", over.id() + ".zip.part").allMatch(name -> !name.endsWith(".zip") || asksFor(name));
    }
    assertThat(carriedOut(open).state()).isEqualTo(Job.State.DONE);
  }

  private static boolean asksFor(String archive) {
    try {
      return jobs.job(UUID.fromString(archive.replace(".zip", ""))).isPresent();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void firstPasswordIsChanged(String username) throws IOException {
    try (var session = provider.administration().begin()) {
      String id = session.list("users?exact=true&username=" + username).getJsonObject(0).getString("id");
      session.put("users/" + id, Json.createObjectBuilder().add("requiredActions", Json.createArrayBuilder()).build());
    }
  }

  @Test
  void whatIsRefusedLeavesNothingBehind() throws SQLException, IOException {
    String code = newCode();
    done(onboarding(code));
    assertThat(carriedOut(wanted(onboarding(code))).note()).isEqualTo("CODE_TAKEN");
    String other = newCode();
    Wish withSomebodyElsesName = new Wish(JobKind.ONBOARD, other, Optional.of(KIZILSU), "别县", onboarding(code).administrators(), REASON, false);
    Job refused = carriedOut(wanted(withSomebodyElsesName));
    assertThat(refused.state()).isEqualTo(Job.State.FAILED);
    assertThat(refused.note()).isEqualTo("USERNAME_TAKEN");
    assertThat(asked("select code from platform.jurisdiction where code = '" + other + "'")).isEmpty();
    assertThat(asked("select nspname from pg_namespace where nspname like 'j_" + other + "%'")).isEmpty();
    assertThat(asked("select outcome || note from j_653000.audit_entry where subject = 'JURISDICTION/" + other + "'"))
        .containsExactly("REFUSEDONBOARD, " + REASON + ", USERNAME_TAKEN");
  }

  @Test
  void whoIsNotTheSystemAdministratorOfThePrefectureIsRefusedByTheKeeperToo() throws SQLException {
    assertThat(carriedOut(wantedBy(onboarding(newCode()), Personas.of("kizilsu.oversight").id())).note()).isEqualTo("NOT_ENTITLED");
    assertThat(carriedOut(wantedBy(onboarding(newCode()), Personas.of("kizilsu.system").id())).state()).isEqualTo(Job.State.DONE);
  }

  private static KeeperSettings away() {
    RealmAdministration here = provider.administration();
    return new KeeperSettings(database.migrator(), Database.LOGIN,
        new RealmAdministration(URI.create("http://localhost:1"), here.realm(), here.administrator(), here.password()), exports, KeeperSettings.EXPORTS_LAST);
  }

  @Test
  void aJobWaitsForAnIdentityProviderThatIsAwayAndGoesOnWhenItIsBack() throws SQLException {
    UUID id = wanted(onboarding(newCode()));
    try (Keeper keeper = new Keeper(away())) {
      keeper.carryOut(id);
    }
    Job waiting = jobs.job(id).orElseThrow();
    assertThat(waiting.state()).isEqualTo(Job.State.RUNNING);
    assertThat(waiting.note()).isNotEmpty();
    Job done = carriedOut(id);
    assertThat(done.state()).isEqualTo(Job.State.DONE);
    assertThat(done.note()).isEmpty();
  }

  @Test
  void aJobIsInOneKeepersHandsAtATime() throws SQLException {
    UUID id = wanted(onboarding(newCode()));
    try (Jobs.Held first = jobs.hold(id).orElseThrow()) {
      assertThat(first.job().state()).isEqualTo(Job.State.RUNNING);
      assertThat(jobs.hold(id)).isEmpty();
    }
    assertThat(carriedOut(id).state()).isEqualTo(Job.State.DONE);
    assertThat(jobs.hold(id)).as("it is ended").isEmpty();
  }

  @Test
  void theKeeperHearsOfAJobAtOnce() throws Exception {
    try (Keeper keeper = Keeper.start(settings)) {
      UUID id = wantedBy(onboarding(newCode()), Personas.of("kizilsu.system").id());
      long began = System.nanoTime();
      while (jobs.job(id).orElseThrow().state().open() && System.nanoTime() - began < 60_000_000_000L) {
        Thread.sleep(100);
      }
      assertThat(jobs.job(id).orElseThrow().state()).isEqualTo(Job.State.DONE);
    }
  }

  // --- afterwards

  @Test
  void aSuspendedCountyIsClosedWithItsReasonAndOpenAgainWhenResumed() throws SQLException {
    String code = newCode();
    done(onboarding(code));
    String state = "select state || ' ' || state_reason from platform.jurisdiction where code = '" + code + "'";
    done(with(code, JobKind.SUSPEND));
    assertThat(asked(state)).containsExactly("SUSPENDED " + REASON);
    List<String> since = asked("select state_since::text from platform.jurisdiction where code = '" + code + "'");
    done(with(code, JobKind.SUSPEND));
    assertThat(asked("select state_since::text from platform.jurisdiction where code = '" + code + "'")).as("since the first time").isEqualTo(since);
    done(onboarding(code).repeated());
    assertThat(asked(state)).as("onboarding it again does not open it").containsExactly("SUSPENDED " + REASON);
    done(with(code, JobKind.RESUME));
    assertThat(asked(state)).containsExactly("ACTIVE " + REASON);
  }

  @Test
  void aRenamedCountyHasBothNamesOnTheRecord() throws SQLException {
    String code = newCode();
    done(onboarding(code));
    done(Wish.of(JobKind.RENAME, new JurisdictionCode(code), Optional.of(KIZILSU), "新名" + code + "县", REASON));
    assertThat(asked("select name from platform.jurisdiction where code = '" + code + "'")).containsExactly("新名" + code + "县");
    assertThat(asked("select before || '>' || after from j_" + code + ".audit_entry where note like 'RENAME%'"))
        .containsExactly("试点" + code + "县>新名" + code + "县");
  }

  @Test
  void aCountyIsRemovedOnlyWhenItIsSuspendedExportedAndItsNameWasTyped() throws SQLException {
    String code = newCode();
    done(onboarding(code));
    done(with(code, JobKind.EXPORT));
    assertThat(carriedOut(wanted(with(code, JobKind.REMOVE))).note()).isEqualTo("NOT_SUSPENDED");
    done(with(code, JobKind.SUSPEND));
    assertThat(carriedOut(wanted(with(code, JobKind.REMOVE))).note()).as("exported before it was closed").isEqualTo("NOT_EXPORTED");
    done(with(code, JobKind.EXPORT));
    assertThat(carriedOut(wanted(Wish.of(JobKind.REMOVE, new JurisdictionCode(code), Optional.of(KIZILSU), "别县", REASON))).note())
        .isEqualTo("NAME_NOT_CONFIRMED");
    done(with(code, JobKind.REMOVE));
  }

  @Test
  void theProgramsThatGoWithACountyAreInThePrefecturesTrail() throws SQLException, IOException {
    String code = newCode();
    done(onboarding(code));
    MachineClients clients = new MachineClients(provider.administration());
    for (String program : List.of("payroll", "budget")) {
      clients.make(MachineClients.nameOf(new JurisdictionCode(code), program), "试点程序");
    }
    done(with(code, JobKind.SUSPEND));
    done(with(code, JobKind.EXPORT));
    done(with(code, JobKind.REMOVE));
    assertThat(clients.all(new JurisdictionCode(code))).isEmpty();
    assertThat(asked("select title || '|' || outcome || '|' || note from j_653000.audit_entry where subject = 'JURISDICTION/" + code
        + "' and note like '%PROGRAM%' order by at")).containsExactly("program-" + code + "-budget|DONE|REMOVE PROGRAM, " + REASON,
        "program-" + code + "-payroll|DONE|REMOVE PROGRAM, " + REASON);
  }

  private static Stream<Arguments> everyMomentOfRemoving() {
    return everyMomentOf(JobKind.REMOVE);
  }

  @ParameterizedTest
  @MethodSource("everyMomentOfRemoving")
  void aRemovedCountyLeavesNothingButItsRowInTheRegistry(JobStep step, boolean done) throws SQLException, IOException {
    String code = newCode();
    done(onboarding(code));
    told("insert into rollup.dirty (id, jurisdiction, since) values (gen_random_uuid(), '" + code + "', now())");
    done(with(code, JobKind.SUSPEND));
    done(with(code, JobKind.EXPORT));
    UUID job = wanted(with(code, JobKind.REMOVE));
    diesAt(job, step, done);
    assertThat(carriedOut(job).state()).isEqualTo(Job.State.DONE);
    assertThat(asked("select nspname from pg_namespace where nspname ~ '" + code + "'")).isEmpty();
    assertThat(asked("select rolname from pg_roles where rolname ~ '" + code + "'")).isEmpty();
    assertThat(asked("select id from rollup.dirty where jurisdiction = '" + code + "'")).isEmpty();
    assertThat(asked("select state from platform.jurisdiction where code = '" + code + "'")).containsExactly("REMOVED");
    assertThat(asked("select id from platform.membership where jurisdiction = '" + code + "' and valid_until is null")).isEmpty();
    try (var session = provider.administration().begin()) {
      assertThat(session.list("groups?exact=true&search=" + code)).isEmpty();
    }
  }

  @Test
  void aCodeThatWasRemovedMayBeginAnewWithItsPeople() throws SQLException, IOException {
    String code = newCode();
    done(onboarding(code));
    for (JobKind kind : List.of(JobKind.SUSPEND, JobKind.EXPORT, JobKind.REMOVE)) {
      done(with(code, kind));
    }
    done(onboarding(code));
    assertThat(lookOf(code)).anyMatch(line -> line.startsWith("ACTIVE")).anyMatch(line -> line.startsWith("AUDIT_ADMIN"));
  }

  @Test
  void aPrefectureIsOnboardedByCommandAndHasNoCalendarToTakeOver() throws SQLException {
    Wish aksu = new Wish(JobKind.ONBOARD, "652900", Optional.empty(), "阿克苏地区", onboarding("6529").administrators(), REASON, false);
    done(aksu);
    assertThat(asked("select state from platform.jurisdiction where code = '652900' and parent is null")).containsExactly("ACTIVE");
    done(new Wish(JobKind.ONBOARD, "652901", Optional.of(new JurisdictionCode("652900")), "阿克苏市",
        onboarding("652901").administrators(), REASON, false));
    assertThat(carriedOut(wanted(Wish.of(JobKind.REMOVE, new JurisdictionCode("652900"), Optional.empty(), "阿克苏地区", REASON))).note())
        .isEqualTo("NOT_SUSPENDED, HAS_COUNTIES");
  }

  @Test
  void aQuarantinedCountyIsMendedByTheJobAndIsAgainWhatItWas() throws SQLException {
    String code = newCode();
    done(onboarding(code));
    done(with(code, JobKind.SUSPEND));
    told("alter schema j_" + code + " rename to aside");
    told("create schema j_" + code);
    told("create table j_" + code + ".unit (wrong integer)");
    told("update platform.jurisdiction set layout = '0' where code = '" + code + "'");
    Job failed = carriedOut(wanted(with(code, JobKind.MIGRATE)));
    assertThat(failed.state()).isEqualTo(Job.State.FAILED);
    assertThat(asked("select state from platform.jurisdiction where code = '" + code + "'")).containsExactly("QUARANTINED");
    told("drop schema j_" + code + " cascade");
    told("alter schema aside rename to j_" + code);
    done(with(code, JobKind.MIGRATE));
    assertThat(asked("select state from platform.jurisdiction where code = '" + code + "'")).containsExactly("SUSPENDED");
  }
}
