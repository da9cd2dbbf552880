package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what somebody else is about to do. */
public final class Waiting {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Waiting() {}

  public static void until(String what, BooleanSupplier done) {
    until(what, PATIENCE, done);
  }

  public static void until(String what, Duration patience, BooleanSupplier done) {
    Instant end = Instant.now().plus(patience);
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }
}
