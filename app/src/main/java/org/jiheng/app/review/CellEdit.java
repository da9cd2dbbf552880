package org.jiheng.app.review;

/**
 * A person typed into a cell.
 *
 * @param seen the cell's text when the person began, as the form gave it
 * @param typed what the person typed, as typed
 */
public record CellEdit(CellKey cell, String seen, String typed) {}
