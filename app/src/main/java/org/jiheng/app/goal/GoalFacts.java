package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.Backings;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.project.ProjectFacts;

/** What goals say of projects to the gates of the budget (S17). */
@ApplicationScoped
@Transactional
public class GoalFacts implements ProjectFacts {

  /** Identifiers in one statement. */
  private static final int BLOCK = 1000;

  @Inject
  private ApprovedGoals goals;

  @Inject
  private Backings backings;

  @Override
  public Class<? extends ProjectFact> says() {
    return ProjectFact.Goal.class;
  }

  @Override
  public Map<UUID, ProjectFact> of(List<Project> projects) {
    Map<UUID, ProjectFact> facts = new HashMap<>();
    for (int from = 0; from < projects.size(); from += BLOCK) {
      List<Project> block = projects.subList(from, Math.min(projects.size(), from + BLOCK));
      Map<UUID, Reasoned<GoalStanding>> standings = goals.of(block.stream().map(Project::id).toList());
      Map<UUID, Backing> backed = backings.of(block);
      block.forEach(project -> facts.put(project.id(),
          fact(project.category().hasGoals(), backed.get(project.id()), standings.get(project.id()).value().orElseThrow())));
    }
    return facts;
  }

  /**
   * Spending on people and on running offices has no goals of its own (DOMAIN 3.2). That a project is such spending its unit alone has
   * said, until an earlier year or finance bears it out: its word lets it off no goal, as it lets it off no evaluation (S17).
   *
   * @param needed whether projects of its category have goals
   * @param backing by what its words are borne out
   */
  static ProjectFact.Goal fact(boolean needed, Backing backing, GoalStanding standing) {
    if (needed || standing.sound() && !backing.holds()) {
      return new ProjectFact.Goal(of(standing.answer()), standing.form());
    }
    return new ProjectFact.Goal(backing.holds() ? ProjectFact.Goal.Standing.NOT_NEEDED : ProjectFact.Goal.Standing.UNCONFIRMED, standing.form());
  }

  private static ProjectFact.Goal.Standing of(GoalStanding.Answer answer) {
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
