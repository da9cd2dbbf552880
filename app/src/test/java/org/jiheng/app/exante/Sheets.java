package org.jiheng.app.exante;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiheng.app.common.Grade;
import org.jiheng.app.parameter.ParameterSet;

/** Filled sheets for the tests of the rules. */
final class Sheets {

  static final ExAnteTemplate STANDARD = ExAnteTemplate.read("standard-2023");
  static final ExAnteScoring RULES = ExAnteScoring.of(ParameterSet.STANDARD);

  private Sheets() {}

  /** Every item ticked alike. */
  static Map<String, Grade> all(ExAnteTemplate template, Grade tick) {
    Map<String, Grade> ticks = new HashMap<>();
    template.items().forEach(item -> ticks.put(item.key(), tick));
    return ticks;
  }

  /** Every item ticked alike, but those of one dimension. */
  static Map<String, Grade> all(ExAnteTemplate template, Grade tick, String dimension, Grade other) {
    Map<String, Grade> ticks = all(template, tick);
    template.dimensions().stream().filter(one -> one.key().equals(dimension)).flatMap(one -> one.items().stream())
        .forEach(item -> ticks.put(item.key(), other));
    return ticks;
  }

  static ExAnteScoring.Sheet sheet(Map<String, Grade> ticks, String... vetoes) {
    return RULES.score(STANDARD, new ExAnteScoring.Ticked(ticks, Set.copyOf(List.of(vetoes))));
  }
}
