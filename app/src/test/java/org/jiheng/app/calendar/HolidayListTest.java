package org.jiheng.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A jurisdiction's workdays are national holidays with their worked weekends, and local ones (DOMAIN 14, calendar.workdays; Q28). */
class HolidayListTest {

  private static final Workdays KNOWN = new Workdays(HolidayList.knownYears().stream().flatMap(year -> HolidayList.known(year).stream())
      .collect(Collectors.toMap(SpecialDay::day, SpecialDay::working)));

  @ParameterizedTest
  @CsvSource({
      // 春节 2023: off from 21 to 27 January, worked on Saturday the 28th and Sunday the 29th
      "2023-01-21, 2023-01-28", "2023-01-28, 2023-01-28", "2023-01-29, 2023-01-29",
      // 30 April 2023 is a Sunday before 劳动节
      "2023-04-30, 2023-05-04",
      // 肉孜节 and the worked Sunday after it
      "2023-04-21, 2023-04-23",
      // 古尔邦节
      "2023-06-28, 2023-07-03", "2024-06-16, 2024-06-19",
      // 春节 2024: off from 10 to 17 February, worked on Sunday the 4th and Sunday the 18th
      "2024-02-10, 2024-02-18", "2024-02-04, 2024-02-04",
      "2023-10-01, 2023-10-07", "2024-03-31, 2024-04-01"})
  void aDateOnAHolidayMovesToTheNextWorkday(LocalDate issued, LocalDate due) {
    assertThat(KNOWN.onOrAfter(issued)).isEqualTo(due);
  }

  @Test
  void theHouseKnowsTwoWholeYears() {
    assertThat(HolidayList.knownYears()).contains(2023, 2024);
    assertThat(HolidayList.known(2023)).filteredOn(SpecialDay::working).as("worked weekends").hasSize(7);
    assertThat(HolidayList.known(2024)).filteredOn(SpecialDay::working).hasSize(8);
    assertThat(HolidayList.known(2024)).extracting(SpecialDay::name).contains("古尔邦节", "肉孜节", "春节调休");
  }

  @Test
  void aListIsReadAsItIsPasted() {
    HolidayList read = HolidayList.read("日期\t名称\t安排\n2025年1月1日\t元旦\n\n2025/1/28 至 2025/2/4,春节,放假\n2025.1.26;春节调休;班\n");
    assertThat(read.problems()).isEmpty();
    assertThat(read.days()).hasSize(10).contains(new SpecialDay(LocalDate.parse("2025-01-01"), "元旦", false),
        new SpecialDay(LocalDate.parse("2025-01-26"), "春节调休", true), new SpecialDay(LocalDate.parse("2025-02-04"), "春节", false));
  }

  /** A worked weekend that is entered as a holiday as well would move dates one way or the other, by the order of lines. */
  @Test
  void aDayIsNotOffAndWorkedAtOnceAndTheSameTwiceIsOnce() {
    HolidayList read = HolidayList.read("2025-01-26,春节调休,班\n2025-01-26,春节,休\n2025-01-28,除夕,休\n2025-01-28,春节,休");
    assertThat(read.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.code()).isEqualTo("holiday-off-and-worked");
      assertThat(problem.inputs()).isEqualTo(Map.of("line", "2", "day", "2025-01-26"));
    });
    assertThat(read.days()).containsExactly(new SpecialDay(LocalDate.parse("2025-01-26"), "春节调休", true),
        new SpecialDay(LocalDate.parse("2025-01-28"), "春节", false));
  }

  @Test
  void onlyAWeekendDayIsWorkedInstead() {
    assertThat(HolidayList.read("2025-01-27,春节调休,班").problems()).singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("holiday-worked-anyway"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-02-30,春节,休", "2025-01-01", "2025-01-01,,休", "2025-02-04 至 2025-01-28,春节,休", "2025-01-01,元旦,也许",
      "2025-01-01 至 2025-12-31,全年,休"})
  void whatCannotBeReadIsNamedAndTheOtherLinesAreKept(String line) {
    HolidayList read = HolidayList.read("2025-01-01,元旦,休\n" + line);
    assertThat(read.days()).hasSize(1);
    assertThat(read.problems()).singleElement().satisfies(problem ->
        assertThat(problem.inputs()).isEqualTo(Map.of("line", "2", "text", line)));
  }
}
