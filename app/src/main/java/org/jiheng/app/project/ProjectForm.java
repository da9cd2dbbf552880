package org.jiheng.app.project;

import java.util.List;

/** A kind of form that is asked of projects: where a task of its kind is issued, their units owe it. */
public interface ProjectForm {

  String formType();

  /** Of these projects, all of which take forms, the ones that have to have one. The number of statements does not grow with theirs. */
  List<Project> asked(List<Project> projects);
}
