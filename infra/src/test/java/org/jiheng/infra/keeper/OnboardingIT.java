package org.jiheng.infra.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.JobStep;
import org.jiheng.tenants.identity.OneTimePassword;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A county set up by the keeper, cut off wherever it can be, and the first passwords of its administrators. */
class OnboardingIT extends KeeperAtWork {

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

  private static Stream<Arguments> everyMomentOfOnboarding() {
    return everyMomentOf(JobKind.ONBOARD);
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

  /** Between the check and the step that makes accounts somebody may have taken the name; that one is nobody's administrator. */
  @Test
  void anAccountThatSomebodyElseMadeMeanwhileIsNotTakenOver() throws SQLException, IOException {
    String code = newCode();
    UUID job = wanted(onboarding(code));
    diesAt(job, JobStep.ADMINISTRATORS, false);
    String username = "security" + code;
    try (var session = provider.administration().begin()) {
      String account = session.post("users", Json.createObjectBuilder().add("username", username).add("firstName", "别人").add("enabled", true).build());
      Job refused = carriedOut(job);
      assertThat(refused.state()).isEqualTo(Job.State.FAILED);
      assertThat(refused.note()).isEqualTo("USERNAME_TAKEN");
      assertThat(session.list("users/" + account + "/role-mappings/realm").toString()).doesNotContain("SECURITY_ADMIN");
      assertThat(asked("select id from platform.membership where person = '" + account + "'")).isEmpty();
      assertThat(asked("select state from platform.jurisdiction where code = '" + code + "'")).containsExactly("ONBOARDING");

      session.delete("users/" + account);
      assertThat(done(onboarding(code).repeated()).state()).isEqualTo(Job.State.DONE);
    }
  }

  /** As of a county that was removed, where its person had been disabled before. */
  @Test
  void anAccountThatWasClosedIsOpenWhenItsPersonIsAppointedAgain() throws SQLException, IOException {
    String code = newCode();
    String username = "security" + code;
    try (var session = provider.administration().begin()) {
      String account = session.post("users", Json.createObjectBuilder().add("username", username).add("firstName", "安全" + code).add("enabled", false)
          .add("attributes", Json.createObjectBuilder().add("invited", Json.createArrayBuilder().add("true"))).build());
      told("insert into platform.person (id, username, name) values ('" + account + "', '" + username + "', '安全" + code + "')");
      done(onboarding(code));
      assertThat(asked("select role from platform.membership where person = '" + account + "'")).containsExactly("SECURITY_ADMIN");
      JsonObject now = session.get("users/" + account);
      assertThat(now.getBoolean("enabled")).isTrue();
      assertThat(now.getString("firstName")).as("and as it was otherwise").isEqualTo("安全" + code);
      assertThat(now.getJsonObject("attributes").getJsonArray("invited")).hasSize(1);
    }
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
}
