package org.jiheng.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.tenants.people.Administration.Setting;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.Test;

class AdministrationTest {

  private static final JurisdictionCode PREFECTURE = new JurisdictionCode("653000");
  private static final Jurisdiction ARTUX = new Jurisdiction(new JurisdictionCode("653001"), "阿图什市", Optional.of(PREFECTURE));
  private static final Jurisdiction AKTO = new Jurisdiction(new JurisdictionCode("653022"), "阿克陶县", Optional.of(PREFECTURE));
  private static final Jurisdiction KIZILSU = new Jurisdiction(PREFECTURE, "克州", Optional.empty());
  private static final Jurisdiction KASHGAR = new Jurisdiction(new JurisdictionCode("653100"), "喀什地区", Optional.empty());
  private static final List<Jurisdiction> KNOWN = List.of(KIZILSU, ARTUX, AKTO, KASHGAR);
  private static final LocalDate TODAY = LocalDate.of(2023, 4, 18);

  private static Membership post(Role role, String unit) {
    return new Membership(ARTUX.code(), unit, role, TODAY.minusYears(1), Optional.empty());
  }

  private static Membership until(Membership post, LocalDate until) {
    return new Membership(post.jurisdiction(), post.unitPrefix(), post.role(), post.from(), Optional.of(until));
  }

  private static Caller caller(Role role) {
    return new Caller(UUID.nameUUIDFromBytes(role.name().getBytes()), "x", "x", List.of(post(role, "")));
  }

  private static Staff person(Membership... posts) {
    return new Staff(UUID.nameUUIDFromBytes("somebody".getBytes()), "artux.somebody", "某人", "101", Optional.of(ARTUX.code()), Optional.empty(),
        Arrays.stream(posts).map(one -> new Post(UUID.randomUUID(), one)).toList(), Optional.empty());
  }

  private static Staff disabled(Staff person) {
    return new Staff(person.id(), person.username(), person.name(), person.unit(), person.home(), Optional.of(Instant.EPOCH), person.posts(), Optional.empty());
  }

  private static Setting setting(Map<Role, Set<UUID>> lasting, Membership... elsewhere) {
    return new Setting(ARTUX, TODAY, lasting, List.of(elsewhere), KNOWN, Map.of());
  }

  private static final List<StaffAct> RESETS = List.of(StaffAct.RESET_FIRST_FACTOR, StaffAct.RESET_SECOND_FACTOR);
  private static final Map<Role, Set<UUID>> FULL_OFFICES = Map.of(
      Role.SYSTEM_ADMIN, Set.of(UUID.randomUUID()), Role.SECURITY_ADMIN, Set.of(UUID.randomUUID()), Role.AUDIT_ADMIN, Set.of(UUID.randomUUID()));

  private static List<String> codes(List<Obstacle> obstacles) {
    return obstacles.stream().map(Obstacle::code).toList();
  }

  private static List<String> giving(Membership wanted, Staff person, Setting setting) {
    return codes(Administration.againstGiving(wanted, caller(Role.SECURITY_ADMIN), person, setting));
  }

  @Test
  void eachActBelongsToOneOfficeAndToNobodyElse() {
    for (StaffAct act : StaffAct.values()) {
      for (Role role : Role.values()) {
        List<Obstacle> obstacles = act == StaffAct.INVITE
            ? Administration.againstInviting(caller(role), "artux.somebody", "某人")
            : Administration.against(act, caller(role), act == StaffAct.ENABLE ? disabled(person()) : person(), setting(FULL_OFFICES));
        assertThat(codes(obstacles)).as(act + " by " + role).isEqualTo(role == act.office() ? List.of() : List.of("office"));
      }
    }
  }

  @Test
  void whoLetsPeopleInDoesNotSayWhatTheyMayDo() {
    assertThat(Set.of(StaffAct.INVITE, StaffAct.DISABLE, StaffAct.ENABLE, StaffAct.RESET_FIRST_FACTOR)).allMatch(act -> act.office() == Role.SYSTEM_ADMIN);
    assertThat(Set.of(StaffAct.GIVE, StaffAct.TAKE, StaffAct.RESET_SECOND_FACTOR, StaffAct.END_SESSIONS))
        .allMatch(act -> act.office() == Role.SECURITY_ADMIN);
  }

