package org.jiheng.app.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The two times of the house: the business date, which decides deadlines and which a demonstration or a test may set, and
 * the server's time, which is written beside everything that is done.
 */
public class BusinessClock {

  private final Clock server;
  private final Optional<LocalDate> businessStart;
  private final LocalDate serverStart;

  /**
   * @param server time and time zone of the server
   * @param businessStart the business date of the moment this clock is made; it goes on from there day by day with the
   *     server's; empty: the server's own date
   */
  public BusinessClock(Clock server, Optional<LocalDate> businessStart) {
    this.server = server;
    this.businessStart = businessStart;
    this.serverStart = LocalDate.now(server);
  }

  /** For the container's proxy only. */
  protected BusinessClock() {
    this(Clock.systemDefaultZone(), Optional.empty());
  }

  public LocalDate today() {
    LocalDate serverToday = LocalDate.now(server);
    return businessStart.map(start -> start.plusDays(ChronoUnit.DAYS.between(serverStart, serverToday))).orElse(serverToday);
  }

  /** The same as a clock, for what tells days by one: its date is the business date, its time of day the server's. */
  public Clock asClock() {
    return Clock.offset(server, Duration.ofDays(businessStart.map(start -> ChronoUnit.DAYS.between(serverStart, start)).orElse(0L)));
  }

  /** Server time, in whole microseconds, as the database keeps it. */
  public Instant now() {
    return server.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
