package org.jiheng.app.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.jiheng.app.agency.UnitFollower.Following;
import org.junit.jupiter.api.Test;

/** What is of the year of a change and of later ones goes over to the successor; what is older stays under the old code (DOMAIN Q23). */
class UnitFollowerTest {

  private static final LocalDate IN_THE_YEAR = LocalDate.of(2023, 12, 31);

  @Test
  void theYearOfTheChangeGoesOverFromItsFirstToItsLastDay() {
    assertThat(UnitFollower.goesOver(2023, IN_THE_YEAR)).isTrue();
    assertThat(UnitFollower.goesOver(2023, LocalDate.of(2023, 1, 1))).isTrue();
    assertThat(UnitFollower.goesOver(2024, IN_THE_YEAR)).isTrue();
    assertThat(UnitFollower.goesOver(2022, IN_THE_YEAR)).isFalse();
    assertThat(UnitFollower.firstYear(IN_THE_YEAR)).isEqualTo(2023);
  }

  @Test
  void whatGoesAndWhatStaysIsCounted() {
    assertThat(Following.of("TASK", IntStream.of(2021, 2022, 2023, 2023, 2024), IN_THE_YEAR)).isEqualTo(new Following("TASK", 3, 2));
    assertThat(Following.of("TASK", IntStream.empty(), IN_THE_YEAR)).isEqualTo(new Following("TASK", 0, 0));
  }
}
