package org.jiheng.app.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.calendar.Workdays;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSet;

/** What has to be published, and until when (DOMAIN 10.1). */
public enum DutyKind {
  /** 绩效目标: with the department's budget, which is published within 20 days of its approval (预算法第十四条). */
  APPROVED_GOAL,
  /** 调整后的绩效目标: to be published additionally, in time. */
  ADJUSTED_GOAL;

  /** Days after approval within which goals are published where the publication of the budget has no date of its own. */
  public static final ParameterKey<BigDecimal> DAYS = ParameterKey.number("publish.days", "20");

  /** Days after the approval of an adjustment. */
  public static final ParameterKey<BigDecimal> ADJUSTED_DAYS = ParameterKey.number("publish.adjusted.days", "20");

  /** Workdays after approval, for 衔接资金. */
  public static final ParameterKey<BigDecimal> RURAL_DAYS = ParameterKey.number("publish.rural.days", "20");

  static final List<ParameterKey<?>> KEYS = List.of(DAYS, ADJUSTED_DAYS, RURAL_DAYS);

  /**
   * The last day, inclusive.
   *
   * @param rural whether the project spends 衔接资金
   * @param budget day until which the budget is published; empty when none was set
   */
  LocalDate due(LocalDate approved, boolean rural, Optional<LocalDate> budget, ParameterSet parameters, Workdays workdays) {
    if (rural) {
      return workdays.later(approved, parameters.get(RURAL_DAYS).intValue());
    }
    return this == ADJUSTED_GOAL
        ? approved.plusDays(parameters.get(ADJUSTED_DAYS).intValue())
        : budget.filter(day -> !day.isBefore(approved)).orElseGet(() -> approved.plusDays(parameters.get(DAYS).intValue()));
  }
}
