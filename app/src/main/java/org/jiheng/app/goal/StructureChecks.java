package org.jiheng.app.goal;

import static org.jiheng.app.goal.GoalCheck.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalCheck.Found;
import org.jiheng.app.goal.GoalCheck.Sight;
import org.jiheng.app.goal.IndicatorKind.Level1;
import org.jiheng.app.indicator.Target;

/** Checks of what has to be there and has to add up. */
final class StructureChecks {

  private StructureChecks() {}

  /** G0: every line is named and has a place in the tree, a target and points; money and the year's goal are said. */
  static Stream<Found> complete(Sight sight) {
    List<Found> found = new ArrayList<>();
    GoalContent goal = sight.goal();
    if (goal.annualGoal().isBlank()) {
      found.add(new Found(GoalCells.ANNUAL_GOAL, Problem.of("goal.annual-missing")));
    }
    if (goal.money(MoneyLine.ANNUAL_TOTAL).isEmpty()) {
      found.add(new Found(GoalCells.money(MoneyLine.ANNUAL_TOTAL), Problem.of("goal.money-missing")));
    }
    if (goal.period().filter(GoalContent.Period::turnedRound).isPresent()) {
      found.add(new Found(GoalCells.PERIOD_UNTIL, Problem.of("goal.period-turned")));
    }
    for (GoalIndicator line : goal.lines()) {
      if (line.kind().isEmpty()) {
        found.add(new Found(cell(line, line.first().isEmpty() ? GoalColumn.LEVEL1 : GoalColumn.LEVEL2),
            new Problem("goal.level-unknown", Map.of("level1", line.level1(), "level2", line.level2()))));
      }
      if (line.level3().isBlank()) {
        found.add(new Found(cell(line, GoalColumn.LEVEL3), Problem.of("indicator.nameless")));
      }
      if (line.annual().isBlank()) {
        found.add(new Found(cell(line, GoalColumn.ANNUAL), Problem.of("target.missing")));
      }
      if (line.weight().isEmpty()) {
        found.add(new Found(cell(line, GoalColumn.WEIGHT), Problem.of("weight.missing")));
      }
    }
    return found.stream();
  }

  /** DOMAIN 3.8: an adjustment says why, changes something, and moves no target after the cut-off of the second node. */
  static Stream<Found> adjusting(Sight sight) {
    return sight.around().adjusting().stream().flatMap(adjusting -> {
      List<Found> found = new ArrayList<>();
      if (!adjusting.saysCause()) {
        found.add(new Found(GoalCells.CAUSE, Problem.of("goal.adjusted-without-cause")));
      }
      if (!adjusting.saysBasis()) {
        found.add(new Found(GoalCells.BASIS, Problem.of("goal.adjusted-without-basis")));
      }
      if (!adjusting.changes()) {
        found.add(new Found(GoalCells.INDICATORS, Problem.of("goal.adjusts-nothing")));
      }
      adjusting.closed().ifPresent(closed -> adjusting.targets().forEach(cell -> found.add(new Found(cell, closed))));
      return found.stream();
    });
  }

  /** G1: the points of each class are those of the scheme, exactly; of one without lines as well. */
  static Stream<Found> weights(Sight sight) {
    GoalContent goal = sight.goal();
    List<Found> found = new ArrayList<>();
    if (!goal.ownScheme().isEmpty()) {
      own(sight).ifPresent(found::add);
    }
    goal.chosen().filter(_ -> !sight.rules().unitChooses())
        .ifPresent(_ -> found.add(new Found(GoalCells.SCHEME_CHOICE, Problem.of("goal.scheme-not-chosen-here"))));
    WeightScheme scheme = WeightScheme.pick(goal, sight.rules()).value().orElseThrow();
    for (Level1 level1 : Level1.values()) {
      List<GoalIndicator> lines = goal.lines().stream().filter(line -> line.first().filter(level1::equals).isPresent()).toList();
      Score sum = lines.stream().flatMap(line -> line.weight().stream()).reduce(Score.ZERO, Score::plus);
      boolean open = lines.stream().anyMatch(line -> line.weight().isEmpty());
      if (!open && !sum.equals(scheme.points(level1))) {
        found.add(new Found(lines.isEmpty() ? GoalCells.INDICATORS : cell(lines.getFirst(), GoalColumn.WEIGHT), new Problem("goal.weights-not-scheme", Map.of(
            "class", lines.isEmpty() ? named(level1) : lines.getFirst().level1(), "sum", sum.toString(), "points", scheme.points(level1).toString(),
            "scheme", scheme.said(Words.chinese())))));
      }
    }
    return found.stream();
  }

  private static String named(Level1 level1) {
    return Words.chinese().say("level1." + level1.name().toLowerCase(Locale.ROOT));
  }

