package org.jiheng.app.goal;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.CellKey;

/**
 * Until when targets may be adjusted in the year (DOMAIN 3.8): after the cut-off of the second monitoring node moving the goal would
 * cover what was found, so only the performance office opens it, with a reason.
 */
final class AdjustmentWindow {

  /**
   * What of a line the cut-off holds: its targets; its name and its place in the tree, because the same target under another name is
   * another target; and its points, because a goal that is missed costs nothing where it has none.
   */
  private static final Set<String> HELD = Stream.of(GoalColumn.LEVEL1, GoalColumn.LEVEL2, GoalColumn.LEVEL3, GoalColumn.MEDIUM, GoalColumn.ANNUAL,
      GoalColumn.WEIGHT).map(GoalColumn::key).collect(Collectors.toSet());

  private AdjustmentWindow() {}

  /**
   * Where an adjustment moves the goal: the cells the cut-off holds, and the table of indicators for a line that came or went.
   *
   * @param changes from the approved goal to its adjustment
   */
  static List<CellKey> moved(Collection<CellChange> changes) {
    Set<CellKey> moved = new LinkedHashSet<>();
    changes.stream().filter(change -> GoalCells.INDICATORS.contains(change.key())).forEach(change -> {
      if (change.added() || change.removed()) {
        moved.add(GoalCells.INDICATORS);
      } else if (HELD.contains(change.key().last())) {
        moved.add(change.key());
      }
    });
    return List.copyOf(moved);
  }

  /**
   * @param lockAfter last day as {@code MM-dd} of the fiscal year
   * @param opened whether the performance office has opened this goal
   */
  static Optional<Problem> closed(int fiscalYear, String lockAfter, boolean opened, LocalDate today) {
    LocalDate last = MonthDay.parse("--" + lockAfter).atYear(fiscalYear);
    return opened || !today.isAfter(last) ? Optional.empty() : Optional.of(new Problem("goal.adjusted-too-late", Map.of("last", last.toString())));
  }
}
