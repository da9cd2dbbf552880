package org.jiheng.app.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiheng.app.review.Refusal;

/**
 * A window made longer. The days of reporting are a term of their own: they stay what they are unless the extension says otherwise,
 * are never made shorter by it, and end inside the window.
 *
 * @param closes the new last day of looking, inclusive
 * @param reportUntil the last day of handing in from now on, inclusive; the one that holds, if it stays
 * @param reason in words, at least {@value EngagementMove#SHORTEST_REASON} characters
 */
public record Extension(LocalDate closes, LocalDate reportUntil, String reason) {

  public Extension {
    reason = reason == null ? "" : reason.strip();
  }

  /** What is wrong with it, everything at once. */
  List<Refusal> refusals(Engagement engagement) {
    List<Refusal> refusals = new ArrayList<>();
    if (reason.length() < EngagementMove.SHORTEST_REASON) {
      refusals.add(Refusal.because("engagement-says-why", "least", EngagementMove.SHORTEST_REASON));
    }
    if (!closes.isAfter(engagement.closes())) {
      refusals.add(Refusal.because("engagement-not-longer", "last", engagement.closes()));
    }
    if (closes.isAfter(engagement.latestPossible())) {
      refusals.add(Refusal.because("engagement-beyond-acceptance", "last", engagement.latestPossible()));
    }
    if (reportUntil.isBefore(engagement.reportUntil())) {
      refusals.add(Refusal.because("engagement-reports-shortened", "last", engagement.reportUntil()));
    }
    if (reportUntil.isAfter(closes)) {
      refusals.add(Refusal.because("engagement-reports-outside-window"));
    }
    return refusals;
  }
}
