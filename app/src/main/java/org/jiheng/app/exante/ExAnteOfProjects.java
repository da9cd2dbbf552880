package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.project.AmongProjects;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.Backings;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectForm;
import org.jiheng.app.review.FormState;

/**
 * Which projects have to be evaluated before money is asked for them (S12), by the rule the gates of the budget go by
 * ({@link ExAnteNeed#ofSent}): what was concluded stays; of a form under way the project of today, by the parameters it was begun with;
 * of all others the project and the parameters of today.
 */
@ApplicationScoped
@Transactional
public class ExAnteOfProjects implements ProjectForm {

  /** Sent in once, and begun since the parameters are kept. */
  private static final String SENT = "r.id = e.id and r.round > 0 and e.needBy is not null";

  private static final String CONCLUDED = " in (org.jiheng.app.review.FormState.APPROVED, org.jiheng.app.review.FormState.REJECTED)";

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Parameters parameters;

  @Inject
  private Backings backings;

  /** Of a form that was sent in, what {@link ExAnteNeed#ofSent} goes by: without templates and reasons, for years of thousands. */
  private record Sent(UUID project, FormState state, boolean needed, String needBy) {

    boolean asks(ProjectProfile profile) {
      return ExAnteNeed.CONCLUDED.contains(state) ? needed : ExAnteNeed.by(needBy).of(profile).value().orElseThrow();
    }
  }

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
    Map<Integer, ExAnteNeed> today = new HashMap<>();
    AmongProjects among = AmongProjects.of("e.project", projects);
    Map<UUID, Sent> sent = among.bind(database.createQuery("select e.project, r.state, e.needed, e.needBy from ExAnteEvaluation e, Review r where " + SENT
            + " and " + among.condition(), Object[].class)).getResultStream()
        .map(row -> new Sent((UUID) row[0], (FormState) row[1], (Boolean) row[2], (String) row[3])).collect(Collectors.toMap(Sent::project, one -> one));
    return projects.stream().filter(project -> {
      ProjectProfile profile = ProjectProfile.of(project, backed.get(project.id()));
      return Optional.ofNullable(sent.get(project.id())).map(one -> one.asks(profile))
          .orElseGet(() -> today.computeIfAbsent(project.fiscalYear(), year -> ExAnteNeed.of(parameters.inForce(year))).of(profile).value().orElseThrow());
    }).toList();
  }

  @Override
  public Optional<String> askedOf(int fiscalYear) {
    List<String> any = new ArrayList<>();
    any.add(ExAnteNeed.of(parameters.inForce(fiscalYear)).condition() + " and not " + sent(""));
    any.add(sent(" and e.needed = true and r.state" + CONCLUDED));
    // as many as there were parameters while forms of the year were begun: one, as a rule
    database.createQuery("select distinct e.needBy from ExAnteEvaluation e, Review r where " + SENT + " and e.fiscalYear = :year and r.state not" + CONCLUDED,
            String.class)
        .setParameter("year", fiscalYear).getResultStream()
        .forEach(by -> any.add(ExAnteNeed.by(by).condition() + " and " + sent(" and e.needBy = '" + by.replace("'", "''") + "' and r.state not" + CONCLUDED)));
    return Optional.of("(" + String.join(" or ", any) + ")");
  }

  private static String sent(String besides) {
    return "exists (select e.id from ExAnteEvaluation e, Review r where e.project = p.id and " + SENT + besides + ")";
  }
}
