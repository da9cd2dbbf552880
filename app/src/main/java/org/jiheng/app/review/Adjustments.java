package org.jiheng.app.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;

/** What is approved changes only by an adjustment, a form of its own that takes its place when it is approved (DOMAIN 1.3). */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Adjustments {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  @Inject
  private Event<FormMoved> moved;

  @Inject
  private FormTrail trail;

  @Inject
  private Standings standings;

  @Inject
  private Notes notes;

  @Inject
  private Versions versions;

  /**
   * The form that is the adjustment of an approved one.
   *
   * @param begun whether it was begun just now, so that the room has to make it; a command given twice begins it once
   */
  public record Adjusted(UUID id, boolean begun) {}

  /**
   * Begins the adjustment of an approved form, which stays in force until the adjustment is approved: a form of its own whose
   * first version is the approved one, so that whoever reads it sees old and new beside each other.
   *
   * @param id of the adjustment
   * @throws RefusedException if the form is not adjusted now, or not by the caller; with every reason at once
   */
  public Adjusted adjust(Review approved, UUID id, Route route, Order order, Matter matter) {
    Optional<UUID> underway = standings.adjustmentOf(approved);
    if (underway.isPresent() && database.find(Command.class, order.key()) != null) {
      return new Adjusted(underway.get(), false);
    }
    Caller caller = Scope.current().caller();
    Instant now = clock.now();
    Move.Offer offer = standings.offered(approved, Move.ADJUST, order, standings.standing(approved, notes.of(approved, Scope.current()), matter, 0));
    Review review = new Review(id, approved, route, caller, now);
    database.persist(review);
    database.persist(FormVersion.beginning(id, versions.lastSent(approved).orElseThrow()));
    database.persist(new ReviewStep(approved, offer, order, caller, now));
    database.persist(new Command(order.key(), now));
    trail.moved(approved, FormState.APPROVED, order.said(Move.ADJUST));
    trail.begun(review);
    moved.fire(new FormMoved(id, review.head(), FormState.DRAFT, FormState.DRAFT));
    database.flush();
    return new Adjusted(id, true);
  }

  /** From now on the adjustment is in force, and what it adjusted is not: in one transaction, so that one of them always is. */
  void supersede(UUID id, Caller caller, Instant now) {
    Review approved = database.find(Review.class, id, LockModeType.PESSIMISTIC_WRITE);
    database.persist(ReviewStep.superseding(approved, caller, now));
    approved.superseded(caller, now);
    trail.moved(approved, FormState.APPROVED, Move.ADJUST + " - ");
    moved.fire(new FormMoved(id, approved.head(), FormState.APPROVED, FormState.SUPERSEDED));
  }
}
