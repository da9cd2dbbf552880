package org.jiheng.app.review;

import java.util.List;
import java.util.Optional;
import org.jiheng.app.common.Problem;

/**
 * What taking a file over into a form would do. Nothing is written yet.
 *
 * @param refused why the file cannot be taken at all; empty if it can
 * @param changes cells that would get another text, with what they are called
 * @param locked cells the file would change and that may not be written now; they stay as they are
 * @param newLines how many lines would be added
 * @param findings texts the form cannot take as they are; they come as drafts, to be mended at their cells
 * @param plan what the room has read in the file; empty if the file is refused
 */
public record ImportPreview<P>(
    String fileName, Optional<Problem> refused, List<LabelledChange> changes, List<LabelledChange> locked, int newLines, List<Finding> findings,
    Optional<P> plan) {

  /**
   * A text that cannot be taken.
   *
   * @param place where it stands in the file, for example {@code F12}
   */
  public record Finding(String place, String label, String typed, Problem problem) {}

  /** Of a file that cannot be taken at all. */
  public static <P> ImportPreview<P> refused(String fileName, Problem problem) {
    return new ImportPreview<>(fileName, Optional.of(problem), List.of(), List.of(), 0, List.of(), Optional.empty());
  }

  public boolean applicable() {
    return refused.isEmpty() && (newLines > 0 || !changes.isEmpty() || !findings.isEmpty());
  }
}
