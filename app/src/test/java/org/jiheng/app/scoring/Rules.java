package org.jiheng.app.scoring;

import java.util.HashMap;
import java.util.Map;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.ParameterSet.Origin;
import org.jiheng.app.parameter.ParameterSet.Setting;

/** Rule sets of a jurisdiction that has set some parameters. */
final class Rules {

  private Rules() {}

  /** @param namesAndValues name, value, name, value… */
  static ParameterSet set(String... namesAndValues) {
    Map<String, Setting> settings = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], new Setting(namesAndValues[i + 1], Origin.JURISDICTION));
    }
    return new ParameterSet(settings);
  }

  static RuleSet with(String... namesAndValues) {
    return RuleSet.of(set(namesAndValues));
  }
}
