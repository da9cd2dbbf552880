package org.jiheng.infra.isolation.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.identity.FreshLoginNeededException;
import org.jiheng.tenants.identity.IdentityUnavailableException;
import org.jiheng.tenants.people.ObstructedException;
import org.jiheng.tenants.people.People;
import org.jiheng.tenants.people.Staff;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators at work while the identity provider does not answer, and what they are refused. The stories have a provider. */
class PeopleServerIT extends WholeProduct {

  private static final Scope SYSTEM = Kizilsu.person(Kizilsu.WUQIA, "系统甲", "", Role.SYSTEM_ADMIN);
  private static final Scope SECURITY = Kizilsu.person(Kizilsu.WUQIA, "安全乙", "", Role.SECURITY_ADMIN);

  @Inject
  private People people;

  private final UUID person = Identifiers.next();
  private final String username = "x" + person.toString().replace("-", "");

  @BeforeEach
  void somebody() {
    Owner.told("insert into platform.person (id, username, name) values (?, ?, '某人')", person, username);
    Owner.told("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values (?, ?, '653024', '101001', 'UNIT_CLERK', current_date)",
        Identifiers.next(), person);
  }

  private static Scope justProved(Scope who) {
    return who.provedAt(Optional.of(Instant.now()));
  }

  private Staff filed() throws Exception {
    return as(SECURITY, () -> people.file(person)).orElseThrow().person();
  }

  private static String noted(String subject) {
    return String.join(" ", Owner.rows("select outcome || ' ' || note from j_653024.audit_entry where subject like ? order by at", "PERSON/" + subject + "%"));
  }

  @Test
  void whatTheIdentityProviderDoesNotDoIsNotDoneHereEitherAndIsOnTheRecordAsFailed() {
    assertThatThrownBy(() -> as(SYSTEM, () -> people.invite("new." + username, "新人", "101"))).isInstanceOf(IdentityUnavailableException.class);
    assertThat(Owner.asked("select count(*) from platform.person where username = ?", "new." + username)).isEqualTo("0");
    assertThat(noted("new." + username)).isEqualTo("FAILED identity provider");

    assertThatThrownBy(() -> as(SECURITY, () -> {
      people.give(person, Role.UNIT_APPROVER, "101002", LocalDate.now(), Optional.empty());
      return null;
    })).isInstanceOf(IdentityUnavailableException.class);
    assertThatThrownBy(() -> as(SYSTEM, () -> {
      people.disable(person, "离开本单位");
      return null;
    })).isInstanceOf(IdentityUnavailableException.class);
    assertThat(Owner.rows("select role from platform.membership where person = ?", person)).containsExactly("UNIT_CLERK");
    assertThat(Owner.asked("select count(*) from platform.staff where person = ? and disabled_since is null", person)).isEqualTo("1");
    assertThat(Owner.asked("select count(*) from platform.staff_change where person = ?", person)).isEqualTo("0");
    assertThat(noted(person.toString())).isEqualTo("FAILED identity provider FAILED identity provider");
  }

  @Test
  void theListAndAFileAreShownWithoutTheProvider() throws Exception {
    assertThat(as(SECURITY, people::everybody)).extracting(Staff::id).contains(person);
    assertThat(filed().posts()).hasSize(1);
    assertThat(as(SECURITY, () -> people.file(person)).orElseThrow().sessions()).isEmpty();
  }

  @Test
  void nobodyElseSeesThePeopleOfAJurisdiction() {
    for (Scope other : new Scope[] {Kizilsu.clerk(Kizilsu.WUQIA), Kizilsu.performanceOffice(Kizilsu.WUQIA),
        Kizilsu.person(Kizilsu.WUQIA, "审计丙", "", Role.AUDIT_ADMIN)}) {
      assertThatThrownBy(() -> as(other, people::everybody)).isInstanceOf(ObstructedException.class);
      assertThatThrownBy(() -> as(other, () -> people.file(person))).isInstanceOf(ObstructedException.class);
    }
    Scope neighbour = Kizilsu.person(Kizilsu.AKTO, "安全丁", "", Role.SECURITY_ADMIN);
    assertThat(as(neighbour, () -> people.file(person))).as("another jurisdiction's people are not there").isEmpty();
    assertThat(as(neighbour, people::everybody)).extracting(Staff::id).doesNotContain(person);
  }

  @Test
  void whatIsRefusedIsOnTheRecordWithItsReason() {
    assertThatThrownBy(() -> as(SYSTEM, () -> {
      people.give(person, Role.UNIT_APPROVER, "101002", LocalDate.now(), Optional.empty());
      return null;
    })).isInstanceOf(ObstructedException.class).hasMessage("office");
    assertThatThrownBy(() -> as(SECURITY, () -> {
      people.give(person, Role.UNIT_APPROVER, "999", LocalDate.now(), Optional.empty());
      return null;
    })).hasMessage("unit-unknown");
    assertThat(noted(person.toString())).isEqualTo("REFUSED office REFUSED unit-unknown");
  }

  @Test
  void aUserNameOfSomebodyElseIsRefusedBeforeAnyAccountIsMade() {
    assertThatThrownBy(() -> as(SYSTEM, () -> people.invite(username, "另一个人", ""))).hasMessage("username-taken");
    assertThatThrownBy(() -> as(SYSTEM, () -> people.invite(username, "某人", ""))).hasMessage("here-already");
  }

  @Test
  void credentialsAndOfficesAskForAFreshLoginFirst() {
    assertThatThrownBy(() -> as(SECURITY, () -> people.resetPassword(person))).isInstanceOf(FreshLoginNeededException.class);
    assertThatThrownBy(() -> as(SECURITY.provedAt(Optional.of(Instant.now().minusSeconds(301))), () -> people.resetPassword(person)))
        .isInstanceOf(FreshLoginNeededException.class);
    assertThatThrownBy(() -> as(justProved(SECURITY), () -> people.resetPassword(person)))
        .as("then it is asked of the provider").isInstanceOf(IdentityUnavailableException.class);

    Owner.told("delete from platform.membership where person = ?", person);
    assertThatThrownBy(() -> as(SECURITY, () -> {
      people.give(person, Role.AUDIT_ADMIN, "", LocalDate.now(), Optional.empty());
      return null;
    })).isInstanceOf(FreshLoginNeededException.class);
    assertThat(Owner.asked("select count(*) from platform.membership where person = ?", person)).isEqualTo("0");
  }
}
