package org.jiheng.app.goal;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Problem;

/**
 * Until when targets may be adjusted in the year (DOMAIN 3.8): after the cut-off of the second monitoring node moving the goal would
 * cover what was found, so only the performance office opens it, with a reason.
 */
final class AdjustmentWindow {

  private AdjustmentWindow() {}

  /**
   * @param lockAfter last day as {@code MM-dd} of the fiscal year
   * @param opened whether the performance office has opened this goal
   */
  static Optional<Problem> closed(int fiscalYear, String lockAfter, boolean opened, LocalDate today) {
    LocalDate last = MonthDay.parse("--" + lockAfter).atYear(fiscalYear);
    return opened || !today.isAfter(last) ? Optional.empty() : Optional.of(new Problem("goal.adjusted-too-late", Map.of("last", last.toString())));
  }
}
