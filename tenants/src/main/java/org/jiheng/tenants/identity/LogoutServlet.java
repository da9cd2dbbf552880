package org.jiheng.tenants.identity;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The way out: ends the session here and at the identity provider, and says goodbye at {@code /bye}. */
@WebServlet({"/logout", "/bye"})
public class LogoutServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject
  private transient BrowserSessions sessions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    if ("/bye".equals(request.getServletPath())) {
      Pages.plain(request, response, HttpServletResponse.SC_OK, "bye");
      return;
    }
    boolean signedIn = request.getUserPrincipal() != null;
    if (request.getSession(false) != null) {
      sessions.ends(request.getSession(false), SignedOut.How.SIGNED_OUT);
    }
    request.logout();
    if (!response.isCommitted()) {
      if (request.getSession(false) != null) {
        request.getSession(false).invalidate();
      }
      response.sendRedirect(request.getContextPath() + (signedIn ? "/bye" : "/login"));
    }
  }
}
