package org.jiheng.app.intake;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.FundingSource;

/**
 * What taking a file in would do. Nothing was written.
 *
 * @param digest SHA-256 of the file, in hexadecimal digits
 * @param outcome what would be stored
 * @param units by unit code: what of it is each unit's
 * @param problems the first {@link CellProblems#MOST_KEPT}, errors before warnings
 */
public record IntakePreview(
    String fileName, String digest, Outcome outcome, SortedMap<String, OfUnit> units, List<CellProblem> problems, long errors, long warnings) {

  /**
   * What is stored.
   *
   * @param entered projects that were not in the library
   * @param unchanged projects that are in it and say the same; they stay as they are
   * @param goals goals that are begun
   * @param indicators lines of these goals
   * @param money opening budget of the projects that are entered, by source, yuan
   */
  public record Outcome(int entered, int unchanged, int goals, int indicators, Map<FundingSource, Money> money) {

    public Outcome {
      money = Map.copyOf(money);
    }

    public Money total() {
      return money.values().stream().reduce(Money.ZERO, Money::plus);
    }
  }

  /** A unit's part: new projects, goals and opening budget in yuan. */
  public record OfUnit(String name, int entered, int goals, Money money) {}

  public IntakePreview {
    problems = List.copyOf(problems);
  }

  /** Whether it can be taken in: nothing is wrong, and there is something to store. */
  public boolean takeable() {
    return errors == 0 && outcome.entered() + outcome.goals() > 0;
  }
}
