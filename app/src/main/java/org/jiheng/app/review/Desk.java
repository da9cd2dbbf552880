package org.jiheng.app.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.time.Instant;

/**
 * A form's life as one person sees it, whole: where it stands, what may be done with it and why not, the notes in its
 * margin, what changed, what that person typed and could not save. Detached from the database; screens show it and
 * decide nothing.
 *
 * @param adjusts the approved form this one is the adjustment of
 * @param version to be given back with the next {@link Order}
 * @param changes cells that differ from the version last returned or rejected; before the first return or rejection, of an
 *     adjustment from what was approved, of any other form none
 * @param drafts the caller's unsaved texts, by cell
 */
public record Desk(
    UUID id,
    FormHead head,
    Optional<UUID> adjusts,
    Route route,
    FormState state,
    int round,
    int version,
    Instant changedAt,
    String changedBy,
    List<Move.Offer> offers,
    boolean mayNote,
    CellLocks locks,
    List<CellNote> notes,
    List<ReviewStep> steps,
    List<VersionHead> versions,
    Map<CellKey, CellChange> changes,
    Map<CellKey, Draft> drafts) {

  /** A kept version without its cells. */
  public record VersionHead(int number, Instant madeAt, String madeBy, String digest) {}

  /** Whether any cell at all may be written by the caller. */
  public boolean writable() {
    return offers.stream().anyMatch(offer -> offer.move() == Move.SUBMIT);
  }

  /**
   * Whether its unit has still to answer at this cell: a note of the return, or of the rejection after which the form was begun
   * anew, waits at it, its row or section.
   */
  public boolean returned(CellKey cell) {
    return state.editable()
        && notes.stream().anyMatch(note -> note.state() == CellNote.State.OPEN && note.cell().contains(cell));
  }
}
