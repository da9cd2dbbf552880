package org.jiheng.app.library;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiheng.app.common.Words;

/** The constants of the library in the words of the office: {@code library-word.<Type>.<NAME>}. */
public final class LibraryWords {

  private LibraryWords() {}

  public static String of(Words words, Enum<?> one) {
    return words.say("library-word." + one.getDeclaringClass().getSimpleName() + "." + one.name());
  }

  /** What several are called, one after the other. */
  static String of(Words words, Set<? extends Enum<?>> some) {
    return some.stream().sorted().map(one -> of(words, one)).collect(Collectors.joining("、"));
  }

  public static String of(Words words, LibraryField field) {
    return words.say("library-field." + field.name());
  }

  /** The constant that a person calls so in Chinese; a sign is also known by its glyph. */
  static <E extends Enum<E>> Optional<E> called(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants()).filter(one -> of(Words.chinese(), one).equals(text)).findFirst();
  }
}
