package org.jiheng.app.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.project.BudgetGuard;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.Refusal;

/** What the budget says when the library is about to change a project, and before money goes to one. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class BudgetKept implements BudgetGuard {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Gates gates;

  /** Entries are never changed: those of a project that goes would vanish from the list, and the other one could enter once more. */
  @Override
  public List<Refusal> againstMerging(Project goes) {
    boolean entered = !database.createQuery("select b.id from BudgetEntry b where b.project = :project")
        .setParameter("project", goes.id()).setMaxResults(1).getResultList().isEmpty();
    return entered ? List.of(Refusal.because("project-in-the-budget", "code", goes.code())) : List.of();
  }

  @Override
  public boolean begun(int fiscalYear) {
    return !database.createQuery("select b.id from BudgetEntry b where b.fiscalYear <= :year").setParameter("year", fiscalYear)
        .setMaxResults(1).getResultList().isEmpty();
  }

  /** A confidential project passes its gates off the platform: of its money only the sum is kept here (DOMAIN 12). */
  @Override
  public Map<UUID, List<Closed>> againstMoney(List<Project> projects) {
    Map<UUID, List<Closed>> against = new HashMap<>();
    List<Project> asked = projects.stream().filter(project -> !project.confidential()).toList();
    if (asked.isEmpty()) {
      return against;
    }
    gates.can(asked, BudgetAction.ALLOCATE).forEach((project, permission) -> {
      if (!permission.allowed()) {
        against.put(project, permission.answers().entrySet().stream().filter(answer -> !answer.getValue().allowed())
            .map(answer -> new Closed(answer.getKey().name(), answer.getValue().reason())).toList());
      }
    });
    return against;
  }
}
