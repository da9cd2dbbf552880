package org.jiheng.app.goal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.review.CellKey;

/**
 * What a file says for a goal, not taken over yet.
 *
 * @param cells texts for cells outside the indicator table
 * @param lines indicator lines in the order of the file
 * @param bare the unit of money without one
 * @param source where the goal was published; empty for a filled-in form
 */
public record GoalFile(Map<CellKey, Typed> cells, List<Line> lines, Money.In bare, String source) {

  /** A number, sign and unit in a name: 苗木成活率(≥**%), 修建作业道长度(公里). */
  private static final Pattern IN_NAME = Pattern.compile(".*[((]([≥≧>≤≦<=]?)\\*{0,4}([^0-9*()()≥≧>≤≦<=]{1,8})[))]");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

  /** A text and the place in the file it stands at. */
  record Typed(String text, String place) {}

  /** An indicator line; without a key it is known by its levels, or new. */
  record Line(Optional<UUID> key, Map<GoalColumn, Typed> texts) {

    String text(GoalColumn column) {
      return Optional.ofNullable(texts.get(column)).map(Typed::text).orElse("");
    }

    boolean empty() {
      return texts.entrySet().stream()
          .noneMatch(entry -> entry.getKey() != GoalColumn.LEVEL1 && entry.getKey() != GoalColumn.LEVEL2 && !entry.getValue().text().isBlank());
    }

    /**
     * The same with the year's target whole: where sign and unit stand in the name of the indicator and the target is a bare number,
     * they belong to it. The name stays as it is printed.
     */
    Line completed() {
      Matcher name = IN_NAME.matcher(text(GoalColumn.LEVEL3));
      String target = text(GoalColumn.ANNUAL);
      if (!NUMBER.matcher(target).matches() || !name.matches()) {
        return this;
      }
      Map<GoalColumn, Typed> whole = new EnumMap<>(texts);
      whole.put(GoalColumn.ANNUAL, new Typed(name.group(1) + target + name.group(2), texts.get(GoalColumn.ANNUAL).place()));
      return new Line(key, whole);
    }
  }

  /** The file cannot be taken at all, and why. */
  static final class RefusedFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedFile(Problem problem) {
      super(problem.code());
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
