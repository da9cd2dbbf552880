package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.review.FormState;

/** What rooms above ask about goals: whether a project has a sound one, and which one was in force on a day. */
@ApplicationScoped
@Transactional
public class ApprovedGoals {

  /** Identifiers in one statement. */
  private static final int BLOCK = 1000;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Calendar calendar;

  /** Whether a project has a sound goal for its year, and why not (S17). */
  public Reasoned<GoalStanding> of(UUID project) {
    return of(List.of(project)).get(project);
  }

  /** The same for several projects, every one of them answered. */
  public Map<UUID, Reasoned<GoalStanding>> of(Collection<UUID> projects) {
    Map<UUID, Reasoned<GoalStanding>> standings = new HashMap<>();
    List<UUID> all = List.copyOf(projects);
    for (int from = 0; from < all.size(); from += BLOCK) {
      standings(all.subList(from, Math.min(all.size(), from + BLOCK)), standings);
    }
    projects.forEach(project -> standings.putIfAbsent(project, GoalStanding.none()));
    return standings;
  }

  private void standings(List<UUID> projects, Map<UUID, Reasoned<GoalStanding>> standings) {
    LocalDate today = calendar.today();
    database.createQuery("select g.project, g.id, r.state, g.grade, g.resubmitDue from Goal g, Review r where r.id = g.id "
            + "and g.project in :projects and r.state not in :over order by r.changedAt", Object[].class)
        .setParameter("projects", projects).setParameter("over", FormState.over())
        .getResultStream()
        .forEach(row -> standings.merge((UUID) row[0],
            GoalStanding.of((UUID) row[1], (FormState) row[2], Optional.ofNullable((Grade) row[3]), Optional.ofNullable((LocalDate) row[4]), today),
            // while an approved one is being adjusted it stays in force
            (one, other) -> one.value().filter(GoalStanding::sound).isPresent() ? one : other));
  }

  /**
   * The goal in force on a day: the latest that was approved by then. Monitoring and evaluation hold a project against the version of
   * their cut-off (DOMAIN 3.8).
   */
  public Optional<InForce> on(UUID project, LocalDate day) {
    return database.createQuery("select g from Goal g, Review r where r.id = g.id and g.project = :project and g.approvedOn <= :day "
            + "and r.state in :states order by g.approvedOn desc, g.id desc", Goal.class)
        .setParameter("project", project).setParameter("day", day)
        .setParameter("states", List.of(FormState.APPROVED, FormState.SUPERSEDED))
        .setMaxResults(1).getResultStream().findFirst()
        .map(goal -> new InForce(goal.id(), goal.approvedOn().orElseThrow(), goal.adjusts(), goal.cells().text(GoalCells.ANNUAL_GOAL),
            goal.lines().stream().map(GoalLine::forChecks).filter(line -> !line.blank()).toList()));
  }

  /**
   * A goal as it was approved.
   *
   * @param adjusts the one it took the place of
   */
  public record InForce(UUID id, LocalDate approvedOn, Optional<UUID> adjusts, String annualGoal, List<GoalIndicator> lines) {

    /** Lines by their keys, which an adjustment keeps. */
    public Map<UUID, GoalIndicator> byKey() {
      return lines.stream().collect(Collectors.toMap(GoalIndicator::id, Function.identity()));
    }
  }
}
