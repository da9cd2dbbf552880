package org.jiheng.app.parameter;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;

/**
 * What a number of a value is counted in, and what it may be. People write it as they count it, 60 for 60 %; stored it is what the
 * reading of the parameter's key asks for, 0.6. Pure.
 *
 * @param least as people write it; may be reached, as the most may
 * @param decimals as many as there may be, as people write it
 * @param shift by how many places what people write is larger than what is stored; negative where it is smaller
 */
public record Measure(Unit unit, BigDecimal least, BigDecimal most, int decimals, int shift) {

  /** What is counted; its word is {@code parameter.unit.<name>}. */
  public enum Unit {
    DAYS("天|日"),
    WORKDAYS("个?工作日|天"),
    YEARS("年"),
    JOBS("个|项"),
    SIGNS("字|个字"),
    POINTS("分"),
    PERCENT("%"),
    TIMES("倍"),
    /** 10 000 yuan. */
    WAN(""),
    DAY_OF_MONTH("日|号"),
    /** Number of an edition. */
    EDITION("版");

    /** What people write behind the number, though the unit stands beside it. */
    private final String signs;

    Unit(String signs) {
      this.signs = signs;
    }
  }

  /** A stored share, 0 to 1, written in per cent. */
  public static final Measure SHARE = new Measure(Unit.PERCENT, BigDecimal.ZERO, BigDecimal.valueOf(100), 2, 2);
  /** 0 to 100 points. */
  public static final Measure POINTS = new Measure(Unit.POINTS, BigDecimal.ZERO, BigDecimal.valueOf(100), 2, 0);
  /** 0 to 100 per cent, stored as written. */
  public static final Measure PERCENT = new Measure(Unit.PERCENT, BigDecimal.ZERO, BigDecimal.valueOf(100), 2, 0);
  /** How many times as much, 1 to 10. */
  public static final Measure TIMES = new Measure(Unit.TIMES, BigDecimal.ONE, BigDecimal.TEN, 4, 0);
  /** Yuan with two decimals, written in 万元. */
  public static final Measure MONEY = new Measure(Unit.WAN, BigDecimal.ZERO, BigDecimal.valueOf(999_999_999), 6, -4);
  /** Whole yuan, written in 万元. */
  public static final Measure WHOLE_YUAN = new Measure(Unit.WAN, BigDecimal.ZERO, BigDecimal.valueOf(999_999_999), 4, -4);

  private static final String NUMBER = "[0-9]{1,9}(\\.[0-9]{1,8})?";

  /** Whole numbers. */
  public static Measure whole(Unit unit, int least, int most) {
    return new Measure(unit, BigDecimal.valueOf(least), BigDecimal.valueOf(most), 0, 0);
  }

  /** The same for no less than this, as people write it. */
  public Measure from(String lowest) {
    return new Measure(unit, new BigDecimal(lowest), most, decimals, shift);
  }

  /**
   * A stored number as people write it.
   *
   * @throws NumberFormatException if it is none
   */
  public String shown(String stored) {
    return plain(new BigDecimal(stored.strip()).movePointRight(shift));
  }

  /** What was typed as it is stored; what is no number stays what it is, and can be read by nobody. */
  public String stored(String typed) {
    return number(typed).map(one -> plain(one.movePointLeft(shift))).orElseGet(typed::strip);
  }

  /** The number as people write it, whether it may be so or not; empty if there is none. */
  public Optional<BigDecimal> number(String typed) {
    if (unit == Unit.WAN) {
      return Money.parse(typed, Money.In.WAN).value().map(Money::inWan);
    }
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s,]", "").replaceFirst("(" + unit.signs + ")$", "");
    return text.matches(NUMBER) ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** What is wrong with what was typed into a cell; empty if nothing is. */
  public Optional<Problem> problem(String typed) {
    if (typed.isBlank()) {
      return Optional.of(Problem.of("parameter-cell-empty"));
    }
    if (number(typed).filter(this::fits).isPresent()) {
      return Optional.empty();
    }
    Map<String, String> inputs = Map.of("typed", typed.strip(), "least", plain(least), "most", plain(most), "decimals", String.valueOf(decimals));
    return Optional.of(decimals == 0 ? new Problem("parameter-cell-whole", inputs) : new Problem("parameter-cell-number", inputs));
  }

  private boolean fits(BigDecimal number) {
    return number.compareTo(least) >= 0 && number.compareTo(most) <= 0 && number.stripTrailingZeros().scale() <= decimals;
  }

  private static String plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
  }
}
