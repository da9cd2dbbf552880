package org.jiheng.tenants.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;

/**
 * Tells who comes in with a token and who is turned away with one. A program has no session: it signs in once with each token and in
 * each jurisdiction, and again when it comes from another address, and is remembered until the token expires. Refusals are kept apart: no
 * flood of them makes a sign-in be told again.
 */
@ApplicationScoped
class Programs {

  private static final Logger LOG = Logger.getLogger(Programs.class.getName());

  @Inject
  private Event<SignedIn> signedIn;

  @Inject
  private Event<TurnedAway> turnedAway;

  private final ToldOnce signIns = new ToldOnce(Clock.systemUTC());
  private final Refusals refusals = new Refusals(Clock.systemUTC(), refusal -> turnedAway.fire(refusal));

  /**
   * @param expires when the token does
   * @return false if it could not be put on record; then the program is not let in
   */
  boolean comesIn(Scope scope, String token, Instant expires) {
    try {
      signIns.once(scope.jurisdiction().code() + " " + scope.caller().origin() + " " + digest(token), expires,
          () -> signedIn.fire(new SignedIn(scope, Way.TOKEN)));
      return true;
    } catch (RuntimeException unwritten) {
      LOG.log(Level.SEVERE, unwritten, () -> "a program's sign-in could not be put on record");
      return false;
    }
  }

  void turnsAway(Caller nobody, TurnedAway.Why why) {
    refusals.add(nobody, why);
  }

  private static String digest(String token) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
