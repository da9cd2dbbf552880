package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSource;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectCategory;

/** Who is evaluated before money is asked for, how, and on which route. */
@ApplicationScoped
public class ExAnteParameterSource implements ParameterSource {

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.stages(ParameterGroup.REVIEW, ExAnteEvaluations.TYPE.route()),
        Parameter.choices(ParameterGroup.EXANTE, ExAnteParameters.REQUIRED_FOR, Stream.of(ProjectAttribute.values()).map(Enum::name).toList()),
        Parameter.choices(ParameterGroup.EXANTE, ExAnteParameters.EXEMPT, Stream.concat(
            Stream.of(ProjectProfile.CONFIDENTIAL, ProjectProfile.MAJOR), Stream.of(ProjectCategory.values()).map(Enum::name)).toList()),
        written(ParameterForm.MONEY, ExAnteParameters.EXEMPT_BELOW),
        written(ParameterForm.THIRD_PARTY, ExAnteParameters.THIRD_PARTY),
        written(ParameterForm.TEMPLATE, ExAnteParameters.TEMPLATE),
        written(ParameterForm.HUNDRED, ExAnteParameters.PASS).notBelow(ExAnteParameters.PARTIAL),
        written(ParameterForm.HUNDRED, ExAnteParameters.PARTIAL),
        written(ParameterForm.SHARE, ExAnteParameters.FLOOR),
        written(ParameterForm.GRADE_SHARES, ExAnteParameters.TICKS),
        written(ParameterForm.HUNDRED, ExAnteParameters.EXPLAIN));
  }

  private static Parameter written(ParameterForm form, ParameterKey<?> key) {
    return Parameter.of(ParameterGroup.EXANTE, form, key);
  }
}
