package org.jiheng.app.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.document.Attachment;
import org.jiheng.app.document.AttachmentFile;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.CellLocks;
import org.jiheng.app.review.FormTrail;
import org.jiheng.app.review.LabelledChange;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;

/** Files that go with forms, each at its cell, row or section. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FormFiles {

  @Inject
  private Attachments attachments;

  @Inject
  private Reviews reviews;

  @Inject
  private FormTrail trail;

  /** In the order in which they came. */
  List<Attachments.Head> of(UUID form) {
    return List.copyOf(attachments.of(form).values());
  }

  /** Keeps a file, which is a change of its cell. @throws RefusedException if nothing may be written there now */
  UUID keep(Review review, CellKey cell, String label, CellLocks locks, AttachmentFile file) {
    LineTaking.mustBeOpen(locks, cell);
    reviews.changed(review, List.of(new LabelledChange(label, new CellChange(cell, "", file.name(), false, false))));
    return attachments.keep(review.id(), cell.path(), file);
  }

  /** Hands a file out, on record. @throws NoSuchFormException if the form has no such file */
  Attachment take(Review review, UUID file) {
    return attachments.find(review.id(), file).map(found -> trail.taken(review, found)).orElseThrow(NoSuchFormException::new);
  }
}
