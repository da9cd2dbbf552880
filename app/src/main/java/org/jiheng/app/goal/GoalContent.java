package org.jiheng.app.goal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Score;
import org.jiheng.app.goal.IndicatorKind.Level1;

/**
 * What stands in a goal, as the checks see it. Lines nobody has written in are left out.
 *
 * @param period from when until when the project runs; empty while a day is missing
 * @param money yuan; a row that is not filled in is missing
 * @param ownScheme points of the classes the unit set for itself; empty when it set none
 * @param schemeReason why it did
 * @param chosen the family of schemes the unit chose; empty when it left that to its jurisdiction
 */
public record GoalContent(
    int fiscalYear, Optional<Period> period, Map<MoneyLine, Money> money, String mediumGoal, String annualGoal, Map<Level1, Score> ownScheme,
    String schemeReason, Optional<WeightScheme.Family> chosen, List<GoalIndicator> lines) {

  public GoalContent {
    money = Map.copyOf(money);
    ownScheme = Map.copyOf(ownScheme);
    lines = lines.stream().filter(line -> !line.blank()).toList();
  }

  Optional<Money> money(MoneyLine line) {
    return Optional.ofNullable(money.get(line));
  }

  /** Every target that is written. */
  Stream<GoalIndicator.Aim> aims() {
    return lines.stream().flatMap(GoalIndicator::aims);
  }

  List<GoalIndicator> of(IndicatorKind kind) {
    return lines.stream().filter(line -> line.is(kind)).toList();
  }

  /** Both days inclusive. */
  public record Period(LocalDate from, LocalDate until) {

    boolean turnedRound() {
      return until.isBefore(from);
    }

    boolean contains(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }
}
