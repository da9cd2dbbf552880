package org.jiheng.app.transfer;

import java.time.LocalDate;
import java.util.List;
import org.jiheng.app.parameter.ParameterKey;
import org.jiheng.app.parameter.ParameterSet;

/**
 * What a jurisdiction's parameters say of transfers (DOMAIN 7.2, 14).
 *
 * @param deadlineDays calendar days from receipt, or from the budget's approval, until the money has gone on (预算法 52)
 * @param ownEarmarkedDays the same for own earmarked transfers, from the budget's approval
 * @param allowOver whether parts may come to more than the whole, with a note; the seed says they are the same (S20, Q13)
 * @param addGoalDays calendar days from the day an exempted project is determined until its goals are there (Q14);
 *     until it is determined, from the day the money went down
 * @param answerDays calendar days from the day a letter was sent until it is received and its receipt is there
 * @param takeBackDays calendar days from the day a document is withdrawn until the money that went down by it is taken back
 */
public record FundRules(int deadlineDays, int ownEarmarkedDays, boolean allowOver, int addGoalDays, int answerDays, int takeBackDays) {

  static final ParameterKey<Integer> DEADLINE_DAYS = new ParameterKey<>("transfer.deadline_days", "30", Integer::valueOf);
  static final ParameterKey<Integer> OWN_EARMARKED_DAYS = new ParameterKey<>("transfer.own_earmarked_days", "60", Integer::valueOf);
  static final ParameterKey<Boolean> ALLOW_OVER = new ParameterKey<>("transfer.allow_over", "false", FundRules::yesOrNo);
  static final ParameterKey<Integer> ADD_GOAL_DAYS = new ParameterKey<>("transfer.exempt.add_goal_days", "30", Integer::valueOf);
  // how soon a letter is answered and money comes back no document we know says: a bureau sets it
  static final ParameterKey<Integer> ANSWER_DAYS = new ParameterKey<>("transfer.answer_days", "5", Integer::valueOf);
  static final ParameterKey<Integer> TAKE_BACK_DAYS = new ParameterKey<>("transfer.take_back_days", "30", Integer::valueOf);

  /** Everything a sent document keeps of the parameters. */
  static final List<ParameterKey<?>> KEYS = List.of(DEADLINE_DAYS, OWN_EARMARKED_DAYS, ALLOW_OVER, ADD_GOAL_DAYS, ANSWER_DAYS, TAKE_BACK_DAYS);

  static final FundRules STANDARD = of(ParameterSet.STANDARD);

  static FundRules of(ParameterSet parameters) {
    return new FundRules(parameters.get(DEADLINE_DAYS), parameters.get(OWN_EARMARKED_DAYS), parameters.get(ALLOW_OVER), parameters.get(ADD_GOAL_DAYS),
        parameters.get(ANSWER_DAYS), parameters.get(TAKE_BACK_DAYS));
  }

  private static boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false: " + text);
    };
  }

  /**
   * Last day on which it is passed on in time.
   *
   * @param from the day it was received; of an own transfer the day the budget was approved
   */
  public LocalDate due(FundLevel level, FundKind kind, LocalDate from) {
    return from.plusDays(level == FundLevel.OWN && kind == FundKind.EARMARKED ? ownEarmarkedDays : deadlineDays);
  }

  /**
   * Last day for the goals of an exempted transfer.
   *
   * @param from the day its project was determined; until then the day it was sent
   */
  public LocalDate goalsDue(LocalDate from) {
    return from.plusDays(addGoalDays);
  }
}
