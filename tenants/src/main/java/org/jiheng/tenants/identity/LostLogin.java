package org.jiheng.tenants.identity;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A browser that comes back from the identity provider to a session that does not know it any more (ended meanwhile, or an
 * old address called up again) begins its login anew; one whose login the provider does not bring to its end is told so. The server's
 * own mechanism would answer with an error. It is asked for logins only: whatever else a browser without one asks for, it would have
 * to learn from the provider first what it does not need.
 */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public abstract class LostLogin implements HttpAuthenticationMechanism {

  private static final Logger LOG = Logger.getLogger(LostLogin.class.getName());

  @Inject
  private LoginProvider provider;

  @Inject
  @Delegate
  @Any
  private HttpAuthenticationMechanism mechanism;

  @Override
  public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    if (request.getUserPrincipal() == null && !context.isProtected() && !"/callback".equals(request.getServletPath())) {
      return context.doNothing();
    }
    if (request.getUserPrincipal() == null && !context.isProtected() && !provider.answers()) {
      // the container would wait for the tokens without end
      return unavailable(request, response);
    }
    try {
      return mechanism.validateRequest(request, response, context);
    } catch (NoSuchElementException nothingRemembered) {
      return context.redirect(request.getContextPath() + "/login");
    } catch (RuntimeException failed) {
      if (request.getUserPrincipal() != null) {
        throw failed;
      }
      LOG.log(Level.WARNING, failed, () -> "a login did not come to its end");
      return unavailable(request, response);
    }
  }

  private static AuthenticationStatus unavailable(HttpServletRequest request, HttpServletResponse response) throws AuthenticationException {
    try {
      Pages.plain(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "login-unavailable");
      return AuthenticationStatus.SEND_CONTINUE;
    } catch (IOException gone) {
      throw new AuthenticationException(gone);
    }
  }
}
