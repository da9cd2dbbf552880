package org.jiheng.app.exante;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rules that keep an evaluation from being sent in, passed on or concluded, numbered, each with what it rests on. Whatever is refused
 * by one says its number, its article and what went in.
 */
enum ExAnteRule {
  /** 基本信息. */
  HEAD("E1", Because.OPINION),
  /** 起止日期. */
  PERIOD("E2", Because.OPINION),
  /** 评估方法. */
  METHOD("E3", Because.OPINION),
  /** 申请资金, by year and source. */
  AMOUNT("E4", Because.OPINION),
  /** 逐项评定. */
  SHEET("E5", Because.OPINION),
  /** 否决事项. */
  VETOES("E6", Because.OPINION),
  /** 必备材料 (DOMAIN 2.2). */
  DOCUMENTS("E7", Because.OPINION),
  /** 签章报告 (S13). */
  SIGNED_REPORT("E8", Because.OPINION),
  /** 报告正文. */
  TEXT("E9", Because.OPINION),
  /** 第三方再评估 (S14). */
  THIRD_PARTY("E10", Because.SUPERVISION),
  /** 专家论证. */
  PANEL("E11", Because.SUPERVISION),
  /** 支持金额. */
  MONEY("E12", Because.OPINION),
  /** 结论意见. */
  SAID("E13", Because.OPINION),
  /** 结论依据规则 (DOMAIN 2.5). */
  DEPARTURE("E14", Because.OPINION),
  /** 得分差异 (DOMAIN 2.6). */
  DIFFERENCE("E15", Because.SUPERVISION),
  /** 附条件支持 (Q11). */
  CONDITIONS("E16", Because.OPINION);

  private final String number;
  private final String article;

  ExAnteRule(String number, String article) {
    this.number = number;
    this.article = article;
  }

  /**
   * What a sentence under this rule mentions.
   *
   * @param inputs name, value, name, value…
   */
  Map<String, String> with(Object... inputs) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < inputs.length; i += 2) {
      named.put((String) inputs[i], String.valueOf(inputs[i + 1]));
    }
    named.put("number", number);
    named.put("article", article);
    return named;
  }
}
