package org.jiheng.app.goal;

import org.jiheng.app.common.Problem;
import org.jiheng.app.review.CellKey;

/**
 * What a check found.
 *
 * @param answered whether the unit has said why it is so
 */
public record GoalFinding(GoalCheck check, GoalCheck.Level level, CellKey cell, Problem problem, boolean answered) {

  /** Whether the form cannot be sent in because of it. */
  public boolean stops() {
    return level == GoalCheck.Level.HARD || check.asksWhy() && !answered;
  }
}
