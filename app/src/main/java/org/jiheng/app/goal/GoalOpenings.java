package org.jiheng.app.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.Desk;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Move;
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

/** Late adjustments: until when the targets of an approved goal may be adjusted, and their opening by the performance office (DOMAIN 3.8). */
@ApplicationScoped
@RefusalsRecorded
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class GoalOpenings {

  private static final int LONGEST_REASON = 1000;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Reviews reviews;

  @Inject
  private Calendar calendar;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  /** Why the targets of an approved goal are not adjusted any more today; empty while they are, or after they were opened. */
  Optional<Problem> closed(Goal approved, GoalRules rules) {
    boolean opened = database.createQuery("select count(o) from GoalOpening o where o.goal = :goal", Long.class)
        .setParameter("goal", approved.id()).getSingleResult() > 0;
    return AdjustmentWindow.closed(approved.fiscalYear(), rules.parameters().get(GoalRules.LOCK_AFTER), opened, calendar.today());
  }

  /** Whether the caller may open this goal, and there is something to open. */
  boolean mayOpen(Goal goal, Desk desk, GoalRules rules) {
    return opens(desk.state(), desk.head().unit())
        && AdjustmentWindow.closed(goal.fiscalYear(), rules.parameters().get(GoalRules.LOCK_AFTER), false, calendar.today()).isPresent();
  }

  private static boolean opens(FormState state, String unit) {
    Scope scope = Scope.current();
    return !scope.readOnly() && state == FormState.APPROVED && scope.caller().holds(Role.PERFORMANCE_OFFICE, unit);
  }

  /**
   * Lets the targets of an approved goal be adjusted although the cut-off of the second node is past.
   *
   * @param reason at least {@link Move#SHORTEST_COMMENT} characters
   * @throws RefusedException if the caller is not the performance office, the goal not approved, or the reason too short
   */
  @RefusalsRecorded(Act.DECIDE)
  public void open(UUID id, String reason) {
    Review review = reviews.hold(id);
    if (!review.head().formType().equals(Goal.FORM_TYPE) || !opens(review.state(), review.head().unit())) {
      throw new RefusedException(Refusal.because("move-not-yours"));
    }
    String said = TypedText.of(reason == null ? "" : reason).strip();
    if (said.length() < Move.SHORTEST_COMMENT || said.length() > LONGEST_REASON) {
      throw new RefusedException(Refusal.because("goal-opening-says-why", "least", Move.SHORTEST_COMMENT));
    }
    database.persist(new GoalOpening(id, said, Scope.current().caller(), clock.now()));
    trail.add(Record.of(Act.DECIDE, Goal.FORM_TYPE + "/" + id, review.head().title()).because(Words.chinese().say("goal.opened") + said));
    database.flush();
  }
}
