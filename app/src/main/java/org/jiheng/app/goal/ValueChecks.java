package org.jiheng.app.goal;

import static org.jiheng.app.goal.GoalCheck.cell;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.goal.GoalCheck.Found;
import org.jiheng.app.goal.GoalCheck.Sight;
import org.jiheng.app.goal.GoalIndicator.Aim;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.indicator.Direction;
import org.jiheng.app.indicator.MeasureUnits;
import org.jiheng.app.indicator.Ratio;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.indicator.Target.Quantity;
import org.jiheng.app.indicator.ValueReader;
import org.jiheng.app.library.Scoring;

/** Checks of the targets. */
final class ValueChecks {

  private static final BigDecimal HUNDRED = new BigDecimal(100);
  /** A text that begins with a sign is meant as a number, whatever follows. */
  private static final Pattern SIGNED = Pattern.compile("\\s*(?:[≥≧>≤≦<=═﹦=]|不(?:低|少|高|超|多|大|小)[于过]).*");

  /** ≥-5人, 负2%: less than nothing. */
  private static final Pattern NEGATIVE = Pattern.compile("\\s*(?:[≥≧>≤≦<=═﹦]|不[低少高超多大小][于过])?\\s*[-−–负]\\s*[0-9].*");

  private ValueChecks() {}

  private static boolean upwards(Target.Measure measure) {
    return measure.sign().direction() == Direction.HIGHER;
  }

  private static Found at(GoalIndicator line, Problem problem) {
    return new Found(cell(line, GoalColumn.ANNUAL), problem, !line.note().isBlank());
  }

  private static Found at(Aim aim, Problem problem) {
    return new Found(cell(aim.line(), aim.column()), problem, !aim.line().note().isBlank());
  }

  private static Map<String, String> target(Aim aim) {
    return Map.of("target", aim.text());
  }

  private static boolean cost(GoalIndicator line) {
    return line.kind().filter(IndicatorKind::cost).isPresent();
  }

  /** G3: a cost is held down, in the year and in the whole period; at least so much of it is no goal. */
  static Stream<Found> costSign(Sight sight) {
    return sight.goal().aims().filter(aim -> cost(aim.line()))
        .filter(aim -> aim.measure(sight.goal().fiscalYear()).filter(ValueChecks::upwards).isPresent())
        .map(aim -> at(aim, new Problem("goal.cost-upwards", target(aim))));
  }

  /**
   * G4: what it costs is within the year's money. Only amounts of money are compared, not costs by the piece. The whole period's
   * target is not asked: the rule holds a cost against the annual budget (DOMAIN 3.6).
   */
  static Stream<Found> costWithinBudget(Sight sight) {
    Optional<Money> budget = sight.around().budget().or(() -> sight.goal().money(MoneyLine.ANNUAL_TOTAL));
    return budget.stream().flatMap(most -> sight.goal().lines().stream()
        .filter(ValueChecks::cost)
        .filter(line -> amount(line, sight.goal().fiscalYear()).filter(amount -> amount.compareTo(most.yuan()) > 0).isPresent())
        .map(line -> at(line, new Problem("goal.cost-above-budget", Map.of("target", line.annual(), "budget", most.inWan().toPlainString())))));
  }

  /** Yuan; 250万 without a unit is an amount, a bare number is none. */
  private static Optional<BigDecimal> amount(GoalIndicator line, int year) {
    Optional<Quantity> highest = line.target(year).flatMap(target -> switch (target) {
      case Target.Measure measure -> Optional.of(measure.quantity());
      case Target.Between range -> Optional.of(range.high());
      case Target.Deadline _, Target.YesNo _, Target.Graded _ -> Optional.empty();
    });
    return highest.flatMap(one -> one.unit().isEmpty() && one.scale().compareTo(BigDecimal.ONE) != 0
        ? Optional.of(one.number())
        : MeasureUnits.convert(one, "元").value().map(yuan -> yuan.rounded(2)));
  }

  /**
   * G5: a quantity, a signed target or one scored in proportion is a number, none of less than nothing; a share is between 0 and 100
   * per cent. Of the year's and of the whole period's target alike.
   */
  static Stream<Found> numeric(Sight sight) {
    int year = sight.goal().fiscalYear();
    return sight.goal().aims().flatMap(aim -> {
      GoalIndicator line = aim.line();
      boolean unlocked = sight.rules().parameters().get(GoalRules.ABOVE_HUNDRED).stream().anyMatch(line.level3()::contains);
      boolean asked = line.is(IndicatorKind.QUANTITY) || SIGNED.matcher(aim.text()).matches()
          || line.scoring().filter(Scoring.PROPORTION::equals).isPresent();
      if (NEGATIVE.matcher(Normalizer.normalize(aim.text(), Normalizer.Form.NFKC)).matches()) {
        return unlocked ? Stream.of() : Stream.of(at(aim, new Problem("goal.negative", target(aim))));
      }
      if (asked && aim.target(year).filter(Target.Graded.class::isInstance).isPresent()) {
        return Stream.of(at(aim, new Problem("goal.not-a-number", target(aim))));
      }
      return quantities(aim, year).filter(one -> !unlocked && one.unit().equals("%") && one.number().compareTo(HUNDRED) > 0)
          .map(_ -> at(aim, new Problem("goal.percent-above-hundred", target(aim))));
    });
  }

