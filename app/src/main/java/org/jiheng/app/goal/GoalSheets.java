package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Reasoned;
import org.jiheng.app.common.Score;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.common.Words;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.Desk;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;
import org.jiheng.app.scoring.RuleSet;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** Finance's review sheets of goals: filled in by the stage whose desk the goal is on, and what they let finance do. */
@ApplicationScoped
@RefusalsRecorded
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class GoalSheets {

  private static final int LONGEST_OPINION = 2000;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Reviews reviews;

  @Inject
  private Parameters parameters;

  @Inject
  private Projects projects;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  /**
   * Fills in the sheet of the stage the goal is at. What can be read is kept; nothing is decided by it yet.
   *
   * @param typed points or the name of a grade, by item; an empty text leaves the item open
   * @return what is wrong with the others, by item
   * @throws RefusedException if the goal is not on the caller's desk at a finance stage
   */
  @RefusalsRecorded(Act.CHANGE)
  public Map<ReviewItem, Problem> fill(UUID id, Map<ReviewItem, String> typed, String opinion) {
    Review review = reviews.hold(id);
    Goal goal = Optional.ofNullable(database.find(Goal.class, id)).orElseThrow(NoSuchFormException::new);
    if (!onDesk(review.state(), review.head().unit())) {
      throw new RefusedException(Refusal.because("move-not-yours"));
    }
    GoalRules rules = new GoalRules(parameters.inForce(goal.fiscalYear()));
    boolean scored = rules.scored(projects.find(goal.project()).map(Project::key).orElse(false));
    Map<ReviewItem, Problem> problems = new EnumMap<>(ReviewItem.class);
    Map<ReviewItem, Score> points = new EnumMap<>(ReviewItem.class);
    Map<ReviewItem, Grade> ticks = new EnumMap<>(ReviewItem.class);
    typed.forEach((item, text) -> {
      if (text.isBlank()) {
        return;
      }
      if (scored) {
        Parsed<Score> read = Score.parse(text);
        read.problem().ifPresent(problem -> problems.put(item, problem));
        read.value().ifPresent(given -> points.put(item, given));
      } else {
        ticks.put(item, Grade.valueOf(text));
      }
    });
    String words = TypedText.of(opinion).strip();
    ReviewSheet sheet = new ReviewSheet(scored, points, ticks, words.length() > LONGEST_OPINION ? words.substring(0, LONGEST_OPINION) : words);
    sheet.problems().forEach((item, problem) -> {
      problems.put(item, problem);
      points.remove(item);
    });
    keep(review, new ReviewSheet(scored, points, ticks, sheet.opinion()), rules);
    return problems;
  }

  private void keep(Review review, ReviewSheet sheet, GoalRules rules) {
    StoredSheet stored = stored(review.id()).stream().filter(one -> one.round() == review.round() && one.stage() == review.state()).findFirst()
        .orElseGet(() -> new StoredSheet(review.id(), review.round(), review.state()));
    String before = stored.personName() == null ? "" : said(stored.filled(), rules);
    stored.fill(sheet, rules.parameters().get(RuleSet.GRADE_CUT), Scope.current().caller(), clock.now());
    database.persist(stored);
    trail.add(Record.of(Act.CHANGE, Goal.FORM_TYPE + "/" + review.id() + "/sheet", review.head().title()).changed(before, said(sheet, rules)));
    database.flush();
  }

  /** In words of the office, for the trail. */
  private static String said(ReviewSheet sheet, GoalRules rules) {
    Words words = Words.chinese();
    String entries = Arrays.stream(ReviewItem.values())
        .flatMap(item -> Optional.<Object>ofNullable(sheet.points().get(item))
            .or(() -> Optional.ofNullable(sheet.ticks().get(item)).map(tick -> words.say("grade." + tick))).stream()
            .map(given -> words.say("goal-item." + item) + " " + given))
        .collect(Collectors.joining(", "));
    String grade = sheet.grade(rules.parameters().get(RuleSet.GRADE_CUT)).value().map(one -> words.say("grade." + one)).orElse("");
    return Stream.of(entries, grade, sheet.opinion()).filter(text -> !text.isEmpty()).collect(Collectors.joining(" | "));
  }

  private static boolean onDesk(FormState state, String unit) {
    Scope scope = Scope.current();
    return !scope.readOnly() && state.finance() && state.holder().filter(role -> scope.caller().holds(role, unit)).isPresent();
  }

  /** The latest first. */
  private List<StoredSheet> stored(UUID goal) {
    return database.createQuery("select s from StoredSheet s where s.goal = :goal order by s.round desc, s.stage desc", StoredSheet.class)
        .setParameter("goal", goal).getResultList();
  }

  /** The sheet that counts in a round: the latest stage's that is complete. */
  private Optional<ReviewSheet> counting(UUID goal, int round) {
    return stored(goal).stream().filter(one -> one.round() == round).map(StoredSheet::filled).filter(sheet -> sheet.open().isEmpty()).findFirst();
  }

  /** Why finance may not pass the goal on now, by its own sheet (DOMAIN 3.7); empty at other stages. */
  List<Refusal> againstPassing(Goal goal, FormState state, int round, GoalRules rules) {
    if (!state.finance()) {
      return List.of();
    }
    Optional<ReviewSheet> sheet = counting(goal.id(), round);
    if (sheet.isEmpty()) {
      return List.of(Refusal.because("goal-sheet-open"));
    }
    Grade grade = sheet.get().grade(rules.parameters().get(RuleSet.GRADE_CUT)).value().orElseThrow();
    return switch (GoalVerdict.of(grade, days(rules)).value().orElseThrow()) {
      case NEXT_STEP -> List.of();
      case COMPLETE_WITH_DEPARTMENT -> sheet.get().opinion().isBlank() ? List.of(Refusal.because("goal-completed-how")) : List.of();
      case REVISE_AND_RESUBMIT -> List.of(Refusal.because("goal-to-be-revised", "days", days(rules)));
      case MAY_NOT_ENTER -> List.of(Refusal.because("goal-may-not-enter"));
    };
  }

  private static int days(GoalRules rules) {
    return rules.parameters().get(GoalRules.RESUBMIT_DAYS).intValue();
  }

  /** Writes the grade of the sheet that counts into the goal. */
  void grade(Goal goal, int round, GoalRules rules) {
    counting(goal.id(), round).ifPresent(sheet -> goal.graded(sheet.total().value().orElseThrow(),
        sheet.grade(rules.parameters().get(RuleSet.GRADE_CUT)).value().orElseThrow()));
  }

  /** The sheets the caller is shown: those of rounds that were decided, and one on the desk only to finance. */
  List<GoalForm.Sheet> of(Goal goal, Desk desk, GoalRules rules) {
    Scope scope = Scope.current();
    String unit = desk.head().unit();
    boolean finance = scope.caller().holds(Role.FINANCE_SECTION, unit)
        || scope.caller().holds(Role.PERFORMANCE_OFFICE, unit);
    return stored(goal.id()).stream()
        .filter(one -> finance || !desk.state().finance() || one.round() < desk.round())
        .map(one -> sheet(one.round(), one.stage(), one.filled(), one.personName(), rules)).toList();
  }

  /** The sheet the caller is to fill in now, as far as it is; empty unless the goal is on the caller's desk at a finance stage. */
  Optional<GoalForm.Sheet> toFill(Goal goal, Project project, Desk desk, GoalRules rules) {
    if (!onDesk(desk.state(), desk.head().unit())) {
      return Optional.empty();
    }
    return Optional.of(stored(goal.id()).stream().filter(one -> one.round() == desk.round() && one.stage() == desk.state()).findFirst()
        .map(one -> sheet(one.round(), one.stage(), one.filled(), one.personName(), rules))
        .orElseGet(() -> sheet(desk.round(), desk.state(), ReviewSheet.empty(rules.scored(project.key())), "", rules)));
  }

  private static GoalForm.Sheet sheet(int round, FormState stage, ReviewSheet filled, String by, GoalRules rules) {
    Reasoned<Grade> grade = filled.grade(rules.parameters().get(RuleSet.GRADE_CUT));
    return new GoalForm.Sheet(round, stage, filled, filled.total(), grade, grade.value().map(one -> GoalVerdict.of(one, days(rules))), by);
  }
}
