package org.jiheng.app.review;

/**
 * A person typed into a cell.
 *
 * @param seen the cell's text when the person began, as the form gave it
 * @param typed what the person typed, as typed
 */
public record CellEdit(CellKey cell, String seen, String typed) {

  private static final String NO_CHARACTER = "\u0000";

  public CellEdit {
    // comes with text pasted from elsewhere; PostgreSQL keeps no text that holds it
    typed = typed.replace(NO_CHARACTER, "");
  }
}
