package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jiheng.app.project.Project;
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
}
