package org.jiheng.tenants.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells a thing once for as long as it lasts. Two first ones at once are one: the second waits for the first, and nobody waits for
 * another thing. What has lasted is forgotten within a minute or so, and nothing before.
 */
final class ToldOnce {

  private static final Duration SWEEP = Duration.ofMinutes(1);

  /** One thing; its lock is held while it is told. */
  private static final class Told {

    /** Null until it is told. */
    private volatile Instant until;

    private boolean lasts(Instant now) {
      return until != null && now.isBefore(until);
    }
  }

  private final Clock clock;
  private final Map<String, Told> known = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

  ToldOnce(Clock clock) {
    this.clock = clock;
  }

  /** @throws RuntimeException what the telling threw; then it is not told, and the next one tells it */
  void once(String what, Instant until, Runnable telling) {
    sweep();
    Told one = known.computeIfAbsent(what, _ -> new Told());
    if (one.lasts(clock.instant())) {
      return;
    }
    synchronized (one) {
      if (one.lasts(clock.instant())) {
        return;
      }
      boolean told = false;
      try {
        telling.run();
        one.until = until;
        told = true;
      } finally {
        if (!told) {
          known.remove(what, one);
        }
      }
    }
  }

  boolean isTold(String what) {
    Told one = known.get(what);
    return one != null && one.lasts(clock.instant());
  }

  int size() {
    return known.size();
  }

  private void sweep() {
    Instant now = clock.instant();
    Instant before = swept.get();
    if (now.isAfter(before.plus(SWEEP)) && swept.compareAndSet(before, now)) {
      known.values().removeIf(one -> one.until != null && !one.lasts(now));
    }
  }
}
