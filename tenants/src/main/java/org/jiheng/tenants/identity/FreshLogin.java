package org.jiheng.tenants.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jiheng.tenants.scope.Scope;

/**
 * Acts of weight (credentials reset, administrators appointed, filings sealed, results published) ask for a fresh login: the
 * caller has proved who it is, by password and second factor, not longer ago than a few minutes. The proof is the time of the
 * login in the verified token.
 */
@ApplicationScoped
public class FreshLogin {

  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

  private final Clock clock = Clock.systemUTC();

  @Inject
  @ConfigProperty(name = "JIHENG_FRESH_LOGIN_SECONDS", defaultValue = "300")
  private long seconds;

  /** Whether a login at this moment is fresh now. A login in the future, beyond what clocks differ, is none. */
  static boolean isFresh(Optional<Instant> proved, Instant now, Duration longest) {
    return proved.filter(at -> !at.isBefore(now.minus(longest)) && !at.isAfter(now.plus(CLOCKS_DIFFER))).isPresent();
  }

  public boolean isFresh() {
    return isFresh(Scope.current().caller().proved(), clock.instant(), Duration.ofSeconds(seconds));
  }

  /**
   * Before anything of the act is done.
   *
   * @throws FreshLoginNeededException if the caller has to sign in anew first
   */
  public void require() {
    if (!isFresh()) {
      throw new FreshLoginNeededException();
    }
  }

  /** Where a browser is sent to sign in anew; it comes back to this page, with what is in its address. */
  public static String addressBackTo(String page) {
    return "/login?fresh&to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
  }
}
