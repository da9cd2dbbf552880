package org.jiheng.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.scope.Caller;
import org.junit.jupiter.api.Test;

/** Overdue is a flag and never a silent lock; late submission needs the performance office to reopen (DOMAIN 1.3). */
class LatenessTest {

  private static final LocalDate UNTIL = LocalDate.parse("2023-05-12");
  private static final FormOf FORM = new FormOf(new UUID(1, 1), "SELF_EVALUATION", 2022, "101001");
  private static final FormOf NEIGHBOUR = new FormOf(new UUID(1, 2), "SELF_EVALUATION", 2022, "101002");

  private static Optional<Lateness> on(String today) {
    return Lateness.of(Optional.of(Deadline.of(IssuedTask.forAll("2023-04-28"), new Workdays(Map.of()), LocalDate.parse(today))));
  }

  private static Reopening reopening(String unit, Optional<UUID> form) {
    return new Reopening("SELF_EVALUATION", 2022, unit, form, UNTIL, "单位补充材料", Caller.worker("office"), Instant.EPOCH);
  }

  @Test
  void onTheLastDayNothingIsLateAndTheDayAfterItIs() {
    assertThat(on("2023-04-28")).isEmpty();
    assertThat(on("2023-04-29").orElseThrow()).satisfies(late -> {
      assertThat(late.daysLate()).isEqualTo(1);
      assertThat(late.maySend()).isFalse();
    });
    assertThat(Lateness.of(Optional.empty())).as("without a task there is no date").isEmpty();
  }

  @Test
  void aReopenedFormMayBeSentAndItsNeighbourMayNot() {
    List<Reopening> reopened = List.of(reopening("101001", Optional.of(FORM.id())));
    assertThat(on("2023-05-10").orElseThrow().reopenedBy(reopened, FORM).reopenedUntil()).contains(UNTIL);
    assertThat(on("2023-05-10").orElseThrow().reopenedBy(reopened, NEIGHBOUR).maySend()).isFalse();
  }

  @Test
  void aReopenedUnitMaySendAllItsFormsAndThoseBelowIt() {
    List<Reopening> department = List.of(reopening("101", Optional.empty()));
    assertThat(on("2023-05-10").orElseThrow().reopenedBy(department, FORM).maySend()).isTrue();
    assertThat(on("2023-05-10").orElseThrow().reopenedBy(department, NEIGHBOUR).maySend()).isTrue();
    assertThat(on("2023-05-10").orElseThrow().reopenedBy(List.of(reopening("102", Optional.empty())), FORM).maySend()).isFalse();
  }

  @Test
  void aReopeningOfAnotherKindOrYearOpensNothing() {
    assertThat(reopening("101", Optional.empty()).opens(new FormOf(FORM.id(), "GOAL", 2022, "101001"))).isFalse();
    assertThat(reopening("101", Optional.empty()).opens(new FormOf(FORM.id(), "SELF_EVALUATION", 2021, "101001"))).isFalse();
  }
}
