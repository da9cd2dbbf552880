package org.jiheng.infra.isolation.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.does;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.infra.server.Kizilsu;
import org.jiheng.infra.server.Owner;
import org.jiheng.infra.server.Provider;
import org.jiheng.infra.server.Waiting;
import org.jiheng.infra.server.WholeProduct;
import org.jiheng.tenants.identity.FreshLoginNeededException;
import org.jiheng.tenants.identity.IdentityUnavailableException;
import org.jiheng.tenants.identity.Registry;
import org.jiheng.tenants.people.Obstacle;
import org.jiheng.tenants.people.ObstructedException;
import org.jiheng.tenants.people.People;
import org.jiheng.tenants.people.Staff;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators at work while the identity provider does not answer, and what they are refused. The stories have a provider. */
class PeopleServerIT extends WholeProduct {

  private static final Scope SYSTEM = Kizilsu.person(Kizilsu.WUQIA, "系统甲", "", Role.SYSTEM_ADMIN);
  private static final Scope SECURITY = Kizilsu.person(Kizilsu.WUQIA, "安全乙", "", Role.SECURITY_ADMIN);

  @Inject
  private People people;

  @Inject
  private Registry registry;

  private final UUID person = Identifiers.next();
  private final List<UUID> officers = new ArrayList<>();
  private final String username = "x" + person.toString().replace("-", "");

  @BeforeEach
  void somebody() {
    Owner.told("insert into platform.person (id, username, name) values (?, ?, '某人')", person, username);
    Owner.told("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values (?, ?, '653024', '101001', 'UNIT_CLERK', current_date)",
        Identifiers.next(), person);
  }

  /** The database asks itself whose office a reset is. */
  private void inOffice(Scope... who) {
    for (Scope one : who) {
      Owner.told("insert into platform.person (id, username, name) values (?, ?, ?) on conflict do nothing", one.caller().id(), one.caller().username(),
          one.caller().name());
      Owner.told("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values (?, ?, ?, '', ?, current_date)",
          Identifiers.next(), one.caller().id(), one.jurisdiction().code().value(), one.caller().memberships().getFirst().role().name());
      officers.add(one.caller().id());
    }
  }

  @AfterEach
  void theOfficesAreEmptyAgain() {
    officers.forEach(one -> Owner.told("delete from platform.membership where person = ?", one));
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
    assertThat(Owner.rows("select role from platform.membership where person = ?", person)).containsExactly("UNIT_CLERK");
    assertThat(Owner.asked("select count(*) from platform.staff_change where person = ?", person)).isEqualTo("0");
    assertThat(noted(person.toString())).isEqualTo("FAILED identity provider");
  }

  /** Of this person: it is told of those of other tests as well. */
  private List<String> toldOf(Provider provider) {
    return provider.accounts().stream().filter(one -> one.startsWith(person.toString())).toList();
  }

  private String due() {
    return Owner.asked("select count(*) from platform.account_due where person = ?", person);
  }

  /** Somebody has to go at once, and the provider may be away for as long as it likes. */
  @Test
  void whoIsDisabledIsOutWhileTheIdentityProviderIsAway() throws Exception {
    does(SYSTEM, () -> people.disable(person, "离开本单位"));
    assertThat(registry.scopesOf(person)).as("at the next request").isEmpty();
    assertThat(filed().state()).isEqualTo(Staff.State.DISABLED);
    assertThat(noted(person.toString())).isEqualTo("DONE 离开本单位");
    assertThat(due()).as("the provider is to be told").isEqualTo("1");
    assertThat(as(SECURITY, () -> people.file(person)).orElseThrow().untold()).isFalse();
    Owner.told("update platform.account_due set since = since - interval '1 minute' where person = ?", person);
    assertThat(as(SECURITY, () -> people.file(person)).orElseThrow().untold()).as("the administrator sees that it takes long").isTrue();
  }

  @Test
  void aPostThatIsTakenIsGoneWhileTheIdentityProviderIsAway() throws Exception {
    UUID post = filed().posts().getFirst().id();
    does(SECURITY, () -> people.take(person, post, "调离填报岗位"));
    assertThat(registry.scopesOf(person)).isEmpty();
    assertThat(noted(person.toString())).isEqualTo("DONE 调离填报岗位");
    assertThat(due()).isEqualTo("1");
  }

