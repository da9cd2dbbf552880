package org.jiheng.app.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of money: yuan with two decimals, HALF_UP. May be negative; forms refuse that where it has no sense. */
public record Money(BigDecimal yuan) implements Comparable<Money> {

  /** In which unit a bare number is meant. */
  public enum In {
    YUAN,
    /** 万元: ten thousand yuan. */
    WAN
  }

  public static final Money ZERO = ofYuan("0");

  private static final BigDecimal WAN = new BigDecimal(10_000);
  private static final BigDecimal YI = new BigDecimal(100_000_000);
  private static final Pattern AMOUNT = Pattern.compile(
      "[¥]?([+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.[0-9]+)?)(元|万元|万|亿元|亿)?");
  private static final int MOST_DIGITS = 14;

  public Money {
    yuan = yuan.setScale(2, RoundingMode.HALF_UP);
  }

  public static Money ofYuan(String yuan) {
    return new Money(new BigDecimal(yuan));
  }

  public static Money ofWan(String wan) {
    return new Money(new BigDecimal(wan).multiply(WAN));
  }

  /**
   * Reads an amount as people type it: thousands separators, full-width digits, spaces and a unit are understood. A
   * comma that separates no thousands is not guessed at.
   *
   * @param bare the unit of a number without one
   */
  public static Parsed<Money> parse(String typed, In bare) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      return Parsed.bad(typed, new Problem("money.not-a-number", Map.of("typed", typed)));
    }
    BigDecimal number = new BigDecimal(amount.group(1).replace(",", ""));
    String unit = amount.group(2) == null ? (bare == In.WAN ? "万" : "元") : amount.group(2);
    BigDecimal yuan = switch (unit.charAt(0)) {
      case '万' -> number.multiply(WAN);
      case '亿' -> number.multiply(YI);
      default -> number;
    };
    if (yuan.signum() < 0) {
      return Parsed.bad(typed, new Problem("money.negative", Map.of("typed", typed)));
    }
    if (yuan.precision() - yuan.scale() > MOST_DIGITS) {
      return Parsed.bad(typed, new Problem("money.absurd", Map.of("typed", typed)));
    }
    if (yuan.stripTrailingZeros().scale() > 2) {
      return Parsed.bad(typed, new Problem("money.below-a-cent", Map.of("typed", typed)));
    }
    return Parsed.ok(new Money(yuan));
  }

  public Money plus(Money other) {
    return new Money(yuan.add(other.yuan));
  }

  /** How much of this is more than the other; nothing where it is less. */
  public Money beyond(Money other) {
    return compareTo(other) > 0 ? new Money(yuan.subtract(other.yuan)) : ZERO;
  }

  /** This as a share of the base; empty when the base is zero, because then there is no rate. */
  public Optional<Rate> per(Money base) {
    return base.isZero() ? Optional.empty() : Optional.of(new Rate(yuan.divide(base.yuan, Rate.SCALE, RoundingMode.HALF_UP)));
  }

  public boolean isZero() {
    return yuan.signum() == 0;
  }

  /** In 万元, exact: up to six decimals, without trailing zeros. */
  public BigDecimal inWan() {
    BigDecimal wan = yuan.divide(WAN).stripTrailingZeros();
    return wan.scale() < 0 ? wan.setScale(0) : wan;
  }

  @Override
  public int compareTo(Money other) {
    return yuan.compareTo(other.yuan);
  }

  /** Yuan as plain digits, for example {@code 387664.62}. */
  @Override
  public String toString() {
    return yuan.toPlainString();
  }
}
