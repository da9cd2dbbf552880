package org.jiheng.app.common;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a value is what it is.
 *
 * @param rule stable name of the rule, for example {@code score.at-least.short}; its sentence is the message
 *     {@code reason.<rule>}
 * @param ruleSet version of the rules that were used
 * @param article the rule's source, for example 财预〔2020〕10号
 * @param inputs what went in, by name, in the order in which they are shown
 */
public record Reason(String rule, String ruleSet, String article, Map<String, String> inputs) {

  public Reason {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
  }
}
