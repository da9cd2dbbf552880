package org.jiheng.app.selfevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jiheng.app.goal.ReachedBefore;
import org.jiheng.app.review.FormState;

/** What approved self-evaluations say was reached, for the goals of the year after. */
@ApplicationScoped
@Transactional
public class SelfEvaluationActuals implements ReachedBefore {

  @PersistenceContext
  private EntityManager database;

  @Override
  public Map<YearOf, Map<String, String>> of(Collection<YearOf> years) {
    Map<YearOf, Map<String, String>> reached = new HashMap<>();
    if (years.isEmpty()) {
      return reached;
    }
    Set<YearOf> asked = Set.copyOf(years);
    database.createQuery("select p.code, p.fiscalYear, i.level3, i.actual from IndicatorRow i, Review r, Project p where r.id = i.selfEvaluation.id "
            + "and r.state = :approved and p.id = r.project and p.code in :codes and p.fiscalYear in :years order by i.position", Object[].class)
        .setParameter("approved", FormState.APPROVED).setParameter("codes", asked.stream().map(YearOf::projectCode).distinct().toList())
        .setParameter("years", asked.stream().map(YearOf::fiscalYear).distinct().toList()).getResultStream()
        .filter(row -> !((String) row[3]).isBlank())
        .forEach(row -> reached.computeIfAbsent(new YearOf((String) row[0], (Integer) row[1]), _ -> new LinkedHashMap<>())
            .putIfAbsent((String) row[2], (String) row[3]));
    reached.keySet().retainAll(asked);
    return reached;
  }
}
