package org.jiheng.app.transfer;

import java.util.List;
import java.util.Optional;
import org.jiheng.app.common.Rate;
import org.jiheng.app.indicator.Direction;
import org.jiheng.app.indicator.MeasureUnits;
import org.jiheng.app.indicator.Ratio;
import org.jiheng.app.indicator.Target.Measure;
import org.jiheng.app.indicator.ValueReader;
import org.jiheng.app.transfer.FundExecution.Reached;

/** What was reached of an indicator, against its target (DOMAIN 7.4). Pure. */
final class ReachedGoal {

  /** Digits behind the point of a completion. */
  private static final int DECIMALS = 10;

  private ReachedGoal() {}

  /** One part: its own target and what was written of it. */
  static Reached ofPart(FundGoal goal, String target, String actual) {
    return new Reached(goal.id(), goal.name(), target, goal.main(), actual, completion(target, actual, goal.fiscalYear()));
  }

  /**
   * The whole: what its parts reached together, by the way the indicator is aggregated. Unknown while one of those that carry it does
   * not say.
   */
  static Reached ofWhole(FundGoal goal, List<Share> actuals, boolean everybodySays) {
    Optional<ReconciledGoal> together = Optional.of(ReconciledGoal.of(goal, actuals)).filter(_ -> everybodySays && !actuals.isEmpty());
    String actual = together.filter(one -> one.problems().isEmpty()).flatMap(one -> one.parts().map(one::written)).orElse("");
    return ofPart(goal, goal.target(), actual);
  }

  private static Optional<Rate> completion(String target, String actual, int year) {
    return ValueReader.target(target, year).value().filter(Measure.class::isInstance).map(Measure.class::cast)
        .filter(measure -> measure.sign().direction() != Direction.LOWER && measure.quantity().number().signum() > 0)
        .flatMap(measure -> ValueReader.actual(actual, measure.quantity())
            .flatMap(number -> MeasureUnits.convert(number, measure.quantity().unit()).value())
            .map(number -> new Rate(number.per(Ratio.of(measure.quantity().number())).rounded(DECIMALS))));
  }
}
