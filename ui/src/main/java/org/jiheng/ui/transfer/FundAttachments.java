package org.jiheng.ui.transfer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.transfer.FundFiles;
import org.jiheng.ui.frame.Asking;
import org.jiheng.ui.frame.AttachmentField;

/** Files of a fund document, and the way to hand in another. */
final class FundAttachments extends Composite<Section> {

  private static final long serialVersionUID = 1L;

  private final UUID id;
  private final transient FundFiles files;
  private final transient Runnable changed;

  FundAttachments(UUID id, FundFiles files, boolean writable, Runnable changed) {
    this.id = id;
    this.files = files;
    this.changed = changed;
    Section box = getContent();
    box.add(new H2(getTranslation("fund.files")));
    box.addClassNames("box", "fund-files");
    List<FundFiles.File> there = files.of(id);
    UnorderedList list = new UnorderedList();
    there.forEach(file -> list.add(item(file)));
    box.add(there.isEmpty() ? new Paragraph(getTranslation("fund.no-files")) : list);
    if (writable) {
      Button attach = new Button(getTranslation("fund.attach"), _ -> attach());
      attach.setId("attach");
      attach.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
      box.add(attach);
    }
  }

  private ListItem item(FundFiles.File file) {
    ListItem item = new ListItem(new Anchor(DownloadHandler.fromInputStream(_ -> {
      FundFiles.Content content = files.content(id, file);
      return new DownloadResponse(new ByteArrayInputStream(content.bytes()), content.name(), content.mediaType(), content.bytes().length);
    }), file.name()));
    file.place().ifPresent(_ -> item.add(new Span(" " + getTranslation("fund.file-from-above"))));
    return item;
  }

  private void attach() {
    AttachmentField file = new AttachmentField();
    new Asking(getTranslation("fund.attach"), () -> {
      Optional<Problem> problem = files.attach(id, file.name().orElse(""), file.content());
      problem.ifPresent(one -> file.say(Words.in(getLocale()).say(one)));
      return problem.isEmpty();
    }, changed).wide(file).open();
  }
}
