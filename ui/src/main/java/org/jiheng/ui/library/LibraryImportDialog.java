package org.jiheng.ui.library;

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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Spreadsheet;
import org.jiheng.app.library.LibraryExchange;
import org.jiheng.app.library.LibraryField;
import org.jiheng.app.library.LibraryImport;
import org.jiheng.app.library.LibraryWords;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.scope.Scope;
import org.jiheng.ui.frame.LongWork;
import org.jiheng.ui.text.Written;

/** Takes a file into the library: first shows what would be new, what would change, and at which cell something is wrong. */
final class LibraryImportDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /** Lines a preview names, of those that can be taken. */
  private static final int NAMED = 50;

  /** Findings a preview names. */
  private static final int FOUND = 200;

  private final transient LibraryExchange exchange;
  private final transient Words words;
  private final Div preview = new Div();
  private final Button take = new Button();
  private transient Optional<LibraryImport> read = Optional.empty();

  /** @param renewed what has become of the scope of whoever began */
  LibraryImportDialog(LibraryExchange exchange, ExecutorService executor, Function<Scope, Optional<Scope>> renewed, Runnable done) {
    this.exchange = exchange;
    this.words = Words.in(getLocale());
    addClassName("import");
    setHeaderTitle(getTranslation("library.import"));
    Upload upload = new Upload(UploadHandler.inMemory((meta, content) -> show(exchange.read(meta.fileName(), content))));
    upload.setAcceptedFileTypes(".xlsx", ".xls");
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
      close();
      read.ifPresent(file -> begin(file, executor, renewed, done));
    });
    preview.addClassName("import-preview");
    add(new Paragraph(getTranslation("library.import-text")), upload, preview);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), take);
  }

  private UploadI18N words() {
    UploadI18N i18n = new UploadI18N();
    i18n.setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("upload.choose")).setMany(getTranslation("upload.choose")));
    i18n.setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("upload.drop")).setMany(getTranslation("upload.drop")));
    i18n.setError(new UploadI18N.Error().setFileIsTooBig(getTranslation("upload.too-big"))
        .setIncorrectFileType(getTranslation("library.only-excel")).setTooManyFiles(getTranslation("upload.one")));
    return i18n;
  }

  private void begin(LibraryImport file, ExecutorService executor, Function<Scope, Optional<Scope>> renewed, Runnable done) {
    List<LibraryImport.Item> items = Stream.concat(file.fresh().stream(), file.changed().stream()).toList();
    new LongWork<LibraryImport.Item>(getTranslation("library.import"), done).begin(executor, renewed, items, item -> taken(item, file.fileName()));
  }

  private Optional<String> taken(LibraryImport.Item item, String fileName) {
    try {
      Map<LibraryField, Problem> problems = exchange.take(item, fileName);
      return problems.isEmpty() ? Optional.empty() : Optional.of(item.title() + ": " + problems.entrySet().stream()
          .map(one -> LibraryWords.of(words, one.getKey()) + " " + words.say(one.getValue())).collect(Collectors.joining(" ")));
    } catch (RefusedException refused) {
      return Optional.of(item.title() + ": " + refused.refusals().stream()
          .map(one -> words.say("refusal." + one.code(), one.inputs())).collect(Collectors.joining(" ")));
    }
  }

  private void show(LibraryImport file) {
    if (file.refused().isPresent()) {
      sentence(words.say(file.refused().get()));
      return;
    }
    read = Optional.of(file);
    preview.removeAll();
    preview.add(new Paragraph(getTranslation("library.import-preview", file.fresh().size(), file.changed().size(), file.unchanged(), file.findings().size())));
    UnorderedList findings = new UnorderedList();
    file.findings().stream().limit(FOUND).forEach(one -> {
      ListItem item = new ListItem(one.place() + " " + LibraryWords.of(words, one.field()) + ": " + words.say(one.problem()));
      item.addClassName("refused");
      findings.add(item);
    });
    others(findings, file.findings().size() - FOUND);
    UnorderedList items = new UnorderedList();
    file.fresh().stream().limit(NAMED).forEach(one -> items.add(new ListItem(getTranslation("library.import-new", one.row(), one.title()))));
    others(items, file.fresh().size() - NAMED);
    file.changed().stream().limit(NAMED).forEach(one -> items.add(changed(one)));
    others(items, file.changed().size() - NAMED);
    preview.add(findings, items);
    take.setEnabled(file.applicable());
  }

  /** A line with what it says otherwise than the indicator does, field by field. */
  private ListItem changed(LibraryImport.Item one) {
    ListItem item = new ListItem(getTranslation("library.import-changed", one.row(), one.title()));
    item.add(new Paragraph(one.differences().stream().map(difference -> LibraryWords.of(words, difference.field()) + ": " + orNone(difference.before())
        + " → " + orNone(difference.after())).collect(Collectors.joining("; "))));
    return item;
  }

  private static String orNone(String text) {
    return text.isEmpty() ? Written.NONE : text;
  }

  private void others(UnorderedList list, int more) {
    if (more > 0) {
      list.add(new ListItem(getTranslation("library.import-more", more)));
    }
  }

  private void sentence(String text) {
    read = Optional.empty();
    preview.removeAll();
    Paragraph problem = new Paragraph(text);
    problem.addClassName("problem");
    problem.getElement().setAttribute("role", "alert");
    preview.add(problem);
    take.setEnabled(false);
  }
}
