package org.jiheng.ui.selfevaluation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jiheng.app.document.FileName;
import org.jiheng.app.review.CellEdit;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.LabelledChange;
import org.jiheng.app.review.Move;
import org.jiheng.app.review.Order;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.ReturnReason;
import org.jiheng.app.selfevaluation.ImportPreview;
import org.jiheng.app.selfevaluation.IndicatorRow;
import org.jiheng.app.selfevaluation.SelfEvaluationExchange;
import org.jiheng.app.selfevaluation.SelfEvaluationForm;
import org.jiheng.app.selfevaluation.SelfEvaluations;

/**
 * Where a form on the screen comes from and its commands go to: the jurisdiction's own use cases, or, looked at from the
 * prefecture, somewhere that only reads.
 */
public sealed interface FormSource {

  SelfEvaluationForm open();

  List<LabelledChange> compare(int from, int to);

  /** Whether the form can be exchanged with files here. */
  boolean exchanges();

  default List<EditOutcome> write(List<CellEdit> edits) {
    throw readOnly();
  }

  default void walk(Move move, UUID command, int seenVersion, Optional<ReturnReason> reason, String comment) {
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

  /** Puts lines at the end, with what is typed into them. */
  default SelfEvaluations.Added addLines(List<Map<IndicatorRow.Column, String>> lines) {
    throw readOnly();
  }

  default void removeLine(UUID line) {
    throw readOnly();
  }

  default ImportPreview preview(String fileName, byte[] content) {
    throw readOnly();
  }

  default List<EditOutcome> take(ImportPreview preview) {
    throw readOnly();
  }

  default Component templateLink(String text, SelfEvaluationForm form) {
    throw readOnly();
  }

  private static RefusedException readOnly() {
    return new RefusedException(Refusal.because("move-not-yours"));
  }

  /** A form one may only look at. */
  record Shown(Supplier<SelfEvaluationForm> opening, BiFunction<Integer, Integer, List<LabelledChange>> comparing)
      implements FormSource {

    @Override
    public SelfEvaluationForm open() {
      return opening.get();
    }

    @Override
    public List<LabelledChange> compare(int from, int to) {
      return comparing.apply(from, to);
    }

    @Override
    public boolean exchanges() {
      return false;
    }
  }

  /** A form of the caller's own jurisdiction. */
  record Own(UUID id, SelfEvaluations selfEvaluations, SelfEvaluationExchange exchange) implements FormSource {

    @Override
    public SelfEvaluationForm open() {
      return selfEvaluations.open(id, UI.getCurrent().getLocale());
    }

    @Override
    public List<LabelledChange> compare(int from, int to) {
      return selfEvaluations.compare(id, from, to);
    }

    @Override
    public boolean exchanges() {
      return true;
    }

    @Override
    public List<EditOutcome> write(List<CellEdit> edits) {
      return selfEvaluations.write(id, edits);
    }

    @Override
    public void walk(Move move, UUID command, int seenVersion, Optional<ReturnReason> reason, String comment) {
      selfEvaluations.walk(id, move, new Order(command, seenVersion, reason, comment));
    }

    @Override
    public void note(CellKey cell, ReturnReason reason, String text) {
      selfEvaluations.note(id, cell, reason, text);
    }

    @Override
    public void dropNote(UUID note) {
      selfEvaluations.dropNote(id, note);
    }

    @Override
    public void answer(UUID note, String words) {
      selfEvaluations.answer(id, note, words);
    }

    @Override
    public void dropDraft(CellKey cell) {
      selfEvaluations.dropDraft(id, cell);
    }

    @Override
    public SelfEvaluations.Added addLines(List<Map<IndicatorRow.Column, String>> lines) {
      return selfEvaluations.addLines(id, lines);
    }

    @Override
    public void removeLine(UUID line) {
      selfEvaluations.removeLines(id, List.of(line));
    }

    @Override
    public ImportPreview preview(String fileName, byte[] content) {
      return exchange.read(id, fileName, content);
    }

    @Override
    public List<EditOutcome> take(ImportPreview preview) {
      return exchange.apply(id, preview);
    }

    @Override
    public Component templateLink(String text, SelfEvaluationForm form) {
      Anchor link = new Anchor(DownloadHandler.fromInputStream(_ -> {
        byte[] workbook = exchange.template(id);
        return new DownloadResponse(new ByteArrayInputStream(workbook), FileName.of(form.projectName(), "xlsx"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.length);
      }), text);
      link.setId("template");
      return link;
    }
  }
}
