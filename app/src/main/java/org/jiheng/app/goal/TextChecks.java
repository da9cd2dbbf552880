package org.jiheng.app.goal;

import static org.jiheng.app.goal.GoalCheck.cell;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiheng.app.common.Likeness;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Words;
import org.jiheng.app.goal.GoalCheck.Found;
import org.jiheng.app.goal.GoalCheck.Sight;
import org.jiheng.app.goal.GoalSurroundings.OtherGoal;
import org.jiheng.app.goal.IndicatorKind.Level1;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.review.CellKey;

/** Checks of the words. */
final class TextChecks {

  private static final Pattern NUMBER = Pattern.compile("[0-9]|百分之|[一二三四五六七八九十百千万两]+(?:个|项|人|户|次|公里|亩|台|套|座|所|名|场|米|处)");
  private static final Pattern PAYING_OUT = Pattern.compile(
      "(?:发放|拨付|支付|兑付|下达|下拨|补助|补贴).*(?:资金|经费|金额|款项?|总额)|(?:资金|经费|补助金|补贴金|款项?).*(?:发放|拨付|支付|兑付|下达|下拨)");
  /** How many people or places got something is a product; how much was paid is none. */
  private static final Pattern COUNTED = Pattern.compile(".*(?:人数|户数|人次|次数|户次|批次|个数|覆盖.*|率)");
  private static final Pattern VAGUE = Pattern.compile("明显|显著|有所|有效|大幅|进一步|不断|较好|良好|逐步");
  /** Lines a goal must share with another one at the least to count as copied, and their share of its lines. */
  private static final int COPIED_LINES = 3;
  private static final int COPIED_TENTHS = 6;

  private TextChecks() {}

  /** DOMAIN 3.5: a bare adjective says nothing that could be judged later. */
  static Stream<Found> vague(Sight sight) {
    return sight.goal().aims()
        .filter(aim -> aim.target(sight.goal().fiscalYear()).filter(Target.Graded.class::isInstance).isPresent())
        .filter(aim -> VAGUE.matcher(aim.text()).find() && !NUMBER.matcher(aim.text()).find())
        .map(aim -> new Found(cell(aim.line(), aim.column()), new Problem("goal.vague", Map.of("target", aim.text()))));
  }

  /** G7: no indicator stands twice, and none is output and benefit at once. */
  static Stream<Found> once(Sight sight) {
    Map<String, GoalIndicator> first = new HashMap<>();
    return sight.goal().lines().stream().filter(line -> !line.level3().isBlank()).flatMap(line -> {
      GoalIndicator before = first.putIfAbsent(GoalIndicator.plain(line.level3()), line);
      if (before == null) {
        return Stream.of();
      }
      boolean both = Set.of(Level1.OUTPUT, Level1.BENEFIT).equals(Set.copyOf(
          Stream.of(before, line).flatMap(one -> one.first().stream()).toList()));
      return Stream.of(new Found(cell(line, GoalColumn.LEVEL3), both
          ? new Problem("goal.output-as-benefit", Map.of("indicator", line.level3()))
          : new Problem("goal.twice", Map.of("indicator", line.level3()))));
    });
  }

  /** G8: money paid out is no public product. */
  static Stream<Found> noPayingOut(Sight sight) {
    return sight.goal().of(IndicatorKind.QUANTITY).stream()
        .filter(line -> !COUNTED.matcher(line.level3()).matches())
        .filter(line -> PAYING_OUT.matcher(line.level3()).find() || inMoney(line, sight.goal().fiscalYear()))
        .map(line -> new Found(cell(line, GoalColumn.LEVEL3), new Problem("goal.paying-out", Map.of("indicator", line.level3()))));
  }

  private static boolean inMoney(GoalIndicator line, int year) {
    return line.measure(year).map(Target.Measure::quantity).filter(one -> one.unit().equals("元")).isPresent();
  }

  /** G9: most lines are another unit's, or a line names another unit whose goal shares lines with this one. */
  static Stream<Found> notCopied(Sight sight) {
    double alike = sight.rules().parameters().get(GoalRules.ALIKE).doubleValue();
    List<GoalIndicator> own = sight.goal().lines().stream().filter(line -> line.code().isEmpty() && !line.level3().isBlank()).toList();
    for (OtherGoal other : sight.around().others()) {
      List<GoalIndicator> copied = own.stream()
          .filter(line -> other.lines().stream().anyMatch(one ->
              likeness(line.level3() + line.annual(), one.level3() + one.target()) >= alike))
          .toList();
      if (copied.size() >= COPIED_LINES && copied.size() * 10 >= own.size() * COPIED_TENTHS) {
        return copied.stream().map(line -> new Found(cell(line, GoalColumn.LEVEL3), new Problem("goal.copied",
            Map.of("unit", other.unitName(), "project", other.projectName())), !line.note().isBlank()));
      }
    }
    return own.stream().flatMap(line -> named(line, sight.around().others()).stream()
        .map(other -> new Found(cell(line, GoalColumn.LEVEL3), new Problem("goal.names-another", Map.of("unit", other.unitName())),
            !line.note().isBlank())));
  }

  private static Optional<OtherGoal> named(GoalIndicator line, List<OtherGoal> others) {
    return others.stream().filter(other -> !other.unitName().isBlank() && line.level3().contains(other.unitName())).findFirst();
  }

  /** Two lines as they stand in goals; the same text is alike whatever it is. */
  private static double likeness(String one, String other) {
    String a = GoalIndicator.plain(one);
    String b = GoalIndicator.plain(other);
    return a.equals(b) ? 1 : Likeness.ofPairs(Likeness.pairs(a), Likeness.pairs(b));
  }

  /** G12: an overall goal, the year's or the whole period's, says enough, and names a figure. */
  static Stream<Found> goalText(Sight sight) {
    return Stream.concat(goalText(sight, GoalCells.ANNUAL_GOAL, sight.goal().annualGoal()),
        goalText(sight, GoalCells.MEDIUM_GOAL, sight.goal().mediumGoal()));
  }

  private static Stream<Found> goalText(Sight sight, CellKey cell, String goal) {
    int shortest = sight.rules().parameters().get(GoalRules.SHORTEST_GOAL).intValue();
    String text = Normalizer.normalize(goal, Normalizer.Form.NFKC).replaceAll("\\s", "");
    if (text.isEmpty()) {
      return Stream.of();
    }
    String called = Words.chinese().say("goal-cell." + cell.path().replace('/', '.'));
    if (text.length() < shortest) {
      return Stream.of(new Found(cell, new Problem("goal.text-short",
          Map.of("goal", called, "length", String.valueOf(text.length()), "shortest", String.valueOf(shortest)))));
    }
    return NUMBER.matcher(text).find() ? Stream.of() : Stream.of(new Found(cell, new Problem("goal.text-without-number", Map.of("goal", called))));
  }
}
