package org.jiheng.app.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.FundingSource;

/**
 * What taking a file in would do. Nothing was written.
 *
 * @param digest SHA-256 of the file, in hexadecimal digits
 * @param takenOver why fiscal money of years that have begun is taken over as it stands; empty: it is what is asked for
 * @param outcome what would be stored
 * @param units by unit code: what of it is each unit's
 * @param problems the first {@link CellProblems#MOST_KEPT}, errors before warnings
 */
public record IntakePreview(
    String fileName, String digest, Optional<String> takenOver, Outcome outcome, SortedMap<String, OfUnit> units, List<CellProblem> problems, long errors, long warnings) {

  /**
   * What is stored.
   *
   * @param entered projects that were not in the library
   * @param unchanged projects that are in it and say the same; they stay as they are
   * @param goals goals that are begun
   * @param indicators lines of these goals
   * @param money opening budget of the projects that are entered, by source, yuan: own money, and what is taken over
   * @param asked what these projects ask for, by source, yuan
   */
  public record Outcome(int entered, int unchanged, int goals, int indicators, Map<FundingSource, Money> money, Map<FundingSource, Money> asked) {

    public Outcome {
      money = Map.copyOf(money);
      asked = Map.copyOf(asked);
    }

    public Money total() {
      return sum(money);
    }

    public Money totalAsked() {
      return sum(asked);
    }

    private static Money sum(Map<FundingSource, Money> amounts) {
      return amounts.values().stream().reduce(Money.ZERO, Money::plus);
    }
  }

  /** A unit's part: new projects, goals, opening budget and what is asked for, in yuan. */
  public record OfUnit(String name, int entered, int goals, Money money, Money asked) {}

  public IntakePreview {
    problems = List.copyOf(problems);
  }

  /** Whether it can be taken in: nothing is wrong, and there is something to store. */
  public boolean takeable() {
    return errors == 0 && outcome.entered() + outcome.goals() > 0;
  }
}
