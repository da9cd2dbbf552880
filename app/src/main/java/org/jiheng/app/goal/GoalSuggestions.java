package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.agency.UnitTree;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.library.LibrarySuggestions;
import org.jiheng.app.library.Meant;
import org.jiheng.app.library.Suggestion;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.NoSuchFormException;

/**
 * Indicators of the library for a line of a goal while it is written (S5): by what is typed, the second level and the unit of measure
 * of the line, and by industry, functional class and department of the project; in front the one that took the place of an indicator
 * that is not chosen any more.
 */
@ApplicationScoped
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class GoalSuggestions {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Projects projects;

  @Inject
  private LibrarySuggestions library;

  @Inject
  private GoalLibrary goalLibrary;

  /**
   * The best first, each with its reasons.
   *
   * @param form the goal as the caller was shown it
   * @param line key of the line they are for; empty for a line that is not there yet
   * @param level2 name of the second level as it is written; empty for any
   * @param text name of the indicator as far as it is written; empty for whatever fits the rest
   * @param most how many, 1 to 50
   */
  public List<Suggestion> suggest(GoalForm form, Optional<UUID> line, String level2, String text, int most) {
    Project project = form.desk().head().project().flatMap(projects::find).orElseThrow(NoSuchFormException::new);
    Meant wanted = new Meant(level2, text, project.industry(), project.functionalClass(), line.map(one -> measure(form, one)).orElse(""),
        UnitTree.departmentOf(project.unit()));
    Optional<Suggestion> successor = line.flatMap(one -> stored(form.desk().id(), one)).flatMap(goalLibrary::successor);
    Stream<Suggestion> fitting = library.suggest(wanted, most).stream()
        .filter(one -> successor.filter(newest -> newest.version().equals(one.version())).isEmpty());
    return Stream.concat(successor.stream(), fitting).limit(most).toList();
  }

  /** The unit of measure of the year's target, where one is written. */
  private static String measure(GoalForm form, UUID line) {
    return form.result().targets().get(GoalCells.indicator(line, GoalColumn.ANNUAL)) instanceof Target.Measure measure ? measure.quantity().unit() : "";
  }

  private Optional<GoalLine> stored(UUID goal, UUID line) {
    return database.createQuery("select l from GoalLine l where l.goal.id = :goal and l.line = :line", GoalLine.class)
        .setParameter("goal", goal).setParameter("line", line).getResultStream().findFirst();
  }
}
