package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSource;

/** When two projects are taken for one. */
@ApplicationScoped
public class ProjectParameterSource implements ParameterSource {

  @Override
  public List<Parameter> parameters() {
    return List.of(
        written(ParameterForm.HUNDRED, DuplicateParameters.LEAST),
        written(ParameterForm.SHARE, DuplicateParameters.SIMILAR_NAME),
        written(ParameterForm.SHARE, DuplicateParameters.SIMILAR_CONTENT),
        written(ParameterForm.MONEY, DuplicateParameters.SMALL_BELOW),
        written(ParameterForm.SEVEN_POINTS, DuplicateParameters.POINTS));
  }

  private static Parameter written(ParameterForm form, ParameterKey<?> key) {
    return Parameter.of(ParameterGroup.PROJECT, form, key);
  }
}