  @Test
  void aUserNameIsOfSmallLettersDigitsAndDots() {
    for (String good : List.of("artux.clerk9", "li.ming", "abc")) {
      assertThat(Administration.againstInviting(caller(Role.SYSTEM_ADMIN), good, "李明")).isEmpty();
    }
    for (String bad : List.of("", "ab", "Li.Ming", "1abc", "a b c", "李明", "a".repeat(61), "abc'--", "program-653001-x")) {
      assertThat(codes(Administration.againstInviting(caller(Role.SYSTEM_ADMIN), bad, "李明"))).as(bad).containsExactly("username");
    }
    assertThat(codes(Administration.againstInviting(caller(Role.SYSTEM_ADMIN), "li.ming", "  "))).containsExactly("name");
  }

  @Test
  void nobodyGivesAProgramAPasswordButItIsDisabledLikeAnybody() {
    Staff program = program();
    for (StaffAct act : RESETS) {
      assertThat(codes(Administration.against(act, caller(act.office()), program, setting(FULL_OFFICES)))).as(act.name()).containsExactly("program");
    }
    assertThat(Administration.against(StaffAct.DISABLE, caller(Role.SYSTEM_ADMIN), program, setting(FULL_OFFICES))).isEmpty();
    assertThat(Administration.against(StaffAct.END_SESSIONS, caller(Role.SECURITY_ADMIN), program, setting(FULL_OFFICES))).isEmpty();
  }

  private static Staff program(Membership... posts) {
    Staff one = person(posts);
    return new Staff(one.id(), "program-653001-budget", "预算一体化接口", "", one.home(), Optional.empty(), one.posts(), Optional.empty());
  }

  @Test
  void aProgramIsGivenNoOffice() {
    for (Role office : Administration.OFFICES) {
      assertThat(giving(post(office, ""), program(), setting(FULL_OFFICES))).as(office.name()).containsExactly("program-no-office");
    }
  }

  @Test
  void aProgramIsGivenNoSecondPostHereOrBesideOneElsewhereButOneInThePlaceOfTheOneBefore() {
    Membership wanted = new Membership(ARTUX.code(), "", Role.PERFORMANCE_OFFICE, TODAY, Optional.empty());
    Membership held = post(Role.BUDGET_SECTION, "");
    assertThat(giving(wanted, program(held), setting(FULL_OFFICES))).containsExactly("program-one-post");
    Membership elsewhere = new Membership(new JurisdictionCode("653022"), "", Role.BUDGET_SECTION, TODAY, Optional.empty());
    assertThat(giving(wanted, program(), setting(FULL_OFFICES, elsewhere))).containsExactly("program-one-post");
    assertThat(giving(wanted, program(until(held, TODAY.minusDays(1))), setting(FULL_OFFICES))).isEmpty();
    assertThat(giving(wanted, person(held), setting(FULL_OFFICES))).as("a person").isEmpty();
  }

  @Test
  void nobodyHoldsTwoOfTheThreeOfficesNorOneBesideAnyOtherRole() {
    assertThat(giving(post(Role.AUDIT_ADMIN, ""), person(post(Role.SYSTEM_ADMIN, "")), setting(FULL_OFFICES))).containsExactly("administrators-stand-alone");
    assertThat(giving(post(Role.AUDIT_ADMIN, ""), person(post(Role.UNIT_CLERK, "101001")), setting(FULL_OFFICES))).containsExactly("administrators-stand-alone");
    assertThat(giving(post(Role.UNIT_CLERK, "101001"), person(post(Role.SECURITY_ADMIN, "")), setting(FULL_OFFICES))).containsExactly("administrators-stand-alone");
    assertThat(giving(post(Role.UNIT_APPROVER, "101001"), person(post(Role.UNIT_CLERK, "101001")), setting(FULL_OFFICES))).isEmpty();
  }

  @Test
  void anOfficeElsewhereCountsAsOneHere() {
    Membership elsewhere = new Membership(new JurisdictionCode("653022"), "", Role.AUDIT_ADMIN, TODAY, Optional.empty());
    assertThat(giving(post(Role.UNIT_CLERK, "101001"), person(), setting(FULL_OFFICES, elsewhere))).containsExactly("administrators-stand-alone");
  }

