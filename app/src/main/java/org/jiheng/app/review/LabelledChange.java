package org.jiheng.app.review;


/** A change of a cell, with what the cell is called. */
public record LabelledChange(String label, CellChange change) {}
