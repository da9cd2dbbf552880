package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterEffect;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSource;

/** Until when transfers go on, and what their parts may come to. */
@ApplicationScoped
public class TransferParameterSource implements ParameterSource {

  @Override
  public List<Parameter> parameters() {
    return List.of(
        days(ParameterEffect.REGISTERED_TRANSFERS, FundRules.DEADLINE_DAYS),
        days(ParameterEffect.REGISTERED_TRANSFERS, FundRules.OWN_EARMARKED_DAYS),
        Parameter.choice(ParameterGroup.TRANSFER, ParameterEffect.SENT_TRANSFERS, FundRules.ALLOW_OVER),
        days(ParameterEffect.OWED_GOALS, FundRules.ADD_GOAL_DAYS),
        days(ParameterEffect.OPEN_LETTERS, FundRules.ANSWER_DAYS),
        days(ParameterEffect.SENT_TRANSFERS, FundRules.TAKE_BACK_DAYS));
  }

  private static Parameter days(ParameterEffect effect, ParameterKey<?> key) {
    return Parameter.of(ParameterGroup.TRANSFER, ParameterForm.DAYS, effect, key);
  }
}
