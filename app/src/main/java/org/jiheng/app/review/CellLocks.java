package org.jiheng.app.review;

import java.util.List;
import java.util.Optional;

/**
 * Which cells of a form may be written now, and why the others may not. A draft is open to its unit. A returned form is
 * open where it was returned and nowhere else: at the cell, the row or the section a note of the last return stands at,
 * and at the cells that depend on such a cell (an explanation goes with the figure it explains).
 */
public final class CellLocks {

  /** Which cells must be writable together with a returned one. */
  @FunctionalInterface
  public interface Dependence {
    /** Whether the cell has to follow when the returned one is changed. */
    boolean follows(CellKey cell, CellKey returned);
  }

  private final Standing standing;
  private final List<CellKey> returned;
  private final Dependence dependence;

  public CellLocks(Standing standing, List<CellKey> returned, Dependence dependence) {
    this.standing = standing;
    this.returned = List.copyOf(returned);
    this.dependence = dependence;
  }

  /** Why the caller may not write in this cell now; empty if it may. */
  public Optional<Refusal> refusal(CellKey cell) {
    if (!standing.callerDrafts()) {
      return Optional.of(Refusal.because("only-the-unit-writes"));
    }
    return switch (standing.state()) {
      case DRAFT -> Optional.empty();
      case RETURNED -> returned(cell) ? Optional.empty() : Optional.of(Refusal.because("cell-not-returned"));
      case REJECTED -> Optional.of(Refusal.because("form-rejected"));
      case APPROVED, SUPERSEDED -> Optional.of(Refusal.because("form-approved"));
      default -> Optional.of(Refusal.because("form-under-review"));
    };
  }

  public boolean open(CellKey cell) {
    return refusal(cell).isEmpty();
  }

  /** Whether a text the form cannot take now waits as the caller's draft: it is the caller's form, and may come back. */
  public boolean keepsDrafts() {
    return standing.callerDrafts() && standing.state().holder().isPresent();
  }

  /** Whether a note of the last return stands at this cell, its row or its section. */
  public boolean returned(CellKey cell) {
    return returned.stream().anyMatch(key -> key.contains(cell) || dependence.follows(cell, key));
  }
}
