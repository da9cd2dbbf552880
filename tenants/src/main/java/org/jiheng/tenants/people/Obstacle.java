package org.jiheng.tenants.people;

import java.util.Arrays;
import java.util.List;

/**
 * Why an administrator's act may not be done.
 *
 * @param code names the sentence people read
 * @param inputs what the sentence mentions, in its order
 */
public record Obstacle(String code, List<String> inputs) {

  public Obstacle {
    inputs = List.copyOf(inputs);
  }

  static Obstacle because(String code, Object... inputs) {
    return new Obstacle(code, Arrays.stream(inputs).map(String::valueOf).toList());
  }
}
