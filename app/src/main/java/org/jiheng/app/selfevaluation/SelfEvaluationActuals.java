package org.jiheng.app.selfevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiheng.app.goal.ReachedBefore;
import org.jiheng.app.review.FormState;

/** What approved self-evaluations say was reached, for the goals of the year after. */
@ApplicationScoped
@Transactional
public class SelfEvaluationActuals implements ReachedBefore {

  @PersistenceContext
  private EntityManager database;

  @Override
  public Map<String, Map<String, String>> of(Collection<String> projectCodes, int fiscalYear) {
    Map<String, Map<String, String>> reached = new HashMap<>();
    if (!projectCodes.isEmpty()) {
      database.createQuery("select p.code, i.level3, i.actual from IndicatorRow i, Review r, Project p where r.id = i.selfEvaluation.id "
              + "and r.state = :approved and p.id = r.project and p.code in :codes and p.fiscalYear = :year order by i.position", Object[].class)
          .setParameter("approved", FormState.APPROVED).setParameter("codes", projectCodes).setParameter("year", fiscalYear)
          .getResultStream()
          .filter(row -> !((String) row[2]).isBlank())
          .forEach(row -> reached.computeIfAbsent((String) row[0], _ -> new LinkedHashMap<>()).putIfAbsent((String) row[1], (String) row[2]));
    }
    return reached;
  }
}
