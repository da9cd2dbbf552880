package org.jiheng.app.project;

import java.util.List;
import org.jiheng.app.review.Refusal;

/** The room above that keeps the budget: asked before the library gives a project up to another one. */
public interface BudgetGuard {

  /** Why this project may not go over to another one: what the budget holds of it would be lost. */
  List<Refusal> againstMerging(Project goes);
}
