package org.jiheng.tenants.identity;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * The last step before the identity provider. The container builds its authorization request once and for all and sends the
 * browser here; when this login has to be a fresh one, the provider is told to ask for password and second factor again
 * (OpenID Connect Core 3.1.2.1, {@code prompt} and {@code max_age}).
 */
@WebServlet("/authorize")
public class AuthorizeServlet extends HttpServlet {

  /** Session attribute: the login under way has to be a fresh one. */
  static final String FRESH = "org.jiheng.fresh";

  private static final long serialVersionUID = 1L;

  @Inject
  private transient OidcSettings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    HttpSession session = request.getSession(false);
    boolean fresh = session != null && session.getAttribute(FRESH) != null;
    response.setHeader("Cache-Control", "no-store");
    response.sendRedirect(settings.getProviderUri() + "/protocol/openid-connect/auth?" + request.getQueryString()
        + (fresh ? "&prompt=login&max_age=0" : ""));
  }
}
