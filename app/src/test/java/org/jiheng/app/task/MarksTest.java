package org.jiheng.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units are reminded before a date and after it (DOMAIN 1.3), once of each mark however often somebody looks. */
class MarksTest {

  @ParameterizedTest
  @CsvSource({"8, ''", "7, -7", "5, -7", "3, -3", "2, -3", "1, -1", "0, -1", "-1, +1", "-2, +2", "-30, +30"})
  void theMarkThatWasPassedLastIsTold(long daysLeft, String mark) {
    assertThat(new Marks(List.of(1, 3, 7), 1).passed(daysLeft).orElse("")).isEqualTo(mark);
  }

  @ParameterizedTest
  @CsvSource({"-1, +1", "-4, +1", "-5, +1", "-6, +6", "-10, +6", "-11, +11"})
  void whatIsOverIsToldEverySoManyDays(long daysLeft, String mark) {
    assertThat(new Marks(List.of(7), 5).passed(daysLeft)).contains(mark);
  }
}
