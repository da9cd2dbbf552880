package org.jiheng.ui.task;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Words;
import org.jiheng.app.document.AttachmentFile;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.review.FormGuide;
import org.jiheng.app.task.Guides;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.AttachmentField;

/** Writes what is said to a task: the words, which of its files still go with it, and one more file. Saved, it is a version of its own. */
final class GuideDialog {

  private GuideDialog() {}

  /** @param current the version that is there, also one that was taken back */
  static void open(Guides guides, UUID task, Optional<FormGuide> current, Runnable done) {
    TextArea text = new TextArea();
    text.setId("guide-text");
    text.setLabel(text.getTranslation("guide.text"));
    text.setHelperText(text.getTranslation("guide.help"));
    text.setMaxLength(Guides.LONGEST);
    text.setMinHeight("200px");
    text.setMaxHeight("360px");
    text.setWidthFull();
    text.setValue(current.map(FormGuide::text).orElse(""));
    List<Attachments.Head> there = current.map(FormGuide::files).orElse(List.of());
    CheckboxGroup<Attachments.Head> kept = new CheckboxGroup<>();
    kept.setId("guide-files");
    kept.setLabel(text.getTranslation("guide.files"));
    kept.setItems(there);
    kept.setItemLabelGenerator(Attachments.Head::fileName);
    kept.setValue(Set.copyOf(there));
    kept.setVisible(!there.isEmpty());
    AttachmentField more = new AttachmentField();
    int seen = current.map(FormGuide::number).orElse(0);
    new Asking(text.getTranslation("guide.write"), () -> {
      Parsed<List<AttachmentFile>> files = files(more);
      files.problem().ifPresent(problem -> more.say(Words.in(text.getUI().orElseThrow().getLocale()).say(problem)));
      files.value().ifPresent(good -> guides.give(task, seen, text.getValue(),
          kept.getValue().stream().map(Attachments.Head::id).collect(Collectors.toSet()), good));
      return files.value().isPresent();
    }, done).wide(new Paragraph(text.getTranslation("guide.write-text"))).wide(text).wide(kept).wide(more).open();
  }

  /** The file that was chosen, if one was. */
  private static Parsed<List<AttachmentFile>> files(AttachmentField field) {
    if (field.name().isEmpty()) {
      return Parsed.ok(List.of());
    }
    Parsed<AttachmentFile> read = AttachmentFile.of(field.name().orElseThrow(), field.content());
    return read.problem().<Parsed<List<AttachmentFile>>>map(problem -> Parsed.bad(field.name().orElseThrow(), problem))
        .orElseGet(() -> Parsed.ok(List.of(read.value().orElseThrow())));
  }
}
