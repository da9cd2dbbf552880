package org.jiheng.app.budget;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jiheng.app.common.Reason;

/** Puts reasons together. */
final class Because {

  /** 中共中央 国务院关于全面实施预算绩效管理的意见. */
  static final String OPINION = "中发〔2018〕34号";

  /** 中央部门预算绩效目标管理办法. */
  static final String GOALS = "财预〔2015〕88号";

  /** 中央对地方专项转移支付绩效目标管理暂行办法. */
  static final String TRANSFERS = "财预〔2015〕163号";

  private static final String RULES = "预算关口规则2023";

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