  @Test
  void whatHasEndedDoesNotStandInTheWay() {
    Membership over = until(post(Role.UNIT_CLERK, "101001"), TODAY.minusDays(1));
    Membership wanted = new Membership(ARTUX.code(), "", Role.AUDIT_ADMIN, TODAY, Optional.empty());
    assertThat(giving(wanted, person(over), setting(FULL_OFFICES))).isEmpty();
    assertThat(giving(wanted, person(until(over, TODAY)), setting(FULL_OFFICES))).containsExactly("administrators-stand-alone");
  }

  @Test
  void nobodyChangesWhatConcernsThemselves() {
    for (StaffAct act : List.of(StaffAct.GIVE, StaffAct.TAKE, StaffAct.RESET_FIRST_FACTOR, StaffAct.RESET_SECOND_FACTOR)) {
      assertThat(codes(Administration.against(act, caller(act.office()), self(act.office()), setting(FULL_OFFICES)))).as(act.name()).containsExactly("own-account");
    }
    assertThat(Administration.against(StaffAct.END_SESSIONS, caller(Role.SECURITY_ADMIN), self(Role.SECURITY_ADMIN), setting(FULL_OFFICES))).isEmpty();
  }

  private static Staff self(Role office) {
    return new Staff(caller(office).id(), "x", "x", "", Optional.of(ARTUX.code()), Optional.empty(), List.of(), Optional.empty());
  }

  @Test
  void theLastAdministratorOfAKindCannotBeTakenAwayOrDisabled() {
    Staff last = person(post(Role.SYSTEM_ADMIN, ""));
    Setting alone = setting(Map.of(Role.SYSTEM_ADMIN, Set.of(last.id())));
    Setting two = setting(Map.of(Role.SYSTEM_ADMIN, Set.of(last.id(), UUID.randomUUID())));
    Post office = last.posts().getFirst();
    assertThat(codes(Administration.againstTaking(office, caller(Role.SECURITY_ADMIN), last, alone))).containsExactly("last-administrator");
    assertThat(Administration.againstTaking(office, caller(Role.SECURITY_ADMIN), last, two)).isEmpty();
    assertThat(codes(Administration.against(StaffAct.DISABLE, caller(Role.SYSTEM_ADMIN), last, alone))).containsExactly("last-administrator");
    assertThat(Administration.against(StaffAct.DISABLE, caller(Role.SYSTEM_ADMIN), last, two)).isEmpty();
  }

  @Test
  void theFirstAdministratorOfAKindHasNoLastDay() {
    Membership forAWhile = until(post(Role.AUDIT_ADMIN, ""), TODAY.plusDays(30));
    assertThat(giving(forAWhile, person(), setting(Map.of()))).containsExactly("first-administrator-lasts");
    assertThat(giving(forAWhile, person(), setting(FULL_OFFICES))).isEmpty();
  }

  @Test
  void aRoleIsHeldForWhatItIsMeantFor() {
    assertThat(giving(post(Role.UNIT_CLERK, ""), person(), setting(FULL_OFFICES))).containsExactly("unit-needed");
    assertThat(giving(post(Role.DEPARTMENT_REVIEWER, ""), person(), setting(FULL_OFFICES))).containsExactly("unit-needed");
    assertThat(giving(post(Role.PERFORMANCE_OFFICE, "101"), person(), setting(FULL_OFFICES))).containsExactly("whole-place-only");
    assertThat(giving(post(Role.FINANCE_SECTION, "101"), person(), setting(FULL_OFFICES))).isEmpty();
    assertThat(giving(post(Role.FINANCE_SECTION, ""), person(), setting(FULL_OFFICES))).isEmpty();
    assertThat(giving(post(Role.PREFECTURE_OVERSIGHT, ""), person(), setting(FULL_OFFICES))).containsExactly("prefecture-only");
    assertThat(giving(post(Role.THIRD_PARTY, ""), person(), setting(FULL_OFFICES))).contains("by-contract");
  }

