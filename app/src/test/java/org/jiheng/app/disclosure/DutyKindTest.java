package org.jiheng.app.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.calendar.Workdays;
import org.jiheng.app.parameter.ParameterSet;
import org.junit.jupiter.api.Test;

/** Until when what was approved is published (DOMAIN 10.1). */
class DutyKindTest {

  private static final LocalDate APPROVED = LocalDate.of(2023, 4, 18);
  private static final Workdays WORKDAYS = new Workdays(Map.of(LocalDate.of(2023, 5, 1), false));

  private static LocalDate due(DutyKind kind, boolean rural, Optional<LocalDate> budget) {
    return kind.due(APPROVED, rural, budget, ParameterSet.STANDARD, WORKDAYS);
  }

  @Test
  void aGoalIsPublishedWithTheBudgetOrWithinTwentyDays_预算法第14条() {
    assertThat(due(DutyKind.APPROVED_GOAL, false, Optional.of(LocalDate.of(2023, 4, 25)))).isEqualTo(LocalDate.of(2023, 4, 25));
    assertThat(due(DutyKind.APPROVED_GOAL, false, Optional.of(LocalDate.of(2023, 2, 1)))).isEqualTo(LocalDate.of(2023, 5, 8));
    assertThat(due(DutyKind.APPROVED_GOAL, false, Optional.empty())).isEqualTo(LocalDate.of(2023, 5, 8));
  }

  @Test
  void anAdjustedGoalIsPublishedWithinTwentyDaysOfItsApproval() {
    assertThat(due(DutyKind.ADJUSTED_GOAL, false, Optional.of(LocalDate.of(2023, 12, 1)))).isEqualTo(LocalDate.of(2023, 5, 8));
  }

  @Test
  void goalsOfRuralFundsAreCountedInWorkdays() {
    assertThat(due(DutyKind.APPROVED_GOAL, true, Optional.empty())).isEqualTo(LocalDate.of(2023, 5, 17));
  }
}
