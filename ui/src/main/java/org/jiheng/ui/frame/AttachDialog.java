package org.jiheng.ui.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.AttachmentFile;

/** Takes one file for a place of a form. What is no such file is said, and another one may be chosen. */
final class AttachDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /** @param place what the place is called */
  AttachDialog(String place, Consumer<AttachmentFile> chosen) {
    setHeaderTitle(getTranslation("form.button.attach"));
    addClassName("attach");
    AttachmentField field = new AttachmentField();
    Button keep = new Button(getTranslation("attach.keep"), _ -> {
      Parsed<AttachmentFile> file = AttachmentFile.of(field.name().orElse(""), field.content());
      file.problem().ifPresent(problem -> field.say(Words.in(getLocale()).say(problem)));
      file.value().ifPresent(good -> {
        close();
        chosen.accept(good);
      });
    });
    keep.setId("keep-file");
    keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(new Paragraph(place), field);
    getFooter().add(new Button(getTranslation("cancel"), _ -> close()), keep);
  }
}
