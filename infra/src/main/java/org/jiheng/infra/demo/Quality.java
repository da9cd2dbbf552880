package org.jiheng.infra.demo;

import java.math.BigDecimal;

/**
 * How well a project went. Says which share of the money was spent and how many indicators fell short by how much; score
 * and grade come out of the product's rules.
 */
enum Quality {
  EXCELLENT("0.975", 5, "0.92"),
  GOOD("0.91", 2, "0.72"),
  FAIR("0.76", 1, "0.70"),
  POOR("0.48", 1, "0.50");

  private final BigDecimal spent;
  private final int everyOther;
  private final BigDecimal reached;

  Quality(String spent, int everyOther, String reached) {
    this.spent = new BigDecimal(spent);
    this.everyOther = everyOther;
    this.reached = new BigDecimal(reached);
  }

  /** Share of the budget that was spent. */
  BigDecimal spent() {
    return spent;
  }

  /** Which share of its target the indicator at this place of the form reached. */
  BigDecimal reached(int position) {
    return position % everyOther == 0 ? reached : BigDecimal.ONE;
  }

  Quality worse() {
    return values()[Math.min(ordinal() + 1, values().length - 1)];
  }
}
