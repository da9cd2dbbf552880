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
 * @param effect from when on a value counts, and for what
 * @param sheet how a value is laid out in fields and tables; empty for what is a text or a choice
 * @param example a value that can be read, shown to whoever has typed one that cannot
 * @param options of a choice, what there is to choose from; empty for everything else
 * @param also what a value has to be besides readable
 * @param floor a parameter it may never be below; both are numbers
 */
public record Parameter(
    ParameterKey<?> key, ParameterGroup group, ParameterForm form, ParameterEffect effect, Optional<ValueSheet> sheet, String example,
    List<String> options, Predicate<String> also, Optional<ParameterKey<?>> floor) {

  /** Words in which yes and no are written, whichever of them the parameter reads. */
  private static final List<String> YES_AND_NO = List.of("true", "false", "on", "off");

  public Parameter {
    options = List.copyOf(options);
  }

  /** A parameter whose default is an example of it, laid out as its form is. */
  public static Parameter of(ParameterGroup group, ParameterForm form, ParameterEffect effect, ParameterKey<?> key) {
    return new Parameter(key, group, form, effect, form.sheet(), key.standard(), List.of(), _ -> true, Optional.empty());
  }

  /**
   * One of the constants of its type, or yes or no.
   *
   * @throws IllegalArgumentException if its type has no constants
   */
  public static Parameter choice(ParameterGroup group, ParameterEffect effect, ParameterKey<?> key) {
    List<String> options = switch (key.reading().apply(key.standard())) {
      case Boolean _ -> YES_AND_NO.stream().filter(text -> reads(key, text)).toList();
      case Enum<?> one -> Stream.of(one.getDeclaringClass().getEnumConstants()).map(Enum::name).toList();
      default -> throw new IllegalArgumentException("not a choice: " + key.name());
    };
    return chosen(group, ParameterForm.CHOICE, effect, key, options);
  }

  /** Some of the stages of its default, kept by a form from its beginning; which routes there are says its reading. */
  public static Parameter stages(ParameterGroup group, ParameterKey<?> key) {
    return chosen(group, ParameterForm.STAGES, ParameterEffect.BEGUN_FORMS, key, List.of(key.standard().split(",")));
  }

  /** Some of these, in this order. */
  public static Parameter choices(ParameterGroup group, ParameterEffect effect, ParameterKey<?> key, List<String> options) {
    return chosen(group, ParameterForm.CHOICES, effect, key, options);
  }

  private static Parameter chosen(ParameterGroup group, ParameterForm form, ParameterEffect effect, ParameterKey<?> key, List<String> options) {
    return new Parameter(key, group, form, effect, Optional.empty(), key.standard(), options, _ -> true, Optional.empty());
  }

  /** The same with another example than its default. */
  public Parameter like(String other) {
    return new Parameter(key, group, form, effect, sheet, other, options, also, floor);
  }

  /** The same, laid out so. */
  public Parameter laidOut(ValueSheet other) {
    return new Parameter(key, group, form, effect, Optional.of(other), example, options, also, floor);
  }

  /** The same number, counted so. */
  public Parameter counted(Measure measure) {
    return laidOut(new OneNumber(measure, false));
  }

  /** The same, whose values have to be so, too. */
  public Parameter only(Predicate<String> condition) {
    return new Parameter(key, group, form, effect, sheet, example, options, also.and(condition), floor);
  }

  /** The same, which may never be below another one. */
  public Parameter notBelow(ParameterKey<?> other) {
    return new Parameter(key, group, form, effect, sheet, example, options, also, Optional.of(other));
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
