package org.jiheng.ui.selfevaluation;

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
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Spreadsheet;
import org.jiheng.app.review.EditOutcome;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.selfevaluation.ImportPreview;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.History;

/** Takes a file in: first shows what would change and what cannot be taken as it is, then takes it over. */
final class ImportDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient FormSource source;
  private final transient Runnable done;
  private final Div preview = new Div();
  private final Button take = new Button();
  private transient ImportPreview read;

  ImportDialog(FormSource source, Runnable done) {
    this.source = source;
    this.done = done;
    addClassName("import");
    setHeaderTitle(getTranslation("import"));
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
        taken(source.take(read));
        close();
        done.run();
      } catch (RefusedException refused) {
        Failures.refused(refused);
        take.setEnabled(true);
      }
    });
    preview.addClassName("import-preview");
    add(new Paragraph(getTranslation("import.text")), upload, preview);
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
    read = source.preview(fileName, content);
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
