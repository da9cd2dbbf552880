package org.jiheng.app.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.review.FormState;
import org.junit.jupiter.api.Test;

/** What goals say to the gates of the budget (S17; DOMAIN 3.2, gate B2). */
class GoalFactsTest {

  private static final UUID FORM = UUID.randomUUID();
  private static final LocalDate TODAY = LocalDate.of(2023, 4, 18);

  private static ProjectFact.Goal.Standing said(boolean needed, FormState state, Optional<LocalDate> resubmitDue) {
    return GoalFacts.fact(needed, Backing.NOTHING_SAID, GoalStanding.of(FORM, state, Optional.empty(), resubmitDue, TODAY).value().orElseThrow()).standing();
  }

  @Test
  void spendingOnPeopleAndOfficesNeedsNoGoals() {
    for (Backing borneOut : List.of(Backing.EARLIER_YEAR, Backing.CONFIRMED)) {
      assertThat(GoalFacts.fact(false, borneOut, GoalStanding.none().value().orElseThrow()).standing()).isEqualTo(ProjectFact.Goal.Standing.NOT_NEEDED);
    }
  }

  @Test
  void thatItIsSuchSpendingIsNotForItsUnitAloneToSay() {
    assertThat(GoalFacts.fact(false, Backing.UNCONFIRMED, GoalStanding.none().value().orElseThrow()).standing())
        .isEqualTo(ProjectFact.Goal.Standing.UNCONFIRMED);
    GoalStanding approved = GoalStanding.of(FORM, FormState.APPROVED, Optional.empty(), Optional.empty(), TODAY).value().orElseThrow();
    assertThat(GoalFacts.fact(false, Backing.UNCONFIRMED, approved).standing()).as("goals it has are goals").isEqualTo(ProjectFact.Goal.Standing.APPROVED);
    assertThat(GoalFacts.fact(true, Backing.UNCONFIRMED, GoalStanding.none().value().orElseThrow()).standing()).isEqualTo(ProjectFact.Goal.Standing.NONE);
  }

  @Test
  void aProjectWithoutAGoalHasNone() {
    assertThat(GoalFacts.fact(true, Backing.NOTHING_SAID, GoalStanding.none().value().orElseThrow()).standing()).isEqualTo(ProjectFact.Goal.Standing.NONE);
  }

  @Test
  void anApprovedGoalIsSaidToBeApprovedWithItsForm() {
    ProjectFact.Goal fact = GoalFacts.fact(true, Backing.NOTHING_SAID, GoalStanding.of(FORM, FormState.APPROVED, Optional.empty(), Optional.empty(), TODAY).value().orElseThrow());
    assertThat(fact).isEqualTo(new ProjectFact.Goal(ProjectFact.Goal.Standing.APPROVED, Optional.of(FORM)));
  }

  @Test
  void aReturnedGoalIsOverdueFromTheDayAfterItsLast() {
    assertThat(said(true, FormState.RETURNED, Optional.of(TODAY))).isEqualTo(ProjectFact.Goal.Standing.RETURNED);
    assertThat(said(true, FormState.RETURNED, Optional.of(TODAY.minusDays(1)))).isEqualTo(ProjectFact.Goal.Standing.RETURNED_OVERDUE);
  }

  @Test
  void whatIsUnderReviewOrRejectedIsNoSoundGoal() {
    assertThat(said(true, FormState.FINANCE_FIRST, Optional.empty())).isEqualTo(ProjectFact.Goal.Standing.UNDER_WAY);
    assertThat(said(true, FormState.REJECTED, Optional.empty())).isEqualTo(ProjectFact.Goal.Standing.REJECTED);
  }
}
