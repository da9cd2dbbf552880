package org.jiheng.app.project;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiheng.tenants.audit.TrailFilter;

/**
 * Projects that are confidential now. What was written down about one before it was marked stays for ever where nothing is ever changed;
 * whoever shows such a record asks here and shows the code alone (DOMAIN 12). Pure.
 *
 * @param codes by project
 * @param beside codes of such projects, by the project finance judged together with them as duplicates: a verdict names both
 */
public record Classified(Map<UUID, String> codes, Map<UUID, String> beside) {

  private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  public Classified {
    codes = Map.copyOf(codes);
    beside = Map.copyOf(beside);
  }

  public boolean none() {
    return codes.isEmpty();
  }

  /** What no record is found by: a name that was guessed would show itself to be right. */
  public TrailFilter.Untold untold() {
    return new TrailFilter.Untold(codes.keySet(), beside.keySet(), verdicts().toList(), ProjectEntry.PLACEHOLDER);
  }

  private static Stream<String> verdicts() {
    return Stream.of(DuplicateVerdict.Verdict.values()).map(Enum::name);
  }

  /**
   * Code of the project a record of the trail may say no more of; empty if its words may be shown. What was written when the project was
   * confidential already says nothing that describes it.
   *
   * @param texts what it is about, and what stood and stands there: records of the database's own name a project there
   */
  public Optional<String> of(String title, String note, String... texts) {
    if (title.equals(ProjectEntry.PLACEHOLDER)) {
      return Optional.empty();
    }
    boolean verdict = verdicts().anyMatch(note::startsWith);
    return Stream.of(texts).flatMap(text -> IDENTIFIER.matcher(text).results()).map(found -> UUID.fromString(found.group()))
        .flatMap(id -> Optional.ofNullable(codes.get(id)).or(() -> Optional.ofNullable(beside.get(id)).filter(_ -> verdict)).stream()).findFirst();
  }
}
