package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.Backings;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.project.ProjectFact.ExAnte;
import org.jiheng.app.project.ProjectFacts;
import org.jiheng.app.review.FormState;

/** What ex-ante evaluation says of projects to the gates of the budget. */
@ApplicationScoped
@Transactional
public class ExAnteFacts implements ProjectFacts {

  /** Identifiers in one statement. */
  private static final int BLOCK = 1000;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Parameters parameters;

  @Inject
  private Backings backings;

  private record Found(ExAnteEvaluation form, FormState state, int openConditions) {}

  @Override
  public Map<UUID, ProjectFact> of(List<Project> projects) {
    Map<UUID, Found> found = new HashMap<>();
    for (int from = 0; from < projects.size(); from += BLOCK) {
      found.putAll(found(projects.subList(from, Math.min(projects.size(), from + BLOCK)).stream().map(Project::id).toList()));
    }
    Map<UUID, Backing> backed = backings.of(projects);
    Map<Integer, ExAnteNeed> needs = new HashMap<>();
    Map<UUID, ProjectFact> facts = new HashMap<>();
    projects.forEach(project -> {
      Optional<Found> one = Optional.ofNullable(found.get(project.id()));
      facts.put(project.id(), fact(one.flatMap(sent -> ExAnteNeed.ofSent(sent.form(), sent.state(), ProjectProfile.of(project, backed.get(project.id())))).orElseGet(() ->
          needs.computeIfAbsent(project.fiscalYear(), year -> ExAnteNeed.of(parameters.inForce(year))).of(ProjectProfile.of(project, backed.get(project.id())))), one));
    });
    return facts;
  }

  /** Evaluations that were sent in once: whether a unit has begun to write, and what, is its own business. */
  private Map<UUID, Found> found(List<UUID> projects) {
    Map<UUID, Long> open = database.createQuery("select c.evaluation, count(c) from ExAnteCondition c, ExAnteEvaluation e "
            + "where e.id = c.evaluation and e.project in :projects and c.state <> :closed group by c.evaluation", Object[].class)
        .setParameter("projects", projects).setParameter("closed", ExAnteCondition.State.CLOSED).getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    return database.createQuery("select e, r.state from ExAnteEvaluation e, Review r where r.id = e.id and r.round > 0 "
            + "and e.project in :projects", Object[].class)
        .setParameter("projects", projects).getResultStream()
        .map(row -> new Found((ExAnteEvaluation) row[0], (FormState) row[1],
            open.getOrDefault(((ExAnteEvaluation) row[0]).id(), 0L).intValue()))
        .collect(Collectors.toMap(one -> one.form().project(), one -> one));
  }

  private static ExAnte fact(Reasoned<Boolean> need, Optional<Found> found) {
    ExAnte.Standing standing = found.map(one -> standing(one.state(), one.form().conclusion()))
        .filter(one -> need.value().orElseThrow() || one != ExAnte.Standing.UNDER_WAY)
        .orElse(need.value().orElseThrow() ? ExAnte.Standing.NONE : ExAnte.Standing.NOT_NEEDED);
    return new ExAnte(standing, need.reason(), found.map(Found::openConditions).orElse(0), found.flatMap(one -> one.form().asked()),
        found.flatMap(one -> one.form().supported()), found.map(one -> one.form().id()));
  }

  /** 不支持 stands until finance has concluded anew: that the unit began another round changes nothing. */
  static ExAnte.Standing standing(FormState state, Optional<Conclusion> conclusion) {
    if (conclusion.filter(Conclusion.NOT_SUPPORTED::equals).isPresent()) {
      return ExAnte.Standing.NOT_SUPPORTED;
    }
    if (state != FormState.APPROVED || conclusion.isEmpty()) {
      return ExAnte.Standing.UNDER_WAY;
    }
    return conclusion.get() == Conclusion.SUPPORTED ? ExAnte.Standing.SUPPORTED : ExAnte.Standing.PARTLY_SUPPORTED;
  }
}
