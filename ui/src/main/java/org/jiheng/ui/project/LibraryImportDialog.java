package org.jiheng.ui.project;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.FileName;
import org.jiheng.app.document.StreamedSheet;
import org.jiheng.app.project.LibraryImport;
import org.jiheng.app.project.LibraryImport.Preview;
import org.jiheng.app.project.LibrarySheet;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.frame.ExcelLink;
import org.jiheng.ui.frame.Failures;
import org.jiheng.ui.frame.LongTask;
import org.jiheng.ui.text.Written;

/** Takes a whole library from a file: looks at it beside the screen, shows what it would do and what cannot be taken, then takes all or nothing. */
final class LibraryImportDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient LibraryImport library;
  private final transient ExecutorService executor;
  private final transient Function<Scope, Optional<Scope>> renewed;
  private final Div preview = new Div();
  private final Button take = new Button();
  private transient Path file;
  private transient String fileName = "";

  LibraryImportDialog(LibraryImport library, ExecutorService executor, Function<Scope, Optional<Scope>> renewed, Runnable done) {
    this.library = library;
    this.executor = executor;
    this.renewed = renewed;
    addClassName("import");
    setHeaderTitle(getTranslation("library-import"));
    Upload upload = new Upload(UploadHandler.toTempFile((meta, uploaded) -> look(meta.fileName(), uploaded.toPath())));
    upload.setAcceptedFileTypes(".xlsx");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(StreamedSheet.LARGEST);
    upload.setI18n(words());
    upload.addFileRejectedListener(rejected -> problem(rejected.getErrorMessage()));
    take.setText(getTranslation("import.take"));
    take.setId("take-import");
    take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    take.setEnabled(false);
    take.setDisableOnClick(true);
    take.addClickListener(_ -> new LongTask<Integer>(getTranslation("library-import")).begin(executor, renewed,
        progress -> library.take(file, fileName, progress::test), taken -> {
          close();
          Failures.say(getTranslation("library-import.taken", taken));
          done.run();
        }, () -> take.setEnabled(true)));
    preview.addClassName("import-preview");
    String name = getTranslation("library-import.template");
    Anchor template = new Anchor(event -> ExcelLink.hand(event, FileName.of(name, "xlsx"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", LibrarySheet::write), name);
    add(new Paragraph(getTranslation("library-import.text")), template, upload, preview);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), take);
    addOpenedChangeListener(opened -> {
      if (!opened.isOpened()) {
        forget();
      }
    });
  }

  private UploadI18N words() {
    UploadI18N words = new UploadI18N();
    words.setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("upload.choose")).setMany(getTranslation("upload.choose")));
    words.setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("upload.drop")).setMany(getTranslation("upload.drop")));
    words.setError(new UploadI18N.Error().setFileIsTooBig(getTranslation("library-import.too-big"))
        .setIncorrectFileType(getTranslation("unit.wrong-type")).setTooManyFiles(getTranslation("upload.one")));
    return words;
  }

  private void look(String name, Path uploaded) {
    forget();
    fileName = name;
    file = uploaded;
    take.setEnabled(false);
    new LongTask<Preview>(getTranslation("library-import")).begin(executor, renewed, progress -> library.preview(uploaded, name, progress::test),
        this::show, () -> { });
  }

  /** What was uploaded is not kept. */
  private void forget() {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException left) {
        throw new UncheckedIOException(left);
      }
      file = null;
    }
  }

  private void show(Preview read) {
    Words words = Words.in(getLocale());
    if (read.refused().isPresent()) {
      problem(words.say(read.refused().get()));
      return;
    }
    preview.removeAll();
    String years = read.byYear().entrySet().stream().map(one -> getTranslation("library-import.of-year", String.valueOf(one.getKey()), one.getValue()))
        .collect(Collectors.joining("、"));
    preview.add(new Paragraph(getTranslation("library-import.preview", read.projects(), years, Written.wan(read.opening()), read.found())));
    UnorderedList findings = new UnorderedList();
    findings.addClassName("findings");
    read.findings().forEach(one -> findings.add(new ListItem(one.place() + " " + one.in(words))));
    preview.add(findings);
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
