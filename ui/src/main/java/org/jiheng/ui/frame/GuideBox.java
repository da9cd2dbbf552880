package org.jiheng.ui.frame;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.UUID;
import java.util.function.Function;
import org.jiheng.app.document.Attachment;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.review.FormGuide;
import org.jiheng.ui.text.Written;

/** 编报说明 as it stands: the words, line by line, and its files to take away. Opened by a click or a key, so that it does not push the work down. */
public final class GuideBox extends Details {

  private static final long serialVersionUID = 1L;

  /** @param file hands a file of the guide out */
  public GuideBox(FormGuide guide, Function<UUID, Attachment> file, boolean opened) {
    addClassName("guide");
    setSummaryText(getTranslation("guide.summary", guide.title(), guide.number(), Written.minute(guide.at()), guide.byName()));
    Div said = new Div();
    said.addClassName("guide-text");
    guide.text().lines().forEach(line -> said.add(new Paragraph(line)));
    UnorderedList files = new UnorderedList();
    guide.files().forEach(one -> files.add(new ListItem(link(one, file), size(one))));
    add(said);
    if (!guide.files().isEmpty()) {
      add(files);
    }
    setOpened(opened);
  }

  private static Anchor link(Attachments.Head one, Function<UUID, Attachment> file) {
    return AttachmentField.link(one.fileName(), () -> file.apply(one.id()));
  }

  private Span size(Attachments.Head one) {
    Span size = new Span(getTranslation("guide.file", Math.max(1, one.size() / 1024), one.byName(), Written.minute(one.at())));
    size.addClassName("since");
    return size;
  }
}
