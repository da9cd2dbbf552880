package org.jiheng.app.engagement;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jiheng.app.common.Reason;

/** Puts reasons together. */
final class Because {

  /** 第三方机构预算绩效评价业务监督管理暂行办法. */
  static final String SUPERVISION = "财监〔2021〕4号";

  /** 委托第三方机构参与预算绩效管理的指导意见. */
  static final String COMMISSION = "财预〔2021〕6号";

  private static final String RULES = "第三方核查规则2023";

  private Because() {}

  /** @param inputs name, value, name, value… in the order in which they are shown */
  static Reason of(String rule, String article, Object... inputs) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < inputs.length; i += 2) {
      named.put((String) inputs[i], String.valueOf(inputs[i + 1]));
    }
    return new Reason(rule, RULES, article, named);
  }
}
