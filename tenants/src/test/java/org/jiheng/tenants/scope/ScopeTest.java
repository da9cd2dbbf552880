package org.jiheng.tenants.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Who asks and whose data: bound for a call, never guessed. */
class ScopeTest {

  private static final UUID ENTRY = new UUID(1, 1);

  private static final JurisdictionCode PREFECTURE = new JurisdictionCode("653000");
  private static final Jurisdiction KIZILSU = new Jurisdiction(PREFECTURE, "克孜勒苏柯尔克孜自治州", Optional.empty());
  private static final Jurisdiction ARTUX = new Jurisdiction(new JurisdictionCode("653001"), "阿图什市", Optional.of(PREFECTURE));
  private static final Jurisdiction ELSEWHERE = new Jurisdiction(new JurisdictionCode("652901"), "阿克苏市", Optional.of(new JurisdictionCode("652900")));

  private static Scope scope(Jurisdiction jurisdiction, Role role, String units) {
    return Scope.of(new Caller(UUID.randomUUID(), "x", "某某",
        List.of(new Membership(jurisdiction.code(), units, role, LocalDate.EPOCH, Optional.empty()))), jurisdiction);
  }

  @Test
  void withoutAScopeNothingIsAnswered() {
    assertThatExceptionOfType(NoScopeException.class).isThrownBy(Scope::current);
  }

  @Test
  void aScopeHoldsForACallAndNoLonger() throws Exception {
    Scope scope = scope(ARTUX, Role.UNIT_CLERK, "101");
    assertThat(scope.call(Scope::current)).isEqualTo(scope);
    assertThat(Scope.bound()).isEmpty();
  }

  @Test
  void anotherThreadHasNoneUnlessTheWorkBringsIt() {
    Scope scope = scope(ARTUX, Role.UNIT_CLERK, "101");
    AtomicReference<Optional<Scope>> seen = new AtomicReference<>();
    scope.run(() -> CompletableFuture.runAsync(() -> seen.set(Scope.bound())).join());
    assertThat(seen.get()).isEmpty();
    CompletableFuture.runAsync(() -> scope.run(() -> seen.set(Scope.bound()))).join();
    assertThat(seen.get()).contains(scope);
  }

  @Test
  void aJurisdictionThatIsCalledOtherwiseIsTheSamePlace() {
    Scope before = scope(ARTUX, Role.UNIT_CLERK, "101");
    Scope after = Scope.of(before.caller(), new Jurisdiction(ARTUX.code(), "新阿图什市", ARTUX.parent()));
    assertThat(before.samePerson(after)).isTrue();
    assertThat(before.samePerson(scope(ARTUX, Role.UNIT_CLERK, "101"))).as("another person").isFalse();
    Caller nobody = new Caller(before.caller().id(), "x", "某某", List.of());
    assertThat(before.samePerson(Scope.of(nobody, ELSEWHERE))).as("another place").isFalse();
  }

  @Test
  void theLogIsToldWhoseWorkItWasByCodeAndIdentifierAlone() throws Exception {
    Scope clerk = scope(ARTUX, Role.UNIT_CLERK, "101");
    assertThat(clerk.call(Scope::inLog)).isEqualTo("653001/" + clerk.caller().id());
    Scope overseer = scope(KIZILSU, Role.PREFECTURE_OVERSIGHT, "");
    assertThat(overseer.lookingInto(ARTUX, ENTRY).call(Scope::inLog)).isEqualTo("653000>653001/" + overseer.caller().id());
    assertThat(Scope.inLog()).isEqualTo("nobody");
  }

  /** What somebody holds in one county opens nothing in another. */
  @Test
  void whatIsHeldElsewhereMakesNoScopeHere() {
    Membership elsewhere = new Membership(ELSEWHERE.code(), "", Role.PERFORMANCE_OFFICE, LocalDate.EPOCH, Optional.empty());
    Membership here = new Membership(ARTUX.code(), "", Role.AUDITOR, LocalDate.EPOCH, Optional.empty());
    for (List<Membership> held : List.of(List.of(elsewhere), List.of(here, elsewhere))) {
      Caller caller = new Caller(UUID.randomUUID(), "x", "某某", held);
      assertThatExceptionOfType(NoScopeException.class).isThrownBy(() -> Scope.of(caller, ARTUX));
      assertThatExceptionOfType(NoScopeException.class)
          .isThrownBy(() -> new Scope(caller, ARTUX, Optional.empty(), Optional.empty(), false, false));
    }
  }

  @Test
  void thePrefectureLooksIntoItsOwnCountiesReadOnly() {
    Scope oversight = scope(KIZILSU, Role.PREFECTURE_OVERSIGHT, "");
    assertThat(oversight.lookingInto(ARTUX, ENTRY).readOnly()).isTrue();
    assertThat(oversight.lookingInto(ARTUX, ENTRY).data()).isEqualTo(ARTUX);
    assertThatExceptionOfType(NoScopeException.class).isThrownBy(() -> oversight.lookingInto(ELSEWHERE, ENTRY));
  }

  @Test
  void nobodyElseLooksIntoACounty() {
    assertThatExceptionOfType(NoScopeException.class)
        .isThrownBy(() -> scope(KIZILSU, Role.PERFORMANCE_OFFICE, "").lookingInto(ARTUX, ENTRY));
    assertThatExceptionOfType(NoScopeException.class)
        .isThrownBy(() -> scope(ELSEWHERE, Role.PREFECTURE_OVERSIGHT, "").lookingInto(ARTUX, ENTRY));
  }

  @Test
  void aRoleCoversTheUnitsBelowTheOneItIsHeldFor() {
    Caller caller = scope(ARTUX, Role.DEPARTMENT_REVIEWER, "101").caller();
    assertThat(caller.holds(Role.DEPARTMENT_REVIEWER, "101001")).isTrue();
    assertThat(caller.holds(Role.DEPARTMENT_REVIEWER, "102001")).isFalse();
    assertThat(caller.holds(Role.UNIT_CLERK, "101001")).isFalse();
  }

  @Test
  void aJurisdictionCodeIsSixDigits() {
    assertThat(new JurisdictionCode("653001").fiscalDivision()).isEqualTo("653001000");
    for (String wrong : List.of("65300", "6530011", "65300a", "053001", "", "653001; drop")) {
      assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new JurisdictionCode(wrong));
    }
  }
}