  /** What the provider has not been told is told it as soon as it is there: whoever belongs nowhere any more cannot even sign in. */
  @Test
  void theIdentityProviderIsToldWhenItIsBack() throws Exception {
    does(SYSTEM, () -> people.disable(person, "离开本单位"));
    try (Provider provider = new Provider(person, List.of(), 60)) {
      Waiting.until("told", () -> due().equals("0"));
      assertThat(provider.accounts()).contains(person + " closed");
    }
  }

  @Test
  void anAccountThatIsGoneAtTheProviderKeepsNobodyElseWaiting() throws Exception {
    UUID gone = Identifiers.next();
    Owner.told("insert into platform.person (id, username, name) values (?, ?, '别人')", gone, gone.toString());
    Owner.told("insert into platform.account_due (person, since) values (?, now() - interval '1 day')", gone);
    does(SYSTEM, () -> people.disable(person, "离开本单位"));
    try (Provider provider = new Provider(person, List.of(), 60)) {
      provider.knowsNothingOf(gone);
      Waiting.until("told", () -> due().equals("0"));
      assertThat(provider.accounts()).contains(person + " closed");
      assertThat(Owner.asked("select count(*) from platform.account_due where person = ?", gone)).as("nor comes up for ever").isEqualTo("0");
    } finally {
      Owner.told("delete from platform.account_due where person = ?", gone);
    }
  }

  @Test
  void aProviderWithoutAnyAccountsHasNotLostThisOne() throws Exception {
    does(SYSTEM, () -> people.disable(person, "离开本单位"));
    try (Provider provider = new Provider(person, List.of(), 60)) {
      provider.knowsOfNoAccounts();
      Waiting.until("asked", () -> provider.accounts().contains("count unknown"));
      assertThat(due()).isEqualTo("1");
    }
  }

  @Test
  void anAccountThatSomebodyClosedAtTheProviderIsNotOpenedByWhatIsTakenAway() throws Exception {
    UUID post = filed().posts().getFirst().id();
    does(SECURITY, () -> people.take(person, post, "调离填报岗位"));
    try (Provider provider = new Provider(person, List.of(), 60)) {
      provider.hasClosed(person);
      Waiting.until("told", () -> due().equals("0"));
      assertThat(toldOf(provider)).isEmpty();
    }
  }

  /** Meanwhile another place may have told the provider of what it took away before this one had let in. */
  @Test
  void whoIsEnabledIsLetInAtOnceAndTheProviderIsToldOnceMoreAfterwards() throws Exception {
    Owner.told("update platform.staff set disabled_since = now() where person = ?", person);
    try (Provider provider = new Provider(person, List.of(), 60)) {
      provider.hasClosed(person);
      does(SYSTEM, () -> people.enable(person));
      assertThat(provider.accounts()).contains(person + " opened");
      Waiting.until("told", () -> due().equals("0"));
      assertThat(toldOf(provider)).containsOnly(person + " opened").hasSizeGreaterThan(1);
    }
  }

  /** Two servers that tell of the same person at once could tell what was so before last. */
  @Test
  void whileOneTellsOfAPersonNobodyElseDoes() throws Exception {
    try (Provider provider = new Provider(person, List.of(), 60)) {
      Thread other = besides("with held as materialized (select pg_advisory_xact_lock(hashtext('account'), hashtext(?))) "
          + "select pg_sleep(5) from held", person.toString());
      does(SYSTEM, () -> people.disable(person, "离开本单位"));
      Thread.sleep(Duration.ofSeconds(3));
      assertThat(due()).isEqualTo("1");
      assertThat(toldOf(provider)).isEmpty();
      other.join();
      Waiting.until("told", () -> due().equals("0"));
      assertThat(toldOf(provider)).containsExactly(person + " closed");
    }
  }

  /** One statement of somebody else that has got to where it sleeps, and goes on. */
  private static Thread besides(String sql, Object... values) {
    Thread other = Thread.ofPlatform().start(() -> Owner.told(sql, values));
    Waiting.until("it sleeps", () -> Owner.asked("select count(*) from pg_stat_activity where wait_event = 'PgSleep'").equals("1"));
    return other;
  }

