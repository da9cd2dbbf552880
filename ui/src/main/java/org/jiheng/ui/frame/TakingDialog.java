package org.jiheng.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Spreadsheet;
import org.jiheng.app.review.RefusedException;

/**
 * Takes a file in: first shows what it would do and what of it cannot be taken, then takes it over. What is in the file and how it is
 * shown is for who extends it.
 *
 * @param <P> what was read
 */
public abstract class TakingDialog<P> extends Dialog {

  private static final long serialVersionUID = 1L;

  private final Div preview = new Div();
  private final Button take = new Button();
  private transient P read;

  /**
   * @param text which files are taken
   * @param wrongType what is said to files of other types
   * @param types endings with their dots
   * @param done runs when it was taken over
   */
  protected TakingDialog(String title, String text, String wrongType, List<String> types, Runnable done) {
    addClassName("import");
    setHeaderTitle(title);
    Upload upload = new Upload(UploadHandler.inMemory((meta, content) -> show(meta.fileName(), content)));
    upload.setAcceptedFileTypes(types.toArray(String[]::new));
    upload.setMaxFiles(1);
    upload.setMaxFileSize(Spreadsheet.LARGEST);
    upload.setI18n(words(wrongType));
    upload.addFileRejectedListener(rejected -> sentence(rejected.getErrorMessage()));
    take.setText(getTranslation("import.take"));
    take.setId("take-import");
    take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    take.setEnabled(false);
    take.setDisableOnClick(true);
    take.addClickListener(_ -> {
      try {
        take(read);
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

  /** Reads a file of this name and says what taking it over would do. */
  protected abstract P read(String fileName, byte[] content);

  /** Why it cannot be taken at all; empty if it can. */
  protected abstract Optional<Problem> refused(P what);

  /** What taking it over would do, for the eye. */
  protected abstract List<Component> shown(P what);

  protected abstract boolean applicable(P what);

  /** Takes it over. @throws RefusedException if it is not taken */
  protected abstract void take(P what);

  private UploadI18N words(String wrongType) {
    UploadI18N words = new UploadI18N();
    words.setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("upload.choose")).setMany(getTranslation("upload.choose")));
    words.setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("upload.drop")).setMany(getTranslation("upload.drop")));
    words.setError(new UploadI18N.Error().setFileIsTooBig(getTranslation("upload.too-big"))
        .setIncorrectFileType(wrongType).setTooManyFiles(getTranslation("upload.one")));
    return words;
  }

  private void show(String fileName, byte[] content) {
    read = read(fileName, content);
    Optional<Problem> refused = refused(read);
    if (refused.isPresent()) {
      sentence(Words.in(getLocale()).say(refused.get()));
      return;
    }
    preview.removeAll();
    preview.add(shown(read));
    take.setEnabled(applicable(read));
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
