package org.jiheng.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.calendar.IssuedTask;
import org.jiheng.app.calendar.Lateness;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.Workdays;
import org.junit.jupiter.api.Test;

/** How far units are with a task: a unit is done when everything it owes was sent in. */
class TallyTest {

  private static final Task TASK = IssuedTask.forAll("2023-04-28");
  private static final Deadline OVER = Deadline.of(TASK, new Workdays(Map.of()), LocalDate.parse("2023-05-01"));

  private static Owed owed(String unit, Owed.Standing standing) {
    return new Owed(TASK, OVER, unit, unit + standing, Optional.empty(), standing,
        Lateness.of(Optional.of(OVER)).filter(_ -> standing == Owed.Standing.NOT_SENT));
  }

  @Test
  void aReturnedFormCountsAsSentAndOneMissingFormLeavesTheUnitUndone() {
    List<Tally.OfUnit> units = Tally.byUnit(List.of(owed("102001", Owed.Standing.NOT_SENT), owed("101001", Owed.Standing.SENT),
        owed("101001", Owed.Standing.RETURNED), owed("102001", Owed.Standing.APPROVED)));
    assertThat(units).extracting(Tally.OfUnit::unit).containsExactly("101001", "102001");
    assertThat(units).extracting(Tally.OfUnit::done).containsExactly(true, false);
    assertThat(units.getLast().missing()).extracting(Owed::title).containsExactly("102001NOT_SENT");
    assertThat(Tally.of(units)).isEqualTo(new Tally(2, 1, 4, 3, 1, 1));
  }

  @Test
  void withoutAnythingOwedNothingIsMissing() {
    assertThat(Tally.of(Tally.byUnit(List.of()))).isEqualTo(new Tally(0, 0, 0, 0, 0, 0));
  }
}
