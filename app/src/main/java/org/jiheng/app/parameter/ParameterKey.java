package org.jiheng.app.parameter;

import java.math.BigDecimal;
import java.util.function.Function;

/**
 * A parameter the code knows: its name in the registry (DOMAIN 14), its type and the value that holds when nobody said
 * otherwise.
 *
 * @param name for example {@code score.reverse_mode}
 * @param standard the platform's default, as text
 * @param reading from the stored text; throws an {@link IllegalArgumentException} for a text that is no value
 */
public record ParameterKey<T>(String name, String standard, Function<String, T> reading) {

  public static ParameterKey<String> text(String name, String standard) {
    return new ParameterKey<>(name, standard, Function.identity());
  }

  public static ParameterKey<BigDecimal> number(String name, String standard) {
    return new ParameterKey<>(name, standard, BigDecimal::new);
  }

  public static <E extends Enum<E>> ParameterKey<E> choice(String name, E standard) {
    return new ParameterKey<>(name, standard.name(), text -> Enum.valueOf(standard.getDeclaringClass(), text));
  }
}