  @Test
  void theSamePostIsNotGivenTwiceAtTheSameTime() {
    Staff clerk = person(post(Role.UNIT_CLERK, "101001"));
    assertThat(giving(post(Role.UNIT_CLERK, "101001"), clerk, setting(FULL_OFFICES))).containsExactly("held-already");
    assertThat(giving(post(Role.UNIT_CLERK, "101002"), clerk, setting(FULL_OFFICES))).isEmpty();
  }

  @Test
  void aPostDoesNotEndBeforeItBeginsNorInThePast() {
    assertThat(giving(until(post(Role.UNIT_CLERK, "101001"), TODAY.minusYears(2)), person(), setting(FULL_OFFICES))).containsExactly("ends-before-it-begins");
    assertThat(giving(until(post(Role.UNIT_CLERK, "101001"), TODAY.minusDays(1)), person(), setting(FULL_OFFICES))).containsExactly("ends-before-it-begins");
    assertThat(giving(until(post(Role.UNIT_CLERK, "101001"), TODAY), person(), setting(FULL_OFFICES))).isEmpty();
  }

  @Test
  void aDisabledPersonIsGivenNothing() {
    assertThat(giving(post(Role.UNIT_CLERK, "101001"), disabled(person()), setting(FULL_OFFICES))).containsExactly("disabled-person");
  }

  private static List<Obstacle> resetting(StaffAct act, Staff person, Setting setting) {
    return Administration.against(act, caller(act.office()), person, setting);
  }

  private static Staff of(Optional<JurisdictionCode> home, Membership... posts) {
    Staff one = person(posts);
    return new Staff(one.id(), one.username(), one.name(), one.unit(), home, Optional.empty(), one.posts(), Optional.empty());
  }

  private static Membership in(Jurisdiction where, Role role) {
    return new Membership(where.code(), "", role, TODAY.minusDays(1), Optional.empty());
  }

  private static Setting at(Jurisdiction place, Membership... elsewhere) {
    return new Setting(place, TODAY, FULL_OFFICES, List.of(elsewhere), KNOWN, Map.of());
  }

  /** Whoever is lent to another county could otherwise be taken over there, with all that the person may at home. */
  @Test
  void credentialsAreNotResetByAPlaceThatHasNotTheAccount() {
    for (StaffAct act : RESETS) {
      assertThat(resetting(act, of(Optional.of(PREFECTURE)), at(ARTUX))).containsExactly(Obstacle.because("account-of-another-place", act.office()));
    }
  }

  /** Nor the other way round: home could take over whoever is lent, with all that the person may there. */
  @Test
  void homeDoesNotResetWhoHoldsAPostElsewhereAndSaysWhoDoes() {
    for (StaffAct act : RESETS) {
      assertThat(resetting(act, person(), at(ARTUX, in(AKTO, Role.UNIT_CLERK))))
          .containsExactly(Obstacle.because("posts-elsewhere", "阿克陶县", "克州", act.office()));
      assertThat(resetting(act, person(), at(ARTUX, in(AKTO, Role.UNIT_CLERK), in(KIZILSU, Role.FINANCE_SECTION))))
          .containsExactly(Obstacle.because("posts-elsewhere", "克州、阿克陶县", "克州", act.office()));
      assertThat(resetting(act, person(), at(ARTUX, in(AKTO, Role.UNIT_CLERK), in(KASHGAR, Role.AUDITOR))))
          .as("nobody is above both").containsExactly(Obstacle.because("posts-beyond", "阿克陶县、喀什地区"));
    }
  }

  @Test
  void thePrefectureResetsWhoHoldsPostsInSeveralOfItsCountiesAndNobodyBeyond() {
    Staff lent = of(Optional.of(ARTUX.code()));
    for (StaffAct act : RESETS) {
      assertThat(resetting(act, lent, at(KIZILSU, in(ARTUX, Role.UNIT_CLERK), in(AKTO, Role.UNIT_CLERK)))).isEmpty();
      assertThat(resetting(act, of(Optional.of(PREFECTURE)), at(KIZILSU, in(AKTO, Role.UNIT_CLERK)))).isEmpty();
      assertThat(codes(resetting(act, of(Optional.of(PREFECTURE)), at(KIZILSU, in(KASHGAR, Role.AUDITOR))))).containsExactly("posts-beyond");
      assertThat(codes(resetting(act, of(Optional.of(KASHGAR.code())), at(KIZILSU)))).containsExactly("account-of-another-place");
    }
  }

