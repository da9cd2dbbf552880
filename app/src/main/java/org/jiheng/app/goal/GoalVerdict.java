package org.jiheng.app.goal;

import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Reasoned;

/** What becomes of a goal by the grade finance gives it (财预〔2015〕88号, DOMAIN 3.7; seed S17). */
public enum GoalVerdict {
  /** 优: on to the next step of the budget. */
  NEXT_STEP,
  /** 良: finance completes it together with the department, then on. */
  COMPLETE_WITH_DEPARTMENT,
  /** 中: the department revises it and sends it in again in time. */
  REVISE_AND_RESUBMIT,
  /** 差: may not enter the next step. */
  MAY_NOT_ENTER;

  private static final String ARTICLE = "财预〔2015〕88号";

  /** @param resubmitDays workdays the unit has after a return */
  public static Reasoned<GoalVerdict> of(Grade grade, int resubmitDays) {
    return switch (grade) {
      case EXCELLENT -> Reasoned.of(NEXT_STEP, Because.of("goals.verdict-next", ARTICLE));
      case GOOD -> Reasoned.of(COMPLETE_WITH_DEPARTMENT, Because.of("goals.verdict-complete", ARTICLE));
      case FAIR -> Reasoned.of(REVISE_AND_RESUBMIT, Because.of("goals.verdict-revise", ARTICLE, "days", resubmitDays));
      case POOR -> Reasoned.of(MAY_NOT_ENTER, Because.of("goals.verdict-refused", ARTICLE));
    };
  }
}
