package org.jiheng.tenants.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.openid.IdentityToken;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;

/**
 * Which browser session belongs to which session at the identity provider, so that the provider can end it; and for whom a
 * session was begun, so that its beginning and its end are told once.
 */
@ApplicationScoped
public class BrowserSessions {

  /** As the realm has it: nobody stays signed in for longer, whatever they do. */
  public static final Duration LONGEST = Duration.ofHours(10);

  private static final String SESSION_SID = "org.jiheng.sid";
  private static final String SESSION_SIGNED_IN = "org.jiheng.signedIn";
  private static final String SESSION_TURNED_AWAY = "org.jiheng.turnedAway";
  private static final String SESSION_END = "org.jiheng.end";

  @Inject
  private Event<SignedIn> signedIn;

  @Inject
  private Event<SignedOut> signedOut;

  @Inject
  private Event<TurnedAway> turnedAway;

  private final Map<String, HttpSession> bySid = new ConcurrentHashMap<>();

  void remember(IdentityToken token, HttpSession session) {
    if (token != null && token.getClaims().get("sid") instanceof String sid && session.getAttribute(SESSION_SID) == null) {
      session.setAttribute(SESSION_SID, sid);
      bySid.put(sid, session);
    }
  }

  /**
   * Somebody is at work in this session: tells it the first time, and again when the session goes on in another jurisdiction.
   *
   * @throws RuntimeException if whoever has to know could not be told; then the person is not signed in
   */
  void atWork(HttpSession session, Scope scope) {
    if (isAtWork(session, scope)) {
      return;
    }
    // two first requests at once are one sign-in
    synchronized (signedIn) {
      if (!isAtWork(session, scope)) {
        signedIn.fire(new SignedIn(scope, Way.SESSION));
        session.setAttribute(SESSION_SIGNED_IN, scope);
      }
    }
  }

  private static boolean isAtWork(HttpSession session, Scope scope) {
    return session.getAttribute(SESSION_SIGNED_IN) instanceof Scope known && known.samePerson(scope);
  }

  /** Somebody holds nothing today: tells it once a session. */
  void turnsAway(HttpSession session, Caller nobody) {
    if (session.getAttribute(SESSION_TURNED_AWAY) == null) {
      session.setAttribute(SESSION_TURNED_AWAY, Boolean.TRUE);
      turnedAway.fire(new TurnedAway(nobody, Way.SESSION, TurnedAway.Why.NO_MEMBERSHIP));
    }
  }

  /** The session is about to be ended in this way. */
  void ends(HttpSession session, SignedOut.How how) {
    session.setAttribute(SESSION_END, how);
  }

  void forget(HttpSession session) {
    if (session.getAttribute(SESSION_SIGNED_IN) instanceof Scope scope) {
      signedOut.fire(new SignedOut(scope, session.getAttribute(SESSION_END) instanceof SignedOut.How how ? how : SignedOut.How.EXPIRED));
    }
    sidOf(session).ifPresent(sid -> bySid.remove(sid, session));
  }

  /** The provider's session behind a browser's. */
  static Optional<String> sidOf(HttpSession session) {
    return Optional.ofNullable((String) session.getAttribute(SESSION_SID));
  }

  /** Ends the browser session of this provider session; false if there is none here (any more). */
  boolean end(String sid) {
    HttpSession session = bySid.remove(sid);
    return session != null && end(session, SignedOut.How.ENDED_BY_PROVIDER);
  }

  /** Ends the browser session in this way; false if it was gone already. */
  boolean end(HttpSession session, SignedOut.How how) {
    try {
      ends(session, how);
      session.invalidate();
      return true;
    } catch (IllegalStateException alreadyGone) {
      return false;
    }
  }
}
