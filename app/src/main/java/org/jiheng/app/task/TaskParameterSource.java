package org.jiheng.app.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterEffect;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterSource;

/** When units are reminded. */
@ApplicationScoped
public class TaskParameterSource implements ParameterSource {

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.of(ParameterGroup.TASK, ParameterForm.NEAR_DAYS_LIST, ParameterEffect.REMINDERS, Marks.BEFORE),
        Parameter.of(ParameterGroup.TASK, ParameterForm.NEAR_DAYS, ParameterEffect.REMINDERS, Marks.EVERY));
  }
}
