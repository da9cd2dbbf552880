package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSource;

/** How goals are checked, reviewed and adjusted, and on which route. */
@ApplicationScoped
public class GoalParameterSource implements ParameterSource {

  /** Kinds of indicators that are counted. */
  private static final Set<String> KINDS = Set.of("quantity", "quality", "timeliness", "cost", "benefit", "satisfaction");

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.stages(ParameterGroup.REVIEW, Goal.TYPE.route()),
        Parameter.choice(ParameterGroup.GOAL, GoalRules.FREE_ADJUST),
        Parameter.choice(ParameterGroup.GOAL, GoalRules.SCHEME),
        written(ParameterForm.CLASS_POINTS, GoalRules.SCHEME_POINTS),
        Parameter.choice(ParameterGroup.GOAL, GoalRules.SCHEME_CHOSEN_BY),
        written(ParameterForm.INDICATOR_COUNTS, GoalRules.MIN_COUNTS).only(GoalParameterSource::countsKnownKinds),
        written(ParameterForm.CHECK_LEVELS, GoalRules.LEVELS).like("G15=HARD,G7=HARD"),
        written(ParameterForm.WORDS, GoalRules.ABOVE_HUNDRED),
        written(ParameterForm.HUNDRED, GoalRules.LEAST_SATISFACTION),
        written(ParameterForm.COUNT, GoalRules.SHORTEST_GOAL),
        written(ParameterForm.SHARE, GoalRules.ALIKE),
        Parameter.choice(ParameterGroup.GOAL, GoalRules.REVIEW_MODE),
        written(ParameterForm.DAYS, GoalRules.RESUBMIT_DAYS),
        written(ParameterForm.DAY_OF_YEAR, GoalRules.LOCK_AFTER));
  }

  private static boolean countsKnownKinds(String text) {
    return Arrays.stream(text.split("[,,]")).map(String::strip).filter(pair -> !pair.isEmpty())
        .allMatch(pair -> KINDS.contains(pair.split("=", -1)[0]));
  }

  private static Parameter written(ParameterForm form, ParameterKey<?> key) {
    return Parameter.of(ParameterGroup.GOAL, form, key);
  }
}
