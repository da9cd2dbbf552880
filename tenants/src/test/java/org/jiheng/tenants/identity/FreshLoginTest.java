package org.jiheng.tenants.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreshLoginTest {

  private static final Instant NOW = Instant.parse("2023-04-18T02:00:00Z");
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private static boolean fresh(Instant proved) {
    return FreshLogin.isFresh(Optional.of(proved), NOW, FIVE_MINUTES);
  }

  @Test
  void aLoginIsFreshForFiveMinutesAndNoLonger() {
    assertThat(fresh(NOW)).isTrue();
    assertThat(fresh(NOW.minus(FIVE_MINUTES))).isTrue();
    assertThat(fresh(NOW.minus(FIVE_MINUTES).minusSeconds(1))).isFalse();
  }

  @Test
  void withoutAProofOrWithOneFromTheFutureNothingIsFresh() {
    assertThat(FreshLogin.isFresh(Optional.empty(), NOW, FIVE_MINUTES)).isFalse();
    assertThat(fresh(NOW.plusSeconds(4))).as("clocks differ a little").isTrue();
    assertThat(fresh(NOW.plusSeconds(60))).isFalse();
  }

  @Test
  void theWayBackIsPartOfTheAddress() {
    assertThat(FreshLogin.addressBackTo("/people/1?act=RESET_FIRST_FACTOR")).isEqualTo("/login?fresh&to=%2Fpeople%2F1%3Fact%3DRESET_FIRST_FACTOR");
  }
}
