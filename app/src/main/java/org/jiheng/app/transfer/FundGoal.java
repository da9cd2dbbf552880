package org.jiheng.app.transfer;

import java.util.UUID;
import org.jiheng.app.indicator.Aggregation;

/**
 * An indicator of a fund document's goals as the rules see it.
 *
 * @param target as it was written: {@code ≥1.2万人}
 * @param main whether it is a main quantity indicator (主要数量指标), flagged by finance (Q13)
 * @param aggregation how the parts make up the whole
 * @param fiscalYear the year a date in the target is meant in
 */
public record FundGoal(UUID id, String name, String target, boolean main, Aggregation aggregation, int fiscalYear) {

  /** The same with another target. */
  FundGoal saying(String other) {
    return new FundGoal(id, name, other, main, aggregation, fiscalYear);
  }
}
