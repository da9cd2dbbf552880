package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.FormHead;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.ManyBeginnings;
import org.jiheng.app.review.Route;
import org.jiheng.tenants.persistence.BulkInsert;
import org.jiheng.tenants.persistence.Identifiers;

/**
 * Begins the goals of many projects at once, each as a draft of its unit with what a list says of it. They are judged by the checks
 * that need no other goals. Whether the caller may is for the room above to ask.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ManyGoals {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private ManyBeginnings beginnings;

  @Inject
  private Parameters parameters;

  @Inject
  private GoalOfProjects owed;

  /** What holds for the goals of a year. */
  public record Rules(GoalRules checks, Route route) {}

  public Rules rules(int fiscalYear) {
    ParameterSet inForce = parameters.inForce(fiscalYear);
    return new Rules(new GoalRules(inForce.writtenOut(GoalRules.KEYS)), inForce.get(Goal.TYPE.route()));
  }

  /** A goal that is to be begun together with others, and what the checks say to it. */
  public static final class Draft {

    private final Goal goal;
    private final Project project;
    private final Route route;
    private final List<GoalFinding> findings;

    Draft(Goal goal, Project project, Rules rules) {
      this.goal = goal;
      this.project = project;
      this.route = rules.route();
      GoalSurroundings around = GoalSurroundings.of(project.type(), Optional.of(project.plannedBudget()).filter(budget -> !budget.isZero()));
      this.findings = GoalCheck.of(goal.content(), around, rules.checks());
      goal.checked((int) findings.stream().filter(GoalFinding::stops).count());
    }

    public List<GoalFinding> findings() {
      return findings;
    }

    /** Keys of its lines, in the order in which they were said. */
    public List<UUID> lines() {
      return goal.lines().stream().map(GoalLine::line).toList();
    }

    public int size() {
      return goal.lines().size();
    }
  }

  /** The goal a project would begin with. */
  public static Draft draft(Project project, GoalSaid said, Rules rules) {
    Goal goal = new Goal(Identifiers.next(), project);
    project.starts().ifPresent(day -> goal.write(GoalCells.PERIOD_FROM, day.toString()));
    project.ends().ifPresent(day -> goal.write(GoalCells.PERIOD_UNTIL, day.toString()));
    said.money().forEach((line, amount) -> goal.write(GoalCells.money(line), amount.toString()));
    goal.write(GoalCells.MEDIUM_GOAL, said.mediumGoal());
    goal.write(GoalCells.ANNUAL_GOAL, said.annualGoal());
    for (Map<GoalColumn, String> texts : said.lines()) {
      GoalLine line = goal.add(texts.getOrDefault(GoalColumn.LEVEL1, ""), texts.getOrDefault(GoalColumn.LEVEL2, ""));
      texts.forEach(line::write);
    }
    return new Draft(goal, project, rules);
  }

  /** What a goal keeps of the text of a column; a choice is meant by its code. */
  public static Parsed<String> read(GoalColumn column, String text) {
    return GoalCells.kind(column).read(text, Money.In.WAN);
  }

  /** Which of these projects owe a goal; one that is not in the library yet nobody has borne out. */
  public Set<UUID> owing(List<Project> projects) {
    return owed.asked(projects).stream().map(Project::id).collect(Collectors.toSet());
  }

  /** Which of these projects have a goal, finished or not. */
  public Set<UUID> having(Collection<UUID> projects) {
    return projects.isEmpty() ? Set.of() : new HashSet<>(database.createQuery(
            "select g.project from Goal g, Review r where r.id = g.id and g.project in :projects and r.state <> :givenUp", UUID.class)
        .setParameter("projects", projects).setParameter("givenUp", FormState.CANCELLED).getResultList());
  }

  /** @throws jakarta.persistence.EntityExistsException if somebody has begun one meanwhile */
  public void begin(List<Draft> drafts) {
    beginnings.begin(drafts.stream().map(draft -> new ManyBeginnings.Beginning(draft.goal.id(), new FormHead(Goal.FORM_TYPE, draft.project.name(),
        draft.project.unit(), draft.project.fiscalYear(), Optional.of(draft.project.id())), draft.route)).toList());
    BulkInsert.of(database, drafts.stream().map(draft -> draft.goal).toList());
    BulkInsert.of(database, drafts.stream().flatMap(draft -> draft.goal.lines().stream()).toList());
  }
}
