package org.jiheng.app.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The business date decides deadlines; the server's time is written beside what is done. */
class BusinessClockTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Test
  void withoutABusinessDateItIsTheServersDay() {
    BusinessClock clock = new BusinessClock(new Hand("2026-03-31T15:59:59Z"), Optional.empty());
    assertThat(clock.today()).as("23:59 in the jurisdiction").isEqualTo("2026-03-31");
  }

  @Test
  void aBusinessDateThatWasSetGoesOnDayByDay() {
    Hand server = new Hand("2026-07-01T02:00:00Z");
    BusinessClock clock = new BusinessClock(server, Optional.of(LocalDate.parse("2024-02-28")));
    assertThat(clock.today()).isEqualTo("2024-02-28");
    server.forward(Duration.ofDays(1));
    assertThat(clock.today()).as("a leap year").isEqualTo("2024-02-29");
    server.forward(Duration.ofDays(1));
    assertThat(clock.today()).isEqualTo("2024-03-01");
  }

  @Test
  void whatIsDoneIsWrittenDownInTheServersTimeWhateverTheBusinessDate() {
    BusinessClock clock = new BusinessClock(new Hand("2026-07-01T02:00:00.123456789Z"), Optional.of(LocalDate.parse("2024-02-28")));
    assertThat(clock.now()).as("whole microseconds, as the database keeps it").isEqualTo(Instant.parse("2026-07-01T02:00:00.123456Z"));
  }

  /** A clock whose hand the test moves. */
  private static final class Hand extends Clock {

    private Instant at;

    Hand(String at) {
      this.at = Instant.parse(at);
    }

    void forward(Duration by) {
      at = at.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return SHANGHAI;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return at;
    }
  }
}
