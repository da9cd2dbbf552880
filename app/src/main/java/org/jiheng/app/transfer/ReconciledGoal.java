package org.jiheng.app.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.indicator.Direction;
import org.jiheng.app.indicator.MeasureUnits;
import org.jiheng.app.indicator.Ratio;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.indicator.Target.Measure;
import org.jiheng.app.indicator.Target.Quantity;
import org.jiheng.app.indicator.ValueReader;

/**
 * One indicator held against its parts, in the unit of the whole, exactly. For a main quantity indicator: SUM, the parts add up to
 * the whole; EQUAL, each part has the target of the whole; MIN, MAX and AVG, the smallest, the largest, the mean of the parts is the
 * whole. Any other indicator may be refined (S20).
 *
 * @param upper the whole; empty if it is no number
 * @param parts what the parts make together; empty if nothing can be said
 * @param unit of both
 * @param found the verdict and why
 * @param overPossible whether a note would let an {@link Verdict#OVER} pass, if the jurisdiction allows it: more of what adds up and
 *     is better the more there is
 * @param problems what is wrong with a part's value, by part
 */
public record ReconciledGoal(
    FundGoal goal, Optional<Ratio> upper, Optional<Ratio> parts, String unit, Reasoned<Verdict> found, boolean overPossible,
    Map<UUID, Problem> problems) {

  private static final int DECIMALS = 4;
  private static final Ratio MINUS_ONE = Ratio.of(-1, 1);

  public Verdict verdict() {
    return found.value().orElseThrow();
  }

  /** Parts less the whole; empty where one of them is missing. */
  public Optional<Ratio> difference() {
    return parts.flatMap(sum -> upper.map(whole -> sum.plus(whole.times(MINUS_ONE))));
  }

  /** As people read it, with the unit. */
  public String written(Ratio number) {
    return number.rounded(DECIMALS).toPlainString() + unit;
  }

  static ReconciledGoal of(FundGoal goal, List<Share> shares) {
    Optional<Target> read = ValueReader.target(goal.target(), goal.fiscalYear()).value();
    if (read.orElse(null) instanceof Measure measure) {
      return goal.main() ? main(goal, measure, shares) : refined(goal, measure, shares);
    }
    Reasoned<Verdict> found = goal.main()
        ? Reasoned.of(Verdict.UNCLEAR, Because.of("transfer.whole-not-a-number", Because.GOALS, "indicator", goal.name(), "whole", goal.target()))
        : free(goal);
    return new ReconciledGoal(goal, Optional.empty(), Optional.empty(), "", found, false, Map.of());
  }

  private static Reasoned<Verdict> free(FundGoal goal) {
    return Reasoned.of(Verdict.FREE, Because.of("transfer.refined", Because.GOALS, "indicator", goal.name()));
  }

  /** Sums are shown where they can be made; nothing hangs on them. */
  private static ReconciledGoal refined(FundGoal goal, Measure measure, List<Share> shares) {
    Read read = read(goal, measure.quantity(), shares);
    Optional<Ratio> sum = read.problems.isEmpty() && !read.values.isEmpty() ? together(goal.aggregation(), List.copyOf(read.values.values())) : Optional.empty();
    return new ReconciledGoal(goal, Optional.of(Ratio.of(measure.quantity().number())), sum, measure.quantity().unit(), free(goal), false, Map.of());
  }

  /** Values of the parts in the unit of the whole, and what could not be read. */
  private record Read(Map<UUID, Ratio> values, Map<UUID, Problem> problems) {}

  private static Read read(FundGoal goal, Quantity whole, List<Share> shares) {
    Map<UUID, Ratio> values = new LinkedHashMap<>();
    Map<UUID, Problem> problems = new LinkedHashMap<>();
    for (Share share : shares) {
      String typed = share.target(goal.id());
      if (!typed.isEmpty()) {
        Parsed<Ratio> value = ValueReader.actual(typed, whole).map(number -> MeasureUnits.convert(number, whole.unit()))
            .orElseGet(() -> Parsed.bad(typed, new Problem("share.not-a-number", Map.of("typed", typed, "target", goal.target()))));
        value.value().ifPresent(number -> values.put(share.id(), number));
        value.problem().ifPresent(problem -> problems.put(share.id(), problem));
      }
    }
    return new Read(values, problems);
  }

  private static ReconciledGoal main(FundGoal goal, Measure measure, List<Share> shares) {
    Quantity whole = measure.quantity();
    Ratio upper = Ratio.of(whole.number());
    Read read = read(goal, whole, shares);
    List<Ratio> values = List.copyOf(read.values.values());
    Optional<Ratio> parts = values.isEmpty() ? Optional.empty() : together(goal.aggregation(), values);
    boolean overPossible = goal.aggregation() == Aggregation.SUM && measure.sign().direction() != Direction.LOWER;
    ReconciledGoal line = new ReconciledGoal(goal, Optional.of(upper), parts, whole.unit(), free(goal), overPossible, read.problems);
    return new ReconciledGoal(goal, line.upper, parts, line.unit, line.judged(measure, read, shares), overPossible, read.problems);
  }

  private Reasoned<Verdict> judged(Measure measure, Read read, List<Share> shares) {
    if (!read.problems.isEmpty()) {
      return Reasoned.of(Verdict.UNCLEAR, Because.of("transfer.part-not-a-number", Because.GOALS, "indicator", goal.name(), "count", read.problems.size()));
    }
    if (read.values.isEmpty()) {
      return Reasoned.of(Verdict.MISSING, Because.of("transfer.missing", Because.GOALS, "indicator", goal.name(), "whole", goal.target()));
    }
    if (goal.aggregation() == Aggregation.EQUAL) {
      return each(read, shares);
    }
    if (parts.isEmpty()) {
      return Reasoned.of(Verdict.UNCLEAR, Because.of("transfer.not-aggregated", Because.GOALS, "indicator", goal.name()));
    }
    int sign = parts.get().compareTo(upper.orElseThrow());
    if (sign == 0) {
      return Reasoned.of(Verdict.OK, Because.of("transfer.equal", Because.GOALS, "indicator", goal.name(), "whole", goal.target(), "parts", written(parts.get())));
    }
    // of what is better the smaller it is, a smallest or largest part above the whole falls short of it
    boolean turned = goal.aggregation() != Aggregation.SUM && measure.sign().direction() == Direction.LOWER;
    return differing(turned ? -sign : sign);
  }

  private Reasoned<Verdict> differing(int sign) {
    Ratio difference = difference().orElseThrow();
    String by = written(difference.compareTo(Ratio.ZERO) < 0 ? difference.times(MINUS_ONE) : difference);
    return sign > 0
        ? Reasoned.of(Verdict.OVER, Because.of("transfer.over", Because.GOALS, "indicator", goal.name(), "whole", goal.target(),
            "parts", written(parts.orElseThrow()), "difference", by))
        : Reasoned.of(Verdict.SHORT, Because.of("transfer.short", Because.GOALS, "indicator", goal.name(), "whole", goal.target(),
            "parts", written(parts.orElseThrow()), "difference", by));
  }

  /** EQUAL: every part carries it, and with just the number of the whole. */
  private Reasoned<Verdict> each(Read read, List<Share> shares) {
    Ratio whole = upper.orElseThrow();
    String without = shares.stream().filter(share -> !read.values.containsKey(share.id())).map(Share::name).collect(Collectors.joining("、"));
    if (!without.isEmpty()) {
      return Reasoned.of(Verdict.MISSING, Because.of("transfer.missing-at", Because.GOALS, "indicator", goal.name(), "whole", goal.target(), "places", without));
    }
    String others = shares.stream().filter(share -> read.values.get(share.id()).compareTo(whole) != 0).map(Share::name).collect(Collectors.joining("、"));
    if (others.isEmpty()) {
      return Reasoned.of(Verdict.OK, Because.of("transfer.each-equal", Because.GOALS, "indicator", goal.name(), "whole", goal.target()));
    }
    boolean below = read.values.values().stream().anyMatch(value -> value.compareTo(whole) < 0);
    return Reasoned.of(below ? Verdict.SHORT : Verdict.OVER,
        Because.of("transfer.not-each-equal", Because.GOALS, "indicator", goal.name(), "whole", goal.target(), "places", others));
  }

  /** What values make together; empty where the way of aggregation says nothing of the whole. For EQUAL, what they all are. */
  private static Optional<Ratio> together(Aggregation aggregation, List<Ratio> values) {
    Optional<Ratio> sum = values.stream().reduce(Ratio::plus);
    return switch (aggregation) {
      case SUM -> sum;
      case AVG -> sum.map(all -> all.per(Ratio.of(values.size(), 1)));
      case MIN -> values.stream().min(Ratio::compareTo);
      case MAX -> values.stream().max(Ratio::compareTo);
      case EQUAL -> values.stream().distinct().count() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
      case NONE -> Optional.empty();
    };
  }
}
