package org.jiheng.app.selfevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectForm;

/** Every project of a unit is evaluated by the unit itself (S25). */
@ApplicationScoped
public class SelfEvaluationOfProjects implements ProjectForm {

  @Override
  public String formType() {
    return SelfEvaluation.FORM_TYPE;
  }

  @Override
  public List<Project> asked(List<Project> projects) {
    return projects;
  }
}
