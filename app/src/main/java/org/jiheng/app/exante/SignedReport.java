package org.jiheng.app.exante;

import java.util.Collection;
import java.util.Optional;
import org.jiheng.app.document.Attachments;
import org.jiheng.app.review.Refusal;

/** The signed report of an evaluation (S13): it lies with the form before anybody, the department included, passes it on, and before finance
 * concludes. Pure. */
final class SignedReport {

  private SignedReport() {}

  /** The one that counts: the last one handed in at its place. */
  static Optional<Attachments.Head> of(Collection<Attachments.Head> files) {
    return files.stream().filter(file -> file.place().equals(ExAnteCells.evidence(ExAnteTemplate.SIGNED_REPORT).path())).reduce((_, later) -> later);
  }

  static Refusal missing() {
    return new Refusal("exante-report-unsigned", ExAnteRule.SIGNED_REPORT.with());
  }
}
