package org.jiheng.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.ParameterWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units are reminded before a date and after it (DOMAIN 1.3), once of each mark however often somebody looks. */
class MarksTest {

  @ParameterizedTest
  @CsvSource({"8, ''", "7, -7", "5, -7", "3, -3", "2, -3", "1, -1", "0, -1", "-1, +1", "-2, +2", "-3, +2", "-30, +16", "-59, +32", "-900, +32"})
  void theMarkThatWasPassedLastIsTold(long daysLeft, String mark) {
    assertThat(new Marks(List.of(1, 3, 7), 1).passed(daysLeft).orElse("")).isEqualTo(mark);
  }

  @ParameterizedTest
  @CsvSource({"-1, +1", "-5, +1", "-6, +6", "-15, +6", "-16, +16", "-36, +36", "-800, +36"})
  void whatIsOverIsToldAtDistancesThatDoubleUntilNothingNewIsSaid(long daysLeft, String mark) {
    assertThat(new Marks(List.of(7), 5).passed(daysLeft)).contains(mark);
  }

  @Test
  void whatIsOverForYearsIsToldAFewTimesInAll() {
    assertThat(LongStream.rangeClosed(1, 2000).mapToObj(late -> new Marks(List.of(7), 1).passed(-late).orElseThrow()).distinct())
        .containsExactly("+1", "+2", "+4", "+8", "+16", "+32");
  }

  private static <T> T stored(ParameterKey<T> key, String value) {
    return new ParameterSet(Map.of(key.name(), new ParameterSet.Setting(value, ParameterSet.Origin.JURISDICTION))).get(key);
  }

  /** The field says 1 to 60; what was let in before it did stops no reminders. */
  @Test
  void whatIsStoredBeyondTheBoundsCountsAsTheBound() {
    assertThat(stored(Marks.BEFORE, "999, 90, 7")).containsExactly(7, 60);
    assertThat(stored(Marks.EVERY, "365")).isEqualTo(60);
    for (Parameter parameter : new TaskParameterSource().parameters()) {
      assertThat(parameter.readable(String.valueOf(Marks.FARTHEST))).as(parameter.name()).isTrue();
      assertThat(parameter.readable(String.valueOf(Marks.FARTHEST + 1))).as(parameter.name()).isFalse();
      assertThat(ParameterWords.form(Words.chinese(), parameter)).contains(" " + Marks.FARTHEST + " ");
    }
  }
}
