package org.jiheng.tenants.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Signs out whoever does nothing: administrators after 15 minutes, everybody else after 30 (GB/T 22239-2019; DOMAIN 12). An open
 * page that only says it is still there does nothing. The session at the identity provider ends with ours, because it would sign
 * the person in again without a question; the provider knows one limit for everybody.
 */
@ApplicationScoped
public class Idleness {

  static final Duration ADMINISTRATORS = Duration.ofMinutes(15);
  static final Duration OTHERS = Duration.ofMinutes(30);

  /** Session attribute: when the person last did something. */
  static final String SESSION_ACTED = "org.jiheng.acted";

  private static final Logger LOG = Logger.getLogger(Idleness.class.getName());

  private final Clock clock = Clock.systemUTC();

  @Inject
  private Accounts accounts;

  static Duration limit(Scope scope) {
    return scope.caller().holdsAny(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN) ? ADMINISTRATORS : OTHERS;
  }

  /** Whether the request shows that somebody is there: not the heartbeat of an open page, not its waiting for news. */
  static boolean shows(HttpServletRequest request) {
    String kind = request.getParameter("v-r");
    return kind == null || !kind.equals("heartbeat") && !kind.equals("push");
  }

  /** Whether the person has done nothing for too long; if not, and if the request shows it, that somebody is there now. */
  boolean tooLong(HttpServletRequest request, HttpSession session, Scope scope) {
    Instant now = clock.instant();
    if (session.getAttribute(SESSION_ACTED) instanceof Instant acted && acted.plus(limit(scope)).isBefore(now)) {
      return true;
    }
    if (shows(request) || session.getAttribute(SESSION_ACTED) == null) {
      session.setAttribute(SESSION_ACTED, now);
    }
    return false;
  }

  /** Ends the session here and at the provider. */
  void end(HttpSession session) {
    BrowserSessions.sidOf(session).ifPresent(sid -> {
      try {
        accounts.endSession(sid);
      } catch (IdentityUnavailableException silent) {
        LOG.log(Level.WARNING, "an idle session could not be ended at the identity provider: {0}", silent.getMessage());
      }
    });
    try {
      session.invalidate();
    } catch (IllegalStateException endedByTheProviderMeanwhile) {
      // it tells every application, this one too
    }
  }
}
