package org.jiheng.app.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Map;

/** Points: two decimals, HALF_UP. Not negative. */
public record Score(BigDecimal points) implements Comparable<Score> {

  public static final Score ZERO = of("0");
  public static final Score HUNDRED = of("100");

  /** @throws IllegalArgumentException if negative */
  public Score {
    points = points.setScale(2, RoundingMode.HALF_UP);
    if (points.signum() < 0) {
      throw new IllegalArgumentException("a negative score: " + points);
    }
  }

  public static Score of(String points) {
    return new Score(new BigDecimal(points));
  }

  /** Reads points as typed: 0 to 100, two decimals at the most, so that every total has exactly two (DOMAIN T14). */
  public static Parsed<Score> parse(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    if (text.endsWith("分")) {
      text = text.substring(0, text.length() - 1).strip();
    }
    if (!text.matches("[0-9]{1,4}(\\.[0-9]+)?")) {
      return Parsed.bad(typed, new Problem("score.not-a-number", Map.of("typed", typed)));
    }
    BigDecimal points = new BigDecimal(text);
    if (points.stripTrailingZeros().scale() > 2) {
      return Parsed.bad(typed, new Problem("score.too-many-decimals", Map.of("typed", typed)));
    }
    if (points.compareTo(HUNDRED.points) > 0) {
      return Parsed.bad(typed, new Problem("score.above-hundred", Map.of("typed", typed)));
    }
    return Parsed.ok(new Score(points));
  }

  public Score plus(Score other) {
    return new Score(points.add(other.points));
  }

  /** This many of the points, HALF_UP to two decimals. */
  public Score times(Rate rate) {
    return new Score(points.multiply(rate.fraction()));
  }

  /** The part of the points that the part is of the whole; computed exactly and rounded once, HALF_UP to two decimals. */
  public Score share(BigDecimal part, BigDecimal whole) {
    return new Score(points.multiply(part).divide(whole, 2, RoundingMode.HALF_UP));
  }

  public Score atMost(Score limit) {
    return compareTo(limit) > 0 ? limit : this;
  }

  public boolean isZero() {
    return points.signum() == 0;
  }

  @Override
  public int compareTo(Score other) {
    return points.compareTo(other.points);
  }

  /** Plain digits with two decimals: {@code 9.80}. */
  @Override
  public String toString() {
    return points.toPlainString();
  }
}
