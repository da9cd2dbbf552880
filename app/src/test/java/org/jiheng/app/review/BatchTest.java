package org.jiheng.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.junit.jupiter.api.Test;

/** Which moves a person is offered on several forms at once. */
class BatchTest {

  private static List<Move> moves(Role... roles) {
    return Batch.moves(new Caller(new UUID(0, 1), "x", "x", Arrays.stream(roles)
        .map(role -> new Membership(new JurisdictionCode("653001"), "", role, LocalDate.EPOCH, Optional.empty())).toList()));
  }

  @Test
  void aClerkSendsInAndWhoeverHoldsAStagePassesOn() {
    assertThat(moves(Role.UNIT_CLERK)).containsExactly(Move.SUBMIT);
    for (Role role : List.of(Role.UNIT_APPROVER, Role.DEPARTMENT_REVIEWER, Role.FINANCE_SECTION, Role.PERFORMANCE_OFFICE)) {
      assertThat(moves(role)).as(role.name()).containsExactly(Move.PASS);
    }
    assertThat(moves(Role.UNIT_CLERK, Role.DEPARTMENT_REVIEWER)).containsExactly(Move.SUBMIT, Move.PASS);
  }

  @Test
  void whoOnlyReadsIsOfferedNothing() {
    assertThat(moves(Role.AUDITOR, Role.BUREAU_LEADER, Role.PREFECTURE_OVERSIGHT, Role.SYSTEM_ADMIN)).isEmpty();
    assertThat(moves()).isEmpty();
  }

  @Test
  void moreThanOneLooksThroughAreRefused() {
    Batch.mustNotBeLarger(Batch.LARGEST);
    assertThatThrownBy(() -> Batch.mustNotBeLarger(Batch.LARGEST + 1)).isInstanceOfSatisfying(RefusedException.class,
        refused -> assertThat(refused.refusals()).containsExactly(new Refusal("batch-too-many", java.util.Map.of("most", "200"))));
  }
}
