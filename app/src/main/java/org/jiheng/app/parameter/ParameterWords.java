package org.jiheng.app.parameter;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiheng.app.common.Words;

/** Parameters in the words of the office; what has no word of its own is shown as it is written. */
public final class ParameterWords {

  private ParameterWords() {}

  public static String name(Words words, Parameter parameter) {
    return words.say("parameter.name." + parameter.name());
  }

  /** What it is for, and where it comes from. */
  public static String text(Words words, Parameter parameter) {
    return words.say("parameter.text." + parameter.name());
  }

  public static String group(Words words, ParameterGroup group) {
    return words.say("parameter.group." + group.name());
  }

  /** How its value is filled in. */
  public static String form(Words words, Parameter parameter) {
    return words.say("parameter.form." + parameter.form().name(), Map.of("example", value(words, parameter, parameter.example())));
  }

  /** What a new value does, and what stays as it was. */
  public static String effect(Words words, Parameter parameter) {
    return words.say("parameter.effect." + parameter.effect().name());
  }

  /** A stored value; one that cannot be read, of before a rule was made stricter, is shown as it is written. */
  public static String value(Words words, Parameter parameter, String text) {
    if (parameter.sheet().isPresent()) {
      return said(words, parameter.sheet(), text).orElse(text);
    }
    return switch (parameter.form()) {
      case CHOICE, CHOICES, STAGES -> text.isEmpty() ? words.say("parameter.none") : Arrays.stream(text.split(",", -1))
          .map(part -> option(words, part.strip())).collect(Collectors.joining(words.say("parameter.between")));
      default -> text;
    };
  }

  private static Optional<String> said(Words words, Optional<ValueSheet> sheet, String text) {
    try {
      return sheet.map(one -> one.said(words, text));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** One of the options of a choice. */
  public static String option(Words words, String option) {
    return words.find("parameter.value." + option).orElse(option);
  }

  /** A number, or several, with what is counted. */
  public static String measured(Words words, Measure.Unit unit, String number) {
    return words.say("parameter.unit." + unit.name(), Map.of("number", number));
  }

  /** What is counted, by itself. */
  public static String unit(Words words, Measure.Unit unit) {
    return measured(words, unit, "").strip();
  }

  /** The heading of a column of a value that is laid out as a table. */
  public static String column(Words words, String name) {
    return words.say("parameter.column." + name);
  }

  /** The heading of one of several tables. */
  public static String table(Words words, String name) {
    return words.say("parameter.table." + name);
  }

  /** The options that are chosen in a cell. */
  public static String options(Words words, List<String> chosen) {
    return chosen.stream().map(option -> option(words, option)).collect(Collectors.joining(words.say("parameter.between")));
  }
}
