package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.Backings;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectForm;

/**
 * Every project sets goals (S16), but for spending on people and on running offices (DOMAIN 3.2). That it is such spending its unit alone
 * has said until an earlier year or finance bears it out: until then it owes goals like any other, as the gates of the budget say (S17).
 */
@ApplicationScoped
public class GoalOfProjects implements ProjectForm {

  @Inject
  private Backings backings;

  @Override
  public String formType() {
    return Goal.FORM_TYPE;
  }

  @Override
  public List<Project> asked(List<Project> projects) {
    List<Project> letOff = projects.stream().filter(project -> !project.category().hasGoals()).toList();
    Map<UUID, Backing> backed = letOff.isEmpty() ? Map.of() : backings.of(letOff);
    return projects.stream().filter(project -> project.category().hasGoals() || !backed.get(project.id()).holds()).toList();
  }

  @Override
  public Optional<String> askedOf(int fiscalYear) {
    return Optional.of(GoalNeeds.OWED);
  }
}
