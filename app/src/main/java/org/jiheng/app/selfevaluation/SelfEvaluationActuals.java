package org.jiheng.app.selfevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
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
  public Map<String, String> of(String projectCode, int fiscalYear) {
    Map<String, String> reached = new LinkedHashMap<>();
    database.createQuery("select i.level3, i.actual from IndicatorRow i, Review r, Project p where r.id = i.selfEvaluation.id "
            + "and r.state = :approved and p.id = r.project and p.code = :code and p.fiscalYear = :year order by i.position", Object[].class)
        .setParameter("approved", FormState.APPROVED).setParameter("code", projectCode).setParameter("year", fiscalYear)
        .getResultStream()
        .filter(row -> !((String) row[1]).isBlank())
        .forEach(row -> reached.putIfAbsent((String) row[0], (String) row[1]));
    return reached;
  }
}
