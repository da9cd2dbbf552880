package org.jiheng.app.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A county whose figures cannot be computed costs neither the others' time nor the log's readers. */
class RetriesTest {

  private static final Instant BEGIN = Instant.parse("2023-04-18T02:00:00Z");

  private final Retries retries = new Retries();

  @Test
  void whatNeverFailedIsAlwaysDue() {
    assertThat(retries.due("653001", BEGIN)).isTrue();
    assertThat(retries.succeeded("653001")).isEmpty();
  }

  @Test
  void thePauseDoublesUpToFiveMinutesAndOnlyTheFirstFailureIsToldOf() {
    Instant now = BEGIN;
    Duration pause = Retries.FIRST;
    for (int failure = 0; failure < 15; failure++) {
      assertThat(retries.failed("653001", now)).isEqualTo(failure == 0);
      assertThat(retries.due("653001", now.plus(pause).minusMillis(1))).isFalse();
      now = now.plus(pause);
      assertThat(retries.due("653001", now)).isTrue();
      pause = pause.multipliedBy(2).compareTo(Retries.LONGEST) > 0 ? Retries.LONGEST : pause.multipliedBy(2);
    }
    assertThat(pause).isEqualTo(Duration.ofMinutes(5));
    assertThat(retries.due("653022", BEGIN)).as("another county").isTrue();
  }

  @Test
  void whenItIsWellAgainItIsToldSinceWhenItWasNotAndBeginsAnew() {
    retries.failed("653001", BEGIN);
    retries.failed("653001", BEGIN.plusSeconds(1));
    assertThat(retries.succeeded("653001")).contains(BEGIN);
    assertThat(retries.due("653001", BEGIN)).isTrue();
    assertThat(retries.failed("653001", BEGIN.plusSeconds(9))).isTrue();
  }
}
