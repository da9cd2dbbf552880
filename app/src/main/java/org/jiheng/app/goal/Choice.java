package org.jiheng.app.goal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.library.Scoring;
import org.jiheng.app.library.Standard;

/** What may be chosen in the columns of an indicator line that hold no free text (DOMAIN 3.5). */
public final class Choice {

  /** 取值方式 (财预〔2021〕101号). */
  public enum Taking {
    /** 直接证明法. */
    DIRECT_PROOF,
    /** 情况统计法. */
    STATISTICS,
    /** 情况说明法. */
    DESCRIPTION,
    /** 问卷调查法. */
    SURVEY,
    /** 趋势判断法. */
    TREND
  }

  /** Whether the indicator is one of the core ones. */
  public enum Core {
    /** 核心指标. */
    CORE
  }

  private static final Map<GoalColumn, Enum<?>[]> CHOICES = Map.of(
      GoalColumn.STANDARD, Standard.values(),
      GoalColumn.TAKING, Taking.values(),
      GoalColumn.SCORING, Scoring.values(),
      GoalColumn.AGGREGATION, Aggregation.values(),
      GoalColumn.CORE, Core.values());

  private Choice() {}

  /** Names of what may be chosen; empty for a column of text or figures. */
  public static List<String> of(GoalColumn column) {
    return Optional.ofNullable(CHOICES.get(column)).stream().flatMap(Arrays::stream).map(Enum::name).toList();
  }
}
