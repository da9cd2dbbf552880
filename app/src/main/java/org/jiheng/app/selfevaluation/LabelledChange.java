package org.jiheng.app.selfevaluation;

import org.jiheng.app.review.CellChange;

/** A change of a cell, with what the cell is called. */
public record LabelledChange(String label, CellChange change) {}
