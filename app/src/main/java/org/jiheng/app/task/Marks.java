package org.jiheng.app.task;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.parameter.ParameterKey;

/**
 * When units are reminded of a date: some days before it, and after it every so many days. The mark names the moment that was passed,
 * so that a day on which nobody looked is made good on the next, and no moment is told twice.
 *
 * @param before calendar days before the date
 * @param every calendar days between two reminders of a date that is over
 */
record Marks(List<Integer> before, int every) {

  /** Calendar days before a date on which units are reminded, separated by commas. */
  static final ParameterKey<List<Integer>> BEFORE = new ParameterKey<>("task.remind.before", "7,3,1", Marks::days);

  /** Calendar days between two reminders of a date that is over. */
  static final ParameterKey<Integer> EVERY = new ParameterKey<>("task.remind.every", "1", text -> days(text).getFirst());

  /** Calendar days before a date beyond which nobody is reminded, whatever is set. */
  static final int FARTHEST = 60;

  private static List<Integer> days(String text) {
    List<Integer> days = Arrays.stream(text.split(",")).map(String::strip).map(Integer::valueOf).sorted().toList();
    if (days.getFirst() < 1 || days.getLast() > FARTHEST) {
      throw new IllegalArgumentException("not a number of days: " + text);
    }
    return days;
  }

  /** The mark that was passed last; empty while the date is far. @param daysLeft negative when it is over */
  Optional<String> passed(long daysLeft) {
    if (daysLeft < 0) {
      return Optional.of("+" + ((-daysLeft - 1) / every * every + 1));
    }
    return before.stream().filter(days -> daysLeft <= days).min(Integer::compare).map(days -> "-" + days);
  }
}
