package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.document.Attachment;
import org.jiheng.app.document.AttachmentFile;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;

/** Files of fund documents, the document itself above all: handed in where it is entered, gone along with it through the exchange. */
@ApplicationScoped
@RefusalsRecorded(about = FundDocuments.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class FundFiles {

  @Inject
  private FundStore store;

  @Inject
  private FundLetters letters;

  @Inject
  private Attachments attachments;

  /**
   * A file of a document.
   *
   * @param place its place in the envelope it came with, from 1; empty for one that was handed in here
   * @param id of the envelope, or of the file that was handed in
   */
  public record File(UUID id, Optional<Integer> place, String name) {}

  /** A file with what is in it. */
  public record Content(String name, String mediaType, byte[] bytes) {}

  private FundSheet reading(UUID id) {
    if (!Access.finance()) {
      throw new NoSuchFormException();
    }
    return store.sheet(id);
  }

  /** Those that came from above first. */
  public List<File> of(UUID id) {
    FundSheet sheet = reading(id);
    List<File> files = new ArrayList<>();
    letters.fromAbove(sheet.document()).ifPresent(envelope -> {
      for (int i = 0; i < envelope.files().size(); i++) {
        files.add(new File(envelope.id(), Optional.of(i + 1), envelope.files().get(i).name()));
      }
    });
    letters.heads(id).forEach(head -> files.add(new File(head.id(), Optional.empty(), head.fileName())));
    return files;
  }

  /**
   * Hands a file in; answers with what is wrong with it, if it is not taken.
   *
   * @throws RefusedException if nothing may be written in the document now
   */
  @RefusalsRecorded(value = Act.CHANGE, about = FundDocuments.SUBJECT)
  public Optional<Problem> attach(UUID id, String fileName, byte[] content) {
    Access.drafting();
    FundSheet sheet = store.held(id);
    sheet.closed().ifPresent(why -> {
      throw new RefusedException(why);
    });
    Parsed<AttachmentFile> file = AttachmentFile.of(fileName, content);
    file.value().ifPresent(one -> {
      attachments.keep(id, one);
      store.changed(sheet.document(), "file", "", one.name());
    });
    return file.problem();
  }

  /** @throws NoSuchFormException if the document has no such file */
  @RefusalsRecorded(value = Act.EXPORT, about = FundDocuments.SUBJECT)
  public Content content(UUID id, File file) {
    FundSheet sheet = reading(id);
    Content content = file.place().map(place -> letters.enclosed(sheet.document(), file.id(), place))
        .orElseGet(() -> attachments.find(id, file.id()).map(FundFiles::content)).orElseThrow(NoSuchFormException::new);
    store.handedOut(sheet.document(), content.name());
    return content;
  }

  private static Content content(Attachment attachment) {
    return new Content(attachment.fileName(), attachment.mediaType(), attachment.content());
  }
}
