package org.jiheng.ui.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The address of a page: what it shows stands in its parameters, so that it can be kept, sent on and gone back to. */
public record Address(String path, Map<String, String> parameters) {

  public Address {
    parameters = Map.copyOf(parameters);
  }

  public static Address of(Location location) {
    Map<String, String> parameters = new LinkedHashMap<>();
    location.getQueryParameters().getParameters().forEach((name, values) -> parameters.put(name, values.getFirst()));
    return new Address(location.getPath(), parameters);
  }

  /** The parameter; empty when it is missing or blank. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isBlank());
  }

  /** The parameter as one of an enum's constants; empty when it names none. */
  public <E extends Enum<E>> Optional<E> get(String name, Class<E> type) {
    return get(name).flatMap(text -> {
      for (E one : type.getEnumConstants()) {
        if (one.name().equals(text)) {
          return Optional.of(one);
        }
      }
      return Optional.empty();
    });
  }

  /** The same page with another value of the parameter; a blank one takes it away. */
  public Address with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    if (value == null || value.isBlank()) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new Address(path, changed);
  }

  /** For a link. */
  public String href() {
    return "/" + path + (parameters.isEmpty() ? "" : "?" + query().getQueryString());
  }

  public void go() {
    UI.getCurrent().navigate(path, query());
  }

  public QueryParameters query() {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    parameters.forEach((name, value) -> lists.put(name, List.of(value)));
    return new QueryParameters(lists);
  }
}
