package org.jiheng.app.goal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.GradeScale;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Rate;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Score;

/**
 * Finance's review of a goal: points for key projects, ticks 优良中差 for the others (财预〔2015〕88号 annex, DOMAIN 3.7).
 *
 * @param scored whether items get points; else they get ticks
 * @param points by item; what is open is missing
 * @param ticks by item; what is open is missing
 */
public record ReviewSheet(boolean scored, Map<ReviewItem, Score> points, Map<ReviewItem, Grade> ticks, String opinion) {

  /**
   * What a tick counts, as a share of the item's points: the middle of the grade's band, so that a sheet ticked alike everywhere
   * has that grade and a single tick does not decide. Ours; the annex leaves the sum to the reviewer.
   */
  private static final Map<Grade, Rate> SHARES = Map.of(
      Grade.EXCELLENT, Rate.of("0.95"), Grade.GOOD, Rate.of("0.85"), Grade.FAIR, Rate.of("0.70"), Grade.POOR, Rate.of("0.30"));

  private static final String ARTICLE = "财预〔2015〕88号";

  public ReviewSheet {
    points = Map.copyOf(points);
    ticks = Map.copyOf(ticks);
  }

  public static ReviewSheet empty(boolean scored) {
    return new ReviewSheet(scored, Map.of(), Map.of(), "");
  }

  /** What is wrong with it, by item. */
  public Map<ReviewItem, Problem> problems() {
    Map<ReviewItem, Problem> problems = new EnumMap<>(ReviewItem.class);
    points.forEach((item, given) -> {
      if (given.compareTo(item.most()) > 0) {
        problems.put(item, new Problem("goal.points-above", Map.of("points", given.toString(), "most", item.most().toString())));
      }
    });
    return problems;
  }

  /** Items nothing is said to yet. */
  public List<ReviewItem> open() {
    return Arrays.stream(ReviewItem.values()).filter(item -> counted(item).isEmpty()).toList();
  }

  private Optional<Score> counted(ReviewItem item) {
    return scored
        ? Optional.ofNullable(points.get(item)).filter(given -> given.compareTo(item.most()) <= 0)
        : Optional.ofNullable(ticks.get(item)).map(tick -> item.most().times(SHARES.get(tick)));
  }

  /** The sum; none while an item is open. */
  public Reasoned<Score> total() {
    List<ReviewItem> open = open();
    if (!open.isEmpty()) {
      return Reasoned.none(Because.of("goals.sheet-open", ARTICLE, "open", open.size()));
    }
    Score total = Arrays.stream(ReviewItem.values()).flatMap(item -> counted(item).stream()).reduce(Score.ZERO, Score::plus);
    List<String> aspects = new ArrayList<>();
    for (ReviewItem.Aspect aspect : ReviewItem.Aspect.values()) {
      aspects.add(Arrays.stream(ReviewItem.values()).filter(item -> item.aspect() == aspect)
          .flatMap(item -> counted(item).stream()).reduce(Score.ZERO, Score::plus).toString());
    }
    return Reasoned.of(total, Because.of(scored ? "goals.sheet-scored" : "goals.sheet-ticked", ARTICLE,
        "aspects", String.join(" + ", aspects), "total", total));
  }

  /** 优 from 90, 良 from 80, 中 from 60, else 差 (DOMAIN 3.7); none while an item is open. */
  public Reasoned<Grade> grade(GradeScale scale) {
    Reasoned<Score> total = total();
    return new Reasoned<>(total.value().map(scale::of), total.reasons());
  }
}
