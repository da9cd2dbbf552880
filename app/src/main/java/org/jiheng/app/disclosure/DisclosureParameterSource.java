package org.jiheng.app.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jiheng.app.parameter.Parameter;
import org.jiheng.app.parameter.ParameterForm;
import org.jiheng.app.parameter.ParameterGroup;
import org.jiheng.app.parameter.ParameterSource;

/** Until when goals are published. */
@ApplicationScoped
public class DisclosureParameterSource implements ParameterSource {

  @Override
  public List<Parameter> parameters() {
    return DutyKind.KEYS.stream().map(key -> Parameter.of(ParameterGroup.DISCLOSURE, ParameterForm.DAYS, key)).toList();
  }
}
