package org.jiheng.infra.isolation.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.PREFECTURE;
import static org.jiheng.infra.server.Kizilsu.oversight;
import static org.jiheng.infra.server.Kizilsu.systemAdministrator;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Officers;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.TrailRows;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.desk.Administrator;
import org.jiheng.tenants.desk.Answer;
import org.jiheng.tenants.desk.ExportConsents;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.Objection;
import org.jiheng.tenants.desk.ProvisioningDesk;
import org.jiheng.tenants.desk.Wish;
import org.jiheng.tenants.desk.WishRefusedException;
import org.jiheng.tenants.identity.FreshLoginNeededException;
import org.jiheng.tenants.identity.IdentityUnavailableException;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The desk of a prefecture's system administrator: open to that one alone, and all it does is to write wishes down. */
class DeskServerIT extends WholeProduct {

  private static final Scope STALE = systemAdministrator(PREFECTURE);

  /** Each test takes longer than a fresh login need be old. */
  private final Scope system = STALE.provedAt(Optional.of(Instant.now()));

  @Inject
  private ProvisioningDesk desk;

  @Inject
  private ExportConsents consents;

  /** The county's own word to its export. */
  private void agreed(UUID export, Jurisdiction county) {
    assertThat(as(Officers.securityAdministrator(county), () -> consents.answer(export, Answer.AGREED, "按机构改革方案移交"))).isTrue();
  }

  @BeforeEach
  @AfterEach
  void noJobs() {
    Owner.told("delete from platform.awaited_password");
    Owner.told("delete from platform.provisioning_step");
    Owner.told("delete from platform.provisioning_job");
  }

  private static Wish onboarding(String code, String systemUsername) {
    return new Wish(JobKind.ONBOARD, code, Optional.of(PREFECTURE.code()), "新设县", List.of(
        new Administrator(Role.SYSTEM_ADMIN, "张三", systemUsername), new Administrator(Role.SECURITY_ADMIN, "李四", "li.si"),
        new Administrator(Role.AUDIT_ADMIN, "王五", "wang.wu")), "国务院批准设立", false);
  }

  private static Wish suspending(Jurisdiction county) {
    return Wish.of(JobKind.SUSPEND, county.code(), county.parent(), "", "机构改革期间停用");
  }

  @Test
  void itIsClosedToEverybodyElse() {
    for (Scope other : List.of(systemAdministrator(ARTUX), oversight(),
        Kizilsu.person(PREFECTURE, "安全管理员", "", Role.SECURITY_ADMIN), Kizilsu.person(PREFECTURE, "审计管理员", "", Role.AUDIT_ADMIN))) {
      assertThat(as(other, desk::isOpen)).isFalse();
      assertThatThrownBy(() -> as(other, desk::counties)).isInstanceOf(NoScopeException.class);
      assertThatThrownBy(() -> as(other, () -> desk.want(suspending(ARTUX)))).isInstanceOf(NoScopeException.class);
      assertThatThrownBy(() -> as(other, () -> desk.job(UUID.randomUUID()))).isInstanceOf(NoScopeException.class);
      assertThatThrownBy(() -> as(other, () -> desk.takeSecret(UUID.randomUUID()))).isInstanceOf(NoScopeException.class);
      assertThatThrownBy(() -> as(other, () -> desk.sendExport(UUID.randomUUID(), _ -> { }))).isInstanceOf(NoScopeException.class);
    }
    assertThatThrownBy(() -> desk.counties()).as("nobody").isInstanceOf(NoScopeException.class);
    assertThat(Owner.asked("select count(*) from platform.provisioning_job")).isEqualTo("0");
  }

  @Test
  void theCountiesOfThePrefectureAreShownAndNoOthers() {
    assertThat(as(system, desk::counties)).extracting(ProvisioningDesk.Line::code)
        .containsExactlyElementsOf(Kizilsu.COUNTIES.stream().map(one -> one.code().value()).toList());
  }

