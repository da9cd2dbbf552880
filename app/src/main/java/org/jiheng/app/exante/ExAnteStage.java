package org.jiheng.app.exante;

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

/** The ex-ante evaluation as a stage of its project's year: done when finance has concluded, either way. */
@ApplicationScoped
@Transactional
public class ExAnteStage implements ProjectStage {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @PersistenceContext
  private EntityManager database;

  @Override
  public StageKind kind() {
    return StageKind.EX_ANTE;
  }

  @Override
  public Map<UUID, Reached> of(Collection<UUID> projects) {
    if (projects.isEmpty()) {
      return Map.of();
    }
    Visibility visibility = Visibility.of(Scope.current());
    TypedQuery<Object[]> query = database.createQuery("select e.project, r.id, r.state, r.changedAt, e.conclusion from ExAnteEvaluation e, Review r "
        + "where r.id = e.id and e.project in :projects and " + visibility.condition(), Object[].class);
    visibility.parameters().forEach(query::setParameter);
    Map<UUID, Reached> reached = new HashMap<>();
    query.setParameter("projects", projects).getResultStream().forEach(row -> reached.put((UUID) row[0], reached(row)));
    return reached;
  }

  private static Reached reached(Object[] row) {
    FormState state = (FormState) row[2];
    Optional<Conclusion> concluded = Optional.ofNullable((Conclusion) row[4]).filter(_ -> state == FormState.APPROVED || state == FormState.REJECTED);
    return new Reached(concluded.isPresent() ? Status.DONE : Status.UNDERWAY,
        concluded.map(one -> "exante.conclusion." + one.name()).orElse("state." + state.name()),
        Optional.of(((Instant) row[3]).atZone(ZONE).toLocalDate()), Optional.of(new Form(ExAnteEvaluation.FORM_TYPE, (UUID) row[1])));
  }

  @Override
  public String done() {
    return "exists (select e.id from ExAnteEvaluation e, Review r where r.id = e.id and e.project = p.id and e.conclusion is not null "
        + "and r.state in (org.jiheng.app.review.FormState.APPROVED, org.jiheng.app.review.FormState.REJECTED))";
  }
}
