package org.jiheng.app.review;

/**
 * One cell that differs between two states of a form.
 *
 * @param added the earlier state had no such cell
 * @param removed the later state has no such cell
 */
public record CellChange(CellKey key, String before, String after, boolean added, boolean removed) {}
