package org.jiheng.app.selfevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.ProjectSpending;
import org.jiheng.app.review.FormState;

/** What approved self-evaluations say was spent: of the fiscal money where they say it apart, or else of all. */
@ApplicationScoped
@Transactional
public class SelfEvaluationSpending implements ProjectSpending {

  /** Identifiers in one statement. */
  private static final int BLOCK = 1000;

  @PersistenceContext
  private EntityManager database;

  @Override
  public Map<UUID, Spent> of(Collection<UUID> projects) {
    Map<UUID, Spent> spent = new HashMap<>();
    List<UUID> all = projects.stream().distinct().toList();
    for (int from = 0; from < all.size(); from += BLOCK) {
      database.createQuery("select r.project, s.fiscalAnnual, s.fiscalExecuted, s.totalAnnual, s.totalExecuted from SelfEvaluation s, Review r "
              + "where r.id = s.id and r.state = :approved and r.project in :projects", Object[].class)
          .setParameter("approved", FormState.APPROVED).setParameter("projects", all.subList(from, Math.min(all.size(), from + BLOCK)))
          .getResultStream().forEach(row -> {
            int apart = row[1] != null && row[2] != null ? 1 : 3;
            if (row[apart] != null && row[apart + 1] != null) {
              spent.put((UUID) row[0], new Spent(new Money((BigDecimal) row[apart]), new Money((BigDecimal) row[apart + 1])));
            }
          });
    }
    return spent;
  }
}
