package org.jiheng.app.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Problem;

/**
 * What taking a file over would do; nothing is done yet.
 *
 * @param refused why nothing can be taken from the file; empty if something can
 * @param fresh indicators that would be new
 * @param changed indicators that would get another version
 * @param unchanged lines that say what stands there already
 * @param findings lines that cannot be taken, each at its cell
 */
public record LibraryImport(
    String fileName, Optional<Problem> refused, List<Item> fresh, List<Item> changed, int unchanged, List<Finding> findings) {

  public LibraryImport {
    fresh = List.copyOf(fresh);
    changed = List.copyOf(changed);
    findings = List.copyOf(findings);
  }

  /**
   * A line that can be taken.
   *
   * @param differences what it says otherwise than the indicator it changes, in the order of the fields; empty for a new one
   * @param entry the indicator it changes; empty for a new one
   * @param seen of that indicator, what the preview saw
   */
  public record Item(int row, Map<LibraryField, String> texts, List<Difference> differences, Optional<UUID> entry, int seen) {

    public Item {
      texts = Map.copyOf(texts);
      differences = List.copyOf(differences);
    }

    public String title() {
      return texts.getOrDefault(LibraryField.LEVEL3, "");
    }
  }

  /** A field of a line that says something else than the indicator does. */
  public record Difference(LibraryField field, String before, String after) {}

  /** What is wrong at a cell. */
  public record Finding(String place, LibraryField field, String typed, Problem problem) {}

  /** Whether anything would be done. */
  public boolean applicable() {
    return refused.isEmpty() && !(fresh.isEmpty() && changed.isEmpty());
  }
}
