package org.jiheng.app.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jiheng.app.parameter.Measure;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterEffect;
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
        years(ConflictCheck.PARTY_YEARS),
        Parameter.of(ParameterGroup.ENGAGEMENT, ParameterForm.COUNT, ParameterEffect.CONFLICT_CHECKS, ConflictCheck.MOST_JOBS),
        years(ConflictCheck.LEAST_YEARS),
        Parameter.of(ParameterGroup.ENGAGEMENT, ParameterForm.DAYS, ParameterEffect.CONTRACTS, ConflictCheck.GRACE_DAYS));
  }

  private static Parameter years(ParameterKey<?> key) {
    return Parameter.of(ParameterGroup.ENGAGEMENT, ParameterForm.COUNT, ParameterEffect.CONFLICT_CHECKS, key)
        .counted(Measure.whole(Measure.Unit.YEARS, 0, 999));
  }
}
