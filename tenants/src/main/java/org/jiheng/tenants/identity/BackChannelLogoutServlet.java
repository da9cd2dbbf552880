package org.jiheng.tenants.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The identity provider ends a session (OpenID Connect Back-Channel Logout 1.0): a signed logout token names it, and the
 * browser session that belongs to it is ended. Anything that is not such a token is answered with 400.
 */
@WebServlet("/backchannel")
public class BackChannelLogoutServlet extends HttpServlet {

  private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final long serialVersionUID = 1L;

  @Inject
  private transient OidcSettings settings;

  @Inject
  private transient BrowserSessions sessions;

  private transient DefaultJWTProcessor<SecurityContext> logoutTokens;

  @Override
  public void init() {
    logoutTokens = new DefaultJWTProcessor<>();
    logoutTokens.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT, null));
    logoutTokens.setJWSKeySelector(ProviderKeys.of(settings.getProviderUri()));
    // the verifier asks its set of audiences for null, which an immutable one refuses
    logoutTokens.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(new HashSet<>(Set.of(settings.getClientId())),
        new JWTClaimsSet.Builder().issuer(settings.issuer()).build(), Set.of("sid", "events", "iat", "jti"), Set.of("nonce")));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    try {
      JWTClaimsSet claims = logoutTokens.process(String.valueOf(request.getParameter("logout_token")), null);
      if (!(claims.getClaim("events") instanceof Map<?, ?> events) || !events.containsKey(LOGOUT_EVENT)) {
        throw new BadJWTException("not a logout token");
      }
      String sid = claims.getStringClaim("sid");
      if (sid == null || sid.isBlank()) {
        // a claim that is there may still say nothing
        throw new BadJWTException("names no session");
      }
      sessions.end(sid);
    } catch (BadJOSEException | ParseException | JOSEException refused) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
  }
}
