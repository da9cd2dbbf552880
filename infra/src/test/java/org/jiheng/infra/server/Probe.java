package org.jiheng.infra.server;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jiheng.tenants.identity.SwitchServlet;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * A page that says for whom a request is answered and in which roles: {@code 653001: UNIT_CLERK}. Asked for the {@code word} of the
 * session it says that; told how many minutes the person has been {@code idle}, or since how many hours somebody has been signed in, it makes the
 * session believe it.
 */
@WebServlet("/probe")
public class Probe extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getParameter("idle") != null) {
      request.getSession().setAttribute("org.jiheng.acted", Instant.now().minus(Duration.ofMinutes(Long.parseLong(request.getParameter("idle")))));
    }
    if (request.getParameter("hours") != null) {
      request.getSession().setAttribute("org.jiheng.began", Instant.now().minus(Duration.ofHours(Long.parseLong(request.getParameter("hours")))));
    }
    if (request.getParameter("word") != null) {
      response.getWriter().print(SwitchServlet.wordOf(request.getSession()));
      return;
    }
    String where = Scope.bound().map(scope -> scope.jurisdiction().code().value()).orElse("nobody");
    String roles = Arrays.stream(Role.values()).map(Role::name).filter(request::isUserInRole).collect(Collectors.joining(" "));
    response.getWriter().print(where + ": " + roles);
  }
}
