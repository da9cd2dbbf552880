package org.jiheng.tenants.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few plain pages outside the shell: one sentence and one way on, in the language the browser asks for. */
final class Pages {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  private Pages() {}

  static void plain(HttpServletRequest request, HttpServletResponse response, int status, String page) throws IOException {
    plain(request, response, status, page, Map.of());
  }

  /** @param inputs what the sentence mentions, by name; written as text, whatever is in them */
  static void plain(HttpServletRequest request, HttpServletResponse response, int status, String page, Map<String, String> inputs)
      throws IOException {
    // a browser that asks for no language would be answered in the server's
    boolean english = request.getHeader("Accept-Language") != null && "en".equals(request.getLocale().getLanguage());
    Locale locale = english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    ResourceBundle words = ResourceBundle.getBundle("org.jiheng.tenants.identity.pages", locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    String link = words.getString(page + ".link");
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().print("""
        <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>%s</title>
        <link rel="icon" href="%s/static/icon.svg"><link rel="stylesheet" href="%s/static/plain.css"></head>
        <body><main><h1>%s</h1><p>%s</p><p><a href="%s%s">%s</a></p></main></body></html>
        """.formatted(locale.toLanguageTag(), words.getString("title"), request.getContextPath(), request.getContextPath(),
        words.getString(page + ".heading"), filled(words.getString(page + ".text"), inputs), request.getContextPath(), link,
        words.getString(page + ".on")));
  }

  /** In one pass: an input that looks like a place stays what it is. */
  private static String filled(String sentence, Map<String, String> inputs) {
    return PLACE.matcher(sentence).replaceAll(place -> Matcher.quoteReplacement(asText(inputs.get(place.group(1)))));
  }

  private static String asText(String input) {
    return input.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
