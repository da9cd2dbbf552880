package org.jiheng.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs into a cell is read to one text, or said to be wrong; an emptied cell is empty, whatever belongs into it. */
class CellKindTest {

  private static final CellKind DAY = new CellKind.Day();
  private static final CellKind CHOICE = new CellKind.Choice("achievement.", List.of("REACHED", "PARTLY"));

  @Test
  void anEmptiedCellIsEmptyWhateverBelongsIntoIt() {
    for (CellKind kind : List.of(new CellKind.Text(3), new CellKind.Amount(), new CellKind.Points(), DAY, CHOICE)) {
      assertThat(kind.read(" \r\n", Money.In.WAN).value()).contains("");
    }
  }

  @ParameterizedTest
  @CsvSource({"2023-05-31", "2023/5/31", "2023.5.31", "2023年5月31日", "2023年05月31"})
  void aDayIsKeptInOneWayHoweverItIsWritten(String typed) {
    assertThat(DAY.read(typed, Money.In.WAN).value()).contains("2023-05-31");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-02-29", "2023年5月", "五月底", "20230531"})
  void whatIsNoDayIsSaid(String typed) {
    assertThat(DAY.read(typed, Money.In.WAN).problem()).contains(new Problem("day.unreadable", Map.of("typed", typed)));
  }

  @Test
  void whatIsChosenIsOneOfTheChoices() {
    assertThat(CHOICE.read("PARTLY", Money.In.WAN).value()).contains("PARTLY");
    assertThat(CHOICE.read("partly", Money.In.WAN).problem()).contains(new Problem("choice.unknown", Map.of("typed", "partly")));
  }
}
