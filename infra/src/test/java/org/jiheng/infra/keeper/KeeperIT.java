package org.jiheng.infra.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.infra.demo.Personas;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.JobStep;
import org.jiheng.tenants.desk.Wish;
import org.jiheng.tenants.provisioning.Jobs;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Jobs of the keeper: what is refused, what waits, what becomes of a county afterwards. */
class KeeperIT extends KeeperAtWork {

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

  /** A wish may lie for a while, and the office may be taken away meanwhile in more ways than one. */
  @Test
  void theWishOfADisabledAdministratorIsNotCarriedOut() throws SQLException {
    UUID id = wantedBy(onboarding(newCode()), Personas.of("kizilsu.system").id());
    String disabled = "update platform.staff set disabled_since = %s where jurisdiction = '653000' and person = '" + Personas.of("kizilsu.system").id() + "'";
    told(disabled.formatted("now()"));
    try {
      assertThat(carriedOut(id).note()).isEqualTo("NOT_ENTITLED");
    } finally {
      told(disabled.formatted("null"));
    }
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
