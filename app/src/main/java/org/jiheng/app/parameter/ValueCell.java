package org.jiheng.app.parameter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cell of a value that is laid out as a table.
 *
 * @param text what stands in it: a number as people write it, words, or the options that are chosen, separated by commas
 * @param options what there is to choose from; each is said as {@code parameter.value.<option>}, or as it is
 * @param measure of a number
 * @param longest signs of a text
 */
public record ValueCell(Kind kind, String text, List<String> options, Optional<Measure> measure, int longest) {

  /** What is done in a cell. */
  public enum Kind {
    /** Nothing: it says what the row is about. Said as an option is. */
    LABEL,
    NUMBER,
    WORDS,
    /** One of the options. */
    CHOICE,
    /** Some of the options, or none. */
    CHOICES,
    /** Nothing: the column has no meaning in this row. */
    NONE
  }

  private static final ValueCell NOTHING = new ValueCell(Kind.NONE, "", List.of(), Optional.empty(), 0);

  public ValueCell {
    options = List.copyOf(options);
  }

  public static ValueCell label(String code) {
    return new ValueCell(Kind.LABEL, code, List.of(), Optional.empty(), 0);
  }

  public static ValueCell nothing() {
    return NOTHING;
  }

  /** @param shown as people write it; empty where there is none yet */
  public static ValueCell number(Measure measure, String shown) {
    return new ValueCell(Kind.NUMBER, shown, List.of(), Optional.of(measure), 0);
  }

  public static ValueCell words(int longest, String text) {
    return new ValueCell(Kind.WORDS, text, List.of(), Optional.empty(), longest);
  }

  /** What is chosen now is among the options, whatever it is. */
  public static ValueCell choice(List<String> options, String chosen) {
    List<String> all = options.contains(chosen) ? options : Stream.concat(options.stream(), Stream.of(chosen)).toList();
    return new ValueCell(Kind.CHOICE, chosen, all, Optional.empty(), 0);
  }

  public static ValueCell choices(List<String> options, List<String> chosen) {
    List<String> all = Stream.concat(options.stream(), chosen.stream()).distinct().toList();
    return new ValueCell(Kind.CHOICES, all.stream().filter(chosen::contains).collect(Collectors.joining(",")), all, Optional.empty(), 0);
  }

  /** The same with something else in it. */
  public ValueCell with(String other) {
    return new ValueCell(kind, other, options, measure, longest);
  }

  /** What is chosen of several. */
  public List<String> chosen() {
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }
}
