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

/** The fiscal year the screens show. Stands in the address as {@code year}, and is kept for the browser session. */
public final class Year {

  private static final String PARAMETER = "year";
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
