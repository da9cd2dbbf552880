package org.jiheng.app.common;

import java.util.Optional;

/** What a typed text means, or what is wrong with it. The text itself is never lost. */
public sealed interface Parsed<T> {

  /** It could be read. */
  record Ok<T>(T meaning) implements Parsed<T> {}

  /** It could not, and the problem says why. */
  record Bad<T>(String typed, Problem fault) implements Parsed<T> {}

  static <T> Parsed<T> ok(T value) {
    return new Ok<>(value);
  }

  static <T> Parsed<T> bad(String typed, Problem problem) {
    return new Bad<>(typed, problem);
  }

  default Optional<T> value() {
    return this instanceof Ok<T>(T meaning) ? Optional.of(meaning) : Optional.empty();
  }

  default Optional<Problem> problem() {
    return this instanceof Bad<T>(String _, Problem fault) ? Optional.of(fault) : Optional.empty();
  }
}
