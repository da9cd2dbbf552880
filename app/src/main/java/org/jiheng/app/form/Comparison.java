package org.jiheng.app.form;

import java.util.List;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellKind;
import org.jiheng.app.review.CellLabels;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.FilledForm;
import org.jiheng.app.review.LabelledChange;

/** What differs between two states of a form, as a person reads it: cells by their names, what was chosen in words. Pure. */
record Comparison(FilledForm form, CellLabels labels) {

  List<LabelledChange> of(Cells from, Cells to) {
    return to.since(from).stream()
        .map(change -> new LabelledChange(labels.label(change.key(), List.of(to, from), Words.chinese()), inWords(change))).toList();
  }

  private CellChange inWords(CellChange change) {
    CellKind kind = form.kind(change.key());
    return new CellChange(change.key(), kind.said(change.before(), Words.chinese()), kind.said(change.after(), Words.chinese()), change.added(),
        change.removed());
  }
}
