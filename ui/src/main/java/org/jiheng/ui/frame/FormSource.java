package org.jiheng.ui.frame;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jiheng.app.common.Money;
import org.jiheng.app.document.Attachment;
import org.jiheng.app.document.AttachmentFile;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.form.FilledForms;
import org.jiheng.app.review.FormGuide;
import org.jiheng.app.review.FormHead;
import org.jiheng.app.review.LabelledChange;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.review.ShownForm;

/**
 * Where a form on the screen comes from and its commands go to: the jurisdiction's own use cases, or, looked at from the
 * prefecture, somewhere that only reads.
 */
public sealed interface FormSource<V extends ShownForm> {

  V open();

  List<LabelledChange> compare(int from, int to);

  default List<EditOutcome> write(List<CellEdit> edits) {
    throw readOnly();
  }

  default void walk(Move move, Order order) {
    throw readOnly();
  }

  /** Begins an adjustment and answers with it. */
  default UUID adjust(Order order) {
    throw readOnly();
  }

  default void note(CellKey cell, ReturnReason reason, String text) {
    throw readOnly();
  }

  default void dropNote(UUID note) {
    throw readOnly();
  }

  default void answer(UUID note, String words) {
    throw readOnly();
  }

  default void dropDraft(CellKey cell) {
    throw readOnly();
  }

  /** Puts lines at the end of a table, with what is typed into them, by column. */
  default FilledForms.Added addLines(CellKey table, List<Map<String, String>> lines) {
    throw readOnly();
  }

  default void removeLine(CellKey table, UUID line) {
    throw readOnly();
  }

  default void attach(CellKey cell, AttachmentFile file) {
    throw readOnly();
  }

  /** A file that was handed in with the form. */
  default Attachment file(UUID file) {
    throw new NoSuchFormException();
  }

  /** What finance tells those who fill in the form; empty where nothing is said, and for who only looks. */
  default Optional<FormGuide> guide(FormHead form) {
    return Optional.empty();
  }

  /** A file of it. */
  default Attachment guideFile(FormGuide guide, UUID file) {
    throw new NoSuchFormException();
  }

  private static RefusedException readOnly() {
    return new RefusedException(Refusal.because("move-not-yours"));
  }

  /** A form one may only look at. */
  record Shown<V extends ShownForm>(Supplier<V> opening, BiFunction<Integer, Integer, List<LabelledChange>> comparing)
      implements FormSource<V> {

    @Override
    public V open() {
      return opening.get();
    }

    @Override
    public List<LabelledChange> compare(int from, int to) {
      return comparing.apply(from, to);
    }
  }

  /** A form of the caller's own jurisdiction. */
  record Own<V extends ShownForm>(UUID id, FilledForms<?, ?, V> forms) implements FormSource<V> {

    @Override
    public V open() {
      return forms.open(id, UI.getCurrent().getLocale());
    }

    @Override
    public List<LabelledChange> compare(int from, int to) {
      return forms.compare(id, from, to);
    }

    @Override
    public List<EditOutcome> write(List<CellEdit> edits) {
      return forms.write(id, edits);
    }

    @Override
    public void walk(Move move, Order order) {
      forms.walk(id, move, order);
    }

    @Override
    public UUID adjust(Order order) {
      return forms.adjust(id, order);
    }

    @Override
    public void note(CellKey cell, ReturnReason reason, String text) {
      forms.note(id, cell, reason, text);
    }

    @Override
    public void dropNote(UUID note) {
      forms.dropNote(id, note);
    }

    @Override
    public void answer(UUID note, String words) {
      forms.answer(id, note, words);
    }

    @Override
    public void dropDraft(CellKey cell) {
      forms.dropDraft(id, cell);
    }

    @Override
    public FilledForms.Added addLines(CellKey table, List<Map<String, String>> lines) {
      return forms.addLines(id, table, lines, Money.In.WAN);
    }

    @Override
    public void removeLine(CellKey table, UUID line) {
      forms.removeLines(id, table, List.of(line));
    }

    @Override
    public void attach(CellKey cell, AttachmentFile file) {
      forms.attach(id, cell, file);
    }

    @Override
    public Attachment file(UUID file) {
      return forms.file(id, file);
    }

    @Override
    public Optional<FormGuide> guide(FormHead form) {
      return forms.guide(form);
    }

    @Override
    public Attachment guideFile(FormGuide guide, UUID file) {
      return forms.guideFile(guide.task(), file);
    }
  }
}
