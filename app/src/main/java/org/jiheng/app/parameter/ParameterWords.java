package org.jiheng.app.parameter;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiheng.app.common.Words;

/** Parameters in the words of the office; what has no word of its own is shown as it is written. */
public final class ParameterWords {

  private static final Pattern DATES = Pattern.compile("([+-]?\\d-\\d{2}-\\d{2})/([+-]?\\d-\\d{2}-\\d{2})(?:/([+-]?\\d-\\d{2}-\\d{2}))?");
  private static final int YEAR_AND_SIGN = 6;

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

  /** How its value is written. */
  public static String form(Words words, Parameter parameter) {
    return words.say("parameter.form." + parameter.form().name(), Map.of("example", parameter.example()));
  }

  /** A stored value: codes, lists and pairs of codes, and dates in words. */
  public static String value(Words words, String text) {
    if (text.isEmpty()) {
      return words.say("parameter.none");
    }
    Matcher dates = DATES.matcher(text);
    if (dates.matches()) {
      return dates.group(3) == null
          ? words.say("parameter.dates", Map.of("opens", day(words, dates.group(1)), "due", day(words, dates.group(2))))
          : words.say("parameter.dates-cut", Map.of("opens", day(words, dates.group(1)), "due", day(words, dates.group(2)),
              "cut", day(words, dates.group(3))));
    }
    List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    List<String> said = parts.stream().map(part -> pair(words, part)).toList();
    return said.equals(parts) ? text : String.join(words.say("parameter.between"), said);
  }

  private static String pair(Words words, String text) {
    return Arrays.stream(text.split("=", 2)).map(part -> option(words, part)).collect(Collectors.joining("="));
  }

  /** One of the options of a choice. */
  public static String option(Words words, String option) {
    return words.find("parameter.value." + option).orElse(option);
  }

  private static String day(Words words, String text) {
    String years = text.substring(0, text.length() - YEAR_AND_SIGN).replace("+", "");
    String day = text.substring(text.length() - YEAR_AND_SIGN + 1);
    return words.find("parameter.year." + years).isPresent() ? words.say("parameter.year." + years, Map.of("day", day)) : text;
  }
}
