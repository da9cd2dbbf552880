package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiheng.app.common.Problem;
import org.jiheng.app.goal.IndicatorKind.Level1;
import org.jiheng.app.parameter.Measure;
import org.jiheng.app.parameter.PairRows;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterEffect;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSource;
import org.jiheng.app.parameter.ValueCell;

/** How goals are checked, reviewed and adjusted, and on which route. */
@ApplicationScoped
public class GoalParameterSource implements ParameterSource {

  /** Kinds of indicators that are counted. */
  private static final List<String> KINDS = List.of("quantity", "quality", "timeliness", "cost", "benefit", "satisfaction");
  /** More of one kind nobody asks for at the least. */
  private static final int MOST_OF_A_KIND = 20;
  private static final ParameterEffect SENT = ParameterEffect.SENT_FORMS;

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.stages(ParameterGroup.REVIEW, Goal.TYPE.route()),
        Parameter.choice(ParameterGroup.GOAL, SENT, GoalRules.FREE_ADJUST),
        Parameter.choice(ParameterGroup.GOAL, SENT, GoalRules.SCHEME),
        written(ParameterForm.CLASS_POINTS, GoalRules.SCHEME_POINTS).laidOut(classPoints()),
        Parameter.choice(ParameterGroup.GOAL, SENT, GoalRules.SCHEME_CHOSEN_BY),
        written(ParameterForm.INDICATOR_COUNTS, GoalRules.MIN_COUNTS).only(GoalParameterSource::countsKnownKinds).laidOut(counts()),
        written(ParameterForm.CHECK_LEVELS, GoalRules.LEVELS).like("G15=HARD,G7=HARD").laidOut(new CheckRows()),
        written(ParameterForm.WORDS, GoalRules.ABOVE_HUNDRED),
        written(ParameterForm.HUNDRED, GoalRules.LEAST_SATISFACTION).counted(Measure.PERCENT),
        written(ParameterForm.COUNT, GoalRules.SHORTEST_GOAL).counted(Measure.whole(Measure.Unit.SIGNS, 0, 999)),
        written(ParameterForm.SHARE, GoalRules.ALIKE),
        Parameter.choice(ParameterGroup.GOAL, ParameterEffect.FILLED_SHEETS, GoalRules.REVIEW_MODE),
        Parameter.of(ParameterGroup.GOAL, ParameterForm.DAYS, ParameterEffect.FILLED_SHEETS, GoalRules.RESUBMIT_DAYS)
            .counted(Measure.whole(Measure.Unit.WORKDAYS, 1, 999)),
        Parameter.of(ParameterGroup.GOAL, ParameterForm.DAY_OF_YEAR, ParameterEffect.ADJUSTMENTS, GoalRules.LOCK_AFTER));
  }

  private static PairRows counts() {
    List<String> options = Stream.concat(Stream.of("auto"), IntStream.rangeClosed(0, MOST_OF_A_KIND).mapToObj(String::valueOf)).toList();
    return new PairRows(KINDS, "least", ValueCell.choice(options, "auto"), "0", true, _ -> Optional.empty());
  }

  private static PairRows classPoints() {
    List<String> classes = Arrays.stream(Level1.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    return new PairRows(classes, "points", ValueCell.number(Measure.POINTS, ""), "0", true, GoalParameterSource::sum);
  }

  private static Optional<Problem> sum(Map<String, String> points) {
    BigDecimal sum = points.values().stream().map(BigDecimal::new).reduce(WeightScheme.EXECUTION.points(), BigDecimal::add);
    return sum.compareTo(Measure.POINTS.most()) == 0 ? Optional.empty()
        : Optional.of(new Problem("parameter-table-classes", Map.of("sum", sum.stripTrailingZeros().toPlainString(), "execution", WeightScheme.EXECUTION.toString())));
  }

  private static boolean countsKnownKinds(String text) {
    return Arrays.stream(text.split("[,,]")).map(String::strip).filter(pair -> !pair.isEmpty())
        .allMatch(pair -> KINDS.contains(pair.split("=", -1)[0]));
  }

  private static Parameter written(ParameterForm form, ParameterKey<?> key) {
    return Parameter.of(ParameterGroup.GOAL, form, SENT, key);
  }
}
