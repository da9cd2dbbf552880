package org.jiheng.app.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The two upper levels of goal indicators (DOMAIN 3.3, R5 and R6). Sets of indicators for evaluation (决策, 过程 …) have other names;
 * they may stand in the library, too.
 */
public final class IndicatorTree {

  public static final String COST = "成本指标";
  public static final String OUTPUT = "产出指标";
  public static final String BENEFIT = "效益指标";
  public static final String SATISFACTION = "满意度指标";
  public static final String QUANTITY = "数量指标";

  private static final Map<String, List<String>> LEVELS = levels();

  private IndicatorTree() {}

  private static Map<String, List<String>> levels() {
    Map<String, List<String>> levels = new LinkedHashMap<>();
    levels.put(COST, List.of("经济成本指标", "社会成本指标", "生态环境成本指标"));
    // 成本 below output is the older form's (R5)
    levels.put(OUTPUT, List.of(QUANTITY, "质量指标", "时效指标", COST));
    levels.put(BENEFIT, List.of("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"));
    levels.put(SATISFACTION, List.of("服务对象满意度指标"));
    return levels;
  }

  public static List<String> level1() {
    return List.copyOf(LEVELS.keySet());
  }

  /** Names of the second level below this one; none for a name that is not of the tree. */
  public static List<String> level2(String level1) {
    return LEVELS.getOrDefault(level1, List.of());
  }

  /** Whether it counts what a thing costs, on whichever level the cost stands. */
  public static boolean cost(String level1, String level2) {
    return level1.equals(COST) || level2.equals(COST);
  }
}
