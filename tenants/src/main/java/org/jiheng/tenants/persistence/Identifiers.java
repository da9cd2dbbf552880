package org.jiheng.tenants.persistence;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * New identifiers: UUID version 7 (RFC 9562), in the order in which they were made, without asking the database, so that
 * a jurisdiction can move to another cluster.
 */
public final class Identifiers {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final int COUNTER_BITS = 12;
  private static final Clock CLOCK = Clock.systemUTC();

  private static long lastTick;

  private Identifiers() {}

  public static UUID next() {
    long low = RANDOM.nextLong();
    LOCK.lock();
    try {
      // milliseconds and a counter as one number: a busy millisecond borrows from the next, order is kept
      long now = CLOCK.millis() << COUNTER_BITS;
      lastTick = Math.max(now, lastTick + 1);
      long high = (lastTick >>> COUNTER_BITS) << 16 | 0x7000L | (lastTick & 0xFFF);
      return new UUID(high, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    } finally {
      LOCK.unlock();
    }
  }
}
