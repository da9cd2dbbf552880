package org.jiheng.app.calendar;

import org.jiheng.app.parameter.ParameterKey;

/**
 * The works of the year that the performance office issues tasks for (DOMAIN 1.6), with the dates they usually have (DOMAIN 14). A kind
 * that has a form carries the name of the form's type.
 */
public enum TaskKind {
  /** 事前绩效评估 of new projects, before the budget is asked for. */
  EX_ANTE("-1-06-01/-1-08-31", TaskScope.ALL),
  /** 绩效目标申报 with the budget of the year; no goal, no budget. */
  GOAL("-1-09-01/-1-11-30", TaskScope.ALL),
  /** 部门整体绩效目标: in February of the year, to its last day, which is the 28th where there is no 29th. */
  DEPARTMENT_GOAL("0-02-01/0-02-29", TaskScope.DEPARTMENTS),
  /** 部门预算公开: budgets and the goals with them, within 20 days of their approval (预算法 14). */
  BUDGET_PUBLICATION("0-02-01/0-03-31", TaskScope.ALL),
  /** 监控节点1: filed in May, data to the end of April (DOMAIN 16, Q1). */
  MONITORING_1("0-05-01/0-05-31/0-04-30", TaskScope.ALL),
  /** 部门整体监控: data to the end of June. */
  DEPARTMENT_MONITORING("0-07-01/0-07-15/0-06-30", TaskScope.DEPARTMENTS),
  /** 监控节点2: filed in August, data to the end of July (R7). */
  MONITORING_2("0-08-01/0-08-31/0-07-31", TaskScope.ALL),
  /** 单位自评: from March of the next year. */
  SELF_EVALUATION("1-03-01/1-03-31/0-12-31", TaskScope.ALL),
  /** 转移支付自评, collected and sent upward. */
  TRANSFER_SELF_EVALUATION("1-02-01/1-03-31/0-12-31", TaskScope.ALL),
  /** 部门评价: at least a fifth of the projects, by 30 April. */
  DEPARTMENT_EVALUATION("1-03-01/1-04-30/0-12-31", TaskScope.DEPARTMENTS),
  /** 部门整体自评: by 30 April. */
  AGENCY_SELF_EVALUATION("1-03-01/1-04-30/0-12-31", TaskScope.DEPARTMENTS),
  /** 财政重点评价: ten projects at least, by 31 August. */
  KEY_EVALUATION("1-05-01/1-08-31/0-12-31", TaskScope.ALL),
  /** 信息公开 of self-evaluations and reports, with the final accounts. */
  DISCLOSURE("1-08-01/1-09-30", TaskScope.DEPARTMENTS),
  /** 结果应用: results list, rectification, cuts. */
  RESULT_USE("1-09-01/1-10-31", TaskScope.ALL),
  /** 结果应用备案 to the region's finance department. */
  FILING("1-10-01/1-12-31", TaskScope.ALL);

  private final String dates;
  private final TaskScope usualScope;

  TaskKind(String dates, TaskScope usualScope) {
    this.dates = dates;
    this.usualScope = usualScope;
  }

  /** Whom it usually concerns. */
  public TaskScope usualScope() {
    return usualScope;
  }

  /**
   * Calendar days a project that is entered in the course of the year has for what was due before it was there (S16). Ours: the rule for
   * goals that are added after an exemption has the same (DOMAIN 7.3); it may be entered, and its days begin, on any day.
   */
  public static final ParameterKey<Integer> IN_YEAR_DAYS = new ParameterKey<>("task.in_year.days", "30", TaskKind::days);

  private static Integer days(String text) {
    Integer days = Integer.valueOf(text.strip());
    if (days < 1) {
      throw new IllegalArgumentException("not a number of days: " + text);
    }
    return days;
  }

  /**
   * Whether tasks of this kind, named by a task's form type, are about projects that may come after their last day: what is entered in
   * the course of the year (S16) has not been late for work that was due before it was there.
   */
  public static boolean comesInTheYear(String formType) {
    return formType.equals(EX_ANTE.name()) || formType.equals(GOAL.name());
  }

  /** The parameter by which a prefecture or a jurisdiction gives it other dates, for example {@code task.dates.self_evaluation}. */
  public ParameterKey<UsualDates> dates() {
    return new ParameterKey<>("task.dates." + name().toLowerCase(java.util.Locale.ROOT), dates, UsualDates::parse);
  }
}