  @Test
  void aWishBecomesAJobThatWaitsUnderThePersonsName() {
    UUID id = as(system, () -> desk.want(suspending(ARTUX)));
    Job job = as(system, () -> desk.job(id)).orElseThrow();
    assertThat(job.state()).isEqualTo(Job.State.WAITING);
    assertThat(job.wantedBy()).isEqualTo(system.caller().id());
    assertThat(job.byCommand()).isFalse();
    assertThat(job.prefecture()).contains(PREFECTURE.code());
    assertThat(as(system, desk::counties)).filteredOn(line -> line.code().equals("653001")).first()
        .satisfies(line -> assertThat(line.latest()).hasValueSatisfying(latest -> assertThat(latest.id()).isEqualTo(id)));
    assertThat(Owner.asked("select state from platform.jurisdiction where code = '653001'")).as("nothing happens here").isEqualTo("ACTIVE");
  }

  private static List<Objection.Why> refused(Runnable wanting) {
    try {
      wanting.run();
      return List.of();
    } catch (WishRefusedException refused) {
      return refused.objections().stream().map(Objection::why).toList();
    }
  }

  @Test
  void whatIsRefusedIsNotWrittenDown() {
    as(system, () -> desk.want(suspending(ARTUX)));
    assertThat(refused(() -> as(system, () -> desk.want(suspending(ARTUX))))).containsExactly(Objection.Why.JOB_OPEN);
    assertThat(refused(() -> as(system, () -> desk.want(onboarding("653001", "zhang.san"))))).contains(Objection.Why.CODE_TAKEN);
    Wish elsewhere = new Wish(JobKind.ONBOARD, "653101", Optional.of(new JurisdictionCode("653100")), "别处县",
        onboarding("", "x").administrators(), "国务院批准设立", false);
    assertThat(refused(() -> as(system, () -> desk.want(elsewhere)))).contains(Objection.Why.NOT_ENTITLED);
    Wish prefecture = new Wish(JobKind.ONBOARD, "653100", Optional.empty(), "喀什地区",
        onboarding("", "zhang.san").administrators(), "国务院批准设立", false);
    assertThat(refused(() -> as(system, () -> desk.want(prefecture)))).as("a new prefecture comes by command only")
        .containsExactly(Objection.Why.NOT_ENTITLED);
    assertThat(Owner.asked("select count(*) from platform.provisioning_job")).isEqualTo("1");
  }

  @Test
  void aUserNameSomebodyHasIsObjectedToAtTheDesk() {
    UUID person = Identifiers.next();
    Owner.told("insert into platform.person (id, username, name) values (?, 'somebody.here', '某人')", person);
    try {
      assertThat(as(system, () -> desk.objections(onboarding("653050", "somebody.here"))))
          .containsExactly(new Objection(Objection.Field.USERNAME, Optional.of(Role.SYSTEM_ADMIN), Objection.Why.USERNAME_TAKEN));
      assertThat(as(system, () -> desk.objections(onboarding("653050", "nobody.here")))).isEmpty();
    } finally {
      Owner.told("delete from platform.person where id = ?", person);
    }
  }

  @Test
  void aJobOfAnotherPrefectureIsAsIfItWereNot() {
    UUID id = as(system, () -> desk.want(suspending(ARTUX)));
    Owner.told("update platform.provisioning_job set prefecture = '653001' where id = ?", id);
    assertThat(as(system, () -> desk.job(id))).isEmpty();
  }

