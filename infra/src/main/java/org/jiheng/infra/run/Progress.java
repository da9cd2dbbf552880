package org.jiheng.infra.run;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Is told how far the start has come. */
@FunctionalInterface
public interface Progress {

  Progress SILENT = (sentence, inputs) -> { };

  /** @param sentence key of the sentence in {@link Sentences} */
  void at(String sentence, Object... inputs);

  /** Prints every step with the seconds that have passed. */
  static Progress on(PrintStream console) {
    Instant begun = Instant.now();
    return (sentence, inputs) -> console.printf(Locale.ROOT, "[%5.1f s] %s%n",
        Duration.between(begun, Instant.now()).toMillis() / 1000.0, Sentences.say(sentence, inputs));
  }
}
