package org.jiheng.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.review.Refusal;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Jurisdiction;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what with an indicator of which level in which state (DOMAIN 1.2, 3.10). */
class EntryMoveTest {

  private static final Jurisdiction PREFECTURE = new Jurisdiction(new JurisdictionCode("653000"), "州", Optional.empty());
  private static final Jurisdiction COUNTY = new Jurisdiction(new JurisdictionCode("653001"), "市", Optional.of(PREFECTURE.code()));
  private static final String EDUCATION = "101";

  private static LibraryRights rights(Jurisdiction where, String unit, Role... roles) {
    List<Membership> posts = Arrays.stream(roles)
        .map(role -> new Membership(where.code(), unit, role, LocalDate.of(2020, 1, 1), Optional.empty())).toList();
    return LibraryRights.of(Scope.of(new Caller(UUID.randomUUID(), "x", "x", posts), where));
  }

  private static List<EntryMove> offered(LibraryRights rights, LibraryLevel level, EntryState state) {
    String department = level == LibraryLevel.DEPARTMENT ? EDUCATION : "";
    return EntryMove.offers(new EntryStanding(rights, level, department, state, false)).stream().map(EntryMove.Offer::move).toList();
  }

  @Test
  void thePrefecturesOfficeKeepsThePrefecturesAndNoOneElse() {
    assertThat(offered(rights(PREFECTURE, "", Role.PREFECTURE_OVERSIGHT), LibraryLevel.PREFECTURE, EntryState.IN_FORCE))
        .containsExactly(EntryMove.CHANGE, EntryMove.STOP);
    assertThat(offered(rights(PREFECTURE, "", Role.PERFORMANCE_OFFICE), LibraryLevel.PREFECTURE, EntryState.STOPPED)).containsExactly(EntryMove.RESUME);
    assertThat(offered(rights(PREFECTURE, "101", Role.FINANCE_SECTION), LibraryLevel.PREFECTURE, EntryState.IN_FORCE)).isEmpty();
    assertThat(offered(rights(COUNTY, "", Role.PERFORMANCE_OFFICE), LibraryLevel.PREFECTURE, EntryState.IN_FORCE)).isEmpty();
  }

  @Test
  void theCountysOfficeKeepsTheCountysAndFinanceTheDepartments() {
    assertThat(offered(rights(COUNTY, "", Role.PERFORMANCE_OFFICE), LibraryLevel.COUNTY, EntryState.IN_FORCE)).containsExactly(EntryMove.CHANGE, EntryMove.STOP);
    assertThat(offered(rights(COUNTY, EDUCATION, Role.FINANCE_SECTION), LibraryLevel.COUNTY, EntryState.IN_FORCE)).isEmpty();
    assertThat(offered(rights(COUNTY, EDUCATION, Role.FINANCE_SECTION), LibraryLevel.DEPARTMENT, EntryState.PROPOSED))
        .containsExactly(EntryMove.CONFIRM, EntryMove.RETURN);
    assertThat(offered(rights(COUNTY, "102", Role.FINANCE_SECTION), LibraryLevel.DEPARTMENT, EntryState.PROPOSED)).isEmpty();
    assertThat(offered(rights(COUNTY, "", Role.PERFORMANCE_OFFICE), LibraryLevel.DEPARTMENT, EntryState.IN_FORCE)).containsExactly(EntryMove.CHANGE, EntryMove.STOP);
  }

  @Test
  void aDepartmentRevisesItsOwnProposalsUntilTheyAreInForce() {
    for (Role role : List.of(Role.UNIT_CLERK, Role.UNIT_APPROVER, Role.DEPARTMENT_REVIEWER)) {
      LibraryRights rights = rights(COUNTY, "101001", role);
      assertThat(offered(rights, LibraryLevel.DEPARTMENT, EntryState.PROPOSED)).containsExactly(EntryMove.REVISE);
      assertThat(offered(rights, LibraryLevel.DEPARTMENT, EntryState.RETURNED)).containsExactly(EntryMove.REVISE);
      assertThat(offered(rights, LibraryLevel.DEPARTMENT, EntryState.IN_FORCE)).isEmpty();
      assertThat(offered(rights(COUNTY, "102001", role), LibraryLevel.DEPARTMENT, EntryState.RETURNED)).isEmpty();
    }
  }

  @Test
  void nobodyConfirmsTheOwnProposal() {
    LibraryRights both = rights(COUNTY, EDUCATION, Role.DEPARTMENT_REVIEWER, Role.FINANCE_SECTION);
    assertThat(EntryMove.CONFIRM.against(new EntryStanding(both, LibraryLevel.DEPARTMENT, EDUCATION, EntryState.PROPOSED, true)))
        .containsExactly(Refusal.because("library-own-proposal"));
    assertThat(EntryMove.CONFIRM.against(new EntryStanding(both, LibraryLevel.DEPARTMENT, EDUCATION, EntryState.PROPOSED, false))).isEmpty();
  }

  @Test
  void whatIsSomebodyElsesOrLeadsNowhereSaysSo() {
    LibraryRights clerk = rights(COUNTY, "101001", Role.UNIT_CLERK);
    assertThat(EntryMove.STOP.against(new EntryStanding(clerk, LibraryLevel.COUNTY, "", EntryState.IN_FORCE, false)))
        .containsExactly(Refusal.because("library-not-yours"));
    LibraryRights office = rights(COUNTY, "", Role.PERFORMANCE_OFFICE);
    assertThat(EntryMove.CONFIRM.against(new EntryStanding(office, LibraryLevel.DEPARTMENT, EDUCATION, EntryState.IN_FORCE, false)))
        .containsExactly(Refusal.because("library-no-road"));
  }

  @ParameterizedTest
  @EnumSource(names = {"THIRD_PARTY", "EXPERT", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"})
  void peopleFromOutsideAndAdministratorsDoNotReadIt(Role role) {
    Optional<UUID> engagement = role.fromOutside() ? Optional.of(UUID.randomUUID()) : Optional.empty();
    Membership post = new Membership(COUNTY.code(), "", role, LocalDate.of(2020, 1, 1), Optional.empty(), engagement);
    assertThat(LibraryRights.of(Scope.of(new Caller(UUID.randomUUID(), "x", "x", List.of(post)), COUNTY)).reads()).isFalse();
  }
}
