package org.jiheng.infra.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a command: those that stand for themselves, and options with their values.
 *
 * @param plain in their order
 * @param options by name with the two dashes
 */
record CommandWords(List<String> plain, Map<String, String> options) {

  static CommandWords of(List<String> words) {
    Map<String, String> options = new HashMap<>();
    List<String> plain = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).startsWith("--")) {
        options.put(words.get(i), i + 1 < words.size() ? words.get(++i) : "");
      } else {
        plain.add(words.get(i));
      }
    }
    return new CommandWords(plain, options);
  }

  /** The word at this place, counted from 0; empty text if there is none. */
  String at(int place) {
    return place < plain.size() ? plain.get(place) : "";
  }

  /** The value of an option; empty text if it was not given. */
  String option(String name) {
    return options.getOrDefault(name, "");
  }

  /** Name of whoever is at the machine, for the record. */
  static String user() {
    return System.getProperty("user.name", "command");
  }
}
