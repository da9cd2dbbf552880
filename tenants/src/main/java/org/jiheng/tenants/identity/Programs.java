package org.jiheng.tenants.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;

/**
 * Tells who comes in with a token and who is turned away with one. A program has no session: it signs in once with each token and in
 * each jurisdiction, and again when it comes from another address; being turned away again and again from the same address for the
 * same reason is told once a minute, so that nobody fills the record by knocking.
 */
@ApplicationScoped
class Programs {

  private static final Logger LOG = Logger.getLogger(Programs.class.getName());
  private static final Duration SAME_REFUSAL = Duration.ofMinutes(1);

  /** What is remembered at the most; beyond it everything is forgotten, and told once more. */
  private static final int MOST = 10_000;

  @Inject
  private Event<SignedIn> signedIn;

  @Inject
  private Event<TurnedAway> turnedAway;

  private final Clock clock = Clock.systemUTC();
  private final Map<String, Instant> told = new ConcurrentHashMap<>();

  /**
   * @param expires when the token does
   * @return false if it could not be put on record; then the program is not let in
   */
  boolean comesIn(Scope scope, String token, Instant expires) {
    try {
      once("in " + scope.jurisdiction().code() + " " + scope.caller().origin() + " " + digest(token), expires,
          () -> signedIn.fire(new SignedIn(scope, Way.TOKEN)));
      return true;
    } catch (RuntimeException unwritten) {
      LOG.log(Level.SEVERE, unwritten, () -> "a program's sign-in could not be put on record");
      return false;
    }
  }

  void turnsAway(Caller nobody, String code) {
    once("away " + nobody.id() + " " + nobody.origin() + " " + code, clock.instant().plus(SAME_REFUSAL),
        () -> turnedAway.fire(new TurnedAway(nobody, Way.TOKEN, code)));
  }

  private void once(String what, Instant until, Runnable telling) {
    if (isTold(what)) {
      return;
    }
    // two first requests at once are one
    synchronized (told) {
      if (!isTold(what)) {
        telling.run();
        if (told.size() >= MOST) {
          told.clear();
        }
        told.put(what, until);
      }
    }
  }

  private boolean isTold(String what) {
    Instant until = told.get(what);
    return until != null && clock.instant().isBefore(until);
  }

  private static String digest(String token) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
