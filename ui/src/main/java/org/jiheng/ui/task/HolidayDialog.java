package org.jiheng.ui.task;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.HolidayList;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.Spreadsheet;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.task.Holidays;
import org.jiheng.ui.frame.Failures;

/** Takes days from a typed or pasted list or a workbook: first shows what would change and which tasks would be due on another day. */
final class HolidayDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient Holidays holidays;
  private final TextArea list = new TextArea();
  private final TextArea why = TermsFields.why();
  private final Div preview = new Div();
  private final Button take = new Button();

  /** @param text to begin with */
  HolidayDialog(Holidays holidays, String text, Runnable done) {
    this.holidays = holidays;
    addClassName("holidays");
    setHeaderTitle(getTranslation("holiday.enter"));
    setCloseOnOutsideClick(false);
    setWidth("760px");
    list.setId("days");
    list.setLabel(getTranslation("holiday.list"));
    list.setHelperText(getTranslation("holiday.list-text"));
    list.setWidthFull();
    list.setMaxHeight("220px");
    list.setValueChangeMode(ValueChangeMode.EAGER);
    list.addValueChangeListener(_ -> look());
    why.setWidthFull();
    Upload upload = new Upload(UploadHandler.inMemory((meta, content) -> read(meta.fileName(), content)));
    upload.setAcceptedFileTypes(".xlsx");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(Spreadsheet.LARGEST);
    upload.setI18n(words());
    upload.addFileRejectedListener(rejected -> say(rejected.getErrorMessage()));
    take.setText(getTranslation("holiday.take"));
    take.setId("take-days");
    take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    take.addClickListener(_ -> {
      try {
        holidays.enter(read().days(), why.getValue());
        close();
        done.run();
      } catch (RefusedException refused) {
        Failures.refused(refused);
      }
    });
    preview.addClassName("import-preview");
    preview.getElement().setAttribute("role", "status");
    add(list, upload, preview, why);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), take);
    list.setValue(text);
    look();
  }

  private UploadI18N words() {
    UploadI18N words = new UploadI18N();
    words.setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("upload.choose")).setMany(getTranslation("upload.choose")));
    words.setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("upload.drop")).setMany(getTranslation("upload.drop")));
    words.setError(new UploadI18N.Error().setFileIsTooBig(getTranslation("upload.too-big"))
        .setIncorrectFileType(getTranslation("upload.wrong-type")).setTooManyFiles(getTranslation("upload.one")));
    return words;
  }

  private HolidayList read() {
    return HolidayList.read(list.getValue());
  }

  private void read(String fileName, byte[] content) {
    Parsed<String> text = holidays.read(fileName, content);
    text.problem().ifPresent(problem -> say(Words.in(getLocale()).say(problem)));
    text.value().ifPresent(list::setValue);
  }

  private void look() {
    HolidayList read = read();
    Holidays.Effect effect = holidays.preview(read.days(), Set.of());
    Words words = Words.in(getLocale());
    preview.removeAll();
    preview.add(new Paragraph(getTranslation("holiday.effect", effect.added().size(), effect.replaced().size(), effect.shifts().size())));
    UnorderedList shifts = new UnorderedList();
    effect.shifts().forEach(shift -> shifts.add(new ListItem(TaskWords.shift(this, shift))));
    preview.add(shifts);
    list.setErrorMessage(read.problems().stream().map(words::say).collect(Collectors.joining("\n")));
    list.setInvalid(!read.problems().isEmpty());
    take.setEnabled(read.problems().isEmpty() && !effect.nothing());
  }

  private void say(String text) {
    Paragraph problem = new Paragraph(text);
    problem.addClassName("problem");
    problem.getElement().setAttribute("role", "alert");
    preview.add(problem);
  }
}
