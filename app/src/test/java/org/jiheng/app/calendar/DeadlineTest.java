package org.jiheng.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Self-evaluations open on 1 March and are due on 31 March (DOMAIN 1.6, 14); overdue is a flag, never a silent lock. */
class DeadlineTest {

  private static final LocalDate DUE = LocalDate.parse("2024-03-31");

  private static final LocalDate NEXT_WORKDAY = LocalDate.parse("2024-04-01");
  private static final Workdays PLAIN = new Workdays(Map.of());

  @ParameterizedTest
  @CsvSource({"2024-04-01, 0", "2024-03-31, 1", "2024-02-29, 32", "2024-04-02, -1", "2023-12-31, 92"})
  void daysAreLeftUntilTheDayItselfInclusive(LocalDate today, long daysLeft) {
    assertThat(Deadline.of(new TaskOfMarch(), PLAIN, today))
        .isEqualTo(new Deadline("SELF_EVALUATION", "2023年度项目支出绩效自评", NEXT_WORKDAY, daysLeft));
  }

  /** 31 March 2024 is a Sunday; where it is worked instead of another day, it stays the last day (DOMAIN 16, Q28). */
  @Test
  void aDateThatIsNoWorkdayMovesToTheNextOneOfTheJurisdiction() {
    assertThat(due(PLAIN)).isEqualTo(NEXT_WORKDAY);
    assertThat(due(new Workdays(Map.of(NEXT_WORKDAY, false)))).isEqualTo("2024-04-02");
    assertThat(due(new Workdays(Map.of(DUE, true)))).isEqualTo(DUE);
  }

  private static LocalDate due(Workdays workdays) {
    return Deadline.of(new TaskOfMarch(), workdays, DUE).due();
  }

  @ParameterizedTest
  @CsvSource({"-1, OVERDUE", "0, SOON", "5, SOON", "6, CALM"})
  void onTheDayItselfNothingIsOverdueAndAWeekBeforeItIsNear(long daysLeft, Urgency urgency) {
    assertThat(item(Optional.of(DUE), daysLeft, 1).urgency()).isEqualTo(urgency);
    assertThat(new Deadline("SELF_EVALUATION", "", DUE, daysLeft).urgency()).isEqualTo(urgency);
    assertThat(item(Optional.empty(), daysLeft, 1).urgency()).isEqualTo(Urgency.NONE);
  }

  @Test
  void theMostUrgentStandsFirstAndWhatIsNeverDueLast() {
    List<WorkItem> urgency = List.of(item(Optional.of(DUE), -3, 9), item(Optional.of(DUE), 0, 1), item(Optional.of(DUE), 0, 2), item(Optional.of(DUE), 5, 1),
        item(Optional.empty(), 0, 1), item(Optional.empty(), 0, 2));
    List<WorkItem> shuffled = new ArrayList<>(urgency);
    Collections.shuffle(shuffled, new Random(31));
    assertThat(shuffled).isNotEqualTo(urgency);
    shuffled.sort(WorkList.URGENCY);
    assertThat(shuffled).isEqualTo(urgency);
  }

  private static WorkItem item(Optional<LocalDate> due, long daysLeft, int since) {
    return new WorkItem(new UUID(daysLeft, since), "SELF_EVALUATION", 2023, "DRAFT", "营养改善计划", "教育局", due, daysLeft, 0, Instant.ofEpochSecond(since));
  }

  private static final class TaskOfMarch extends Task {

    @Override
    public String formType() {
      return "SELF_EVALUATION";
    }

    @Override
    public String title() {
      return "2023年度项目支出绩效自评";
    }

    @Override
    public LocalDate due() {
      return DUE;
    }
  }
}