  @Test
  void whatIsRefusedIsOnTheRecordOfWhoeverWantedItWithItsReasons() {
    Owner.told("update platform.jurisdiction set state = 'SUSPENDED' where code = '653001'");
    try {
      refused(() -> as(system, () -> desk.want(Wish.of(JobKind.REMOVE, ARTUX.code(), ARTUX.parent(), "别名", "撤并到别处去"))));
    } finally {
      Owner.told("update platform.jurisdiction set state = 'ACTIVE' where code = '653001'");
    }
    assertThat(TrailRows.columns(PREFECTURE, "act, outcome, person_name, title, note", "subject = 'JURISDICTION/653001' and note like 'REMOVE%'"))
        .containsExactly("ADMINISTER|REFUSED|系统管理员|别名|REMOVE, 撤并到别处去, NAME_NOT_CONFIRMED, NOT_EXPORTED");
    assertThatThrownBy(() -> as(systemAdministrator(ARTUX), () -> desk.want(suspending(ARTUX)))).isInstanceOf(NoScopeException.class);
    assertThat(TrailRows.columns(ARTUX, "outcome, note", "subject = 'JURISDICTION/653001' and note like 'SUSPEND%'"))
        .contains("REFUSED|SUSPEND, 机构改革期间停用, NOT_ENTITLED");
  }

  @ParameterizedTest
  @EnumSource(names = {"RENAME", "SUSPEND", "EXPORT"})
  void whateverIsWantedAsksForAFreshLoginFirst(JobKind kind) {
    Wish wish = Wish.of(kind, ARTUX.code(), ARTUX.parent(), kind == JobKind.RENAME ? "新名市" : "", "机构改革需要");
    for (Optional<Instant> proved : List.of(Optional.<Instant>empty(), Optional.of(Instant.now().minusSeconds(301)))) {
      assertThatThrownBy(() -> as(STALE.provedAt(proved), () -> desk.want(wish))).isInstanceOf(FreshLoginNeededException.class);
    }
    assertThat(Owner.asked("select count(*) from platform.provisioning_job")).isEqualTo("0");
    as(system, () -> desk.want(wish));
    assertThat(Owner.asked("select count(*) from platform.provisioning_job")).isEqualTo("1");
  }

  @Test
  void onboardingOneTimePasswordsAndExportsAskForAFreshLoginToo() {
    UUID job = UUID.randomUUID();
    assertThatThrownBy(() -> as(STALE, () -> desk.want(onboarding("653050", "zhang.san")))).isInstanceOf(FreshLoginNeededException.class);
    assertThatThrownBy(() -> as(STALE, () -> desk.takeSecret(job))).isInstanceOf(FreshLoginNeededException.class);
    assertThatThrownBy(() -> as(STALE, () -> desk.hasExport(job))).isInstanceOf(FreshLoginNeededException.class);
    assertThatThrownBy(() -> as(STALE, () -> desk.sendExport(job, _ -> { }))).isInstanceOf(FreshLoginNeededException.class);
  }

  /** What was refused of a job, in the order in which it was. */
  private static List<String> refusals(Jurisdiction trail, UUID job, Jurisdiction county) {
    return TrailRows.columns(trail, "act, title, note", "outcome = 'REFUSED' and title in ('ONE-TIME PASSWORDS', 'WHOLE EXPORT') and subject in ('JOB/"
        + job + "', 'JURISDICTION/" + county.code() + "')");
  }

