package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.ProjectForm;

/** Every project sets goals (S16), but for spending on people and on running offices (DOMAIN 3.2). */
@ApplicationScoped
public class GoalOfProjects implements ProjectForm {

  @Override
  public String formType() {
    return Goal.FORM_TYPE;
  }

  @Override
  public List<Project> asked(List<Project> projects) {
    return projects.stream().filter(project -> project.category().hasGoals()).toList();
  }

  @Override
  public Optional<String> askedOf(int fiscalYear) {
    return Optional.of("p.category in (" + Stream.of(ProjectCategory.values()).filter(ProjectCategory::hasGoals)
        .map(one -> ProjectCategory.class.getName() + "." + one.name()).collect(Collectors.joining(", ")) + ")");
  }
}
