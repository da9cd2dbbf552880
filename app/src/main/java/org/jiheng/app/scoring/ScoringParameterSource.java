package org.jiheng.app.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterEffect;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSource;

/** What the rule set of scoring is made from. */
@ApplicationScoped
public class ScoringParameterSource implements ParameterSource {

  @Override
  public List<Parameter> parameters() {
    return List.of(
        written(ParameterForm.NAME, RuleSet.NAME),
        written(ParameterForm.GRADES, RuleSet.GRADE_CUT),
        Parameter.choice(ParameterGroup.SCORING, ParameterEffect.SENT_FORMS, RuleSet.EQUAL_MODE),
        Parameter.choice(ParameterGroup.SCORING, ParameterEffect.SENT_FORMS, RuleSet.REVERSE_MODE),
        Parameter.choice(ParameterGroup.SCORING, ParameterEffect.SENT_FORMS, RuleSet.SATISFACTION),
        written(ParameterForm.TIMES, RuleSet.OVER_THRESHOLD),
        Parameter.choice(ParameterGroup.SCORING, ParameterEffect.SENT_FORMS, RuleSet.OVER_MODE),
        written(ParameterForm.SHARE_OR_NONE, RuleSet.PASS_FLOOR).like("0.60"),
        Parameter.choice(ParameterGroup.SCORING, ParameterEffect.SENT_FORMS, RuleSet.CEILINGS),
        written(ParameterForm.DAYS, RuleSet.LATE_DAYS),
        written(ParameterForm.SHARE, RuleSet.ALARM_RED),
        written(ParameterForm.SHARE, RuleSet.ALARM_YELLOW));
  }

  private static Parameter written(ParameterForm form, ParameterKey<?> key) {
    return Parameter.of(ParameterGroup.SCORING, form, ParameterEffect.SENT_FORMS, key);
  }
}