  private static Optional<Found> own(Sight sight) {
    GoalContent goal = sight.goal();
    if (!sight.rules().freeAdjust()) {
      return Optional.of(new Found(GoalCells.SCHEME, Problem.of("goal.scheme-not-free")));
    }
    Score sum = WeightScheme.custom(goal.ownScheme()).sum();
    if (!sum.equals(Score.HUNDRED)) {
      return Optional.of(new Found(GoalCells.SCHEME, new Problem("goal.scheme-not-hundred", Map.of("sum", sum.toString()))));
    }
    return goal.schemeReason().isBlank()
        ? Optional.of(new Found(GoalCells.SCHEME_REASON, Problem.of("goal.scheme-without-reason")))
        : Optional.empty();
  }

  /** G2: at least one quantity indicator among the outputs, and one of benefit. */
  static Stream<Found> outputAndBenefit(Sight sight) {
    List<Found> found = new ArrayList<>();
    if (sight.goal().of(IndicatorKind.QUANTITY).isEmpty()) {
      found.add(new Found(GoalCells.INDICATORS, Problem.of("goal.quantity-missing")));
    }
    if (sight.goal().lines().stream().noneMatch(line -> line.first().filter(Level1.BENEFIT::equals).isPresent())) {
      found.add(new Found(GoalCells.INDICATORS, Problem.of("goal.benefit-missing")));
    }
    return found.stream();
  }

  /** G14: the common indicators are there and are what they are. */
  static Stream<Found> common(Sight sight) {
    return sight.around().common().stream().flatMap(common -> {
      Optional<GoalIndicator> line = sight.goal().lines().stream().filter(one -> one.code().equals(common.code())).findFirst();
      if (line.isEmpty()) {
        return Stream.of(new Found(GoalCells.INDICATORS, new Problem("goal.common-missing",
            Map.of("indicator", common.level3(), "level2", common.level2()))));
      }
      return edited(sight, common, line.get());
    });
  }

  private static Stream<Found> edited(Sight sight, GoalSurroundings.CommonIndicator common, GoalIndicator line) {
    List<Found> found = new ArrayList<>();
    Map.of(GoalColumn.LEVEL1, common.level1(), GoalColumn.LEVEL2, common.level2(), GoalColumn.LEVEL3, common.level3()).forEach((column, asked) -> {
      String text = column == GoalColumn.LEVEL1 ? line.level1() : column == GoalColumn.LEVEL2 ? line.level2() : line.level3();
      if (!asked.isEmpty() && !text.equals(asked)) {
        found.add(new Found(cell(line, column), new Problem("goal.common-edited", Map.of("asked", asked))));
      }
    });
    Optional<Target.Measure> measure = line.measure(sight.goal().fiscalYear());
    boolean otherSign = !common.sign().isEmpty() && measure.filter(one -> !one.sign().glyph().equals(common.sign())).isPresent();
    boolean otherUnit = !common.unit().isEmpty() && measure.filter(one -> !one.quantity().unit().equals(common.unit())).isPresent();
    if (otherSign || otherUnit) {
      found.add(new Found(cell(line, GoalColumn.ANNUAL), new Problem("goal.common-edited", Map.of("asked", common.sign() + " … " + common.unit()))));
    }
    return found.stream();
  }

  /** DOMAIN 3.10: what was taken from the library is one of its indicators still; if not, the unit says why it stays with it. */
  static Stream<Found> library(Sight sight) {
    Map<UUID, Problem> unchoosable = sight.around().unchoosable();
    return sight.goal().lines().stream().filter(line -> unchoosable.containsKey(line.id()))
        .map(line -> new Found(cell(line, GoalColumn.LEVEL3), unchoosable.get(line.id()), !line.note().isBlank()));
  }

  /** G15: how many indicators of each kind there have to be. */
  static Stream<Found> leastCounts(Sight sight) {
    return Stream.of("quantity", "quality", "timeliness", "cost", "benefit", "satisfaction").flatMap(kind -> {
      long there = sight.goal().lines().stream().filter(line -> counts(line, kind)).count();
      int least = sight.rules().least(kind, sight.around().type());
      return there >= least ? Stream.of() : Stream.of(new Found(GoalCells.INDICATORS, new Problem("goal.too-few", Map.of(
          "kind", Words.chinese().say("goal.kind." + kind), "there", String.valueOf(there), "least", String.valueOf(least)))));
    });
  }

  private static boolean counts(GoalIndicator line, String kind) {
    return switch (kind) {
      case "quantity" -> line.is(IndicatorKind.QUANTITY);
      case "quality" -> line.is(IndicatorKind.QUALITY);
      case "timeliness" -> line.is(IndicatorKind.TIMELINESS);
      case "cost" -> line.kind().filter(IndicatorKind::cost).isPresent();
      case "benefit" -> line.first().filter(Level1.BENEFIT::equals).isPresent() && !line.is(IndicatorKind.SATISFACTION);
      default -> line.is(IndicatorKind.SATISFACTION);
    };
  }
}
