package org.jiheng.app.goal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Score;
import org.jiheng.app.goal.IndicatorKind.Level1;
import org.jiheng.app.review.CellKey;

/** What the unit says itself of how the points are spread: the family of schemes it chose, or points of its own and why. */
@Embeddable
public class OwnScheme {

  @Enumerated(EnumType.STRING)
  @Column(name = "scheme_chosen")
  private WeightScheme.Family chosen;

  @Column(name = "scheme_cost")
  private BigDecimal cost;

  @Column(name = "scheme_output")
  private BigDecimal output;

  @Column(name = "scheme_benefit")
  private BigDecimal benefit;

  @Column(name = "scheme_satisfaction")
  private BigDecimal satisfaction;

  @Column(name = "scheme_reason")
  private String reason = "";

  protected OwnScheme() {}

  Optional<WeightScheme.Family> chosen() {
    return Optional.ofNullable(chosen);
  }

  String reason() {
    return reason;
  }

  Optional<Score> points(Level1 level1) {
    return Optional.ofNullable(switch (level1) {
      case COST -> cost;
      case OUTPUT -> output;
      case BENEFIT -> benefit;
      case SATISFACTION -> satisfaction;
    }).map(Score::new);
  }

  /** Points of the classes the unit set; empty when it set none. */
  Map<Level1, Score> points() {
    Map<Level1, Score> points = new EnumMap<>(Level1.class);
    for (Level1 level1 : Level1.values()) {
      points(level1).ifPresent(given -> points.put(level1, given));
    }
    return points;
  }

  void write(CellKey cell, String text) {
    if (cell.equals(GoalCells.SCHEME_REASON)) {
      reason = text;
    } else if (cell.equals(GoalCells.SCHEME_CHOICE)) {
      chosen = text.isEmpty() ? null : WeightScheme.Family.valueOf(text);
    } else {
      points(WeightScheme.level1(cell.last()), text.isEmpty() ? null : new BigDecimal(text));
    }
  }

  private void points(Level1 level1, BigDecimal own) {
    switch (level1) {
      case COST -> cost = own;
      case OUTPUT -> output = own;
      case BENEFIT -> benefit = own;
      case SATISFACTION -> satisfaction = own;
    }
  }
}
