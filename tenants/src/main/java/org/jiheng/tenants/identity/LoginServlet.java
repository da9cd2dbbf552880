package org.jiheng.tenants.identity;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * The way in: {@code /login?to=/page} sends the browser to the identity provider, {@code /callback} comes back from it
 * and goes on to the page. Only paths of this application are gone to.
 */
@WebServlet({"/login", "/callback"})
public class LoginServlet extends HttpServlet {

  private static final String WANTED = "org.jiheng.wanted";
  private static final long serialVersionUID = 1L;

  @Inject
  private transient SecurityContext security;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    HttpSession session = request.getSession();
    if (request.getUserPrincipal() != null) {
      Object wanted = session.getAttribute(WANTED);
      session.removeAttribute(WANTED);
      response.sendRedirect(request.getContextPath() + (wanted == null ? "/" : wanted));
      return;
    }
    if ("/callback".equals(request.getServletPath())) {
      // the provider refused, or an old address was called up again: begin anew
      response.sendRedirect(request.getContextPath() + "/login");
      return;
    }
    String to = request.getParameter("to");
    if (to != null && to.startsWith("/") && !to.startsWith("//") && to.chars().noneMatch(c -> c == '\\' || c < ' ')) {
      session.setAttribute(WANTED, to);
    }
    AuthenticationStatus status = security.authenticate(
        request, response, AuthenticationParameters.withParams().newAuthentication(true));
    if (status == AuthenticationStatus.SEND_FAILURE && !response.isCommitted()) {
      Pages.plain(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "login-unavailable");
    }
  }
}
