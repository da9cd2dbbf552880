package org.jiheng.app.project;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.common.Money;

/** A room that knows what was spent of projects' money in their year: their self-evaluation. Whoever reports money asks, and does not know who answers. */
public interface ProjectSpending {

  /** What approved forms say, by project; a project nothing is said of is missing. */
  Map<UUID, Spent> of(Collection<UUID> projects);

  /**
   * Fiscal money of the year.
   *
   * @param budget yuan
   * @param paid yuan
   */
  record Spent(Money budget, Money paid) {}
}
