package org.jiheng.ui.agency;

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
import org.jiheng.app.agency.UnitRegister;
import org.jiheng.app.agency.UnitSheet;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Spreadsheet;
import org.jiheng.app.review.RefusedException;
import org.jiheng.ui.frame.Failures;

/** Takes units from a file: first shows what would change and, at each cell, what cannot be taken; then takes all of it or nothing. */
final class UnitImportDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 200;

  private final transient UnitRegister register;
  private final Div preview = new Div();
  private final Button take = new Button();
  private transient UnitSheet.Preview read;

  UnitImportDialog(UnitRegister register, Runnable done) {
    this.register = register;
    addClassName("import");
    setHeaderTitle(getTranslation("unit.import"));
    Upload upload = new Upload(UploadHandler.inMemory((meta, content) -> read(meta.fileName(), content)));
    upload.setAcceptedFileTypes(".xlsx", ".xls");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(Spreadsheet.LARGEST);
    upload.setI18n(words());
    upload.addFileRejectedListener(rejected -> problem(rejected.getErrorMessage()));
    take.setText(getTranslation("import.take"));
    take.setId("take-import");
    take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    take.setEnabled(false);
    take.setDisableOnClick(true);
    take.addClickListener(_ -> {
      try {
        register.take(read);
        close();
        done.run();
      } catch (RefusedException refused) {
        Failures.refused(refused);
        take.setEnabled(true);
      }
    });
    preview.addClassName("import-preview");
    add(new Paragraph(getTranslation("unit.import-text")), upload, preview);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), take);
  }

  private UploadI18N words() {
    UploadI18N words = new UploadI18N();
    words.setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("upload.choose")).setMany(getTranslation("upload.choose")));
    words.setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("upload.drop")).setMany(getTranslation("upload.drop")));
    words.setError(new UploadI18N.Error().setFileIsTooBig(getTranslation("upload.too-big"))
        .setIncorrectFileType(getTranslation("unit.wrong-type")).setTooManyFiles(getTranslation("upload.one")));
    return words;
  }

  private void read(String fileName, byte[] content) {
    read = register.preview(fileName, content);
    Words words = Words.in(getLocale());
    if (read.refused().isPresent()) {
      problem(words.say(read.refused().get()));
      return;
    }
    preview.removeAll();
    preview.add(new Paragraph(getTranslation("unit.import-preview", read.added().size(), read.changed().size(), read.unchanged(), read.findings().size())));
    UnorderedList findings = new UnorderedList();
    findings.addClassName("findings");
    read.findings().stream().limit(MOST_SHOWN).forEach(one -> findings.add(new ListItem(one.place() + " " + one.in(words))));
    UnorderedList changes = new UnorderedList();
    read.added().stream().limit(MOST_SHOWN).forEach(one -> changes.add(new ListItem("+ " + one.code() + " " + one.name() + " · " + one.responsible())));
    read.changed().stream().limit(MOST_SHOWN).forEach(one -> changes.add(new ListItem("~ " + one.code() + " " + one.name() + " · " + one.responsible())));
    preview.add(findings, changes);
    take.setEnabled(read.applicable());
  }

  private void problem(String text) {
    preview.removeAll();
    Paragraph problem = new Paragraph(text);
    problem.addClassName("problem");
    problem.getElement().setAttribute("role", "alert");
    preview.add(problem);
    take.setEnabled(false);
  }
}
