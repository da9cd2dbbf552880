package org.jiheng.app.review;

import java.time.Instant;
import org.jiheng.app.common.Problem;

/** What became of one edit. Whatever it is, the typed text is kept. */
public sealed interface EditOutcome {

  CellKey cell();

  /** The form has it. */
  record Saved(CellKey cell, String text) implements EditOutcome {}

  /** The form cannot take it; it is kept as the person's draft, with the sentence to show at the cell. */
  record Unreadable(CellKey cell, Problem problem) implements EditOutcome {}

  /** Somebody else changed the cell since the person began; the typed text is kept as a draft beside theirs. */
  record Overtaken(CellKey cell, String now, String by, Instant at) implements EditOutcome {}

  /** The cell may not be written by this person now. */
  record Locked(CellKey cell, Refusal refusal) implements EditOutcome {}
}
