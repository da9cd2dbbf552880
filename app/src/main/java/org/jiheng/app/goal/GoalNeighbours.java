package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Problem;
import org.jiheng.app.goal.GoalSurroundings.Adjusting;
import org.jiheng.app.goal.GoalSurroundings.Applied;
import org.jiheng.app.goal.GoalSurroundings.OtherGoal;
import org.jiheng.app.goal.GoalSurroundings.OtherLine;
import org.jiheng.app.project.Backings;
import org.jiheng.app.project.MoneyByYear;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectAttribute;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.project.ProjectFacts;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.CellChange;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Review;

/** Fetches what the checks of a goal know besides the goal itself. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class GoalNeighbours {

  /** Goals of other units a goal is compared with, at the most: those that share most names with it. */
  private static final int MOST_COMPARED = 20;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Projects projects;

  @Inject
  private Backings backings;

  @Inject
  private GoalOpenings openings;

  @Inject
  private GoalLibrary library;

  @Inject
  @Any
  private Instance<ReachedBefore> reached;

  @Inject
  @Any
  private Instance<GoalsFromAbove> above;

  @Inject
  @Any
  private Instance<ProjectFacts> facts;

  @Inject
  @Any
  private Instance<MoneyByYear> years;

  GoalSurroundings of(Goal goal, GoalRules rules) {
    Project project = projects.find(goal.project()).orElseThrow();
    return new GoalSurroundings(Optional.of(project.plannedBudget()).filter(budget -> !budget.isZero()), applied(project), project.type(), library.common(project),
        reached(project.code(), goal.fiscalYear() - 1), others(goal, project.unit()), years(project, goal), unchoosable(goal),
        adjusting(goal, rules), above(project.id()));
  }

  /** What transfers it spends set for the project. */
  List<GoalsFromAbove.FromAbove> above(UUID project) {
    return above.stream().flatMap(room -> room.of(project).stream()).toList();
  }

  /**
   * What ex-ante evaluation says of the money of a new project, and of one that is dealt with as new as long as nobody bears out what it
   * says of itself; one that needs no evaluation and has none applies for nothing.
   */
  private Optional<Applied> applied(Project project) {
    // what finance has confirmed holds without looking at earlier years
    if (project.attribute() != ProjectAttribute.NEW && (project.confirmed() || backings.of(project).holds())) {
      return Optional.empty();
    }
    return facts.stream().filter(room -> room.says() == ProjectFact.ExAnte.class)
        .flatMap(room -> Optional.ofNullable(room.of(List.of(project)).get(project.id())).stream()).map(ProjectFact.ExAnte.class::cast)
        .flatMap(fact -> amount(fact).stream()).findFirst()
        .map(amount -> new Applied(amount.concluded(), amount.whole(), ofTheYear(project), !project.askedBudget().isZero()));
  }

  private Optional<Money> ofTheYear(Project project) {
    return years.stream().flatMap(room -> Optional.ofNullable(room.of(project).get(project.fiscalYear())).stream()).findFirst();
  }

  /** Of the whole period, yuan. */
  record Amount(boolean concluded, Money whole) {}

  static Optional<Amount> amount(ProjectFact.ExAnte fact) {
    return switch (fact.standing()) {
      case SUPPORTED, PARTLY_SUPPORTED -> fact.supported().map(amount -> new Amount(true, amount));
      case NOT_SUPPORTED -> Optional.of(new Amount(true, Money.ZERO));
      case NONE, UNDER_WAY, NOT_NEEDED -> fact.asked().map(amount -> new Amount(false, amount));
    };
  }

  /** By plain name of the indicator. */
  Map<String, String> reached(String projectCode, int fiscalYear) {
    return YearsReached.of(reached, List.of(new ReachedBefore.YearOf(projectCode, fiscalYear))).of(projectCode, fiscalYear);
  }

  /**
   * Approved goals of other units, of the year and the one before, that have an indicator of the same name. What became confidential since
   * is named to nobody.
   */
  private List<OtherGoal> others(Goal goal, String unit) {
    List<String> names = goal.lines().stream().filter(line -> line.code().isEmpty()).map(line -> line.text(GoalColumn.LEVEL3))
        .filter(name -> !name.isBlank()).distinct().toList();
    if (names.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = database.createQuery("select l.goal.id, count(l) from GoalLine l, Review r, Project p where r.id = l.goal.id and r.state = :approved "
            + "and p.id = r.project and p.confidential = false and r.formType = :type and r.unit <> :unit and r.fiscalYear in :years and l.common = false and l.level3 in :names "
            + "group by l.goal.id order by count(l) desc", Object[].class)
        .setParameter("approved", FormState.APPROVED).setParameter("type", Goal.FORM_TYPE).setParameter("unit", unit)
        .setParameter("years", List.of(goal.fiscalYear(), goal.fiscalYear() - 1)).setParameter("names", names)
        .setMaxResults(MOST_COMPARED).getResultStream().map(row -> (UUID) row[0]).toList();
    return ids.isEmpty() ? List.of() : lines(ids);
  }

  private List<OtherGoal> lines(List<UUID> ids) {
    Map<UUID, OtherGoal> others = new LinkedHashMap<>();
    database.createQuery("select r.id, u.name, r.title, l.level3, l.annual from GoalLine l, Review r, Unit u where r.id = l.goal.id "
            + "and u.code = r.unit and r.id in :ids", Object[].class)
        .setParameter("ids", ids).getResultStream()
        .forEach(row -> others.computeIfAbsent((UUID) row[0], _ -> new OtherGoal((String) row[1], (String) row[2], new ArrayList<>()))
            .lines().add(new OtherLine((String) row[3], (String) row[4])));
    return List.copyOf(others.values());
  }

  private Map<String, List<String>> years(Project project, Goal goal) {
    Map<String, List<String>> years = new HashMap<>();
    database.createQuery("select l.level3, l.annual from GoalLine l, Review r, Project p where r.id = l.goal.id and r.state = :approved "
            + "and p.id = r.project and p.code = :code and r.fiscalYear <> :year", Object[].class)
        .setParameter("approved", FormState.APPROVED).setParameter("code", project.code()).setParameter("year", goal.fiscalYear())
        .getResultStream()
        .forEach(row -> years.computeIfAbsent(GoalIndicator.plain((String) row[0]), _ -> new ArrayList<>()).add((String) row[1]));
    return years;
  }

  /** What an approved goal took its adjustment keeps. */
  private Map<UUID, Problem> unchoosable(Goal goal) {
    if (Optional.ofNullable(database.find(Review.class, goal.id())).filter(review -> FormState.ended().contains(review.state())).isPresent()) {
      return Map.of();
    }
    Set<UUID> kept = goal.adjusts().flatMap(id -> Optional.ofNullable(database.find(Goal.class, id))).map(Goal::taken).orElse(Set.of());
    return library.unchoosable(goal, kept);
  }

  private Optional<Adjusting> adjusting(Goal goal, GoalRules rules) {
    return goal.adjusts().flatMap(id -> Optional.ofNullable(database.find(Goal.class, id))).map(approved -> {
      List<CellChange> changes = goal.cells().since(approved.cells()).stream().filter(change -> !change.key().part(0).equals("adjustment")).toList();
      return new Adjusting(!goal.cells().text(GoalCells.CAUSE).isBlank(), !goal.cells().text(GoalCells.BASIS).isBlank(), AdjustmentWindow.moved(changes),
          !changes.isEmpty(), openings.closed(approved, rules));
    });
  }
}
