package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.agency.UnitTree;
import org.jiheng.app.common.Words;
import org.jiheng.app.indicator.Target;
import org.jiheng.app.indicator.TargetKind;
import org.jiheng.app.library.IndicatorLibrary;
import org.jiheng.app.library.LibraryDesk;
import org.jiheng.app.library.LibraryField;
import org.jiheng.app.library.LibraryWords;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;
import org.jiheng.tenants.audit.Act;

/**
 * 提议入库: a department proposes an indicator of an approved goal for the library (DOMAIN 3.10: indicators used in approved goals may
 * be proposed). From then on it is a proposal as any other, which finance confirms or sends back; it keeps the line it comes from.
 */
@ApplicationScoped
@RefusalsRecorded(Act.ADMINISTER)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class GoalProposals {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Reviews reviews;

  @Inject
  private Projects projects;

  @Inject
  private LibraryDesk desk;

  /** Whether the caller may propose something out of the goal: it is approved, and of a department the caller proposes for. */
  public static boolean offered(GoalForm form) {
    return form.desk().state() == FormState.APPROVED
        && IndicatorLibrary.rights().proposing().contains(UnitTree.departmentOf(form.desk().head().unit()));
  }

  /**
   * The unit's own lines of a goal by their keys, in their order, as texts for a proposal. What was taken from the library is there
   * already and is left out.
   *
   * @throws NoSuchFormException if the goal is not the caller's to see
   * @throws RefusedException if it is not approved
   */
  public Map<UUID, Map<LibraryField, String>> lines(UUID goal) {
    Goal approved = approved(reviews.find(goal));
    Project project = projects.find(approved.project()).orElseThrow(NoSuchFormException::new);
    Map<UUID, Map<LibraryField, String>> lines = new LinkedHashMap<>();
    approved.lines().stream().filter(line -> line.code().isEmpty() && !line.text(GoalColumn.LEVEL3).isBlank())
        .forEach(line -> lines.put(line.line(), texts(line, approved.fiscalYear(), project)));
    return lines;
  }

  /**
   * Proposes a line for the library of the department.
   *
   * @param texts as they are to stand there, by field
   * @throws NoSuchFormException if the goal is not the caller's to see, or has no such line of its own
   * @throws RefusedException if it is not approved, the caller does not propose for the department, or the line was proposed before
   */
  public LibraryDesk.Written propose(UUID goal, UUID line, Map<LibraryField, String> texts) {
    Review review = reviews.find(goal);
    if (approved(review).lines().stream().noneMatch(one -> one.line().equals(line) && one.code().isEmpty())) {
      throw new NoSuchFormException();
    }
    return desk.propose(UnitTree.departmentOf(review.head().unit()), texts, Goal.FORM_TYPE + "/" + goal + "/" + line);
  }

  private Goal approved(Review review) {
    Goal goal = database.find(Goal.class, review.id());
    if (goal == null) {
      throw new NoSuchFormException();
    }
    if (review.state() != FormState.APPROVED) {
      throw new RefusedException(Refusal.because("library-out-of-approved-goals"));
    }
    return goal;
  }

  private static Map<LibraryField, String> texts(GoalLine line, int fiscalYear, Project project) {
    Map<LibraryField, String> texts = new EnumMap<>(LibraryField.class);
    texts.putAll(Map.of(LibraryField.LEVEL1, line.text(GoalColumn.LEVEL1), LibraryField.LEVEL2, line.text(GoalColumn.LEVEL2),
        LibraryField.LEVEL3, line.text(GoalColumn.LEVEL3), LibraryField.TARGET, line.text(GoalColumn.ANNUAL),
        LibraryField.EXPLANATION, line.text(GoalColumn.EXPLANATION), LibraryField.FORMULA, line.text(GoalColumn.FORMULA),
        LibraryField.EVIDENCE, line.text(GoalColumn.EVIDENCE), LibraryField.INDUSTRY, project.industry(),
        LibraryField.FUNCTION_CODE, project.functionalClass()));
    GoalIndicator said = line.forChecks();
    said.target(fiscalYear).ifPresent(target -> {
      texts.put(LibraryField.KIND, word(TargetKind.of(target)));
      if (target instanceof Target.Measure measure) {
        texts.put(LibraryField.SIGN, measure.sign().glyph());
        texts.put(LibraryField.UNIT, measure.quantity().unit());
      }
    });
    said.scoring().ifPresent(scoring -> texts.put(LibraryField.SCORING, word(scoring)));
    said.aggregation().ifPresent(aggregation -> texts.put(LibraryField.AGGREGATION, word(aggregation)));
    line.standard().ifPresent(standard -> texts.put(LibraryField.STANDARD, word(standard)));
    return texts;
  }

  private static String word(Enum<?> one) {
    return LibraryWords.of(Words.chinese(), one);
  }
}
