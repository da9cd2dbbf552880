package org.jiheng.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The language of the screens: Simplified Chinese unless the person chose English; the choice is kept in a cookie. */
final class Language {

  private static final String COOKIE = "jiheng-language";
  private static final int A_YEAR = 365 * 24 * 3600;

  private Language() {}

  static Optional<Locale> remembered(VaadinRequest request) {
    boolean english = request.getCookies() != null && Arrays.stream(request.getCookies())
        .anyMatch(cookie -> COOKIE.equals(cookie.getName()) && "en".equals(cookie.getValue()));
    return Optional.of(english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
  }

  static boolean english() {
    return "en".equals(UI.getCurrent().getLocale().getLanguage());
  }

  static void change() {
    Cookie cookie = new Cookie(COOKIE, english() ? "zh" : "en");
    cookie.setPath("/");
    cookie.setMaxAge(A_YEAR);
    cookie.setHttpOnly(true);
    cookie.setSecure(VaadinService.getCurrentRequest().isSecure());
    cookie.setAttribute("SameSite", "Lax");
    VaadinResponse response = VaadinService.getCurrentResponse();
    response.addCookie(cookie);
    UI.getCurrent().getSession().setLocale(english() ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    UI.getCurrent().getPage().reload();
  }
}
