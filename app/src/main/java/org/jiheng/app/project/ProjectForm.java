package org.jiheng.app.project;

import java.util.List;
import java.util.Optional;

/** A kind of form that is asked of projects: where a task of its kind is issued, their units owe it. */
public interface ProjectForm {

  String formType();

  /** Of these projects, all of which take forms, the ones that have to have one. The number of statements does not grow with theirs. */
  List<Project> asked(List<Project> projects);

  /**
   * {@link #asked} as a condition on {@code p}, a {@link Project} of this fiscal year that takes forms, without parameters: a list of
   * thousands is asked of the database. Empty for a form that is no stage whose need depends on it.
   */
  default Optional<String> askedOf(int fiscalYear) {
    return Optional.empty();
  }
}
