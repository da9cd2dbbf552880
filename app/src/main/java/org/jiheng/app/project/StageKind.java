package org.jiheng.app.project;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * The stages of a project's year in the order of the cycle (S1), and whether a project needs one. Pure; the same is said twice, for a
 * project and as a condition of a query, so that a list of thousands is asked of the database.
 */
public enum StageKind {
  /** 事前绩效评估: of new projects (S12); it is there before there is a budget. */
  EX_ANTE(Since.BEFORE_THE_BUDGET),
  /** 绩效目标: of all project spending (DOMAIN 3.1); it is there before there is a budget. */
  GOAL(Since.BEFORE_THE_BUDGET),
  /** 5 月监控: 以 5 月、8 月为时间节点. */
  MONITORING_MAY(new Since(0, Month.MAY)),
  /** 8 月监控. */
  MONITORING_AUGUST(new Since(0, Month.AUGUST)),
  /** 单位自评: in the year after. */
  SELF_EVALUATION(Since.THE_YEAR_AFTER),
  /** 部门评价: of those the department chooses. */
  DEPARTMENT_EVALUATION(Since.THE_YEAR_AFTER),
  /** 财政评价: of those finance chooses. */
  FINANCE_EVALUATION(Since.THE_YEAR_AFTER),
  /** 结果: every evaluated year has one. */
  RESULT(Since.THE_YEAR_AFTER),
  /** 整改: where something was found. */
  RECTIFICATION(Since.THE_YEAR_AFTER);

  /**
   * From when on a project is expected to have come so far.
   *
   * @param years after the fiscal year
   * @param month on whose first day
   */
  private record Since(int years, Month month) {

    /** Always. */
    static final Since BEFORE_THE_BUDGET = new Since(-LONG_BEFORE, Month.JANUARY);

    static final Since THE_YEAR_AFTER = new Since(1, Month.JANUARY);

    LocalDate day(int fiscalYear) {
      return LocalDate.of(fiscalYear + years, month, 1);
    }

    /** The last fiscal year whose projects are expected to have come so far on this day. */
    int latest(LocalDate today) {
      int year = today.getYear() - years;
      return today.isBefore(day(year)) ? year - 1 : year;
    }
  }

  /** Years before any budget is thought of. */
  private static final int LONG_BEFORE = 1000;

  private final Since since;

  StageKind(Since since) {
    this.since = since;
  }

  /** Whether a project needs a stage, and why not. */
  public enum Need {
    /** It has to be there by now. */
    NOW,
    /** It will be needed, and is not due yet. */
    LATER,
    /** 涉密项目: managed off the platform. */
    CONFIDENTIAL,
    /** Merged into another project or given up. */
    ENDED,
    /** 人员类、公用经费: no goals, and nothing that hangs on them (DOMAIN 3.2). */
    WITHOUT_GOALS,
    /** Not applied for anew. */
    NOT_NEW,
    /** By the jurisdiction's own rule no evaluation is asked of it. */
    LET_OFF,
    /** Without money of its year there is nothing to follow. */
    WITHOUT_MONEY,
    /** Only of those that are chosen. */
    BY_CHOICE,
    /** Only where something was found. */
    AFTER_FINDINGS
  }

  /** Whether the room of its form says which projects need it, and not the stage itself. */
  boolean byForm() {
    return this == EX_ANTE || this == GOAL;
  }

  /**
   * @param today the business date
   * @param asked whether the room of the stage's form asks it of the project; counts for stages {@linkplain #byForm by their form}
   */
  Need need(Project project, LocalDate today, boolean asked) {
    if (project.confidential()) {
      return Need.CONFIDENTIAL;
    }
    if (!project.takesForms()) {
      return Need.ENDED;
    }
    if (this == DEPARTMENT_EVALUATION || this == FINANCE_EVALUATION) {
      return Need.BY_CHOICE;
    }
    if (this == RECTIFICATION) {
      return Need.AFTER_FINDINGS;
    }
    if (byForm()) {
      return asked ? Need.NOW : this == GOAL ? Need.WITHOUT_GOALS : project.attribute() == ProjectAttribute.NEW ? Need.LET_OFF : Need.NOT_NEW;
    }
    if (!project.category().hasGoals()) {
      return Need.WITHOUT_GOALS;
    }
    if (project.initialBudget().isZero() && project.annualBudget().isZero()) {
      return Need.WITHOUT_MONEY;
    }
    return today.isBefore(since.day(project.fiscalYear())) ? Need.LATER : Need.NOW;
  }

  /**
   * {@link #need} being {@link Need#NOW}, as a condition on {@code p}, a {@link Project}.
   *
   * @param asked what the room of the stage's form asks, as such a condition; nobody says: it is asked of none
   */
  String needed(LocalDate today, Optional<String> asked) {
    if (this == DEPARTMENT_EVALUATION || this == FINANCE_EVALUATION || this == RECTIFICATION) {
      return "1 = 0";
    }
    if (byForm()) {
      return asked.map(condition -> Projects.TAKES_FORMS + " and (" + condition + ")").orElse("1 = 0");
    }
    String goals = Projects.TAKES_FORMS + " and p.category in (org.jiheng.app.project.ProjectCategory.OTHER_OPERATING, "
        + "org.jiheng.app.project.ProjectCategory.SPECIFIC_PURPOSE)";
    return goals + " and (p.initialBudget > 0 or p.annualBudget > 0) and p.fiscalYear <= " + since.latest(today);
  }
}