  @Test
  void twoResetsAtTheSameMomentAreSeenOneAfterTheOther() throws Exception {
    Scope changed = justProved(Kizilsu.person(Kizilsu.WUQIA, "换岗庚", "", Role.SYSTEM_ADMIN));
    inOffice(changed);
    Thread other = besides("""
        with held as materialized (select id from platform.person where id = ? for update),
             done as materialized (select id, pg_sleep(3) from held)
        insert into platform.staff_change (id, at, jurisdiction, person, kind, by_person, by_name)
          select gen_random_uuid(), clock_timestamp(), '653024', id, 'RESET_SECOND_FACTOR', ?, '换岗庚' from done""", person, changed.caller().id());
    assertThatThrownBy(() -> as(changed, () -> people.resetPassword(person))).hasMessage("one-factor-at-a-time");
    other.join();
  }

  @Test
  void whoStillBelongsElsewhereIsNotClosed() throws Exception {
    Owner.told("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values (?, ?, '653022', '101001', 'UNIT_CLERK', current_date)",
        Identifiers.next(), person);
    does(SYSTEM, () -> people.disable(person, "离开本单位"));
    try (Provider provider = new Provider(person, List.of(), 60)) {
      Waiting.until("told", () -> due().equals("0"));
      assertThat(provider.accounts()).doesNotContain(person + " closed");
    }
  }

  @Test
  void aResetWherePostsAreElsewhereIsRefusedAndSaysWhoDoesIt() {
    Owner.told("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values (?, ?, '653022', '101001', 'UNIT_CLERK', current_date)",
        Identifiers.next(), person);
    assertThatThrownBy(() -> as(justProved(SYSTEM), () -> people.resetPassword(person))).isInstanceOfSatisfying(ObstructedException.class, refused ->
        assertThat(refused.obstacles()).containsExactly(new Obstacle("posts-elsewhere",
            List.of(Kizilsu.AKTO.name(), Kizilsu.PREFECTURE.name(), "SYSTEM_ADMIN"))));
    assertThat(noted(person.toString())).isEqualTo("REFUSED posts-elsewhere");
    assertThatThrownBy(() -> as(justProved(Kizilsu.person(Kizilsu.AKTO, "系统丁", "", Role.SYSTEM_ADMIN)), () -> people.resetPassword(person)))
        .hasMessage("account-of-another-place");
  }

  @Test
  void thePrefectureResetsWhoHoldsPostsInTwoOfItsCountiesAndBothHaveItOnRecord() throws Exception {
    for (String place : List.of("653022", "653000")) {
      Owner.told("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values (?, ?, ?, '', 'AUDITOR', current_date)",
          Identifiers.next(), person, place);
    }
    Scope above = justProved(Kizilsu.person(Kizilsu.PREFECTURE, "系统戊", "", Role.SYSTEM_ADMIN));
    inOffice(above);
    assertThatThrownBy(() -> as(above, () -> people.resetPassword(person))).as("nothing is done while the provider is away")
        .isInstanceOf(IdentityUnavailableException.class);
    assertThat(Owner.asked("select count(*) from platform.staff_change where person = ?", person)).isEqualTo("0");
    try (Provider provider = new Provider(person, List.of(), 60)) {
      as(above, () -> people.resetPassword(person));
      assertThat(provider.accounts()).contains(person + " opened");
    }
    assertThat(Owner.rows("select jurisdiction from platform.staff_change where person = ? and kind = 'RESET_FIRST_FACTOR' order by 1", person))
        .containsExactly("653000", "653022", "653024");
    for (String place : List.of("653000", "653022", "653024")) {
      assertThat(Owner.rows("select acting_for || title || outcome from j_" + place + ".audit_entry where subject = ? and title like 'RESET%' and outcome = 'DONE'",
          "PERSON/" + person)).as(place).containsExactly("653000RESET_FIRST_FACTOR 某人DONE");
    }
  }

