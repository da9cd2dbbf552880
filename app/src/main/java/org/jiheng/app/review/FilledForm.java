package org.jiheng.app.review;

import java.util.UUID;

/**
 * A form of a room: typed columns and lines of its own, which it offers as cells. Has the identifier of the {@link Review} that is
 * its life.
 */
public interface FilledForm {

  UUID id();

  /** The form as it stands, in reading order. */
  Cells cells();

  /** What belongs into a cell the form has, or will have when the line it names is there. */
  CellKind kind(CellKey cell);

  /** Takes the text of a cell as its kind has read it. */
  void write(CellKey cell, String text);

  /**
   * Puts a line at the end of one of the form's tables; its cells lie in the row {@code table/identifier}.
   *
   * @throws IllegalArgumentException if the form has no such table, or one of fixed lines
   */
  default UUID addLine(CellKey table) {
    throw new IllegalArgumentException("no lines are added to " + table);
  }

  /** Takes a line away. @param row one whose cells the form has, in a table lines are added to */
  default void removeLine(CellKey row) {
    throw new IllegalArgumentException("no line is taken away: " + row);
  }
}
