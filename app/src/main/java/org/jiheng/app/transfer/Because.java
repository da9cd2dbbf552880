package org.jiheng.app.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jiheng.app.common.Reason;

/** Puts reasons together. */
final class Because {

  /** 中央对地方专项转移支付绩效目标管理暂行办法. */
  static final String GOALS = "财预〔2015〕163号";

  /** 中华人民共和国预算法. */
  static final String BUDGET_LAW = "预算法第五十二条";

  private static final String RULES = "转移支付分解规则2023";

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
