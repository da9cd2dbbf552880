package org.jiheng.app.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jiheng.app.project.BudgetGuard;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.Refusal;

/** What the budget says when the library is about to change a project. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class BudgetKept implements BudgetGuard {

  @PersistenceContext
  private EntityManager database;

  /** Entries are never changed: those of a project that goes would vanish from the list, and the other one could enter once more. */
  @Override
  public List<Refusal> againstMerging(Project goes) {
    boolean entered = !database.createQuery("select b.id from BudgetEntry b where b.project = :project")
        .setParameter("project", goes.id()).setMaxResults(1).getResultList().isEmpty();
    return entered ? List.of(Refusal.because("project-in-the-budget", "code", goes.code())) : List.of();
  }
}
