package org.jiheng.app.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.document.Attachments;

/**
 * 编报说明: what finance tells those who fill in the forms of a task (S9), as it stands.
 *
 * @param number of the version, from 1
 * @param text empty if only files say it
 * @param files in the order in which they were handed in
 */
public record FormGuide(UUID task, String title, int number, String text, String byName, Instant at, List<Attachments.Head> files) {

  public FormGuide {
    files = List.copyOf(files);
  }

  /** Whether it says anything; a guide that was taken back does not. */
  public boolean says() {
    return !text.isEmpty() || !files.isEmpty();
  }
}
