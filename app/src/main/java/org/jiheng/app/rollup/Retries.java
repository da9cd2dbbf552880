package org.jiheng.app.rollup;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When what keeps failing is tried again: a second after its first failure, then twice as long each time, at most five
 * minutes. Used by one thread at a time.
 */
final class Retries {

  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofMinutes(5);

  private record Failing(Instant since, Duration pause, Instant next) {}

  private final Map<String, Failing> failing = new HashMap<>();

  /** Whether it may be tried now. */
  boolean due(String what, Instant now) {
    Failing one = failing.get(what);
    return one == null || !now.isBefore(one.next());
  }

  /** Writes a failure down; answers whether it is the first since all was well. */
  boolean failed(String what, Instant now) {
    Failing before = failing.get(what);
    Duration pause = before == null ? FIRST : before.pause().multipliedBy(2);
    Duration bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    failing.put(what, new Failing(before == null ? now : before.since(), bounded, now.plus(bounded)));
    return before == null;
  }

  /** All is well; answers since when it had failed, if it had. */
  Optional<Instant> succeeded(String what) {
    return Optional.ofNullable(failing.remove(what)).map(Failing::since);
  }
}
