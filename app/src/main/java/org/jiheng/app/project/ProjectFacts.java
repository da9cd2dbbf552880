package org.jiheng.app.project;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A room that knows something about projects the gates of the budget ask for. Every room contributes one fact a project; a project
 * a room does not answer for counts as one nothing is known of, and the gate stays closed.
 */
public interface ProjectFacts {

  /** What these facts are, so that only those are gathered that somebody looks at. */
  Class<? extends ProjectFact> says();

  /** Facts by project. The number of statements does not grow with the number of projects. */
  Map<UUID, ProjectFact> of(List<Project> projects);
}
