package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.project.AmongProjects;
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

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Parameters parameters;

  @Inject
  private Backings backings;

  /** What of a form counts here: without its template, which is long. */
  private record Found(
      UUID form, FormState state, Optional<Money> asked, Optional<Money> supported, Optional<Conclusion> conclusion, Optional<KeptNeed> need, int openConditions) {}

  @Override
  public Class<? extends ProjectFact> says() {
    return ExAnte.class;
  }

  @Override
  public Map<UUID, ProjectFact> of(List<Project> projects) {
    Map<UUID, Found> found = projects.isEmpty() ? Map.of() : found(projects);
    Map<UUID, Backing> backed = backings.of(projects);
    Map<Integer, ExAnteNeed> needs = new HashMap<>();
    Map<UUID, ProjectFact> facts = new HashMap<>();
    projects.forEach(project -> {
      Optional<Found> one = Optional.ofNullable(found.get(project.id()));
      facts.put(project.id(), fact(one.flatMap(sent -> ExAnteNeed.ofSent(sent.need(), sent.state(), ProjectProfile.of(project, backed.get(project.id())))).orElseGet(() ->
          needs.computeIfAbsent(project.fiscalYear(), year -> ExAnteNeed.of(parameters.inForce(year))).of(ProjectProfile.of(project, backed.get(project.id())))), one));
    });
    return facts;
  }

  /** Evaluations that were sent in once: whether a unit has begun to write, and what, is its own business. */
  private Map<UUID, Found> found(List<Project> projects) {
    AmongProjects asked = AmongProjects.of("e.project", projects);
    Map<UUID, Long> open = asked.bind(database.createQuery("select c.evaluation, count(c) from ExAnteCondition c, ExAnteEvaluation e "
            + "where e.id = c.evaluation and " + asked.condition() + " and c.state <> :closed group by c.evaluation", Object[].class))
        .setParameter("closed", ExAnteCondition.State.CLOSED).getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    // those of one year were kept by the same parameters and say the same, as a rule: read once
    Map<String, KeptNeed> read = new HashMap<>();
    return asked.bind(database.createQuery("select e.project, e.id, r.state, e.asked, e.supported, e.conclusion, e.need from ExAnteEvaluation e, Review r "
            + "where r.id = e.id and r.round > 0 and " + asked.condition(), Object[].class)).getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> new Found((UUID) row[1], (FormState) row[2], money(row[3]), money(row[4]),
            Optional.ofNullable((Conclusion) row[5]), Optional.ofNullable((String) row[6]).map(kept -> read.computeIfAbsent(kept, KeptNeed::fromJson)),
            open.getOrDefault((UUID) row[1], 0L).intValue())));
  }

  private static Optional<Money> money(Object yuan) {
    return Optional.ofNullable((BigDecimal) yuan).map(Money::new);
  }

  private static ExAnte fact(Reasoned<Boolean> need, Optional<Found> found) {
    ExAnte.Standing standing = found.map(one -> standing(one.state(), one.conclusion()))
        .filter(one -> need.value().orElseThrow() || one != ExAnte.Standing.UNDER_WAY)
        .orElse(need.value().orElseThrow() ? ExAnte.Standing.NONE : ExAnte.Standing.NOT_NEEDED);
    return new ExAnte(standing, need.reason(), found.map(Found::openConditions).orElse(0), found.flatMap(Found::asked),
        found.flatMap(Found::supported), found.map(Found::form));
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
