package org.jiheng.app.common;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A share of something, as a fraction: 0.95 is 95 %. Kept with ten decimals, HALF_UP. */
public record Rate(BigDecimal fraction) implements Comparable<Rate> {

  static final int SCALE = 10;
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  public static final Rate ONE = new Rate(BigDecimal.ONE);

  public Rate {
    fraction = fraction.setScale(SCALE, RoundingMode.HALF_UP);
  }

  public static Rate of(String fraction) {
    return new Rate(new BigDecimal(fraction));
  }

  public Rate atMost(Rate limit) {
    return compareTo(limit) > 0 ? limit : this;
  }

  public boolean exceeds(Rate other) {
    return compareTo(other) > 0;
  }

  /** Per cent with two decimals, HALF_UP, without the sign: {@code 99.10}. */
  public BigDecimal inPercent() {
    return fraction.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP);
  }

  @Override
  public int compareTo(Rate other) {
    return fraction.compareTo(other.fraction);
  }

  /** As offices write it: {@code 99.10%}. */
  @Override
  public String toString() {
    return inPercent().toPlainString() + "%";
  }
}
