package org.jiheng.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.ImportPreview;

/** Takes a file over into a form: first shows which cells would change and what cannot be taken as it is. */
public final class ImportDialog<P> extends TakingDialog<ImportPreview<P>> {

  private static final long serialVersionUID = 1L;

  private final transient BiFunction<String, byte[], ImportPreview<P>> reading;
  private final transient Function<ImportPreview<P>, List<EditOutcome>> taking;

  /**
   * @param text which files are taken
   * @param reading reads a file of this name and says what taking it over would do
   * @param taking takes it over, and says what became of every text of it
   */
  public ImportDialog(
      String title, String text, BiFunction<String, byte[], ImportPreview<P>> reading, Function<ImportPreview<P>, List<EditOutcome>> taking,
      Runnable done) {
    super(title, text, UI.getCurrent().getTranslation("upload.wrong-type"), List.of(".xlsx", ".json", ".xls"), done);
    this.reading = reading;
    this.taking = taking;
  }

  @Override
  protected ImportPreview<P> read(String fileName, byte[] content) {
    return reading.apply(fileName, content);
  }

  @Override
  protected Optional<Problem> refused(ImportPreview<P> what) {
    return what.refused();
  }

  @Override
  protected List<Component> shown(ImportPreview<P> what) {
    Words words = Words.in(getLocale());
    UnorderedList findings = new UnorderedList();
    what.findings().forEach(one -> findings.add(new ListItem(one.place() + " " + one.label() + ": " + words.say(one.problem()))));
    List<Component> shown = new ArrayList<>(List.of(
        new Paragraph(getTranslation("import.preview", what.changes().size(), what.newLines(), what.findings().size(), what.locked().size())),
        findings, History.table(what.changes())));
    if (!what.locked().isEmpty()) {
      shown.add(new Paragraph(getTranslation("import.locked")));
      shown.add(History.table(what.locked()));
    }
    return shown;
  }

  @Override
  protected boolean applicable(ImportPreview<P> what) {
    return what.applicable();
  }

  /** Says what became of it only when something was not taken as it stood in the file. */
  @Override
  protected void take(ImportPreview<P> what) {
    List<EditOutcome> outcomes = taking.apply(what);
    long saved = outcomes.stream().filter(EditOutcome.Saved.class::isInstance).count();
    long locked = outcomes.stream().filter(EditOutcome.Locked.class::isInstance).count();
    if (saved < outcomes.size()) {
      Failures.say(getTranslation("import.taken", saved, outcomes.size() - saved - locked, locked));
    }
  }
}
