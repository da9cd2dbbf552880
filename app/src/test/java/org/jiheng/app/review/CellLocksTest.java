package org.jiheng.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiheng.tenants.scope.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A return opens only what was returned, and what has to follow it (DOMAIN 1.3). */
class CellLocksTest {

  private static final CellKey ACTUAL = CellKey.of("indicator", "1", "actual");
  private static final CellKey DEVIATION = CellKey.of("indicator", "1", "deviation");
  private static final CellKey TARGET = CellKey.of("indicator", "1", "target");
  private static final CellKey OTHER_ACTUAL = CellKey.of("indicator", "2", "actual");
  private static final CellKey GOAL = CellKey.of("goal", "actual");
  private static final CellKey TABLE = CellKey.of("indicator");

  /** An explanation follows the figure it explains. */
  private static final CellLocks.Dependence EXPLANATION = (cell, returned) -> cell.equals(DEVIATION) && returned.equals(ACTUAL);

  @Test
  void aDraftIsOpenToItsUnit() {
    assertThat(locks(People.CLERK, FormState.DRAFT).open(GOAL)).isTrue();
    assertThat(locks(People.CLERK, FormState.DRAFT).open(TABLE)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void nobodyElseWritesInAForm(FormState state) {
    for (Caller caller : List.of(People.CLERK_NEXT_DOOR, People.APPROVER, People.REVIEWER, People.SECTION, People.OFFICE, People.NOBODY)) {
      assertThat(locks(caller, state, GOAL).refusal(GOAL)).as(caller.name()).contains(Refusal.because("only-the-unit-writes"));
    }
  }

  @Test
  void whoLooksInFromAnotherJurisdictionWritesNothing() {
    Standing lookingIn = new Standing(People.CLERK, FormState.DRAFT, Route.parse("FINANCE_FIRST"), People.UNIT, FormState.DRAFT, false, false, 0, 0, 0, true, Adjustment.NONE);
    assertThat(new CellLocks(lookingIn, List.of(), EXPLANATION).refusal(GOAL)).contains(Refusal.because("only-the-unit-writes"));
  }

  @Test
  void aReturnedCellIsOpenAndItsNeighboursAreNot() {
    CellLocks locks = locks(People.CLERK, FormState.RETURNED, GOAL);
    assertThat(locks.open(GOAL)).isTrue();
    for (CellKey closed : List.of(ACTUAL, DEVIATION, TARGET, TABLE, CellKey.of("goal", "expected"), CellKey.of("goal"))) {
      assertThat(locks.refusal(closed)).as(closed.path()).contains(Refusal.because("cell-not-returned"));
    }
  }

  @Test
  void whatFollowsAReturnedCellIsOpenWithIt() {
    CellLocks locks = locks(People.CLERK, FormState.RETURNED, ACTUAL);
    assertThat(locks.open(ACTUAL)).isTrue();
    assertThat(locks.open(DEVIATION)).isTrue();
    assertThat(locks.open(TARGET)).isFalse();
    assertThat(locks.open(OTHER_ACTUAL)).isFalse();
  }

  @Test
  void aReturnedLineIsOpenWholeAndAReturnedTableToo() {
    CellLocks line = locks(People.CLERK, FormState.RETURNED, CellKey.of("indicator", "1"));
    assertThat(line.open(TARGET)).isTrue();
    assertThat(line.open(OTHER_ACTUAL)).isFalse();
    assertThat(line.open(TABLE)).as("lines may be added only where the table was returned").isFalse();
    CellLocks table = locks(People.CLERK, FormState.RETURNED, TABLE);
    assertThat(table.open(OTHER_ACTUAL)).isTrue();
    assertThat(table.open(TABLE)).isTrue();
    assertThat(table.open(GOAL)).isFalse();
  }

  @Test
  void aReturnWithoutNotesOpensNothing() {
    assertThat(locks(People.CLERK, FormState.RETURNED).open(GOAL)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"UNIT_REVIEW", "DEPARTMENT_REVIEW", "FINANCE_FIRST", "FINANCE_SECOND", "CANCELLED"})
  void underReviewTheFormIsClosedEvenWhereItOnceWasReturned(FormState state) {
    assertThat(locks(People.CLERK, state, GOAL).refusal(GOAL)).contains(Refusal.because("form-under-review"));
  }

  @Test
  void aRejectedFormIsClosedUntilANewRoundBegins() {
    assertThat(locks(People.CLERK, FormState.REJECTED, GOAL).refusal(GOAL)).contains(Refusal.because("form-rejected"));
  }

  @Test
  void anApprovedFormIsNeverChangedAgain() {
    assertThat(locks(People.CLERK, FormState.APPROVED, GOAL).refusal(GOAL)).contains(Refusal.because("form-approved"));
  }

  private static CellLocks locks(Caller caller, FormState state, CellKey... returned) {
    return new CellLocks(new Standing(caller, state, Route.parse("FINANCE_FIRST"), People.UNIT, FormState.DRAFT, false, true, 0, 0, 0, false, Adjustment.NONE), List.of(returned), EXPLANATION);
  }
}
