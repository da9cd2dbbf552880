package org.jiheng.app.project;

import java.time.LocalDate;

/** Where a project of one fiscal year stands. Derived from what has happened and the business date, so that it cannot drift from them. */
public enum ProjectState {
  /** 储备: in the library, without money of its year. */
  RESERVE,
  /** 入预算: has money, its year has not begun. */
  BUDGETED,
  /** 执行中. */
  EXECUTING,
  /** 年度结束: the year is over, the project runs on. */
  YEAR_ENDED,
  /** 完成: written down as completed, or its period ended with the year. */
  COMPLETED,
  /** 终止. */
  TERMINATED,
  /** 已并入其他项目. */
  MERGED;

  static ProjectState of(Project project, LocalDate today) {
    if (project.mergedInto().isPresent()) {
      return MERGED;
    }
    if (project.terminatedOn().isPresent()) {
      return TERMINATED;
    }
    if (project.completedOn().isPresent()) {
      return COMPLETED;
    }
    if (project.initialBudget().isZero() && project.annualBudget().isZero()) {
      return RESERVE;
    }
    if (today.getYear() < project.fiscalYear()) {
      return BUDGETED;
    }
    if (today.getYear() == project.fiscalYear()) {
      return EXECUTING;
    }
    return project.ends().filter(last -> last.getYear() <= project.fiscalYear()).isPresent() ? COMPLETED : YEAR_ENDED;
  }

  /** Whether it is still a project of its own: neither merged away nor given up. */
  public boolean kept() {
    return this != TERMINATED && this != MERGED;
  }

  /**
   * {@link #of} as a condition on {@code p}, a {@link Project}, so that the database counts and turns pages. Uses the parameter
   * {@code thisYear} if it is {@linkplain #dated dated}.
   */
  String condition() {
    String alive = "p.mergedInto is null and p.terminatedOn is null and p.completedOn is null";
    String money = alive + " and (p.initialBudget > 0 or p.annualBudget > 0)";
    return switch (this) {
      case MERGED -> "p.mergedInto is not null";
      case TERMINATED -> "p.mergedInto is null and p.terminatedOn is not null";
      case RESERVE -> alive + " and p.initialBudget = 0 and p.annualBudget = 0";
      case BUDGETED -> money + " and p.fiscalYear > :thisYear";
      case EXECUTING -> money + " and p.fiscalYear = :thisYear";
      case YEAR_ENDED -> money + " and p.fiscalYear < :thisYear and (p.ends is null or extract(year from p.ends) > p.fiscalYear)";
      case COMPLETED -> "p.mergedInto is null and p.terminatedOn is null and (p.completedOn is not null or ("
          + "(p.initialBudget > 0 or p.annualBudget > 0) and p.fiscalYear < :thisYear and extract(year from p.ends) <= p.fiscalYear))";
    };
  }

  /** Whether the condition names the current year. */
  boolean dated() {
    return this == BUDGETED || this == EXECUTING || this == YEAR_ENDED || this == COMPLETED;
  }
}
