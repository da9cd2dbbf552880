package org.jiheng.app.goal;

import java.util.List;
import java.util.Map;
import org.jiheng.app.common.Money;

/**
 * A goal as a list of many says it. Its period is its project's.
 *
 * @param money yuan; a row that is not said is missing
 * @param lines one after the other, every text as the form keeps it; a column that is not said is empty
 */
public record GoalSaid(String mediumGoal, String annualGoal, Map<MoneyLine, Money> money, List<Map<GoalColumn, String>> lines) {

  public GoalSaid {
    money = Map.copyOf(money);
    lines = List.copyOf(lines);
  }
}
