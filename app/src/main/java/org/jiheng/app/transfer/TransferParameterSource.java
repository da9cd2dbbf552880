package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jiheng.app.parameter.Parameter;
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
        days(FundRules.DEADLINE_DAYS),
        days(FundRules.OWN_EARMARKED_DAYS),
        Parameter.choice(ParameterGroup.TRANSFER, FundRules.ALLOW_OVER),
        days(FundRules.ADD_GOAL_DAYS),
        days(FundRules.ANSWER_DAYS),
        days(FundRules.TAKE_BACK_DAYS));
  }

  private static Parameter days(ParameterKey<?> key) {
    return Parameter.of(ParameterGroup.TRANSFER, ParameterForm.DAYS, key);
  }
}
