package org.jiheng.app.parameter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A parameter as it is offered to the office: what it is called and what it does say the sentences {@code parameter.name.<name>} and
 * {@code parameter.text.<name>}, how its value is written says its form.
 *
 * @param example a value that can be read, shown to whoever has typed one that cannot
 * @param options of a choice, what there is to choose from; empty for everything else
 * @param also what a value has to be besides readable
 * @param floor a parameter it may never be below; both are numbers
 */
public record Parameter(
    ParameterKey<?> key, ParameterGroup group, ParameterForm form, String example, List<String> options, Predicate<String> also,
    Optional<ParameterKey<?>> floor) {

  /** Words in which yes and no are written, whichever of them the parameter reads. */
  private static final List<String> YES_AND_NO = List.of("true", "false", "on", "off");

  public Parameter {
    options = List.copyOf(options);
  }

  /** A parameter whose default is an example of it. */
  public static Parameter of(ParameterGroup group, ParameterForm form, ParameterKey<?> key) {
    return new Parameter(key, group, form, key.standard(), List.of(), _ -> true, Optional.empty());
  }

  /**
   * One of the constants of its type, or yes or no.
   *
   * @throws IllegalArgumentException if its type has no constants
   */
  public static Parameter choice(ParameterGroup group, ParameterKey<?> key) {
    List<String> options = switch (key.reading().apply(key.standard())) {
      case Boolean _ -> YES_AND_NO.stream().filter(text -> reads(key, text)).toList();
      case Enum<?> one -> Stream.of(one.getDeclaringClass().getEnumConstants()).map(Enum::name).toList();
      default -> throw new IllegalArgumentException("not a choice: " + key.name());
    };
    return new Parameter(key, group, ParameterForm.CHOICE, key.standard(), options, _ -> true, Optional.empty());
  }

  /** Some of the stages of its default; which routes there are says its reading. */
  public static Parameter stages(ParameterGroup group, ParameterKey<?> key) {
    return new Parameter(key, group, ParameterForm.STAGES, key.standard(), List.of(key.standard().split(",")), _ -> true, Optional.empty());
  }

  /** Some of these, in this order. */
  public static Parameter choices(ParameterGroup group, ParameterKey<?> key, List<String> options) {
    return new Parameter(key, group, ParameterForm.CHOICES, key.standard(), options, _ -> true, Optional.empty());
  }

  /** The same with another example than its default. */
  public Parameter like(String other) {
    return new Parameter(key, group, form, other, options, also, floor);
  }

  /** The same, whose values have to be so, too. */
  public Parameter only(Predicate<String> condition) {
    return new Parameter(key, group, form, example, options, also.and(condition), floor);
  }

  /** The same, which may never be below another one. */
  public Parameter notBelow(ParameterKey<?> other) {
    return new Parameter(key, group, form, example, options, also, Optional.of(other));
  }

  public String name() {
    return key.name();
  }

  /** Whether rules can go by the text. */
  public boolean readable(String text) {
    return form.fits(text) && amongOptions(text) && reads(key, text) && also.test(text);
  }

  private boolean amongOptions(String text) {
    return switch (form) {
      case CHOICE -> options.contains(text);
      case CHOICES, STAGES -> text.isEmpty() || Arrays.stream(text.split(",", -1)).map(String::strip).allMatch(options::contains);
      default -> true;
    };
  }

  /** In whatever way a reading says that it cannot. */
  private static boolean reads(ParameterKey<?> key, String text) {
    try {
      return key.reading().apply(text) != null;
    } catch (RuntimeException unreadable) {
      return false;
    }
  }
}
