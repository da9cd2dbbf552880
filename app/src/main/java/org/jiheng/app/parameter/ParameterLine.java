package org.jiheng.app.parameter;

import java.util.List;
import java.util.Optional;
import org.jiheng.app.parameter.ParameterSet.Origin;

/**
 * A parameter in a year.
 *
 * @param set what says the value that holds today; empty where the platform's default does
 * @param later what will hold from a later day on, the next first
 */
public record ParameterLine(Parameter parameter, Optional<ParameterRow> set, List<ParameterRow> later) {

  public String value() {
    return set.map(ParameterRow::value).orElse(parameter.key().standard());
  }

  public Origin origin() {
    return set.map(ParameterRow::origin).orElse(Origin.PLATFORM);
  }
}
