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
   * Which sheet somebody has in front of them, and as of when.
   *
   * @param version 0 for one nobody has filled in yet
   */
  public record Seen(int round, FormState stage, int version) {}

  /**
   * What became of a sheet that was filled in.
   *
   * @param seen to be given back with what is typed next
   * @param problems what is wrong with what could not be kept, by item
   */
  public record Kept(Seen seen, Map<ReviewItem, Problem> problems) {}

  /**
   * Fills in the sheet of the stage the goal is at. What can be read is kept; nothing is decided by it yet.
   *
   * @param seen the sheet as it was opened: what somebody else wrote since is not overwritten unread
   * @param typed points or the name of a grade, by item; an empty text leaves the item open
   * @throws RefusedException if the goal is not on the caller's desk at a finance stage, or the sheet has changed since it was seen
   */
  @RefusalsRecorded(Act.CHANGE)
  public Kept fill(UUID id, Seen seen, Map<ReviewItem, String> typed, String opinion) {
    Review review = reviews.hold(id);
    Goal goal = Optional.ofNullable(database.find(Goal.class, id)).orElseThrow(NoSuchFormException::new);
    if (!onDesk(review.state(), review.head().unit())) {
      throw new RefusedException(Refusal.because("move-not-yours"));
    }
    Optional<StoredSheet> there = here(review);
    mustBeAsSeen(review, there, seen);
    GoalRules rules = new GoalRules(parameters.inForce(goal.fiscalYear()).writtenOut(GoalRules.SHEET_KEYS));
    // a sheet that was begun goes on as it was begun
    boolean scored = there.map(one -> one.filled().scored())
        .orElseGet(() -> rules.scored(projects.find(goal.project()).map(Project::key).orElse(false)));
    Map<ReviewItem, Problem> problems = new EnumMap<>(ReviewItem.class);
    ReviewSheet sheet = read(scored, typed, opinion, problems);
    return new Kept(keep(review, there, sheet, rules), problems);
  }

  /**
   * The sheet to be filled in, as it stands by now.
   *
   * @return empty if the goal is not on the caller's desk at a finance stage any more
   * @throws NoSuchFormException if the caller may not see the goal
   */
  public Optional<GoalForm.Sheet> toFill(UUID id) {
    Review review = reviews.find(id);
    Goal goal = Optional.ofNullable(database.find(Goal.class, id)).orElseThrow(NoSuchFormException::new);
    return onDesk(review.state(), review.head().unit())
        ? here(review).map(one -> sheet(one, new GoalRules(parameters.inForce(goal.fiscalYear())))) : Optional.empty();
  }

  private Optional<StoredSheet> here(Review review) {
    return stored(review.id()).stream().filter(one -> one.round() == review.round() && one.stage() == review.state()).findFirst();
  }

  private static void mustBeAsSeen(Review review, Optional<StoredSheet> there, Seen seen) {
    Seen now = there.map(StoredSheet::seen).orElseGet(() -> new Seen(review.round(), review.state(), 0));
    if (!now.equals(seen)) {
      throw new RefusedException(new Refusal("goal-sheet-changed", Map.of("by", there.map(StoredSheet::personName).orElseGet(review::changedBy))));
    }
  }

  /** What can be read of it. @param problems takes up what cannot, by item */
  private static ReviewSheet read(boolean scored, Map<ReviewItem, String> typed, String opinion, Map<ReviewItem, Problem> problems) {
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
    new ReviewSheet(scored, points, ticks, "").problems().forEach((item, problem) -> {
      problems.put(item, problem);
      points.remove(item);
    });
    String words = TypedText.of(opinion).strip();
    return new ReviewSheet(scored, points, ticks, words.length() > LONGEST_OPINION ? words.substring(0, LONGEST_OPINION) : words);
  }

  private Seen keep(Review review, Optional<StoredSheet> there, ReviewSheet sheet, GoalRules rules) {
    String before = there.map(one -> said(one.filled(), one.rules().orElse(rules))).orElse("");
    StoredSheet stored = there.orElseGet(() -> new StoredSheet(review.id(), review.round(), review.state()));
    stored.fill(sheet, rules, Scope.current().caller(), clock.now());
    if (there.isEmpty()) {
      database.persist(stored);
    }
    trail.add(Record.of(Act.CHANGE, Goal.FORM_TYPE + "/" + review.id() + "/sheet", review.head().title()).changed(before, said(sheet, rules)));
    database.flush();
    return stored.seen();
  }

  /** In words of the office, for the trail. */
  private static String said(ReviewSheet sheet, GoalRules rules) {
    Words words = Words.chinese();
    String entries = Arrays.stream(ReviewItem.values())
        .flatMap(item -> Optional.<Object>ofNullable(sheet.points().get(item))
            .or(() -> Optional.ofNullable(sheet.ticks().get(item)).map(tick -> words.say("grade." + tick))).stream()
            .map(given -> words.say("goal-item." + item) + " " + given))
        .collect(Collectors.joining(", "));
    String grade = sheet.grade(rules.grades()).value().map(one -> words.say("grade." + one)).orElse("");
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

  /** A sheet that decides, with the rules it was filled in by. */
  private record Counting(ReviewSheet sheet, GoalRules rules) {

    Grade grade() {
      return sheet.grade(rules.grades()).value().orElseThrow();
    }
  }

  /** The sheet that counts in a round: the latest stage's that is complete. @param today what holds for one that kept no rules */
  private Optional<Counting> counting(UUID goal, int round, GoalRules today) {
    return stored(goal).stream().filter(one -> one.round() == round).map(one -> new Counting(one.filled(), one.rules().orElse(today)))
        .filter(one -> one.sheet().open().isEmpty()).findFirst();
  }

  /** Why finance may not pass the goal on now, by its own sheet (DOMAIN 3.7); empty at other stages. */
  List<Refusal> againstPassing(Goal goal, FormState state, int round, GoalRules today) {
    if (!state.finance()) {
      return List.of();
    }
    Optional<Counting> counting = counting(goal.id(), round, today);
    if (counting.isEmpty()) {
      return List.of(Refusal.because("goal-sheet-open"));
    }
    int days = counting.get().rules().resubmitDays();
    return switch (GoalVerdict.of(counting.get().grade(), days).value().orElseThrow()) {
      case NEXT_STEP -> List.of();
      case COMPLETE_WITH_DEPARTMENT ->
          counting.get().sheet().opinion().isBlank() ? List.of(Refusal.because("goal-completed-how")) : List.of();
      case REVISE_AND_RESUBMIT -> List.of(Refusal.because("goal-to-be-revised", "days", days));
      case MAY_NOT_ENTER -> List.of(Refusal.because("goal-may-not-enter"));
    };
  }

  /** Workdays the unit has after a return: those the sheet of the round has told it, else today's. */
  int resubmitDays(Goal goal, int round, GoalRules today) {
    return counting(goal.id(), round, today).map(Counting::rules).orElse(today).resubmitDays();
  }

  /** Writes the grade of the sheet that counts into the goal. */
  void grade(Goal goal, int round, GoalRules today) {
    counting(goal.id(), round, today).ifPresent(counting -> goal.graded(counting.sheet().total().value().orElseThrow(), counting.grade()));
  }

  /** The sheets the caller is shown: those of rounds that were decided, and one on the desk only to finance. */
  List<GoalForm.Sheet> of(Goal goal, Desk desk, GoalRules today) {
    Scope scope = Scope.current();
    String unit = desk.head().unit();
    boolean finance = scope.caller().holds(Role.FINANCE_SECTION, unit)
        || scope.caller().holds(Role.PERFORMANCE_OFFICE, unit);
    return stored(goal.id()).stream()
        .filter(one -> finance || !desk.state().finance() || one.round() < desk.round())
        .map(one -> sheet(one, today)).toList();
  }

  /** The sheet the caller is to fill in now, as far as it is; empty unless the goal is on the caller's desk at a finance stage. */
  Optional<GoalForm.Sheet> toFill(Goal goal, Project project, Desk desk, GoalRules today) {
    if (!onDesk(desk.state(), desk.head().unit())) {
      return Optional.empty();
    }
    return Optional.of(stored(goal.id()).stream().filter(one -> one.round() == desk.round() && one.stage() == desk.state()).findFirst()
        .map(one -> sheet(one, today))
        .orElseGet(() -> sheet(new Seen(desk.round(), desk.state(), 0), ReviewSheet.empty(today.scored(project.key())), "", today)));
  }

  /** As it was judged when it was filled in, whatever holds today. */
  private static GoalForm.Sheet sheet(StoredSheet stored, GoalRules today) {
    return sheet(stored.seen(), stored.filled(), stored.personName(), stored.rules().orElse(today));
  }

  private static GoalForm.Sheet sheet(Seen seen, ReviewSheet filled, String by, GoalRules rules) {
    Reasoned<Grade> grade = filled.grade(rules.grades());
    return new GoalForm.Sheet(seen, filled, filled.total(), grade, grade.value().map(one -> GoalVerdict.of(one, rules.resubmitDays())), by);
  }
}