  @Test
  void whoeverComesInVainForPasswordsOrAnExportIsOnRecord() throws IOException {
    Jurisdiction county = Kizilsu.COUNTIES.getLast();
    Scope successor = Kizilsu.person(PREFECTURE, "另一位系统管理员", "", Role.SYSTEM_ADMIN).provedAt(Optional.of(Instant.now()));
    UUID id = as(system, () -> desk.want(Wish.of(JobKind.EXPORT, county.code(), county.parent(), "", "机构改革需要")));
    Owner.told("update platform.provisioning_job set state = 'DONE', ended = now(), kept_until = now() + interval '1 hour' where id = ?", id);
    assertThat(as(successor, () -> desk.hasExport(id))).isFalse();
    assertThat(as(successor, () -> desk.sendExport(id, _ -> { }))).isFalse();
    assertThat(as(successor, () -> desk.takeSecret(id))).isEmpty();
    assertThatThrownBy(() -> as(STALE, () -> desk.hasExport(id))).isInstanceOf(FreshLoginNeededException.class);
    assertThatThrownBy(() -> as(STALE, () -> desk.sendExport(id, _ -> { }))).isInstanceOf(FreshLoginNeededException.class);
    assertThatThrownBy(() -> as(STALE, () -> desk.takeSecret(id))).isInstanceOf(FreshLoginNeededException.class);
    Owner.told("update platform.provisioning_job set kept_until = now() - interval '1 second' where id = ?", id);
    assertThat(as(system, () -> desk.hasExport(id))).isFalse();
    assertThat(as(system, () -> desk.sendExport(id, _ -> { }))).isFalse();
    assertThat(as(system, () -> desk.takeSecret(id))).isEmpty();
    assertThat(refusals(PREFECTURE, id, county)).containsExactly(
        "EXPORT|WHOLE EXPORT|NOT_YOURS", "EXPORT|WHOLE EXPORT|NOT_YOURS", "ADMINISTER|ONE-TIME PASSWORDS|NOT_YOURS",
        "EXPORT|WHOLE EXPORT|FRESH_LOGIN_NEEDED", "EXPORT|WHOLE EXPORT|FRESH_LOGIN_NEEDED", "ADMINISTER|ONE-TIME PASSWORDS|FRESH_LOGIN_NEEDED",
        "EXPORT|WHOLE EXPORT|NOTHING_THERE", "EXPORT|WHOLE EXPORT|NOTHING_THERE", "ADMINISTER|ONE-TIME PASSWORDS|NOTHING_THERE");
    assertThatThrownBy(() -> as(systemAdministrator(ARTUX), () -> desk.sendExport(id, _ -> { }))).isInstanceOf(NoScopeException.class);
    assertThat(refusals(ARTUX, id, county)).containsExactly("EXPORT|WHOLE EXPORT|NOT_ENTITLED");
  }

  @Test
  void aPasswordThatCannotBeMadeNowIsStillAwaited() {
    UUID person = Identifiers.next();
    UUID id = as(system, () -> desk.want(onboarding("653050", "zhang.san")));
    Owner.told("update platform.provisioning_job set jurisdiction = '653001' where id = ?", id);
    Owner.told("insert into platform.person (id, username, name) values (?, 'zhang.san', '张三')", person);
    Owner.told("insert into platform.staff (person, jurisdiction) values (?, '653001')", person);
    Owner.told("insert into platform.awaited_password (job, person, expires) values (?, ?, now() + interval '1 hour')", id, person);
    try {
      Scope successor = Kizilsu.person(PREFECTURE, "另一位系统管理员", "", Role.SYSTEM_ADMIN).provedAt(Optional.of(Instant.now()));
      assertThat(as(successor, () -> desk.takeSecret(id))).isEmpty();
      assertThatThrownBy(() -> as(system, () -> desk.takeSecret(id))).as("the identity provider is not there in this test")
          .isInstanceOf(IdentityUnavailableException.class);
      assertThat(as(system, () -> desk.job(id)).orElseThrow().secret()).isTrue();
      assertThat(TrailRows.columns(PREFECTURE, "title", "title = 'ONE-TIME PASSWORDS' and outcome = 'DONE'")).isEmpty();
    } finally {
      Owner.told("delete from platform.awaited_password");
      Owner.told("delete from platform.staff where person = ?", person);
      Owner.told("delete from platform.person where id = ?", person);
    }
  }

