package org.jiheng.tenants.identity;

import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.openid.IdentityToken;
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
import java.time.Instant;
import java.util.Comparator;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jiheng.tenants.scope.JurisdictionCode;
import org.jiheng.tenants.scope.JurisdictionState;
import org.jiheng.tenants.scope.Scope;

/**
 * Binds the scope of every request, made from the verified login and the registry and from nothing the request says.
 * Whoever is not signed in is sent to the login, with the wanted page remembered; who is signed in but holds nothing
 * today, or whose jurisdiction is closed, sees one plain page that says so. A browser session stays in the jurisdiction it began
 * in. Programs come in by the {@link BearerDoor}.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ScopeFilter extends HttpFilter {

  /** Session attribute: the scope of the latest request, for work that is handed to the browser later. */
  public static final String SESSION_SCOPE = "org.jiheng.scope";

  /** Session attribute: the jurisdiction the session began in. */
  static final String SESSION_JURISDICTION = "org.jiheng.jurisdiction";

  /** Session attribute of a session that has just begun: the jurisdiction the person has chosen. */
  static final String SESSION_JURISDICTION_WANTED = "org.jiheng.jurisdiction-wanted";
  private static final Logger LOG = Logger.getLogger(ScopeFilter.class.getName());
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
  private static final long serialVersionUID = 1L;

  @Inject
  private transient OpenIdContext login;

  @Inject
  private transient Registry registry;

  @Inject
  private transient BrowserSessions sessions;

  @Inject
  private transient BearerDoor door;

  @Inject
  private transient Idleness idleness;

  @Inject
  private transient Lasting lasting;

  @Inject
  private transient Origins origins;

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (PublicPaths.contains(request)) {
      chain.doFilter(request, response);
      return;
    }
    if (BearerDoor.leadsTo(request)) {
      Optional<Scope> program = door.scope(request, response);
      if (program.isPresent()) {
        walk(program.get(), request, response, chain);
      }
      return;
    }
    if (request.getUserPrincipal() == null) {
      if (wantsPage(request) || request.getParameter("v-r") != null) {
        // never handed on: what an open page asks in the background would begin a session of nobody's, whose cookie takes the
        // place of the one in which somebody is just signing in
        ended(request, response);
      } else {
        chain.doFilter(new RegistryRoles(request, Optional.empty()), response);
      }
      return;
    }
    UUID person = UUID.fromString(login.getSubject());
    HttpSession session = request.getSession();
    if (session.getAttribute(SESSION_SCOPE) instanceof Scope kept && !kept.caller().id().equals(person)) {
      // somebody else has signed in at this browser: what the one before had open is not theirs
      sessions.ends(session, SignedOut.How.SOMEBODY_ELSE);
      session.invalidate();
      response.sendRedirect(request.getContextPath() + "/login");
      return;
    }
    Optional<Scope> before = Optional.ofNullable((Scope) session.getAttribute(SESSION_SCOPE));
    if (before.isPresent() && idleness.tooLong(request, session, before.get())) {
      idleness.end(session);
      ended(request, response);
      return;
    }
    Optional<SignedOut.How> over = lasting.over(session, login);
    if (over.isPresent()) {
      sessions.end(session, over.get());
      ended(request, response);
      return;
    }
    Optional<Scope> scope;
    try {
      scope = scope(session, person, origins.of(request));
    } catch (RegistryUnavailableException silent) {
      unavailable(request, response);
      return;
    }
    if (isClick(request) && before.isPresent() && !scope.map(now -> keepsAll(before.get(), now)).orElse(false)) {
      // what the page shows belongs to a post that is gone: it is drawn anew as what the person is now
      askForReload(response);
      return;
    }
    if (!onRecord(scope, session, person, request)) {
      unavailable(request, response);
      return;
    }
    if (scope.isEmpty()) {
      keptOut(person, request, response);
      return;
    }
    walk(scope.get(), request, response, chain);
  }

  /** Whether everything that was held before is still held. */
  private static boolean keepsAll(Scope before, Scope now) {
    return now.caller().memberships().containsAll(before.caller().memberships());
  }

  /** A page goes to the login and comes back; an open page that asks something is drawn anew and so gets there, too. */
  private static void ended(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (wantsPage(request)) {
      response.sendRedirect(toLogin(request));
    } else if (isClick(request)) {
      askForReload(response);
    } else {
      // as the screens say it themselves when a session is gone
      response.setStatus(HttpServletResponse.SC_GONE);
    }
  }

  private static boolean isClick(HttpServletRequest request) {
    return "uidl".equals(request.getParameter("v-r"));
  }

  /** The word by which the script of the screens knows that something in between answers and that it should load the page again. */
  private static void askForReload(HttpServletResponse response) throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().print("Vaadin-Refresh");
  }

  /** Whether it could be put on record that this person begins to work here, or was turned away. */
  private boolean onRecord(Optional<Scope> scope, HttpSession session, UUID person, HttpServletRequest request) {
    try {
      if (scope.isPresent()) {
        sessions.atWork(session, scope.get());
      } else {
        Map<String, Object> claims = Optional.ofNullable(login.getIdentityToken()).map(IdentityToken::getClaims).orElse(Map.of());
        sessions.turnsAway(session, TurnedAway.named(person, claims, origins.of(request)));
      }
      return true;
    } catch (RuntimeException unwritten) {
      LOG.log(Level.SEVERE, unwritten, () -> "a sign-in could not be put on record");
      session.removeAttribute(SESSION_SCOPE);
      return false;
    }
  }

  /** Says which of three it is: no post, a jurisdiction that was closed, or one that is being mended. */
  private void keptOut(UUID person, HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (isClick(request)) {
      // somebody was at a screen: it is told to load itself anew, and then sees the page
      askForReload(response);
      return;
    }
    Optional<Registry.Closed> closed;
    try {
      Object begun = request.getSession().getAttribute(SESSION_JURISDICTION);
      closed = registry.closedTo(person).stream().filter(one -> begun == null || one.code().equals(begun)).findFirst();
    } catch (RegistryUnavailableException silent) {
      unavailable(request, response);
      return;
    }
    if (closed.isEmpty()) {
      Pages.plain(request, response, HttpServletResponse.SC_FORBIDDEN, "no-membership");
    } else if (closed.get().state() == JurisdictionState.SUSPENDED) {
      Pages.plain(request, response, HttpServletResponse.SC_FORBIDDEN, "suspended", Map.of("jurisdiction", closed.get().name(),
          "since", MINUTE.format(closed.get().since()), "reason", closed.get().reason()));
    } else {
      Pages.plain(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "mending",
          Map.of("jurisdiction", closed.get().name(), "since", MINUTE.format(closed.get().since())));
    }
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
    Optional<Scope> scope;
    // the first requests of a session may come together: they begin it in the same place
    synchronized (session) {
      JurisdictionCode begun = (JurisdictionCode) session.getAttribute(SESSION_JURISDICTION);
      Object wanted = session.getAttribute(SESSION_JURISDICTION_WANTED);
      scope = scopes.stream()
          .filter(one -> begun == null || one.jurisdiction().code().equals(begun))
          // a session begins where the person has chosen to, if the registry lets it; otherwise at the first place
          .min(Comparator.comparing(one -> !one.jurisdiction().code().equals(wanted)))
          .map(one -> one.from(origin).provedAt(proved()));
      scope.ifPresent(one -> {
        session.setAttribute(SESSION_JURISDICTION, one.jurisdiction().code());
        session.setAttribute(SESSION_SCOPE, one);
      });
    }
    if (scope.isEmpty()) {
      session.removeAttribute(SESSION_SCOPE);
    }
    return scope;
  }

  /** When the person last typed a password: kept in every token of the session, however often they are refreshed. */
  private Optional<Instant> proved() {
    IdentityToken token = login.getIdentityToken();
    return token != null && token.getClaims().get("auth_time") instanceof Number seconds
        ? Optional.of(Instant.ofEpochSecond(seconds.longValue())) : Optional.empty();
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

  private static String toLogin(HttpServletRequest request) {
    return request.getContextPath() + "/login?to=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
  }

  private static String wanted(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
  }
}
