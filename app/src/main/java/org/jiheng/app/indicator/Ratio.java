package org.jiheng.app.indicator;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction in lowest terms: a 亩 is 2000/3 square metres, which no decimal number is.
 *
 * @param denominator above zero
 */
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {

  public static final Ratio ZERO = of(0, 1);
  public static final Ratio ONE = of(1, 1);

  /** @throws ArithmeticException if the denominator is zero */
  public Ratio {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("nothing is divided by zero");
    }
    BigInteger common = numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
    numerator = numerator.divide(common);
    denominator = denominator.divide(common);
  }

  public static Ratio of(long numerator, long denominator) {
    return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** The number itself, nothing rounded. */
  public static Ratio of(BigDecimal number) {
    BigInteger digits = number.unscaledValue();
    return number.scale() >= 0 ? new Ratio(digits, BigInteger.TEN.pow(number.scale()))
        : new Ratio(digits.multiply(BigInteger.TEN.pow(-number.scale())), BigInteger.ONE);
  }

  public Ratio plus(Ratio other) {
    return new Ratio(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)), denominator.multiply(other.denominator));
  }

  public Ratio times(Ratio other) {
    return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** @throws ArithmeticException if the other is zero */
  public Ratio per(Ratio other) {
    return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /** With so many decimals at the most, HALF_UP, without zeros at the end: 1 亩 in square metres is {@code 666.67} with two. */
  public BigDecimal rounded(int decimals) {
    BigDecimal number = new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  @Override
  public int compareTo(Ratio other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }
}
