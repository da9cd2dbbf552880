package org.jiheng.app.goal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.review.FormState;

/**
 * Whether a project has a sound goal for a year, as gate B2 asks it (seed S17: none, or unreasonable and not adjusted, no budget).
 *
 * @param form the goal; empty for none
 * @param grade what finance gave it; empty before
 */
public record GoalStanding(Answer answer, Optional<UUID> form, Optional<Grade> grade) {

  /** What there is. */
  public enum Answer {
    /** 未设目标. */
    NONE,
    /** 编制、审核中. */
    DRAFTING,
    /** 退回修改中. */
    RETURNED,
    /** 退回后逾期未报. */
    RETURNED_PAST_DUE,
    /** 不通过. */
    REFUSED,
    /** 已审定. */
    APPROVED
  }

  private static final String ARTICLE = "S17";

  /** Whether money may be given on it. */
  public boolean sound() {
    return answer == Answer.APPROVED;
  }

  public static Reasoned<GoalStanding> none() {
    return answer(new GoalStanding(Answer.NONE, Optional.empty(), Optional.empty()), Because.of("goals.none", ARTICLE));
  }

  /**
   * What a goal amounts to; of an approved one and its adjustment on the way, the approved one is asked.
   *
   * @param resubmitDue last day to send it in again; empty unless it was returned
   */
  public static Reasoned<GoalStanding> of(
      UUID form, FormState state, Optional<Grade> grade, Optional<LocalDate> resubmitDue, LocalDate today) {
    if (state == FormState.APPROVED) {
      return answer(new GoalStanding(Answer.APPROVED, Optional.of(form), grade), Because.of("goals.approved", ARTICLE));
    }
    if (state == FormState.REJECTED || state == FormState.CANCELLED) {
      return answer(new GoalStanding(Answer.REFUSED, Optional.of(form), grade), Because.of("goals.refused", ARTICLE));
    }
    if (state == FormState.RETURNED && resubmitDue.filter(today::isAfter).isPresent()) {
      return answer(new GoalStanding(Answer.RETURNED_PAST_DUE, Optional.of(form), grade), Because.of("goals.returned-past-due", ARTICLE,
          "due", resubmitDue.get()));
    }
    if (state == FormState.RETURNED) {
      return answer(new GoalStanding(Answer.RETURNED, Optional.of(form), grade), Because.of("goals.returned", ARTICLE, "due", resubmitDue.map(LocalDate::toString).orElse("—")));
    }
    return answer(new GoalStanding(Answer.DRAFTING, Optional.of(form), grade), Because.of("goals.drafting", ARTICLE));
  }

  private static Reasoned<GoalStanding> answer(GoalStanding standing, Reason reason) {
    return Reasoned.of(standing, reason);
  }
}
