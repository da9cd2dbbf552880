package org.jiheng.ui.frame;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jiheng.app.document.Attachment;
import org.jiheng.app.document.AttachmentFile;

/** Takes a PDF or Word file in, and hands kept ones out. Says above the field that nothing secret may be handed in. */
public final class AttachmentField extends Div {

  private static final long serialVersionUID = 1L;

  private final Span said = new Span();
  private transient String name;
  private transient byte[] content;

  public AttachmentField() {
    addClassName("attachment-field");
    Span notSecret = new Span(getTranslation("attachment.nothing-classified"));
    notSecret.addClassName("warning");
    Upload upload = new Upload(UploadHandler.inMemory((meta, bytes) -> {
      name = meta.fileName();
      content = bytes;
      said.setText("");
    }));
    upload.setAcceptedFileTypes(".pdf", ".docx");
    upload.setMaxFiles(1);
    upload.setMaxFileSize(AttachmentFile.LARGEST);
    upload.setI18n(words());
    upload.addFileRejectedListener(rejected -> said.setText(rejected.getErrorMessage()));
    upload.addFileRemovedListener(_ -> {
      name = null;
      content = null;
    });
    said.addClassName("problem");
    said.getElement().setAttribute("role", "alert");
    add(notSecret, upload, said);
  }

  private UploadI18N words() {
    UploadI18N words = new UploadI18N();
    words.setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("upload.choose")).setMany(getTranslation("upload.choose")));
    words.setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("upload.drop")).setMany(getTranslation("upload.drop")));
    words.setError(new UploadI18N.Error().setFileIsTooBig(getTranslation("attachment.too-big"))
        .setIncorrectFileType(getTranslation("attachment.wrong-type")).setTooManyFiles(getTranslation("attachment.one")));
    return words;
  }

  /** What the file was called; empty if none was chosen. */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  public byte[] content() {
    return content == null ? new byte[0] : content;
  }

  /** Says what is wrong with the file. */
  public void say(String problem) {
    said.setText(problem);
  }

  /** A link that hands a kept file out; it is fetched when the link is followed. */
  public static Anchor link(String name, Supplier<Attachment> file) {
    return new Anchor(DownloadHandler.fromInputStream(_ -> {
      Attachment attachment = file.get();
      byte[] bytes = attachment.content();
      return new DownloadResponse(new ByteArrayInputStream(bytes), attachment.fileName(), attachment.mediaType(), bytes.length);
    }), name);
  }
}
