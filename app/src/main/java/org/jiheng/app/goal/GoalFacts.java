package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.project.ProjectFacts;

/** What the gates of the budget ask about goals: whether a project has a sound one (S17). */
@ApplicationScoped
public class GoalFacts implements ProjectFacts {

  @Inject
  private ApprovedGoals goals;

  @Override
  public Map<UUID, ProjectFact> of(List<Project> projects) {
    Map<UUID, ProjectFact> facts = new HashMap<>();
    goals.of(projects.stream().map(Project::id).toList()).forEach((project, standing) ->
        standing.value().ifPresent(one -> facts.put(project, new ProjectFact.Goal(standing(one.answer()), one.form()))));
    return facts;
  }

  private static ProjectFact.Goal.Standing standing(GoalStanding.Answer answer) {
    return switch (answer) {
      case NONE -> ProjectFact.Goal.Standing.NONE;
      case DRAFTING -> ProjectFact.Goal.Standing.UNDER_WAY;
      case RETURNED -> ProjectFact.Goal.Standing.RETURNED;
      case RETURNED_PAST_DUE -> ProjectFact.Goal.Standing.RETURNED_OVERDUE;
      case REFUSED -> ProjectFact.Goal.Standing.REJECTED;
      case APPROVED -> ProjectFact.Goal.Standing.APPROVED;
    };
  }
}
