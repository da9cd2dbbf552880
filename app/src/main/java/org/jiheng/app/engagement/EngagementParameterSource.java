package org.jiheng.app.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSource;

/** What a firm is looked at for before it is let in, and how long it may stay. */
@ApplicationScoped
public class EngagementParameterSource implements ParameterSource {

  @Override
  public List<Parameter> parameters() {
    return List.of(
        written(ParameterForm.COUNT, ConflictCheck.PARTY_YEARS),
        written(ParameterForm.COUNT, ConflictCheck.MOST_JOBS),
        written(ParameterForm.COUNT, ConflictCheck.LEAST_YEARS),
        written(ParameterForm.DAYS, ConflictCheck.GRACE_DAYS));
  }

  private static Parameter written(ParameterForm form, ParameterKey<?> key) {
    return Parameter.of(ParameterGroup.ENGAGEMENT, form, key);
  }
}
