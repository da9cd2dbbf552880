package org.jiheng.app.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellKind;
import org.jiheng.app.review.CellLabels;
import org.jiheng.app.review.CellLocks;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.Drafts;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FilledForm;
import org.jiheng.app.review.LabelledChange;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;

/** Takes a person's edits into a form, one after the other; what the form cannot take becomes that person's draft. */
final class EditTaking {

  private final Review review;
  private final FilledForm form;
  private final CellLabels labels;
  private final Reviews reviews;
  private final CellLocks locks;
  private final Drafts drafts;
  private final Money.In bare;
  private final Cells cells;
  private final Map<CellKey, String> written = new HashMap<>();
  private final List<LabelledChange> changes = new ArrayList<>();

  EditTaking(Review review, FilledForm form, CellLabels labels, Reviews reviews, CellLocks locks, Drafts drafts, Money.In bare) {
    this.review = review;
    this.form = form;
    this.labels = labels;
    this.reviews = reviews;
    this.locks = locks;
    this.drafts = drafts;
    this.bare = bare;
    this.cells = form.cells();
  }

  /** What was taken, one change an edit. */
  List<LabelledChange> changes() {
    return changes;
  }

  EditOutcome take(CellEdit edit) {
    CellKey cell = edit.cell();
    if (!cells.has(cell)) {
      return locked(edit, Refusal.because("cell-gone"));
    }
    String now = written.getOrDefault(cell, cells.text(cell));
    CellKind kind = form.kind(cell);
    Parsed<String> read = kind.read(edit.typed(), bare);
    if (read.value().filter(now::equals).isPresent()) {
      // a file gives every cell back: one that stays as it is needs no right to be written
      drafts.drop(cell);
      return new EditOutcome.Saved(cell, now);
    }
    Optional<Refusal> refusal = locks.refusal(cell);
    if (refusal.isPresent()) {
      return locked(edit, refusal.get());
    }
    if (read.problem().isPresent()) {
      drafts.keep(edit);
      return new EditOutcome.Unreadable(cell, read.problem().get());
    }
    String text = read.value().orElseThrow();
    if (!edit.seen().equals(now)) {
      drafts.keep(edit);
      return new EditOutcome.Overtaken(cell, now, review.changedBy(), review.changedAt());
    }
    form.write(cell, text);
    written.put(cell, text);
    changes.add(new LabelledChange(label(cell), new CellChange(cell, kind.said(now, Words.chinese()), kind.said(text, Words.chinese()), false, false)));
    drafts.drop(cell);
    return new EditOutcome.Saved(cell, text);
  }

  private EditOutcome locked(CellEdit edit, Refusal refusal) {
    if (locks.keepsDrafts()) {
      drafts.keep(edit);
    }
    reviews.notTaken(review, edit, cells.has(edit.cell()) ? label(edit.cell()) : edit.cell().path(), refusal);
    return new EditOutcome.Locked(edit.cell(), refusal);
  }

  private String label(CellKey cell) {
    return labels.label(cell, List.of(cells), Words.chinese());
  }
}
