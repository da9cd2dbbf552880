package org.jiheng.app.task;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.parameter.ParameterKey;

/**
 * When units are reminded of a date: some days before it, and after it at growing distances for a while. The mark names the moment that
 * was passed, so that a day on which nobody looked is made good on the next, and no moment is told twice.
 *
 * @param before calendar days before the date, 1 to {@value #FARTHEST}
 * @param every calendar days between the first two reminders of a date that is over, 1 to {@value #FARTHEST}; each distance after it is
 *     twice the one before
 */
record Marks(List<Integer> before, int every) {

  /** Calendar days before a date on which units are reminded, separated by commas. */
  static final ParameterKey<List<Integer>> BEFORE = new ParameterKey<>("task.remind.before", "7,3,1", Marks::days);

  /** Calendar days between the first two reminders of a date that is over. */
  static final ParameterKey<Integer> EVERY = new ParameterKey<>("task.remind.every", "1", text -> days(text).getFirst());

  /**
   * Calendar days before a date beyond which nobody is reminded, and after it beyond which nobody is reminded again, whatever is set:
   * what has been told so often stays on the desk and among what is late, and another notice says nothing new.
   */
  static final int FARTHEST = 60;

  /** What is stored beyond the bounds counts as the nearer bound: a value that was let in once stops no reminders. */
  private static List<Integer> days(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).map(Integer::valueOf).map(days -> Math.clamp(days, 1, FARTHEST)).distinct().sorted().toList();
  }

  /** The mark that was passed last; empty while the date is far. @param daysLeft negative when it is over */
  Optional<String> passed(long daysLeft) {
    if (daysLeft < 0) {
      return Optional.of("+" + over(Math.min(-daysLeft, FARTHEST)));
    }
    return before.stream().filter(days -> daysLeft <= days).min(Integer::compare).map(days -> "-" + days);
  }

  private long over(long daysLate) {
    long mark = 1;
    for (long distance = every; mark + distance <= daysLate; distance *= 2) {
      mark += distance;
    }
    return mark;
  }
}
