package org.jiheng.ui.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Spreadsheet;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.ImportPreview;
import org.jiheng.app.review.RefusedException;

/** Takes a file in: first shows what would change and what cannot be taken as it is, then takes it over. */
public final class ImportDialog<P> extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient BiFunction<String, byte[], ImportPreview<P>> reading;
  private final Div preview = new Div();
  private final Button take = new Button();
  private transient ImportPreview<P> read;

  /**
   * @param text which files are taken
   * @param reading reads a file of this name and says what taking it over would do
   * @param taking takes it over, and says what became of every text of it
   */
  public ImportDialog(
      String title, String text, BiFunction<String, byte[], ImportPreview<P>> reading, Function<ImportPreview<P>, List<EditOutcome>> taking,
      Runnable done) {
    this.reading = reading;
    addClassName("import");
    setHeaderTitle(title);
    Upload upload = new Upload(UploadHandler.inMemory((meta, content) -> read(meta.fileName(), content)));
    upload.setAcceptedFileTypes(".xlsx", ".json", ".xls");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(Spreadsheet.LARGEST);
    upload.setI18n(words());
    upload.addFileRejectedListener(rejected -> sentence(rejected.getErrorMessage()));
    take.setText(getTranslation("import.take"));
    take.setId("take-import");
    take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    take.setEnabled(false);
    take.setDisableOnClick(true);
    take.addClickListener(_ -> {
      try {
        taken(taking.apply(read));
        close();
        done.run();
      } catch (RefusedException refused) {
        Failures.refused(refused);
        take.setEnabled(true);
      }
    });
    preview.addClassName("import-preview");
    add(new Paragraph(text), upload, preview);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), take);
  }

  private UploadI18N words() {
    UploadI18N words = new UploadI18N();
    words.setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("upload.choose")).setMany(getTranslation("upload.choose")));
    words.setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("upload.drop")).setMany(getTranslation("upload.drop")));
    words.setError(new UploadI18N.Error().setFileIsTooBig(getTranslation("upload.too-big"))
        .setIncorrectFileType(getTranslation("upload.wrong-type")).setTooManyFiles(getTranslation("upload.one")));
    return words;
  }

  private void read(String fileName, byte[] content) {
    read = reading.apply(fileName, content);
    Words words = Words.in(getLocale());
    if (read.refused().isPresent()) {
      sentence(words.say(read.refused().get()));
      return;
    }
    preview.removeAll();
    preview.add(new Paragraph(getTranslation("import.preview", read.changes().size(), read.newLines(), read.findings().size(),
        read.locked().size())));
    UnorderedList findings = new UnorderedList();
    read.findings().forEach(one -> findings.add(new ListItem(one.place() + " " + one.label() + ": " + words.say(one.problem()))));
    preview.add(findings, History.table(read.changes()));
    if (!read.locked().isEmpty()) {
      preview.add(new Paragraph(getTranslation("import.locked")), History.table(read.locked()));
    }
    take.setEnabled(read.applicable());
  }

  /** Says it only when something was not taken as it stood in the file. */
  private void taken(List<EditOutcome> outcomes) {
    long saved = outcomes.stream().filter(EditOutcome.Saved.class::isInstance).count();
    long locked = outcomes.stream().filter(EditOutcome.Locked.class::isInstance).count();
    if (saved < outcomes.size()) {
      Failures.say(getTranslation("import.taken", saved, outcomes.size() - saved - locked, locked));
    }
  }

  private void sentence(String text) {
    preview.removeAll();
    Paragraph problem = new Paragraph(text);
    problem.addClassName("problem");
    problem.getElement().setAttribute("role", "alert");
    preview.add(problem);
    take.setEnabled(false);
  }
}
