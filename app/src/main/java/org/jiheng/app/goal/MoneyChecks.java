package org.jiheng.app.goal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalCheck.Found;
import org.jiheng.app.goal.GoalCheck.Sight;
import org.jiheng.app.goal.GoalSurroundings.Applied;

/** Checks of the money. */
final class MoneyChecks {

  private MoneyChecks() {}

  /**
   * G13: the parts make the total, the year is a part of the whole period, and the year's total is what the budget lines add up to. As
   * long as they are not decided, a new project does not plan with more than finance supports (S15; DOMAIN Q11): in its whole period
   * with no more than the whole, in the year with no more than was asked for the year, where the evaluation says it by years (2.3).
   */
  static Stream<Found> money(Sight sight) {
    return Stream.of(sums(sight.goal()), slice(sight.goal()), budget(sight), supported(sight)).flatMap(found -> found);
  }

  private static Stream<Found> sums(GoalContent goal) {
    return Arrays.stream(MoneyLine.values()).filter(MoneyLine::total).flatMap(line -> {
      List<Money> parts = line.parts().stream().flatMap(part -> goal.money(part).stream()).toList();
      Optional<Money> total = goal.money(line);
      Money sum = parts.stream().reduce(Money.ZERO, Money::plus);
      if (parts.isEmpty() || total.filter(sum::equals).isPresent()) {
        return Stream.of();
      }
      if (total.isPresent()) {
        return Stream.of(new Found(GoalCells.money(line), new Problem("goal.money-sum", Map.of("total", wan(total.get()), "sum", wan(sum)))));
      }
      // of the year's G0 asks anyway
      return line == MoneyLine.ANNUAL_TOTAL ? Stream.of()
          : Stream.of(new Found(GoalCells.money(line), new Problem("goal.money-parts-without-total", Map.of("sum", wan(sum)))));
    });
  }

  /** DOMAIN 3.9: what one year spends the whole period spends. */
  private static Stream<Found> slice(GoalContent goal) {
    return goal.money(MoneyLine.MEDIUM_TOTAL).flatMap(whole -> goal.money(MoneyLine.ANNUAL_TOTAL).filter(year -> year.compareTo(whole) > 0)
        .map(year -> new Found(GoalCells.money(MoneyLine.MEDIUM_TOTAL), new Problem("goal.money-year-above-period",
            Map.of("annual", wan(year), "medium", wan(whole)))))).stream();
  }

  /** Where finance supports less than the unit still asks for in the library, it is finance's amount the goal is held against. */
  private static Stream<Found> budget(Sight sight) {
    Optional<Applied> concluded = sight.around().applied().filter(Applied::concluded);
    return sight.around().budget()
        .filter(budget -> concluded.filter(applied -> applied.undecided() && applied.mostOfTheYear().compareTo(budget) < 0).isEmpty())
        .flatMap(budget -> sight.goal().money(MoneyLine.ANNUAL_TOTAL).filter(total -> !total.equals(budget))
            .map(total -> new Found(GoalCells.money(MoneyLine.ANNUAL_TOTAL),
                new Problem("goal.money-not-budget", Map.of("total", wan(total), "budget", wan(budget)))))).stream();
  }

  private static Stream<Found> supported(Sight sight) {
    return sight.around().applied().filter(Applied::concluded).stream().flatMap(applied -> above(sight, applied).map(one ->
        new Found(GoalCells.money(one.line()), one.ofTheYear() ? one.aboveTheYear(sight.goal().fiscalYear())
            : new Problem("goal.money-above-supported", Map.of("line", one.called(), "total", wan(one.total()), "supported", wan(one.most()))))));
  }

  /** G16 (DOMAIN 2.3): before finance has concluded, a new project plans with no more than its unit asks for in the ex-ante evaluation. */
  static Stream<Found> asked(Sight sight) {
    return sight.around().applied().filter(applied -> !applied.concluded()).stream().flatMap(applied -> above(sight, applied).map(one ->
        new Found(GoalCells.money(one.line()), one.ofTheYear() ? one.aboveTheYear(sight.goal().fiscalYear())
            : new Problem("goal.money-above-asked", Map.of("line", one.called(), "total", wan(one.total()), "asked", wan(one.most()))))));
  }

  /**
   * A total above what it is held against.
   *
   * @param ofTheYear whether that is an amount of the year's own
   */
  private record Above(MoneyLine line, Money total, Money most, boolean ofTheYear) {

    String called() {
      return Words.chinese().say("goal-cell." + GoalCells.money(line).path().replace('/', '.'));
    }

    Problem aboveTheYear(int fiscalYear) {
      return new Problem("goal.money-above-year", Map.of("line", called(), "total", wan(total), "year", String.valueOf(fiscalYear), "most", wan(most)));
    }
  }

  /** The whole period against the whole, the year against its own amount; the year is left to the budget lines where they are decided. */
  private static Stream<Above> above(Sight sight, Applied applied) {
    boolean decided = sight.around().budget().isPresent() && !applied.undecided();
    Money year = applied.mostOfTheYear();
    Stream<Above> whole = above(sight.goal(), MoneyLine.MEDIUM_TOTAL, applied.amount(), false);
    return decided ? whole : Stream.concat(whole, above(sight.goal(), MoneyLine.ANNUAL_TOTAL, year, year.compareTo(applied.amount()) < 0));
  }

  private static Stream<Above> above(GoalContent goal, MoneyLine line, Money most, boolean ofTheYear) {
    return goal.money(line).filter(total -> total.compareTo(most) > 0).map(total -> new Above(line, total, most, ofTheYear)).stream();
  }

  private static String wan(Money money) {
    return money.inWan().toPlainString();
  }
}
