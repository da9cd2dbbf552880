package org.jiheng.app.review;

import org.jiheng.app.common.TypedText;

/**
 * A person typed into a cell.
 *
 * @param seen the cell's text when the person began, as the form gave it
 * @param typed what the person typed, as typed
 */
public record CellEdit(CellKey cell, String seen, String typed) {

  public CellEdit {
    seen = TypedText.of(seen);
    typed = TypedText.of(typed);
  }
}
