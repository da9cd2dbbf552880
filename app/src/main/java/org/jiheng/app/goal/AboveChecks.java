package org.jiheng.app.goal;

import static org.jiheng.app.goal.GoalCheck.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.Problem;
import org.jiheng.app.goal.GoalCheck.Found;
import org.jiheng.app.goal.GoalCheck.Sight;
import org.jiheng.app.goal.GoalsFromAbove.FromAbove;
import org.jiheng.app.goal.GoalsFromAbove.Line;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.indicator.Direction;
import org.jiheng.app.indicator.MeasureUnits;
import org.jiheng.app.indicator.Ratio;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.indicator.Target.Measure;
import org.jiheng.app.indicator.ValueReader;

/** Checks of a project's goal against what was set for it above. */
final class AboveChecks {

  private static final int DECIMALS = 4;

  private AboveChecks() {}

  /** A main quantity as documents set it for the project, together. */
  private record Asked(String name, String documents, String written, Optional<Measure> measure, Optional<Ratio> number) {

    Map<String, String> inputs(GoalIndicator carrying) {
      return Map.of("indicator", name, "target", written, "document", documents, "own", carrying.annual());
    }
  }

  /**
   * S20: a main quantity indicator the project was given is in its goal, with no less than it was given; of what is better the smaller
   * it is, with no more. What several documents give adds up where the parts of the indicator do.
   */
  static Stream<Found> mainQuantities(Sight sight) {
    int year = sight.goal().fiscalYear();
    return asked(sight.around().above(), year).stream().flatMap(asked -> {
      Optional<GoalIndicator> carried = sight.goal().lines().stream()
          .filter(line -> GoalIndicator.plain(line.level3()).equals(GoalIndicator.plain(asked.name()))).findFirst();
      return carried.map(line -> held(asked, line, year)).orElseGet(() -> Optional.of(new Found(GoalCells.INDICATORS, new Problem("goal.from-above-missing",
          Map.of("indicator", asked.name(), "target", asked.written(), "document", asked.documents()))))).stream();
    });
  }

  private static Optional<Found> held(Asked asked, GoalIndicator line, int year) {
    if (asked.number().isEmpty()) {
      // what is no number cannot be less
      return Optional.empty();
    }
    Measure wanted = asked.measure().orElseThrow();
    Optional<Ratio> own = line.measure(year).flatMap(measure -> MeasureUnits.convert(measure.quantity(), wanted.quantity().unit()).value());
    if (own.isEmpty()) {
      return Optional.of(new Found(cell(line, GoalColumn.ANNUAL), new Problem("goal.from-above-unclear", asked.inputs(line))));
    }
    int sign = own.get().compareTo(asked.number().get());
    boolean less = wanted.sign().direction() == Direction.LOWER ? sign > 0 : sign < 0;
    return less ? Optional.of(new Found(cell(line, GoalColumn.ANNUAL), new Problem("goal.from-above-lower", asked.inputs(line)))) : Optional.empty();
  }

  private static List<Asked> asked(List<FromAbove> above, int year) {
    Map<String, List<Line>> byName = new LinkedHashMap<>();
    Map<String, List<String>> documents = new LinkedHashMap<>();
    for (FromAbove one : above) {
      one.lines().stream().filter(Line::main).forEach(line -> {
        byName.computeIfAbsent(GoalIndicator.plain(line.name()), _ -> new ArrayList<>()).add(line);
        documents.computeIfAbsent(GoalIndicator.plain(line.name()), _ -> new ArrayList<>()).add(one.document());
      });
    }
    return byName.entrySet().stream()
        .map(entry -> asked(entry.getValue(), documents.get(entry.getKey()).stream().distinct().collect(Collectors.joining("、")), year)).toList();
  }

  private static Asked asked(List<Line> lines, String documents, int year) {
    Line first = lines.getFirst();
    Optional<Measure> measure = measure(first, year);
    Optional<Ratio> number = measure.map(one -> Ratio.of(one.quantity().number()));
    String written = first.target();
    for (Line line : lines.subList(1, lines.size())) {
      Optional<Ratio> more = measure(line, year).flatMap(one -> measure.flatMap(whole -> MeasureUnits.convert(one.quantity(), whole.quantity().unit()).value()));
      if (number.isPresent() && more.isPresent()) {
        number = Optional.of(together(first.aggregation(), measure.orElseThrow(), number.get(), more.get()));
        written = measure.orElseThrow().sign().glyph() + number.get().rounded(DECIMALS).toPlainString() + measure.orElseThrow().quantity().unit();
      }
    }
    return new Asked(first.name(), documents, written, measure, number);
  }

  /** What adds up is asked for together; of anything else, the more demanding of the two. */
  private static Ratio together(Aggregation aggregation, Measure measure, Ratio one, Ratio other) {
    if (aggregation == Aggregation.SUM) {
      return one.plus(other);
    }
    boolean otherIsMore = other.compareTo(one) > 0;
    return otherIsMore == (measure.sign().direction() != Direction.LOWER) ? other : one;
  }

  private static Optional<Measure> measure(Line line, int year) {
    return ValueReader.target(line.target(), year).value().filter(Measure.class::isInstance).map(Target.class::cast).map(Measure.class::cast);
  }
}
