package org.jiheng.tenants.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.identitystore.openid.IdentityToken;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which browser session belongs to which session at the identity provider, so that the provider can end it. */
@ApplicationScoped
public class BrowserSessions {

  private static final String SESSION_SID = "org.jiheng.sid";

  private final Map<String, HttpSession> bySid = new ConcurrentHashMap<>();

  void remember(IdentityToken token, HttpSession session) {
    if (token != null && token.getClaims().get("sid") instanceof String sid && session.getAttribute(SESSION_SID) == null) {
      session.setAttribute(SESSION_SID, sid);
      bySid.put(sid, session);
    }
  }

  void forget(HttpSession session) {
    sidOf(session).ifPresent(sid -> bySid.remove(sid, session));
  }

  /** The provider's session behind a browser's. */
  static Optional<String> sidOf(HttpSession session) {
    return Optional.ofNullable((String) session.getAttribute(SESSION_SID));
  }

  /** Ends the browser session of this provider session; false if there is none here (any more). */
  boolean end(String sid) {
    HttpSession session = bySid.remove(sid);
    if (session == null) {
      return false;
    }
    try {
      session.invalidate();
    } catch (IllegalStateException alreadyGone) {
      return false;
    }
    return true;
  }
}
