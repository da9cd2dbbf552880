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
 * and goes on to the page. Only paths of this application are gone to. {@code /login?fresh&to=/page} lets whoever is signed in
 * prove it again: the session here ends, the provider asks for password and second factor, and a session of the same
 * jurisdiction begins. While the provider does not answer nobody is sent to it, and no session ends for it.
 */
@WebServlet({"/login", "/callback"})
public class LoginServlet extends HttpServlet {

  private static final String WANTED = "org.jiheng.wanted";
  private static final long serialVersionUID = 1L;

  @Inject
  private transient SecurityContext security;

  @Inject
  private transient BrowserSessions sessions;

  @Inject
  private transient LoginProvider provider;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    HttpSession session = request.getSession();
    if (request.getUserPrincipal() != null && request.getParameter("fresh") != null) {
      if (provider.answers()) {
        anew(request, response);
      } else {
        unavailable(request, response);
      }
      return;
    }
    if (request.getUserPrincipal() != null) {
      session.removeAttribute(AuthorizeServlet.FRESH);
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
    remember(request.getParameter("to"), session);
    if (!provider.answers()) {
      unavailable(request, response);
      return;
    }
    AuthenticationStatus status = security.authenticate(
        request, response, AuthenticationParameters.withParams().newAuthentication(true));
    if (status == AuthenticationStatus.SEND_FAILURE && !response.isCommitted()) {
      unavailable(request, response);
    }
  }

  private static void unavailable(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Pages.plain(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "login-unavailable");
  }

  /** What is typed and not sent yet is kept by the browser; what an act waits for stands in the address. */
  private void anew(HttpServletRequest request, HttpServletResponse response) throws IOException {
    HttpSession before = request.getSession();
    Object place = before.getAttribute(ScopeFilter.SESSION_JURISDICTION);
    sessions.ends(before, SignedOut.How.PROVED_ANEW);
    before.invalidate();
    HttpSession session = request.getSession();
    session.setAttribute(ScopeFilter.SESSION_JURISDICTION_WANTED, place);
    session.setAttribute(AuthorizeServlet.FRESH, true);
    remember(request.getParameter("to"), session);
    response.sendRedirect(request.getContextPath() + "/login");
  }

  private static void remember(String page, HttpSession session) {
    if (page != null && page.startsWith("/") && !page.startsWith("//") && page.chars().noneMatch(c -> c == '\\' || c < ' ')) {
      session.setAttribute(WANTED, page);
    }
  }
}
