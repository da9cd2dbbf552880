package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.project.ProjectStage;
import org.jiheng.app.project.StageKind;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Visibility;
import org.jiheng.tenants.scope.Scope;

/** The goal as a stage of its project's year. */
@ApplicationScoped
@Transactional
public class GoalStage implements ProjectStage {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @PersistenceContext
  private EntityManager database;

  @Override
  public StageKind kind() {
    return StageKind.GOAL;
  }

  @Override
  public Map<UUID, Reached> of(Collection<UUID> projects) {
    if (projects.isEmpty()) {
      return Map.of();
    }
    Visibility visibility = Visibility.of(Scope.current());
    TypedQuery<Object[]> query = database.createQuery("select g.project, r.id, r.state, r.changedAt from Goal g, Review r where r.id = g.id "
        + "and g.project in :projects and r.state not in :over and " + visibility.condition() + " order by r.changedAt", Object[].class);
    visibility.parameters().forEach(query::setParameter);
    Map<UUID, Reached> reached = new HashMap<>();
    query.setParameter("projects", projects).setParameter("over", FormState.over()).getResultStream()
        .forEach(row -> {
          FormState state = (FormState) row[2];
          Reached one = new Reached(state == FormState.APPROVED ? Status.DONE : Status.UNDERWAY, "state." + state.name(),
              Optional.of(((Instant) row[3]).atZone(ZONE).toLocalDate()), Optional.of(new Form(Goal.FORM_TYPE, (UUID) row[1])));
          // an approved goal stays in force while it is being adjusted
          reached.merge((UUID) row[0], one, (before, now) -> before.status() == Status.DONE ? before : now);
        });
    return reached;
  }

  @Override
  public String done() {
    return "exists (select r.id from Review r where r.project = p.id and r.formType = '" + Goal.FORM_TYPE
        + "' and r.state = org.jiheng.app.review.FormState.APPROVED)";
  }
}
