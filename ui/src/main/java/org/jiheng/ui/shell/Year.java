package org.jiheng.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
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

  /** A page about one thing that has a year of its own, whatever year was looked at before. */
  public interface Own {
    int fiscalYear();
  }

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

  /** The year of the page that was gone to: its own if it has one. */
  static int shown(AfterNavigationEvent event, LocalDate today) {
    int asked = shown(event.getLocation(), today);
    Optional<Integer> own = event.getActiveChain().stream().filter(Own.class::isInstance).map(page -> ((Own) page).fiscalYear()).findFirst();
    own.ifPresent(year -> VaadinSession.getCurrent().setAttribute(SESSION, year));
    return own.orElse(asked);
  }

  /** The address of a page without parameters, for a year. */
  public static String in(String path, int year) {
    return path + "?" + PARAMETER + "=" + year;
  }

  /** The year as the parameters of a link. */
  public static QueryParameters parameters(int year) {
    return QueryParameters.of(PARAMETER, String.valueOf(year));
  }

  /** Writes the year into the browser's address where it is missing or another one, without going anywhere. */
  static void write(UI ui, Location shown, int year) {
    if (!shown.getQueryParameters().getSingleParameter(PARAMETER).equals(Optional.of(String.valueOf(year)))) {
      // only if the browser is still there: it may be on its way already
      ui.getPage().executeJs("const here = new URL(location.href);"
          + "if (here.pathname === $0) {"
          + "here.searchParams.set($1, $2); history.replaceState(history.state, '', here); }",
          "/" + shown.getPath(), PARAMETER, String.valueOf(year));
    }
  }

  /** Years one may choose, the newest first: the next one is planned in this one. */
  static List<Integer> choices(LocalDate today) {
    return java.util.stream.IntStream.rangeClosed(today.getYear() - BACK, today.getYear() + 1).boxed().toList().reversed();
  }

  /** The page in another year; from a page of one year, the list it is in. */
  static void change(int year) {
    UI ui = UI.getCurrent();
    Location here = ui.getActiveViewLocation();
    if (ui.getCurrentView() instanceof Own) {
      String path = here.getPath();
      ui.navigate(path.substring(0, Math.max(0, path.lastIndexOf('/'))), parameters(year));
      return;
    }
    Map<String, List<String>> parameters = new HashMap<>(here.getQueryParameters().getParameters());
    parameters.put(PARAMETER, List.of(String.valueOf(year)));
    ui.navigate(here.getPath(), new QueryParameters(parameters));
  }
}
