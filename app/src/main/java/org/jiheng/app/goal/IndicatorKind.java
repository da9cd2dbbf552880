package org.jiheng.app.goal;

import java.util.Arrays;
import java.util.Optional;

/**
 * The second level of the indicator tree (DOMAIN 3.3): what an indicator is about. Told by the words of the two levels as offices
 * print them (产出指标, 产出值, 效果指标, 数量指标, 数量值 …), because forms of other provinces name the same thing differently.
 */
public enum IndicatorKind {
  /** 数量. */
  QUANTITY(Level1.OUTPUT, "数量"),
  /** 质量. */
  QUALITY(Level1.OUTPUT, "质量"),
  /** 时效. */
  TIMELINESS(Level1.OUTPUT, "时效"),
  /** 成本 as an output, in the form of 财预〔2015〕88号. */
  COST_IN_OUTPUT(Level1.OUTPUT, "成本"),
  /** 经济成本. */
  ECONOMIC_COST(Level1.COST, "经济"),
  /** 社会成本. */
  SOCIAL_COST(Level1.COST, "社会"),
  /** 生态环境成本. */
  ECOLOGICAL_COST(Level1.COST, "生态"),
  /** 经济效益. */
  ECONOMIC(Level1.BENEFIT, "经济"),
  /** 社会效益. */
  SOCIAL(Level1.BENEFIT, "社会"),
  /** 生态效益. */
  ECOLOGICAL(Level1.BENEFIT, "生态"),
  /** 可持续影响. */
  LASTING(Level1.BENEFIT, "持续"),
  /** 服务对象满意度. */
  SATISFACTION(Level1.SATISFACTION, "满意");

  /** The first level. */
  public enum Level1 {
    /** 成本指标: a level of its own since 财预〔2021〕101号. */
    COST("成本"),
    /** 产出指标. */
    OUTPUT("产出"),
    /** 效益指标. */
    BENEFIT("效益"),
    /** 满意度指标. */
    SATISFACTION("满意");

    private final String word;

    Level1(String word) {
      this.word = word;
    }

    /** Empty when the words name no class. */
    public static Optional<Level1> of(String level1) {
      if (level1.contains("效果")) {
        return Optional.of(BENEFIT);
      }
      return Arrays.stream(values()).filter(one -> level1.contains(one.word)).findFirst();
    }
  }

  private final Level1 level1;
  private final String word;

  IndicatorKind(Level1 level1, String word) {
    this.level1 = level1;
    this.word = word;
  }

  public Level1 level1() {
    return level1;
  }

  public boolean cost() {
    return level1 == Level1.COST || this == COST_IN_OUTPUT;
  }

  /** Empty when the words name no kind; satisfaction may stand as a second level of benefit. */
  public static Optional<IndicatorKind> of(String level1, String level2) {
    if (level2.contains(SATISFACTION.word)) {
      return Optional.of(SATISFACTION);
    }
    return Level1.of(level1).flatMap(first -> Arrays.stream(values())
        .filter(one -> one.level1 == first && (level2.contains(one.word) || first == Level1.SATISFACTION))
        .findFirst());
  }
}
