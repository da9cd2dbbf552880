package org.jiheng.infra.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Calls as they stand in a source text. */
final class Calls {

  private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");

  private Calls() {}

  /** The arguments of every call of a method whose name matches. */
  static List<List<String>> of(String method, String code) {
    return Pattern.compile("(?:" + method + ")\\(").matcher(code).results().map(call -> arguments(code, call.end())).toList();
  }

  private static List<String> arguments(String code, int begin) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int from = begin;
    for (int at = begin; at < code.length(); at++) {
      char sign = code.charAt(at);
      switch (sign) {
        case '"' -> at = endOfLiteral(code, at);
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth--;
        default -> { }
      }
      if (depth < 0 || depth == 0 && sign == ',') {
        arguments.add(code.substring(from, at).strip());
        from = at + 1;
      }
      if (depth < 0) {
        return arguments;
      }
    }
    throw new IllegalArgumentException("a call without an end");
  }

  private static int endOfLiteral(String code, int begin) {
    int at = begin + 1;
    while (code.charAt(at) != '"') {
      at += code.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  /** The literals of an argument: true for one that stands for itself, false for one that something is put behind. */
  static Map<String, Boolean> texts(String argument) {
    Map<String, Boolean> texts = new LinkedHashMap<>();
    for (MatchResult literal : LITERAL.matcher(argument).results().toList()) {
      if (!argument.substring(0, literal.start()).stripTrailing().endsWith("+")) {
        texts.put(literal.group(1), !argument.substring(literal.end()).stripLeading().startsWith("+"));
      }
    }
    return texts;
  }
}
