package org.jiheng.app.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellLabels;
import org.jiheng.app.review.CellLocks;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.Drafts;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.FilledForm;
import org.jiheng.app.review.LabelledChange;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;

/** Puts lines into the tables of a form and takes them away; what comes with a new one is taken as if it were typed. */
final class LineTaking {

  private final Review review;
  private final FilledForm form;
  private final CellLabels labels;
  private final Reviews reviews;
  private final CellLocks locks;
  private final Money.In bare;
  private final List<LabelledChange> changes = new ArrayList<>();

  LineTaking(Review review, FilledForm form, CellLabels labels, Reviews reviews, CellLocks locks, Money.In bare) {
    this.review = review;
    this.form = form;
    this.labels = labels;
    this.reviews = reviews;
    this.locks = locks;
    this.bare = bare;
  }

  /** One for each line: a new line is one change, whatever came with it. */
  List<LabelledChange> changes() {
    return changes;
  }

  /** @throws RefusedException if the lines may not be changed now, or there would be too many */
  FilledForms.Added add(CellKey table, List<Map<String, String>> lines) {
    mustBeOpen(locks, table);
    long there = form.cells().keys().stream().filter(table::contains).map(cell -> cell.part(1)).distinct().count();
    if (there + lines.size() > FilledForms.MOST_LINES) {
      throw new RefusedException(Refusal.because("too-many-lines", "most", FilledForms.MOST_LINES));
    }
    Drafts drafts = reviews.draftsOf(review);
    List<UUID> added = new ArrayList<>();
    List<EditOutcome> outcomes = new ArrayList<>();
    for (Map<String, String> texts : lines) {
      UUID line = form.addLine(table);
      added.add(line);
      if (!texts.isEmpty()) {
        // each line by itself: a later one may take over what stands in it
        Cells cells = form.cells();
        EditTaking taking = new EditTaking(review, form, labels, reviews, locks, drafts, bare);
        texts.forEach((column, typed) -> {
          CellKey cell = CellKey.of(table, line, column);
          outcomes.add(taking.take(new CellEdit(cell, cells.text(cell), typed)));
        });
      }
    }
    Cells cells = form.cells();
    added.stream().map(line -> CellKey.of(table, line))
        .forEach(row -> changes.add(new LabelledChange(label(row, cells), new CellChange(row, "", texts(row, cells), true, false))));
    return new FilledForms.Added(added, outcomes);
  }

  /** Lines that are not there are passed over. @throws RefusedException if the lines may not be changed now */
  void remove(CellKey table, Collection<UUID> lines) {
    mustBeOpen(locks, table);
    Cells cells = form.cells();
    List<CellKey> rows = lines.stream().map(line -> CellKey.of(table, line)).filter(row -> cells.keys().stream().anyMatch(row::contains)).toList();
    rows.forEach(form::removeLine);
    rows.forEach(row -> changes.add(new LabelledChange(label(row, cells), new CellChange(row, texts(row, cells), "", false, true))));
  }

  static void mustBeOpen(CellLocks locks, CellKey cell) {
    locks.refusal(cell).ifPresent(refusal -> {
      throw new RefusedException(refusal);
    });
  }

  private String texts(CellKey row, Cells cells) {
    return cells.keys().stream().filter(row::contains).map(cell -> form.kind(cell).said(cells.text(cell), Words.chinese()))
        .filter(text -> !text.isEmpty()).collect(Collectors.joining(" | "));
  }

  private String label(CellKey cell, Cells cells) {
    return labels.label(cell, List.of(cells), Words.chinese());
  }
}
