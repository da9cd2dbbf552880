package org.jiheng.app.library;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lines of a file that name no code, held against the indicators that are there: one is taken for the indicator in force of the same
 * three names, industry and area. Where several are called so, lines and indicators meet in their order, so that a file taken in twice
 * changes nothing the second time. What the file names by its code elsewhere is spoken for.
 */
final class Unnamed {

  private final Map<List<String>, Deque<LibraryLine>> waiting = new HashMap<>();

  /**
   * @param own newest versions of the caller's own level
   * @param codes every code the file names
   */
  Unnamed(Collection<LibraryLine> own, Set<String> codes) {
    own.stream().filter(line -> line.state() == EntryState.IN_FORCE && !codes.contains(line.code())).sorted(Comparator.comparing(LibraryLine::code))
        .forEach(line -> waiting.computeIfAbsent(key(IndicatorTexts.of(line.code(), line.indicator())), _ -> new ArrayDeque<>()).add(line));
  }

  /** The indicator the next line without a code is taken for; empty for a new one. */
  Optional<LibraryLine> next(Map<LibraryField, String> texts) {
    return Optional.ofNullable(waiting.get(key(texts))).map(Deque::poll);
  }

  private static List<String> key(Map<LibraryField, String> texts) {
    return List.of(LibraryField.LEVEL1, LibraryField.LEVEL2, LibraryField.LEVEL3, LibraryField.INDUSTRY, LibraryField.AREA).stream()
        .map(field -> texts.getOrDefault(field, "").strip()).toList();
  }
}
