package org.jiheng.ui.shell;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinService;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where things are on the screens, by their kind: what the views say of themselves by {@link ListOf}. */
public final class Screens {

  private final Map<String, Screen> screens;

  private record Screen(String path, ListOf said) {}

  private Screens(Map<String, Screen> screens) {
    this.screens = screens;
  }

  /** Read once for each start of the application: routes do not change while it runs. */
  private static Screens all() {
    return VaadinService.getCurrent().getContext().getAttribute(Screens.class, () -> new Screens(
        RouteConfiguration.forApplicationScope().getAvailableRoutes().stream().flatMap(route -> screen(route).stream())
            .collect(Collectors.toUnmodifiableMap(screen -> screen.said().value(), Function.identity()))));
  }

  private static Optional<Screen> screen(RouteData route) {
    return Optional.ofNullable(route.getNavigationTarget().getAnnotation(ListOf.class)).map(said -> new Screen(route.getTemplate(), said));
  }

  /** Whether forms of this type are filled in on a screen. */
  public static boolean opens(String formType) {
    return find(formType).filter(screen -> screen.said().forms()).isPresent();
  }

  /** Whether things of this kind are on any screen. */
  public static boolean shows(String kind) {
    return find(kind).isPresent();
  }

  private static Optional<Screen> find(String kind) {
    return Optional.ofNullable(all().screens.get(kind));
  }

  /** Where a thing of this kind is opened. @throws IllegalArgumentException if no view says that it lists such things */
  public static String addressOf(String kind, UUID thing, int year) {
    return addressOf(kind, thing.toString(), year);
  }

  /** The same. @param key an identifier, or a code */
  public static String addressOf(String kind, String key, int year) {
    Screen screen = listing(kind);
    return Year.in("/" + screen.path() + (screen.said().pages() ? "/" + key : ""), year);
  }

  /** Path of the list of this kind. @throws IllegalArgumentException if no view says that it lists such things */
  public static String list(String kind) {
    return listing(kind).path();
  }

  /** Where all of this kind are listed and, if they are forms, new ones are begun. */
  public static String addressOfAll(String kind, int year) {
    return Year.in("/" + list(kind), year);
  }

  private static Screen listing(String kind) {
    return find(kind).orElseThrow(() -> new IllegalArgumentException("no screen for " + kind));
  }
}
