package org.jiheng.app.engagement;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.review.Refusal;

/** When engaged people may hand something in: only they, and only on the days of the contract. */
final class ReportWindow {

  private ReportWindow() {}

  /** @param engagement one that names the caller; empty if none does */
  static Optional<Refusal> refusal(Optional<Engagement> engagement, LocalDate today) {
    if (engagement.isEmpty()) {
      return Optional.of(Refusal.because("report-not-yours"));
    }
    Engagement one = engagement.get();
    boolean open = one.state(today) == EngagementState.OPEN && !today.isBefore(one.reportFrom()) && !today.isAfter(one.reportUntil());
    return open ? Optional.empty() : Optional.of(new Refusal("report-window-closed",
        Map.of("from", one.reportFrom().toString(), "until", one.reportUntil().toString())));
  }
}
