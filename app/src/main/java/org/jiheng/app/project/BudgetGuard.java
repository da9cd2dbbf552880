package org.jiheng.app.project;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.review.Refusal;

/** The room above that keeps the budget: asked before the library gives a project up to another one, and before money goes to one. */
public interface BudgetGuard {

  /** Why this project may not go over to another one: what the budget holds of it would be lost. */
  List<Refusal> againstMerging(Project goes);

  /**
   * What keeps the gates closed for fiscal money of these projects (S15, S17), gate by gate; a project the gates stand open for is missing.
   * What finance supports is not exceeded. The number of statements does not grow with the number of projects.
   *
   * @param more what each is to be given besides what it has, yuan
   */
  Map<UUID, List<Closed>> againstMoney(Map<Project, Money> more);

  /** Whether the budget list of this year, or of one before, was begun: the county works with it, and budgets are no longer taken over. */
  boolean begun(int fiscalYear);

  /**
   * A gate that is closed.
   *
   * @param gate its name in the gate matrix: {@code B1}
   * @param forGoals whether it waits for goals, which follow after money for an emergency (S19)
   */
  record Closed(String gate, Reason why, boolean forGoals) {

    /** Rule of a gate that is closed because more would be given than finance supports; {@code comesTo} and {@code supported} say by how much, in 万元. */
    public static final String OVER_SUPPORTED = "gate.over-supported";
  }
}
