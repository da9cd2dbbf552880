package org.jiheng.tenants.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What anybody may ask for: the way in and out, and the files a page is drawn with. Nothing of a jurisdiction. */
final class PublicPaths {

  private static final Set<String> PAGES =
      Set.of("/login", "/authorize", "/callback", "/logout", "/bye", "/backchannel", "/health", "/favicon.ico", "/robots.txt");
  private static final Set<String> FOLDERS = Set.of("/static/", "/VAADIN/build/", "/VAADIN/static/", "/icons/", "/aura/", "/lumo/");

  private PublicPaths() {}

  static boolean contains(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return PAGES.contains(path) || FOLDERS.stream().anyMatch(path::startsWith) && path.chars().noneMatch(c -> c == '%' || c == ';') && !path.contains("..");
  }
}
