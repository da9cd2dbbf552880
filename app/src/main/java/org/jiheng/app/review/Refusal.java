package org.jiheng.app.review;

import java.util.Map;

/**
 * Why something may not be done now.
 *
 * @param code names the sentence people read: message key {@code refusal.<code>}
 * @param inputs what the sentence mentions, by name
 */
public record Refusal(String code, Map<String, String> inputs) {

  public Refusal {
    inputs = Map.copyOf(inputs);
  }

  public static Refusal because(String code) {
    return new Refusal(code, Map.of());
  }

  public static Refusal because(String code, String name, Object value) {
    return new Refusal(code, Map.of(name, String.valueOf(value)));
  }
}