  private static Stream<Quantity> quantities(Aim aim, int year) {
    return aim.target(year).stream().flatMap(target -> switch (target) {
      case Target.Measure measure -> Stream.of(measure.quantity());
      case Target.Between range -> Stream.of(range.high());
      case Target.Deadline _, Target.YesNo _, Target.Graded _ -> Stream.of();
    });
  }

  /** G6: at least nothing is always reached, in a year and in a whole period. */
  static Stream<Found> notZero(Sight sight) {
    return sight.goal().aims()
        .filter(aim -> aim.measure(sight.goal().fiscalYear()).filter(one -> upwards(one) && one.quantity().number().signum() == 0).isPresent())
        .map(aim -> at(aim, new Problem("goal.zero", target(aim))));
  }

  /**
   * G10: a target not better than what was reached the year before asks why. What was reached wholly cannot be bettered. The whole
   * period's target is not asked: what a year reached is held against a year.
   */
  static Stream<Found> betterThanLastYear(Sight sight) {
    int year = sight.goal().fiscalYear();
    return sight.goal().lines().stream().flatMap(line -> {
      String before = sight.around().lastYear().getOrDefault(GoalIndicator.plain(line.level3()), line.lastYear());
      Optional<Target.Measure> measure = line.measure(year);
      Optional<Quantity> reached = measure.flatMap(one -> ValueReader.actual(before, one.quantity()))
          .filter(one -> one.comparableWith(measure.orElseThrow().quantity()));
      return reached.filter(one -> !better(measure.orElseThrow(), one))
          .map(_ -> at(line, new Problem("goal.not-better", Map.of("target", line.annual(), "before", before))))
          .stream();
    });
  }

  private static boolean better(Target.Measure target, Quantity reached) {
    int against = target.quantity().number().compareTo(reached.number());
    if (target.sign().direction() == Direction.LOWER) {
      return against < 0 || reached.number().signum() == 0;
    }
    boolean whole = reached.unit().equals("%") && reached.number().compareTo(HUNDRED) >= 0;
    return against > 0 || against == 0 && whole;
  }

  /** G11: satisfaction aimed at too low, or at a figure nobody reaches. */
  static Stream<Found> satisfaction(Sight sight) {
    BigDecimal least = sight.rules().parameters().get(GoalRules.LEAST_SATISFACTION);
    return sight.goal().of(IndicatorKind.SATISFACTION).stream().flatMap(GoalIndicator::aims)
        .filter(aim -> aim.measure(sight.goal().fiscalYear()).map(Target.Measure::quantity)
            .filter(one -> one.unit().equals("%") || one.unit().isEmpty())
            .filter(one -> one.number().compareTo(least) < 0 || one.number().compareTo(HUNDRED) >= 0).isPresent())
        .map(aim -> at(aim, new Problem("goal.satisfaction", Map.of("target", aim.text(), "least", least.toPlainString()))));
  }

  /** DOMAIN 3.9: the annual goal is a slice of the whole period's, in its amounts and in its days. */
  static Stream<Found> slices(Sight sight) {
    return Stream.concat(yearsMakeThePeriod(sight), daysOfTheSlice(sight));
  }

  /** What is to be done by a day is to be done in the year it is a target of, or in the project's period. */
  private static Stream<Found> daysOfTheSlice(Sight sight) {
    int year = sight.goal().fiscalYear();
    return sight.goal().aims().flatMap(aim -> aim.target(year).filter(Target.Deadline.class::isInstance).map(Target.Deadline.class::cast)
        .map(Target.Deadline::lastDay).flatMap(day -> aim.column() == GoalColumn.ANNUAL
            ? Optional.of(new Problem("goal.day-outside-year", Map.of("target", aim.text(), "year", String.valueOf(year)))).filter(_ -> day.getYear() != year)
            : sight.goal().period().filter(period -> !period.contains(day)).map(period -> new Problem("goal.day-outside-period",
                Map.of("target", aim.text(), "from", period.from().toString(), "until", period.until().toString()))))
        .map(problem -> new Found(cell(aim.line(), aim.column()), problem)).stream());
  }

  /** What adds up over the years makes the target of the whole period. */
  private static Stream<Found> yearsMakeThePeriod(Sight sight) {
    int year = sight.goal().fiscalYear();
    return sight.goal().lines().stream().filter(line -> line.aggregation().filter(Aggregation.SUM::equals).isPresent()).flatMap(line -> {
      Optional<Quantity> whole = ValueReader.target(line.medium(), year).value().flatMap(ValueChecks::number);
      Optional<Quantity> own = line.measure(year).map(Target.Measure::quantity);
      if (whole.isEmpty() || own.isEmpty()) {
        return Stream.of();
      }
      List<Quantity> years = Stream.concat(Stream.of(own.get()),
          sight.around().years().getOrDefault(GoalIndicator.plain(line.level3()), List.of()).stream()
              .flatMap(text -> ValueReader.target(text, year).value().flatMap(ValueChecks::number).stream())).toList();
      Optional<Ratio> sum = MeasureUnits.sum(years, whole.get().unit()).value();
      return sum.filter(one -> one.compareTo(Ratio.of(whole.get().number())) != 0)
          .map(one -> new Found(cell(line, GoalColumn.MEDIUM), new Problem("goal.years-not-period",
              Map.of("sum", one.rounded(6).toPlainString(), "medium", line.medium()))))
          .stream();
    });
  }

  private static Optional<Quantity> number(Target target) {
    return target instanceof Target.Measure measure ? Optional.of(measure.quantity()) : Optional.empty();
  }
}
