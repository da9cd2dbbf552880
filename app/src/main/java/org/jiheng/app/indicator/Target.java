package org.jiheng.app.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A target value (年度指标值) as it was understood. The text as written is always kept. */
public sealed interface Target {

  String text();

  /** How an actual value is held against the number. */
  enum Sign {
    AT_LEAST("≥"),
    MORE_THAN(">"),
    EQUAL("="),
    AT_MOST("≤"),
    LESS_THAN("<");

    private final String glyph;

    Sign(String glyph) {
      this.glyph = glyph;
    }

    public String glyph() {
      return glyph;
    }

    /** Which way is better: ≥ and > upwards, ≤ and < downwards, = neither (DOMAIN 3.5). */
    public Direction direction() {
      return switch (this) {
        case AT_LEAST, MORE_THAN -> Direction.HIGHER;
        case AT_MOST, LESS_THAN -> Direction.LOWER;
        case EQUAL -> Direction.EXACT;
      };
    }

    /** Whether more is better or as good. */
    boolean upwards() {
      return this == AT_LEAST || this == MORE_THAN;
    }
  }

  /** A number with its sign. A number without a sign means {@link Sign#EQUAL}. */
  record Measure(Sign sign, Quantity quantity, String text) implements Target {}

  /** From one number to another, both included. */
  record Between(Quantity low, Quantity high, String text) implements Target {}

  /** To be done on this day or before. A month or a year means its last day. */
  record Deadline(LocalDate lastDay, String text) implements Target {}

  /** Done or not done. */
  record YesNo(boolean yes, String text) implements Target {}

  /** Words that are judged, not computed (定性). */
  record Graded(String text) implements Target {}

  /**
   * A number in a unit.
   *
   * @param number with 万 and 亿 worked out: 1.2万亩 is 12000
   * @param unit without 万 and 亿; empty when none is written
   * @param scale what was worked out: 10000 for 万, 1 when nothing was; a bare actual value is meant in the same scale
   */
  record Quantity(BigDecimal number, String unit, BigDecimal scale) {

    /**
     * Whether the two may be compared: one unit begins with the other (人 and 人次, 元 and 元/人), or one of them says none.
     * An ending in common is not enough: 厘米 are no 米, 公斤 no 斤.
     */
    public boolean comparableWith(Quantity other) {
      return unit.startsWith(other.unit) || other.unit.startsWith(unit);
    }
  }
}
