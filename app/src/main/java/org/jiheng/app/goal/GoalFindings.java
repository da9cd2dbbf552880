package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Words;
import org.jiheng.app.form.FormFindings;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Visibility;
import org.jiheng.tenants.scope.Scope;

/** What the checks find in the goal of a project, for rooms beside this one. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class GoalFindings implements FormFindings {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Goals goals;

  @Override
  public String formType() {
    return Goal.FORM_TYPE;
  }

  /** Of an approved goal and its adjustment the one that was written in last. */
  @Override
  public Optional<Found> of(UUID project) {
    Visibility visibility = Visibility.of(Scope.current());
    TypedQuery<Goal> query = database.createQuery("select g from Goal g, Review r where r.id = g.id and g.project = :project and r.state not in :over and "
        + visibility.condition() + " order by r.changedAt desc", Goal.class).setParameter("project", project).setParameter("over", FormState.over());
    visibility.parameters().forEach(query::setParameter);
    return query.setMaxResults(1).getResultStream().findFirst().map(this::found);
  }

  private Found found(Goal goal) {
    Cells cells = goal.cells();
    return new Found(goal.id(), goal.content().money(MoneyLine.ANNUAL_TOTAL), goals.findings(goal).stream()
        .map(one -> new Finding(one.check().number(), one.check().article(), one.stops(),
            Goal.TYPE.labels().label(one.cell(), List.of(cells), Words.chinese()), one.problem())).toList());
  }
}
