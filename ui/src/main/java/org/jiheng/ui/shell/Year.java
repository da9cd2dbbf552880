package org.jiheng.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fiscal year the screens show. Stands in every address as {@code year}, so that a link opens the same year for whoever it
 * is given to; the browser session only remembers the last one for addresses without.
 */
public final class Year {

  public static final String PARAMETER = "year";

  private static final String SESSION = "org.jiheng.year";
  private static final int BACK = 5;

  private Year() {}

  /** The year the address says, or the one shown last, or the year before the business date's (self-evaluations look back). */
  public static int shown(Location location, LocalDate today) {
    Optional<Integer> asked = location.getQueryParameters().getSingleParameter(PARAMETER)
        .filter(text -> text.matches("20[0-9]{2}")).map(Integer::valueOf);
    asked.ifPresent(year -> VaadinSession.getCurrent().setAttribute(SESSION, year));
    return asked.orElseGet(() -> VaadinSession.getCurrent().getAttribute(SESSION) instanceof Integer kept ? kept : today.getYear() - 1);
  }

  /** The address of a page without parameters, for a year. */
  public static String in(String path, int year) {
    return path + "?" + PARAMETER + "=" + year;
  }

  /** The year as the parameters of a link. */
  public static QueryParameters parameters(int year) {
    return QueryParameters.of(PARAMETER, String.valueOf(year));
  }

  /** Writes the year into the browser's address where it is missing, without going anywhere. */
  static void write(UI ui, Location shown, int year) {
    if (shown.getQueryParameters().getSingleParameter(PARAMETER).isEmpty()) {
      // only if the browser is still there: it may be on its way already
      ui.getPage().executeJs("const here = new URL(location.href);"
          + "if (here.pathname === $0 && !here.searchParams.has($1)) {"
          + "here.searchParams.set($1, $2); history.replaceState(history.state, '', here); }",
          "/" + shown.getPath(), PARAMETER, String.valueOf(year));
    }
  }

  /** Years one may choose, the newest first. */
  static List<Integer> choices(LocalDate today) {
    return java.util.stream.IntStream.rangeClosed(today.getYear() - BACK, today.getYear()).boxed().toList().reversed();
  }

  static void change(int year) {
    UI ui = UI.getCurrent();
    Location here = ui.getActiveViewLocation();
    Map<String, List<String>> parameters = new HashMap<>(here.getQueryParameters().getParameters());
    parameters.put(PARAMETER, List.of(String.valueOf(year)));
    ui.navigate(here.getPath(), new QueryParameters(parameters));
  }
}
