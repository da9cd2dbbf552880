package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.common.Words;
import org.jiheng.app.library.LibraryLine;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.FormState;

/**
 * What a goal begins with: the lines of the year before, with what was reached in them, or else the second-level indicators the
 * official form prints; and the indicators every such project has to have (S16) and those a transfer it spends sets for it (S20).
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class GoalBeginning {

  private static final Set<GoalColumn> KEPT_OVER_THE_YEARS = Set.of(GoalColumn.LEVEL3, GoalColumn.MEDIUM, GoalColumn.WEIGHT,
      GoalColumn.EXPLANATION, GoalColumn.FORMULA, GoalColumn.STANDARD, GoalColumn.EVIDENCE, GoalColumn.TAKING, GoalColumn.SCORING,
      GoalColumn.AGGREGATION, GoalColumn.CORE);

  @PersistenceContext
  private EntityManager database;

  @Inject
  private GoalNeighbours neighbours;

  @Inject
  private GoalLibrary library;

  Goal of(UUID id, Project project) {
    Goal goal = new Goal(id, project);
    boolean anew = !lastYears(goal, project);
    required(goal, project);
    fromAbove(goal, project);
    if (anew) {
      standardLines(goal);
    }
    return goal;
  }

  /** Whether there were any. */
  private boolean lastYears(Goal goal, Project project) {
    Map<String, String> reached = neighbours.reached(project.code(), project.fiscalYear() - 1);
    List<GoalLine> before = database.createQuery("select l from GoalLine l, Review r, Project p where r.id = l.goal.id and r.state = :approved "
            + "and p.id = r.project and p.code = :code and p.fiscalYear = :year order by l.position", GoalLine.class)
        .setParameter("approved", FormState.APPROVED).setParameter("code", project.code()).setParameter("year", project.fiscalYear() - 1)
        .getResultList();
    Map<UUID, LibraryLine> newest = library.newest(before);
    before.forEach(line -> {
      GoalLine added = goal.add(line.text(GoalColumn.LEVEL1), line.text(GoalColumn.LEVEL2));
      Optional<LibraryLine> now = line.taken().map(newest::get);
      added.taken(line.code(), now.map(LibraryLine::id).or(line::taken), line.common());
      now.ifPresent(version -> library.taken(version, goal, project));
      for (GoalColumn column : KEPT_OVER_THE_YEARS) {
        added.write(column, line.text(column));
      }
      added.write(GoalColumn.YEAR_BEFORE, line.text(GoalColumn.LAST_YEAR));
      added.write(GoalColumn.LAST_YEAR, reached.getOrDefault(GoalIndicator.plain(line.text(GoalColumn.LEVEL3)), ""));
    });
    return !before.isEmpty();
  }

  private void required(Goal goal, Project project) {
    for (LibraryLine required : library.required(project)) {
      Optional<GoalLine> there = goal.lines().stream().filter(line -> line.code().equals(required.code())).findFirst();
      GoalLine line = there.orElseGet(() -> goal.add("", ""));
      if (there.isEmpty()) {
        GoalLibrary.texts(required.indicator()).forEach(line::write);
      }
      line.taken(required.code(), Optional.of(required.id()), true);
      library.taken(required, goal, project);
    }
  }

  /** What a transfer sets for the project stands in its goal from the beginning: the overall goal where none is, indicators it does not have. */
  private void fromAbove(Goal goal, Project project) {
    neighbours.above(project.id()).forEach(above -> {
      if (goal.cells().text(GoalCells.ANNUAL_GOAL).isBlank()) {
        goal.write(GoalCells.ANNUAL_GOAL, above.overallGoal());
      }
      for (GoalsFromAbove.Line line : above.lines()) {
        GoalLine there = goal.lines().stream().filter(one -> GoalIndicator.plain(one.text(GoalColumn.LEVEL3)).equals(GoalIndicator.plain(line.name()))).findFirst()
            .orElseGet(() -> {
              GoalLine added = goal.add(line.level1(), line.level2());
              added.write(GoalColumn.LEVEL3, line.name());
              return added;
            });
        if (there.text(GoalColumn.ANNUAL).isBlank()) {
          there.write(GoalColumn.ANNUAL, line.target());
          there.write(GoalColumn.AGGREGATION, line.aggregation().name());
        }
      }
    });
  }

  private static void standardLines(Goal goal) {
    Words words = Words.chinese();
    for (String line : List.of("output.quantity", "output.quality", "output.time", "output.cost", "benefit.economic",
        "benefit.social", "benefit.ecological", "benefit.lasting", "satisfaction.served")) {
      goal.add(words.say("level1." + line.substring(0, line.indexOf('.'))), words.say("level2." + line));
    }
  }
}