  /** Neither of them, otherwise: nobody gets in to the one, and the other is no county any more. */
  @Test
  void aCountyThatIsClosedIsBelowItsPrefectureAllTheSame() {
    Owner.told("insert into platform.membership (id, person, jurisdiction, unit_prefix, role, valid_from) values (?, ?, '653022', '', 'AUDITOR', current_date)",
        Identifiers.next(), person);
    Owner.told("insert into platform.staff (person, jurisdiction) values (?, '653000')", person);
    Scope above = justProved(Kizilsu.person(Kizilsu.PREFECTURE, "系统辛", "", Role.SYSTEM_ADMIN));
    inOffice(above);
    Owner.told("update platform.jurisdiction set state = 'QUARANTINED' where code = '653022'");
    try {
      assertThatThrownBy(() -> as(above, () -> people.resetPassword(person))).as("it is asked of the provider")
          .isInstanceOf(IdentityUnavailableException.class);
    } finally {
      Owner.told("update platform.jurisdiction set state = 'ACTIVE' where code = '653022'");
    }
  }

  /** To register somebody asks nobody where the person works. */
  @Test
  void whoIsRegisteredAtThePrefectureAndWorksAtHomeAloneIsResetAtHome() {
    Owner.told("insert into platform.staff (person, jurisdiction) values (?, '653000')", person);
    assertThatThrownBy(() -> as(justProved(Kizilsu.person(Kizilsu.PREFECTURE, "系统壬", "", Role.SYSTEM_ADMIN)), () -> people.resetPassword(person)))
        .hasMessage("account-of-another-place");
  }

  @Test
  void anAccountWhoseJurisdictionIsGoneIsResetNowhere() {
    Owner.told("update platform.person set home = null where id = ?", person);
    assertThatThrownBy(() -> as(justProved(SYSTEM), () -> people.resetPassword(person))).hasMessage("account-of-no-place");
  }

  /** One who held both offices in turn does not become somebody by both. */
  @Test
  void whoResetOneFactorIsRefusedTheOtherUntilThePersonCameIn() throws Exception {
    Scope both = justProved(Kizilsu.person(Kizilsu.WUQIA, "换岗己", "", Role.SYSTEM_ADMIN));
    inOffice(both);
    Owner.told("insert into platform.staff_change (id, at, jurisdiction, person, kind, by_person, by_name) values (?, now(), '653024', ?, 'RESET_SECOND_FACTOR', ?, '换岗己')",
        Identifiers.next(), person, both.caller().id());
    assertThatThrownBy(() -> as(both, () -> people.resetPassword(person))).hasMessage("one-factor-at-a-time");
    Owner.told("insert into platform.last_sign_in (person, jurisdiction, at, origin) values (?, '653024', now() + interval '1 second', 'x')", person);
    assertThatThrownBy(() -> as(both, () -> people.resetPassword(person))).as("then it is asked of the provider").isInstanceOf(IdentityUnavailableException.class);
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
  void eachFactorIsResetByAnotherAdministrator() {
    inOffice(SECURITY);
    assertThatThrownBy(() -> as(justProved(SECURITY), () -> people.resetPassword(person))).hasMessage("office");
    assertThatThrownBy(() -> does(justProved(SYSTEM), () -> people.resetSecondFactor(person))).hasMessage("office");
    assertThatThrownBy(() -> does(justProved(SECURITY), () -> people.resetSecondFactor(person))).isInstanceOf(IdentityUnavailableException.class);
  }

  @Test
  void credentialsAndOfficesAskForAFreshLoginFirst() {
    assertThatThrownBy(() -> as(SYSTEM, () -> people.resetPassword(person))).isInstanceOf(FreshLoginNeededException.class);
    assertThatThrownBy(() -> as(SYSTEM.provedAt(Optional.of(Instant.now().minusSeconds(301))), () -> people.resetPassword(person)))
        .isInstanceOf(FreshLoginNeededException.class);
    inOffice(SYSTEM);
    assertThatThrownBy(() -> as(justProved(SYSTEM), () -> people.resetPassword(person)))
        .as("then it is asked of the provider").isInstanceOf(IdentityUnavailableException.class);

    Owner.told("delete from platform.membership where person = ?", person);
    assertThatThrownBy(() -> as(SECURITY, () -> {
      people.give(person, Role.AUDIT_ADMIN, "", LocalDate.now(), Optional.empty());
      return null;
    })).isInstanceOf(FreshLoginNeededException.class);
    assertThat(Owner.asked("select count(*) from platform.membership where person = ?", person)).isEqualTo("0");
  }
}
