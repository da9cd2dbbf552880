package org.jiheng.app.scoring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jiheng.app.common.Reason;

/** Puts reasons together. */
final class Because {

  static final String EVALUATION = "财预〔2020〕10号";
  static final String CORE_INDICATORS = "财预〔2021〕101号";

  private Because() {}

  /** @param inputs name, value, name, value… in the order in which they are shown */
  static Reason of(String rule, RuleSet rules, String article, Object... inputs) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < inputs.length; i += 2) {
      named.put((String) inputs[i], String.valueOf(inputs[i + 1]));
    }
    return new Reason(rule, rules.name(), article, named);
  }
}
