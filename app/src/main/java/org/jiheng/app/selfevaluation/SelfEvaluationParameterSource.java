package org.jiheng.app.selfevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterSource;

/** The stages a self-evaluation passes. */
@ApplicationScoped
public class SelfEvaluationParameterSource implements ParameterSource {

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.stages(ParameterGroup.REVIEW, SelfEvaluations.ROUTE));
  }
}
