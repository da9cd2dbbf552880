package org.jiheng.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(PLAIN.onOrAfter(day("2024-06-14"))).isEqualTo("2024-06-14");
    assertThat(PLAIN.onOrAfter(day("2024-06-15"))).isEqualTo("2024-06-17");
  }

  /** 2024: 春节 10 to 17 February, worked on Sunday the 4th and Sunday the 18th. */
  @Test
  void holidaysAreSkippedAndWorkedWeekendsCount() {
    Workdays workdays = new Workdays(Map.of(day("2024-02-04"), true, day("2024-02-18"), true, day("2024-02-12"), false, day("2024-02-13"), false,
        day("2024-02-14"), false, day("2024-02-15"), false, day("2024-02-16"), false));
    assertThat(workdays.isWorkday(day("2024-02-04"))).isTrue();
    assertThat(workdays.onOrAfter(day("2024-02-03"))).isEqualTo("2024-02-04");
    assertThat(workdays.onOrAfter(day("2024-02-10"))).isEqualTo("2024-02-18");
  }

  @Test
  void aLocalHolidayIsAHolidayOnlyWhereItIsSet() {
    Workdays kizilsu = new Workdays(Map.of(day("2024-06-17"), false));
    assertThat(kizilsu.onOrAfter(day("2024-06-15"))).isEqualTo("2024-06-18");
    assertThat(PLAIN.onOrAfter(day("2024-06-15"))).isEqualTo("2024-06-17");
  }

  @Test
  void theNextWorkdayMayLieInTheNextYear() {
    Workdays workdays = new Workdays(Map.of(day("2025-01-01"), false));
    assertThat(workdays.onOrAfter(day("2025-01-01"))).isEqualTo("2025-01-02");
    assertThat(PLAIN.onOrAfter(day("2023-12-30"))).isEqualTo("2024-01-01");
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
