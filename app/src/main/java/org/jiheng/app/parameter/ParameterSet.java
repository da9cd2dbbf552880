package org.jiheng.app.parameter;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters in force for one jurisdiction and fiscal year on one day, as a value. What nobody set has the platform's
 * default.
 */
public record ParameterSet(Map<String, Setting> settings) {

  /** Who set a parameter: nearest first. */
  public enum Origin {
    JURISDICTION_YEAR,
    JURISDICTION,
    TEMPLATE_YEAR,
    TEMPLATE,
    /** Nobody; written out so that it can be kept. */
    PLATFORM
  }

  /** A value somebody set, and who. */
  public record Setting(String value, Origin origin) {}

  public static final ParameterSet STANDARD = new ParameterSet(Map.of());

  public ParameterSet {
    settings = Map.copyOf(settings);
  }

  /** @throws IllegalStateException if the stored text is no value of the parameter's type */
  public <T> T get(ParameterKey<T> key) {
    Setting setting = settings.get(key.name());
    String text = setting == null ? key.standard() : setting.value();
    try {
      return key.reading().apply(text);
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalStateException("parameter " + key.name() + " has no usable value", unreadable);
    }
  }

  /** The same with the platform's default written out where nobody set anything, so that a later default changes nothing. */
  public ParameterSet writtenOut(List<ParameterKey<?>> keys) {
    Map<String, Setting> all = new HashMap<>(settings);
    keys.forEach(key -> all.putIfAbsent(key.name(), new Setting(key.standard(), Origin.PLATFORM)));
    return new ParameterSet(all);
  }

  /** What was set, as one JSON object with its keys in order; kept with a finished form. */
  public String toJson() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    new TreeMap<>(settings).forEach((name, setting) -> json.add(name,
        Json.createObjectBuilder().add("value", setting.value()).add("origin", setting.origin().name())));
    return json.build().toString();
  }

  /** Reads what {@link #toJson()} wrote. */
  public static ParameterSet fromJson(String text) {
    Map<String, Setting> settings = new HashMap<>();
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      reader.readObject().forEach((name, setting) -> settings.put(name, new Setting(
          setting.asJsonObject().getString("value"), Origin.valueOf(setting.asJsonObject().getString("origin")))));
    }
    return new ParameterSet(settings);
  }
}
