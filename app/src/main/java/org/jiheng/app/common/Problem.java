package org.jiheng.app.common;

import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with an input, said at the place it concerns.
 *
 * @param code names the sentence: message {@code problem.<code>}
 * @param inputs what the sentence mentions, by name
 * @param basis the numbered rule it breaks; empty for what can be seen without one, for example a day that is none
 */
public record Problem(String code, Map<String, String> inputs, Optional<Basis> basis) {

  /**
   * A rule people know by its number.
   *
   * @param number for example {@code G7}
   * @param article the rule's source, for example 财预〔2020〕10号
   */
  public record Basis(String number, String article) {}

  public Problem {
    inputs = Map.copyOf(inputs);
  }

  public Problem(String code, Map<String, String> inputs) {
    this(code, inputs, Optional.empty());
  }

  public static Problem of(String code) {
    return new Problem(code, Map.of());
  }

  /** The same, found by this rule: wherever it is said, number and article are said with it. */
  public Problem by(String number, String article) {
    return new Problem(code, inputs, Optional.of(new Basis(number, article)));
  }
}
