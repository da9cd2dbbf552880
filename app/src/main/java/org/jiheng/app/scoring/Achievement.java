package org.jiheng.app.scoring;

import java.math.BigDecimal;
import org.jiheng.app.common.Rate;
import org.jiheng.app.common.Score;

/** How far words that cannot be computed were fulfilled, and the band of points each allows (财预〔2020〕10号). */
public enum Achievement {
  /** 达成年度指标: from 80 % to all of the points. */
  ACHIEVED("0.80", "1"),
  /** 部分达成年度指标并具有一定效果: from 60 %, below 80 %. */
  PARTLY("0.60", "0.80"),
  /** 未达成年度指标且效果较差: below 60 %. */
  NOT_ACHIEVED("0", "0.60");

  private final Rate from;
  private final Rate to;

  Achievement(String from, String to) {
    this.from = Rate.of(from);
    this.to = Rate.of(to);
  }

  /** Whether the points lie in the band: the lower edge belongs to it, the upper only for {@link #ACHIEVED}. */
  public boolean allows(Score points, Score weight) {
    BigDecimal low = weight.points().multiply(from.fraction());
    BigDecimal high = weight.points().multiply(to.fraction());
    int above = points.points().compareTo(high);
    return points.points().compareTo(low) >= 0 && (this == ACHIEVED ? above <= 0 : above < 0);
  }

  /** The band as people read it: {@code 12.00–16.00}. */
  public String band(Score weight) {
    return weight.times(from) + "–" + weight.times(to);
  }

  /** The band these points lie in. */
  public static Achievement of(Score points, Score weight) {
    for (Achievement one : values()) {
      if (one.allows(points, weight)) {
        return one;
      }
    }
    return NOT_ACHIEVED;
  }
}
