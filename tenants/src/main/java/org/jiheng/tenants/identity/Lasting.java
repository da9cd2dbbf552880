package org.jiheng.tenants.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.security.enterprise.identitystore.openid.RefreshToken;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a browser session goes on: for as long as the identity provider's does, which is asked whenever a token is over, and never
 * longer than {@link BrowserSessions#LONGEST}. A provider that does not answer ends nobody's work: who is inside stays inside, within
 * that limit and the one of {@link Idleness}, and is asked about again a little later. One request asks, the others go on meanwhile.
 */
@ApplicationScoped
class Lasting {

  /** Session attribute: when somebody was first seen in it. */
  static final String SESSION_BEGAN = "org.jiheng.began";

  private static final String SESSION_ASKED = "org.jiheng.asked";
  private static final Duration ASKED_AGAIN = Duration.ofSeconds(15);

  /** What the provider knows its session by, and when to ask it about that again. */
  private record Asked(String token, Instant due) implements Serializable {}

  private final Clock clock = Clock.systemUTC();

  @Inject
  private LoginProvider provider;

  /** How the session has ended; empty if it goes on. */
  Optional<SignedOut.How> over(HttpSession session, OpenIdContext login) {
    try {
      if (tooLong(session)) {
        return Optional.of(SignedOut.How.EXPIRED);
      }
      return turn(session, login).flatMap(token -> switch (provider.goesOn(token)) {
        case LoginProvider.GoesOn on -> {
          session.setAttribute(SESSION_ASKED, new Asked(on.token().orElse(token), clock.instant().plus(on.lasts())));
          yield Optional.empty();
        }
        case LoginProvider.Away _ -> Optional.empty();
        case LoginProvider.Ended _ -> Optional.of(SignedOut.How.ENDED_BY_PROVIDER);
      });
    } catch (IllegalStateException endedMeanwhile) {
      return Optional.of(SignedOut.How.ENDED_BY_PROVIDER);
    }
  }

  private boolean tooLong(HttpSession session) {
    if (session.getAttribute(SESSION_BEGAN) instanceof Instant began) {
      return began.plus(BrowserSessions.LONGEST).isBefore(clock.instant());
    }
    session.setAttribute(SESSION_BEGAN, clock.instant());
    return false;
  }

  /** The token to ask with, for the one request whose turn it is. */
  private Optional<String> turn(HttpSession session, OpenIdContext login) {
    Instant now = clock.instant();
    synchronized (session) {
      if (!(session.getAttribute(SESSION_ASKED) instanceof Asked asked)) {
        session.setAttribute(SESSION_ASKED, new Asked(login.getRefreshToken().map(RefreshToken::getToken).orElse(""),
            now.plusSeconds(login.getExpiresIn().orElse(0L))));
        return Optional.empty();
      }
      if (asked.due().isAfter(now)) {
        return Optional.empty();
      }
      session.setAttribute(SESSION_ASKED, new Asked(asked.token(), now.plus(ASKED_AGAIN)));
      return Optional.of(asked.token());
    }
  }
}
