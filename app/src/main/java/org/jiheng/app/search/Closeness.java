package org.jiheng.app.search;

import java.util.stream.Stream;

/** How close what was found is to what was looked for, the closest first. */
enum Closeness {
  /** It is called just so, or has just this code. */
  SAME,
  /** Its name or code begins so. */
  BEGINS,
  /** The words are somewhere in it. */
  CONTAINS;

  static Closeness of(String words, String... names) {
    return Stream.of(names).anyMatch(words::equals) ? SAME : Stream.of(names).anyMatch(name -> name.startsWith(words)) ? BEGINS : CONTAINS;
  }
}
