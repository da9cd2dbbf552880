package org.jiheng.tenants.identity;

import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.scope.JurisdictionCode;

/**
 * From one jurisdiction to another: the browser's session ends and a new one begins, so that nothing of the one is left in the
 * other. Where the person may go is asked of the registry; the request has to carry the word of the session it comes from, which
 * no foreign page knows.
 */
@WebServlet("/switch")
public class SwitchServlet extends HttpServlet {

  /** Names of the form's fields. */
  public static final String JURISDICTION = "jurisdiction";

  public static final String WORD = "word";

  private static final String SESSION_WORD = "org.jiheng.word";
  private static final long serialVersionUID = 1L;

  @Inject
  private transient OpenIdContext login;

  @Inject
  private transient Registry registry;

  @Inject
  private transient BrowserSessions sessions;

  /** The word a form of this session has to carry. */
  public static String wordOf(HttpSession session) {
    synchronized (session) {
      if (session.getAttribute(SESSION_WORD) == null) {
        session.setAttribute(SESSION_WORD, UUID.randomUUID().toString());
      }
      return (String) session.getAttribute(SESSION_WORD);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    HttpSession session = request.getSession(false);
    if (request.getUserPrincipal() == null || session == null) {
      response.sendRedirect(request.getContextPath() + "/login");
      return;
    }
    if (!sameWord(request.getParameter(WORD), session.getAttribute(SESSION_WORD))) {
      Pages.plain(request, response, HttpServletResponse.SC_FORBIDDEN, "not-switched");
      return;
    }
    Optional<JurisdictionCode> wanted = registry.scopesOf(UUID.fromString(login.getSubject())).stream()
        .map(scope -> scope.jurisdiction().code()).filter(code -> code.value().equals(request.getParameter(JURISDICTION))).findFirst();
    if (wanted.isEmpty()) {
      Pages.plain(request, response, HttpServletResponse.SC_FORBIDDEN, "not-switched");
      return;
    }
    sessions.ends(session, SignedOut.How.ELSEWHERE);
    session.invalidate();
    request.getSession().setAttribute(ScopeFilter.SESSION_JURISDICTION_WANTED, wanted.get());
    response.sendRedirect(request.getContextPath() + "/login");
  }

  private static boolean sameWord(String given, Object kept) {
    return given != null && kept instanceof String word
        && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), word.getBytes(StandardCharsets.UTF_8));
  }
}
