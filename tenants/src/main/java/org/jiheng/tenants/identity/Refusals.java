package org.jiheng.tenants.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jiheng.tenants.identity.TurnedAway.Why;
import org.jiheng.tenants.scope.Caller;

/**
 * Who is turned away, told so that nobody fills the record by knocking: the same caller from the same address for the same reason once
 * a minute, and of all whom nobody vouches for together no more than so many a minute. That there were more is told once, too.
 */
final class Refusals {

  /** Entries a minute of callers whom nobody vouches for, of whatever addresses. */
  static final int MOST_UNKNOWN = 60;

  private static final Duration SAME = Duration.ofMinutes(1);

  private final Clock clock;
  private final Consumer<TurnedAway> telling;
  private final ToldOnce told;
  private Instant minute = Instant.EPOCH;
  private int unknown;

  Refusals(Clock clock, Consumer<TurnedAway> telling) {
    this.clock = clock;
    this.telling = telling;
    this.told = new ToldOnce(clock);
  }

  void add(Caller nobody, Why why) {
    String what = nobody.id() + " " + nobody.origin() + " " + why;
    if (told.isTold(what)) {
      return;
    }
    Instant until = clock.instant().plus(SAME);
    if (!nobody.equals(Caller.unknown(nobody.origin())) || isRoom()) {
      told.once(what, until, () -> telling.accept(new TurnedAway(nobody, Way.TOKEN, why)));
    } else {
      told.once(Why.TOO_MANY_UNKNOWN.name(), until, () -> telling.accept(new TurnedAway(nobody, Way.TOKEN, Why.TOO_MANY_UNKNOWN)));
    }
  }

  private synchronized boolean isRoom() {
    Instant now = clock.instant();
    if (!now.isBefore(minute.plus(SAME))) {
      minute = now;
      unknown = 0;
    }
    if (unknown >= MOST_UNKNOWN) {
      return false;
    }
    unknown++;
    return true;
  }
}