  @Test
  void anExportIsHandedOverWhenItsLastByteWentOutAndNotBefore() throws IOException {
    UUID id = as(system, () -> desk.want(Wish.of(JobKind.EXPORT, ARTUX.code(), ARTUX.parent(), "", "机构改革需要")));
    Owner.told("update platform.provisioning_job set state = 'DONE', ended = now(), kept_until = now() + interval '1 hour' where id = ?", id);
    Path file = Files.createDirectories(Path.of(System.getenv("JIHENG_EXPORTS"))).resolve(id + ".zip");
    Files.writeString(file, "everything");
    agreed(id, ARTUX);
    try {
      assertThatThrownBy(() -> as(system, () -> desk.sendExport(id, _ -> {
        throw new IOException("the line broke");
      }))).hasRootCauseInstanceOf(IOException.class);
      assertThat(as(system, () -> desk.hasExport(id))).as("it may be fetched again").isTrue();
      StringBuilder sent = new StringBuilder();
      assertThat(as(system, () -> desk.sendExport(id, archive -> sent.append(Files.readString(archive))))).isTrue();
      assertThat(sent).hasToString("everything");
      assertThat(as(system, () -> desk.hasExport(id))).isFalse();
      assertThat(as(system, () -> desk.sendExport(id, _ -> sent.append("again")))).isFalse();
      assertThat(sent).hasToString("everything");
      for (Jurisdiction trail : List.of(PREFECTURE, ARTUX)) {
        assertThat(TrailRows.columns(trail, "outcome, note", "subject = 'JURISDICTION/653001' and act = 'EXPORT' and title = 'WHOLE EXPORT' and outcome = 'DONE'")).as(trail.name())
            .containsExactly("DONE|AGREED, 按机构改革方案移交", "DONE|BEGUN", "DONE|BEGUN", "DONE|HANDED OVER");
      }
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void anExportIsOnlyForThePersonWhoWantedItAndOneByCommandForNobodyAtTheScreen() {
    Scope successor = Kizilsu.person(PREFECTURE, "另一位系统管理员", "", Role.SYSTEM_ADMIN);
    UUID id = as(system, () -> desk.want(Wish.of(JobKind.EXPORT, ARTUX.code(), ARTUX.parent(), "", "机构改革需要")));
    Job job = as(system, () -> desk.job(id)).orElseThrow();
    assertThat(as(system, () -> desk.isFor(job))).isTrue();
    assertThat(as(successor, () -> desk.isFor(job))).isFalse();
    Owner.told("update platform.provisioning_job set by_command = true where id = ?", id);
    assertThat(as(system, () -> desk.isFor(desk.job(id).orElseThrow()))).isFalse();
  }

  @Test
  void ofTwoFetchesAtTheSameTimeBothAreOnRecordAsHandedOver() throws IOException {
    Jurisdiction county = Kizilsu.COUNTIES.get(1);
    UUID id = as(system, () -> desk.want(Wish.of(JobKind.EXPORT, county.code(), county.parent(), "", "机构改革需要")));
    Owner.told("update platform.provisioning_job set state = 'DONE', ended = now(), kept_until = now() + interval '1 hour' where id = ?", id);
    Path file = Files.createDirectories(Path.of(System.getenv("JIHENG_EXPORTS"))).resolve(id + ".zip");
    Files.writeString(file, "everything");
    agreed(id, county);
    try {
      // the second begins and ends while the first is still going out
      assertThat(as(system, () -> desk.sendExport(id, _ -> assertThat(as(system, () -> desk.sendExport(id, _ -> { }))).isTrue()))).isTrue();
      assertThat(as(system, () -> desk.sendExport(id, _ -> { }))).isFalse();
      for (Jurisdiction trail : List.of(PREFECTURE, county)) {
        assertThat(TrailRows.columns(trail, "note", "subject = ? and title = 'WHOLE EXPORT' and outcome = 'DONE'", "JURISDICTION/" + county.code()))
            .as(trail.name()).containsExactly("AGREED, 按机构改革方案移交", "BEGUN", "BEGUN", "HANDED OVER", "HANDED OVER");
      }
    } finally {
      Files.delete(file);
    }
  }
}
