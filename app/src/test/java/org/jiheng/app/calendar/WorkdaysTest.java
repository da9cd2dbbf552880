package org.jiheng.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** National holidays, worked weekends and local holidays such as 古尔邦节 (DOMAIN 14, calendar.workdays). */
class WorkdaysTest {

  private static final Workdays PLAIN = new Workdays(Map.of());

  @Test
  void withoutExceptionsItIsMondayToFriday() {
    assertThat(PLAIN.isWorkday(day("2024-06-14"))).as("a Friday").isTrue();
    assertThat(PLAIN.isWorkday(day("2024-06-15"))).isFalse();
    assertThat(PLAIN.isWorkday(day("2024-06-16"))).isFalse();
    assertThat(PLAIN.after(day("2024-06-14"), 1)).isEqualTo("2024-06-17");
    assertThat(PLAIN.after(day("2024-06-15"), 1)).as("from a Saturday on").isEqualTo("2024-06-17");
    assertThat(PLAIN.after(day("2024-06-14"), 10)).isEqualTo("2024-06-28");
  }

  /** 2024: 春节 10 to 17 February, worked on Sunday the 4th and Sunday the 18th. */
  @Test
  void holidaysAreSkippedAndWorkedWeekendsCount() {
    Workdays workdays = new Workdays(Map.of(day("2024-02-04"), true, day("2024-02-18"), true, day("2024-02-12"), false, day("2024-02-13"), false,
        day("2024-02-14"), false, day("2024-02-15"), false, day("2024-02-16"), false));
    assertThat(workdays.isWorkday(day("2024-02-04"))).isTrue();
    assertThat(workdays.after(day("2024-02-02"), 1)).isEqualTo("2024-02-04");
    assertThat(workdays.after(day("2024-02-09"), 1)).isEqualTo("2024-02-18");
    assertThat(workdays.after(day("2024-02-09"), 2)).isEqualTo("2024-02-19");
  }

  @Test
  void aLocalHolidayIsAHolidayOnlyWhereItIsSet() {
    Workdays kizilsu = new Workdays(Map.of(day("2024-06-17"), false));
    assertThat(kizilsu.after(day("2024-06-14"), 1)).isEqualTo("2024-06-18");
    assertThat(PLAIN.after(day("2024-06-14"), 1)).isEqualTo("2024-06-17");
  }

  @Test
  void daysAreCountedOverTheYearsEnd() {
    Workdays workdays = new Workdays(Map.of(day("2025-01-01"), false));
    assertThat(workdays.after(day("2024-12-30"), 5)).isEqualTo("2025-01-07");
  }

  @Test
  void noDaysLaterIsTheSameDayAndBackwardsIsNotCounted() {
    assertThat(PLAIN.after(day("2024-06-15"), 0)).isEqualTo("2024-06-15");
    assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.after(day("2024-06-15"), -1));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
