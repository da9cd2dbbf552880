package org.jiheng.app.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.Parameters;

/** The rule set in force for the scope's jurisdiction. */
@ApplicationScoped
public class RuleSets {

  @Inject
  private Parameters parameters;

  /**
   * Rules together with the parameters they were made from, which a finished form keeps: those nobody set are written out
   * with the platform's default of the day.
   */
  public record InForce(RuleSet rules, ParameterSet parameters) {}

  public InForce inForce(int fiscalYear) {
    ParameterSet set = parameters.inForce(fiscalYear).writtenOut(RuleSet.KEYS);
    return new InForce(RuleSet.of(set), set);
  }

  /** The rules a form was sent in with, from the parameters kept with it. */
  public InForce kept(String parametersJson) {
    ParameterSet set = ParameterSet.fromJson(parametersJson);
    return new InForce(RuleSet.of(set), set);
  }
}
