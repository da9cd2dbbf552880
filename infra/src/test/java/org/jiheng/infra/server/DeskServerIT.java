package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Kizilsu.ARTUX;
import static org.jiheng.infra.server.Kizilsu.PREFECTURE;
import static org.jiheng.infra.server.Kizilsu.oversight;
import static org.jiheng.infra.server.Kizilsu.systemAdministrator;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.desk.Administrator;
import org.jiheng.tenants.desk.Job;
import org.jiheng.tenants.desk.JobKind;
import org.jiheng.tenants.desk.Objection;
import org.jiheng.tenants.desk.ProvisioningDesk;
import org.jiheng.tenants.desk.Wish;
import org.jiheng.tenants.desk.WishRefusedException;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.NoScopeException;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk of a prefecture's system administrator: open to that one alone, and all it does is to write wishes down. */
class DeskServerIT extends WholeProduct {

  private static final Scope SYSTEM = systemAdministrator(PREFECTURE);

  @Inject
  private ProvisioningDesk desk;

  @BeforeEach
  @AfterEach
  void noJobs() {
    Owner.told("delete from platform.provisioning_secret");
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
      assertThatThrownBy(() -> as(other, () -> desk.takeExport(UUID.randomUUID()))).isInstanceOf(NoScopeException.class);
    }
    assertThatThrownBy(() -> desk.counties()).as("nobody").isInstanceOf(NoScopeException.class);
    assertThat(Owner.asked("select count(*) from platform.provisioning_job")).isEqualTo("0");
  }

  @Test
  void theCountiesOfThePrefectureAreShownAndNoOthers() {
    assertThat(as(SYSTEM, desk::counties)).extracting(ProvisioningDesk.Line::code)
        .containsExactlyElementsOf(Kizilsu.COUNTIES.stream().map(one -> one.code().value()).toList());
  }

  @Test
  void aWishBecomesAJobThatWaitsUnderThePersonsName() {
    UUID id = as(SYSTEM, () -> desk.want(suspending(ARTUX)));
    Job job = as(SYSTEM, () -> desk.job(id)).orElseThrow();
    assertThat(job.state()).isEqualTo(Job.State.WAITING);
    assertThat(job.wantedBy()).isEqualTo(SYSTEM.caller().id());
    assertThat(job.byCommand()).isFalse();
    assertThat(job.prefecture()).contains(PREFECTURE.code());
    assertThat(as(SYSTEM, desk::counties)).filteredOn(line -> line.code().equals("653001")).first()
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
    as(SYSTEM, () -> desk.want(suspending(ARTUX)));
    assertThat(refused(() -> as(SYSTEM, () -> desk.want(suspending(ARTUX))))).containsExactly(Objection.Why.JOB_OPEN);
    assertThat(refused(() -> as(SYSTEM, () -> desk.want(onboarding("653001", "zhang.san"))))).contains(Objection.Why.CODE_TAKEN);
    Wish elsewhere = new Wish(JobKind.ONBOARD, "653101", Optional.of(new JurisdictionCode("653100")), "别处县",
        onboarding("", "x").administrators(), "国务院批准设立", false);
    assertThat(refused(() -> as(SYSTEM, () -> desk.want(elsewhere)))).contains(Objection.Why.NOT_ENTITLED);
    Wish prefecture = new Wish(JobKind.ONBOARD, "653100", Optional.empty(), "喀什地区",
        onboarding("", "zhang.san").administrators(), "国务院批准设立", false);
    assertThat(refused(() -> as(SYSTEM, () -> desk.want(prefecture)))).as("a new prefecture comes by command only")
        .containsExactly(Objection.Why.NOT_ENTITLED);
    assertThat(Owner.asked("select count(*) from platform.provisioning_job")).isEqualTo("1");
  }

  @Test
  void aUserNameSomebodyHasIsObjectedToAtTheDesk() {
    UUID person = Identifiers.next();
    Owner.told("insert into platform.person (id, username, name) values (?, 'somebody.here', '某人')", person);
    try {
      assertThat(as(SYSTEM, () -> desk.objections(onboarding("653050", "somebody.here"))))
          .containsExactly(new Objection(Objection.Field.USERNAME, Optional.of(Role.SYSTEM_ADMIN), Objection.Why.USERNAME_TAKEN));
      assertThat(as(SYSTEM, () -> desk.objections(onboarding("653050", "nobody.here")))).isEmpty();
    } finally {
      Owner.told("delete from platform.person where id = ?", person);
    }
  }

  @Test
  void aJobOfAnotherPrefectureIsAsIfItWereNot() {
    UUID id = as(SYSTEM, () -> desk.want(suspending(ARTUX)));
    Owner.told("update platform.provisioning_job set prefecture = '653001' where id = ?", id);
    assertThat(as(SYSTEM, () -> desk.job(id))).isEmpty();
  }

  @Test
  void oneTimePasswordsAreHandedToThePersonWhoWantedThemOnce() {
    UUID id = as(SYSTEM, () -> desk.want(onboarding("653050", "zhang.san")));
    Owner.told("insert into platform.provisioning_secret (job, content, expires) values (?, '{\"li.si\": \"b\", \"zhang.san\": \"a\"}', now() + interval '1 hour')", id);
    Scope successor = Kizilsu.person(PREFECTURE, "另一位系统管理员", "", Role.SYSTEM_ADMIN);
    assertThat(as(successor, () -> desk.takeSecret(id))).isEmpty();
    assertThat(as(SYSTEM, () -> desk.job(id)).orElseThrow().secret()).isTrue();
    assertThat(as(SYSTEM, () -> desk.takeSecret(id))).contains(Map.of("li.si", "b", "zhang.san", "a"));
    assertThat(as(SYSTEM, () -> desk.takeSecret(id))).isEmpty();
    assertThat(as(SYSTEM, () -> desk.job(id)).orElseThrow().secret()).isFalse();
  }
}