  /** Whoever is registered there besides, which asks nobody at home, could otherwise be taken over by one administrator. */
  @Test
  void whoWorksAtHomeAloneIsNotResetFromAbove() {
    Optional<JurisdictionCode> home = Optional.of(ARTUX.code());
    Membership oversight = in(KIZILSU, Role.PREFECTURE_OVERSIGHT);
    for (StaffAct act : RESETS) {
      Obstacle another = Obstacle.because("account-of-another-place", act.office());
      assertThat(resetting(act, of(home), at(KIZILSU, in(ARTUX, Role.UNIT_CLERK)))).containsExactly(another);
      assertThat(resetting(act, of(home), at(KIZILSU))).as("without a post").containsExactly(another);
      assertThat(resetting(act, of(home, until(oversight, TODAY.minusDays(1))), at(KIZILSU, in(ARTUX, Role.UNIT_CLERK))))
          .as("after a post there").containsExactly(another);
      assertThat(resetting(act, of(home, oversight), at(KIZILSU, in(ARTUX, Role.UNIT_CLERK)))).as("with a post in both").isEmpty();
      assertThat(resetting(act, of(home), at(ARTUX))).as("at home").isEmpty();
    }
  }

  @Test
  void anAccountOfNoPlaceIsAtHomeNowhere() {
    for (StaffAct act : RESETS) {
      assertThat(codes(resetting(act, of(Optional.empty()), at(ARTUX)))).containsExactly("account-of-no-place");
      assertThat(codes(resetting(act, of(Optional.empty()), at(KIZILSU)))).containsExactly("account-of-no-place");
    }
  }

  @Test
  void noAdministratorAloneBecomesAnother() {
    for (Role asking : Administration.OFFICES) {
      for (Role office : Administration.OFFICES) {
        Staff other = person(post(office, ""));
        assertThat(RESETS).as(asking + " and a holder of " + office)
            .filteredOn(act -> Administration.against(act, caller(asking), other, setting(FULL_OFFICES)).isEmpty()).hasSizeLessThan(2);
      }
    }
  }

  private static Setting after(StaffAct reset, UUID by, Membership... elsewhere) {
    return new Setting(ARTUX, TODAY, FULL_OFFICES, List.of(elsewhere), KNOWN, Map.of(reset, Set.of(by)));
  }

  /** Offices change hands: who was the one administrator yesterday may be the other today. */
  @Test
  void whoResetOneFactorDoesNotResetTheOtherBeforeThePersonCameIn() {
    Staff clerk = person(post(Role.UNIT_CLERK, "101001"));
    for (StaffAct act : RESETS) {
      StaffAct other = act == StaffAct.RESET_FIRST_FACTOR ? StaffAct.RESET_SECOND_FACTOR : StaffAct.RESET_FIRST_FACTOR;
      assertThat(codes(resetting(act, clerk, after(other, caller(act.office()).id())))).containsExactly("one-factor-at-a-time");
      assertThat(resetting(act, clerk, after(other, UUID.randomUUID()))).as("somebody else did").isEmpty();
      assertThat(resetting(act, clerk, after(act, caller(act.office()).id()))).as("the same factor once more").isEmpty();
    }
  }

  @Test
  void whoHoldsAnOfficeIsResetOneFactorAtATimeWhoeverDidTheOther() {
    for (StaffAct act : RESETS) {
      StaffAct other = act == StaffAct.RESET_FIRST_FACTOR ? StaffAct.RESET_SECOND_FACTOR : StaffAct.RESET_FIRST_FACTOR;
      assertThat(codes(resetting(act, person(post(Role.AUDIT_ADMIN, "")), after(other, UUID.randomUUID())))).containsExactly("one-factor-of-an-office");
      assertThat(resetting(act, person(until(post(Role.AUDIT_ADMIN, ""), TODAY.minusDays(1))), after(other, UUID.randomUUID()))).as("not any more").isEmpty();
    }
  }
}
