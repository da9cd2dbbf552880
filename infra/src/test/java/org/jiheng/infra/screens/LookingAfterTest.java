package org.jiheng.infra.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jiheng.ui.platform.LookingAfter;
import org.junit.jupiter.api.Test;

/** A page that looks for progress by itself keeps nobody signed in who has gone. */
class LookingAfterTest {

  /** An administrator who does nothing is signed out after a quarter of an hour (GB/T 22239-2019). */
  private static final Duration SIGNED_OUT = Duration.ofMinutes(15);

  @Test
  void itEndsLongBeforeAnIdleAdministratorWouldBeSignedOut() {
    LookingAfter looking = new LookingAfter(0);
    Duration lasted = Duration.ZERO;
    while (!looking.isOver()) {
      looking = looking.oneMore();
      lasted = lasted.plusMillis(LookingAfter.MILLISECONDS_BETWEEN_LOOKS);
      assertThat(lasted).isLessThan(SIGNED_OUT.dividedBy(2));
    }
    assertThat(lasted).as("long enough for an onboarding").isGreaterThan(Duration.ofMinutes(1));
  }
}
