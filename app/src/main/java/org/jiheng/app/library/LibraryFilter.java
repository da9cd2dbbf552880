package org.jiheng.app.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jiheng.tenants.persistence.Like;

/**
 * Which indicators a list shows. Empty texts and empty choices ask for nothing.
 *
 * @param text part of a name, or the beginning of the code
 * @param sort one of {@code code}, {@code level1}, {@code level2}, {@code level3}, {@code industry}, {@code changed}; another sorts by code
 */
public record LibraryFilter(
    String text, Optional<LibraryLevel> level, String level1, String level2, String industry, String area, Optional<Boolean> common,
    Optional<EntryState> state, String sort, boolean ascending) {

  private static final Map<String, String> SORTS = Map.of("code", "l.code", "level1", "l.content.level1", "level2", "l.content.level2",
      "level3", "l.content.level3", "industry", "l.content.industry", "changed", "l.changedAt");

  public static final LibraryFilter ALL = new LibraryFilter("", Optional.empty(), "", "", "", "", Optional.empty(), Optional.empty(), "", true);

  /** As a condition on {@code l}, a {@link LibraryLine}, which begins with {@code and}. */
  String condition(Map<String, Object> parameters) {
    StringBuilder condition = new StringBuilder();
    Map<String, Object> equal = new LinkedHashMap<>();
    level.ifPresent(one -> equal.put("level", one));
    state.ifPresent(one -> equal.put("state", one));
    common.ifPresent(one -> equal.put("content.common", one));
    Map.of("content.level1", level1, "content.level2", level2, "content.industry", industry, "content.area", area)
        .forEach((path, asked) -> {
          if (!asked.isBlank()) {
            equal.put(path, asked.strip());
          }
        });
    equal.forEach((path, value) -> {
      String name = path.replace("content.", "") + "Asked";
      condition.append(" and l.").append(path).append(" = :").append(name);
      parameters.put(name, value);
    });
    if (!text.isBlank()) {
      condition.append(" and (l.content.level3 like :part escape '!' or l.content.explanation like :part escape '!' or l.code like :start escape '!')");
      parameters.put("part", Like.containing(text));
      parameters.put("start", Like.beginning(text));
    }
    return condition.toString();
  }

  String order() {
    return " order by " + SORTS.getOrDefault(sort, "l.code") + (ascending ? " asc" : " desc") + ", l.code, l.id";
  }

  /** For the trail. */
  String said() {
    return text.isBlank() ? "" : "“" + text + "”";
  }
}
