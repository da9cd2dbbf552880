package org.jiheng.app.intake;

import java.util.ArrayList;
import java.util.List;

/** What is wrong in a file: the first ones by their cells, and how many there are. */
final class CellProblems {

  /** As many as a person can work off before reading the file in again. */
  static final int MOST_KEPT = 500;

  private final List<CellProblem> errors = new ArrayList<>();
  private final List<CellProblem> warnings = new ArrayList<>();
  private long errorCount;
  private long warningCount;

  void add(CellProblem problem) {
    List<CellProblem> kept = problem.warning() ? warnings : errors;
    if (kept.size() < MOST_KEPT) {
      kept.add(problem);
    }
    if (problem.warning()) {
      warningCount++;
    } else {
      errorCount++;
    }
  }

  /** Errors before warnings, each in the order in which they were found. */
  List<CellProblem> kept() {
    List<CellProblem> all = new ArrayList<>(errors);
    all.addAll(warnings.subList(0, Math.min(warnings.size(), MOST_KEPT - errors.size())));
    return List.copyOf(all);
  }

  long errors() {
    return errorCount;
  }

  long warnings() {
    return warningCount;
  }
}
