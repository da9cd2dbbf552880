package org.jiheng.app.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jiheng.app.parameter.Measure;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterEffect;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSource;

/** Until when goals are published. */
@ApplicationScoped
public class DisclosureParameterSource implements ParameterSource {

  @Override
  public List<Parameter> parameters() {
    return List.of(days(DutyKind.DAYS), days(DutyKind.ADJUSTED_DAYS),
        days(DutyKind.RURAL_DAYS).counted(Measure.whole(Measure.Unit.WORKDAYS, 1, 999)));
  }

  private static Parameter days(ParameterKey<?> key) {
    return Parameter.of(ParameterGroup.DISCLOSURE, ParameterForm.DAYS, ParameterEffect.PUBLICATIONS, key);
  }
}
