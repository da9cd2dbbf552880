package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.Backings;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectForm;

/** Which projects have to be evaluated before money is asked for them (S12). */
@ApplicationScoped
@Transactional
public class ExAnteOfProjects implements ProjectForm {

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
    Map<UUID, Backing> backed = backings.of(projects);
    Map<Integer, ExAnteNeed> needs = new HashMap<>();
    return projects.stream().filter(project -> needs.computeIfAbsent(project.fiscalYear(), year -> ExAnteNeed.of(parameters.inForce(year)))
        .of(ProjectProfile.of(project, backed.get(project.id()))).value().orElseThrow()).toList();
  }

  @Override
  public Optional<String> askedOf(int fiscalYear) {
    return Optional.of(ExAnteNeed.of(parameters.inForce(fiscalYear)).condition());
  }
}
