package org.jiheng.app.common;

import java.util.Map;

/**
 * What is wrong with an input, said at the place it concerns.
 *
 * @param code names the sentence: message {@code problem.<code>}
 * @param inputs what the sentence mentions, by name
 */
public record Problem(String code, Map<String, String> inputs) {

  public Problem {
    inputs = Map.copyOf(inputs);
  }

  public static Problem of(String code) {
    return new Problem(code, Map.of());
  }
}
