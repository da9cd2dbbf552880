package org.jiheng.tenants.identity;

import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.Scope;

/**
 * Binds the scope of every request, made from the verified login and the registry and from nothing the request says.
 * Whoever is not signed in is sent to the login, with the wanted page remembered; who is signed in but holds nothing
 * today sees one plain page. A browser session stays in the jurisdiction it began in.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ScopeFilter extends HttpFilter {

  /** Session attribute: the scope of the latest request, for work that is handed to the browser later. */
  public static final String SESSION_SCOPE = "org.jiheng.scope";

  private static final String SESSION_JURISDICTION = "org.jiheng.jurisdiction";
  private static final long serialVersionUID = 1L;

  @Inject
  private transient OpenIdContext login;

  @Inject
  private transient Registry registry;

  @Inject
  private transient BrowserSessions sessions;

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (PublicPaths.contains(request)) {
      chain.doFilter(request, response);
      return;
    }
    if (request.getUserPrincipal() == null) {
      if (wantsPage(request)) {
        response.sendRedirect(request.getContextPath() + "/login?to=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8));
      } else {
        chain.doFilter(new RegistryRoles(request, Optional.empty()), response);
      }
      return;
    }
    UUID person = UUID.fromString(login.getSubject());
    HttpSession session = request.getSession();
    if (session.getAttribute(SESSION_SCOPE) instanceof Scope kept && !kept.caller().id().equals(person)) {
      // somebody else has signed in at this browser: what the one before had open is not theirs
      session.invalidate();
      response.sendRedirect(request.getContextPath() + "/login");
      return;
    }
    Optional<Scope> scope;
    try {
      scope = scope(session, person, request.getRemoteAddr());
    } catch (RegistryUnavailableException silent) {
      unavailable(request, response);
      return;
    }
    if (scope.isEmpty()) {
      Pages.plain(request, response, HttpServletResponse.SC_FORBIDDEN, "no-membership");
      return;
    }
    walk(scope.get(), request, response, chain);
  }

  /** A page says it in a sentence; the screens, which ask again by themselves, are only told to. */
  private static void unavailable(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (wantsPage(request)) {
      Pages.plain(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "unavailable");
    } else {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private Optional<Scope> scope(HttpSession session, UUID person, String origin) {
    sessions.remember(login.getIdentityToken(), session);
    List<Scope> scopes = registry.scopesOf(person);
    JurisdictionCode begun = (JurisdictionCode) session.getAttribute(SESSION_JURISDICTION);
    Optional<Scope> scope = scopes.stream()
        .filter(one -> begun == null || one.jurisdiction().code().equals(begun))
        .findFirst()
        .map(one -> one.from(origin));
    scope.ifPresent(one -> {
      session.setAttribute(SESSION_JURISDICTION, one.jurisdiction().code());
      session.setAttribute(SESSION_SCOPE, one);
    });
    if (scope.isEmpty()) {
      session.removeAttribute(SESSION_SCOPE);
    }
    return scope;
  }

  private static void walk(Scope scope, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      scope.call(() -> {
        chain.doFilter(new RegistryRoles(request, Optional.of(scope)), response);
        return null;
      });
    } catch (IOException | ServletException | RuntimeException thrown) {
      throw thrown;
    } catch (Exception thrown) {
      throw new ServletException(thrown);
    }
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return "GET".equals(request.getMethod()) && accept != null && accept.contains("text/html")
        && request.getParameter("v-r") == null;
  }

  private static String wanted(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
  }
}
