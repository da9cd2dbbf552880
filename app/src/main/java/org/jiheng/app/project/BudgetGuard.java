package org.jiheng.app.project;

import java.util.List;
import org.jiheng.app.common.Reason;
import org.jiheng.app.review.Refusal;

/** The room above that keeps the budget: asked before the library gives a project up to another one, and before money is entered. */
public interface BudgetGuard {

  /** Why this project may not go over to another one: what the budget holds of it would be lost. */
  List<Refusal> againstMerging(Project goes);

  /** What keeps the gates closed for fiscal money of this project (S15, S17); empty if they stand open. */
  List<Reason> againstMoney(Project project);
}
