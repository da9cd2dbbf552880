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
import java.util.NoSuchElementException;

/**
 * A browser that comes back from the identity provider to a session that does not know it any more (ended meanwhile, or an
 * old address called up again) begins its login anew. The server's own mechanism would answer with an error.
 */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public abstract class LostLogin implements HttpAuthenticationMechanism {

  @Inject
  @Delegate
  @Any
  private HttpAuthenticationMechanism mechanism;

  @Override
  public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    try {
      return mechanism.validateRequest(request, response, context);
    } catch (NoSuchElementException nothingRemembered) {
      return context.redirect(request.getContextPath() + "/login");
    }
  }
}
