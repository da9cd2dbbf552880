package org.jiheng.app.rollup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Rate;
import org.jiheng.app.common.Score;

/**
 * A county's self-evaluations of a year as the prefecture sees them: live, not filed.
 *
 * @param projects projects of the year in the library
 * @param forms self-evaluations that have been sent in
 * @param budget adjusted budgets of the forms sent in; executed likewise
 * @param asOf when the figures were computed; empty if nothing was ever sent in
 */
public record CountyFigures(
    String code, String name, int projects, int forms, Money budget, Money executed, int approved, int excellent, int good,
    int fair, int poor, int below80, Score scoreSum, Optional<Instant> asOf) {

  /** Totals below this one are counted apart: they cost the next budget (DOMAIN 15, B12: scores < 80). */
  public static final Score BUDGET_LIMIT = Score.of("80");

  public Optional<Rate> rate() {
    return executed.per(budget);
  }

  /** Mean of the approved totals, two decimals, HALF_UP; empty without an approved form. */
  public Optional<Score> average() {
    return approved == 0 ? Optional.empty()
        : Optional.of(new Score(scoreSum.points().divide(BigDecimal.valueOf(approved), 2, RoundingMode.HALF_UP)));
  }

  /** All counties together; the average is the mean over all approved forms, not over the counties. */
  public static CountyFigures together(String name, List<CountyFigures> counties) {
    CountyFigures sum = none("", name);
    for (CountyFigures one : counties) {
      sum = new CountyFigures("", name, sum.projects + one.projects, sum.forms + one.forms, sum.budget.plus(one.budget),
          sum.executed.plus(one.executed), sum.approved + one.approved, sum.excellent + one.excellent, sum.good + one.good,
          sum.fair + one.fair, sum.poor + one.poor, sum.below80 + one.below80, sum.scoreSum.plus(one.scoreSum),
          // as true as the oldest of them
          sum.asOf.isEmpty() || one.asOf.isPresent() && one.asOf.get().isBefore(sum.asOf.get()) ? one.asOf : sum.asOf);
    }
    return sum;
  }

  static CountyFigures none(String code, String name) {
    return new CountyFigures(code, name, 0, 0, Money.ZERO, Money.ZERO, 0, 0, 0, 0, 0, 0, Score.ZERO, Optional.empty());
  }
}
