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
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.Backings;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectForm;

/**
 * Which projects have to be evaluated before money is asked for them (S12): those whose evaluation was sent in, by the parameters it was
 * begun with, the others by those of today.
 */
@ApplicationScoped
@Transactional
public class ExAnteOfProjects implements ProjectForm {

  private static final String SENT = "r.id = e.id and r.round > 0 and e.needed ";

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Parameters parameters;

  @Inject
  private Backings backings;

  @Override
  public String formType() {
    return ExAnteEvaluation.FORM_TYPE;
  }

  @Override
  public List<Project> asked(List<Project> projects) {
    if (projects.isEmpty()) {
      return projects;
    }
    Map<UUID, Backing> backed = backings.of(projects);
    Map<Integer, ExAnteNeed> needs = new HashMap<>();
    Map<UUID, Boolean> kept = database.createQuery("select e.project, e.needed from ExAnteEvaluation e, Review r where " + SENT + "is not null "
            + "and e.fiscalYear in :years", Object[].class)
        .setParameter("years", projects.stream().map(Project::fiscalYear).distinct().toList()).getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Boolean) row[1]));
    return projects.stream().filter(project -> Optional.ofNullable(kept.get(project.id())).orElseGet(() ->
        needs.computeIfAbsent(project.fiscalYear(), year -> ExAnteNeed.of(parameters.inForce(year))).of(ProjectProfile.of(project, backed.get(project.id()))).value().orElseThrow()))
        .toList();
  }

  @Override
  public Optional<String> askedOf(int fiscalYear) {
    String today = ExAnteNeed.of(parameters.inForce(fiscalYear)).condition();
    return Optional.of("(" + today + " and not " + sent("= false") + " or " + sent("= true") + ")");
  }

  private static String sent(String needed) {
    return "exists (select e.id from ExAnteEvaluation e, Review r where e.project = p.id and " + SENT + needed + ")";
  }
}
