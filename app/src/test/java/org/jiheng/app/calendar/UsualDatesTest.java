package org.jiheng.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Arrays;
import org.jiheng.app.parameter.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The yearly calendar of a county performance office (DOMAIN 1.6 and 14), as dates of a fiscal year's tasks. */
class UsualDatesTest {

  @ParameterizedTest
  @CsvSource({
      "SELF_EVALUATION, 2023-03-01, 2023-03-31", "DEPARTMENT_EVALUATION, 2023-03-01, 2023-04-30", "KEY_EVALUATION, 2023-05-01, 2023-08-31",
      "MONITORING_1, 2022-05-01, 2022-05-31", "MONITORING_2, 2022-08-01, 2022-08-31", "DEPARTMENT_MONITORING, 2022-07-01, 2022-07-15",
      "DEPARTMENT_GOAL, 2022-02-01, 2022-02-28", "FILING, 2023-10-01, 2023-12-31", "GOAL, 2021-09-01, 2021-11-30"})
  void thePlatformsDatesAreThoseOfTheSeed(TaskKind kind, LocalDate opens, LocalDate due) {
    UsualDates dates = ParameterSet.STANDARD.get(kind.dates());
    assertThat(dates.opens().of(2022)).isEqualTo(opens);
    assertThat(dates.due().of(2022)).isEqualTo(due);
  }

  /** The seed says February, and February has 29 days in leap years. */
  @ParameterizedTest
  @CsvSource({"2022, 2022-02-28", "2023, 2023-02-28", "2024, 2024-02-29", "2028, 2028-02-29", "2100, 2100-02-28"})
  void theGoalsOfDepartmentsAreDueOnTheLastDayOfFebruary(int fiscalYear, LocalDate due) {
    assertThat(ParameterSet.STANDARD.get(TaskKind.DEPARTMENT_GOAL.dates()).due().of(fiscalYear)).isEqualTo(due);
  }

  /** DOMAIN 16, Q1: May and August are the months of filing; the data go to the end of the month before. */
  @Test
  void theDataOfAMonitoringNodeEndWithTheMonthBefore() {
    assertThat(ParameterSet.STANDARD.get(TaskKind.MONITORING_1.dates()).cutOff().orElseThrow().of(2023)).isEqualTo("2023-04-30");
    assertThat(ParameterSet.STANDARD.get(TaskKind.MONITORING_2.dates()).cutOff().orElseThrow().of(2023)).isEqualTo("2023-07-31");
  }

  @Test
  void everyKindHasDatesAndItsNameFitsItsColumn() {
    assertThat(TaskKind.values()).allSatisfy(kind -> assertThat(ParameterSet.STANDARD.get(kind.dates())).isNotNull());
    assertThat(Arrays.stream(TaskKind.values()).map(Enum::name)).allMatch(name -> name.length() <= 30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0-05-01", "0-13-01/0-12-31", "0-06-01/0-05-31", "0-05-01/0-05-31/0-04-30/0-01-01", "2023-05-01/2023-05-31"})
  void whatIsWrittenOtherwiseIsNoDates(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> UsualDates.parse(text));
  }
}
