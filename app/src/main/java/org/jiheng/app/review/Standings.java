package org.jiheng.app.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.scope.Scope;

/** How a form stands for the caller: what moves ask about, which cells are open, which move is offered and why another one is not. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Standings {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Overdue overdue;

  /** The adjustment of this form that is on its way. */
  Optional<UUID> adjustmentOf(Review approved) {
    return database.createQuery("select r.id from Review r where r.adjusts = :approved and r.state <> :givenUp", UUID.class)
        .setParameter("approved", approved.id()).setParameter("givenUp", FormState.CANCELLED).getResultStream().findFirst();
  }

  /** Texts of the caller's that the form could not take and that would be lost if it were sent in now. */
  static int unresolved(Map<CellKey, Draft> drafts, CellLocks locks) {
    return (int) drafts.keySet().stream().filter(locks::open).count();
  }

  static CellLocks locks(Review review, List<CellNote> notes, Matter matter) {
    List<CellKey> returned = notes.stream()
        .filter(note -> note.round() == review.round() && note.state() != CellNote.State.DRAFT)
        .map(CellNote::cell)
        .toList();
    return new CellLocks(standing(review, notes, 0, Adjustment.NONE), returned, matter.dependence());
  }

  /** @param unresolved texts of the caller's that count as problems, too */
  Standing standing(Review review, List<CellNote> notes, Matter matter, int unresolved) {
    return standing(review, notes, matter.problems() + unresolved, adjustment(review, matter));
  }

  private Adjustment adjustment(Review review, Matter matter) {
    List<Refusal> against = new ArrayList<>(matter.againstAdjusting());
    if (matter.adjusted() && review.state() == FormState.APPROVED && adjustmentOf(review).isPresent()) {
      against.add(Refusal.because("adjustment-underway"));
    }
    return new Adjustment(matter.adjusted(), against, review.adjusts().isPresent());
  }

  static Standing standing(Review review, List<CellNote> notes, int problems, Adjustment adjustment) {
    Scope scope = Scope.current();
    int unanswered = (int) notes.stream().filter(note -> note.state() == CellNote.State.OPEN).count();
    int unsent = (int) notes.stream().filter(note -> note.state() == CellNote.State.DRAFT).count();
    return new Standing(scope.caller(), review.state(), review.route(), review.head().unit(), review.sentFrom(), review.opened(),
        review.sentBy(scope.caller()), problems, unanswered, unsent, scope.readOnly(), adjustment);
  }

  /** The move as it is offered. @throws RefusedException if it is not, or not allowed, or the form has changed since it was seen */
  Move.Offer offered(Review review, Move move, Order order, Standing standing) {
    // somebody who looked at the form has changed its version, but nothing a withdrawal would overwrite: that one is told why
    if (move != Move.WITHDRAW && version(review) != order.seenVersion()) {
      throw new RefusedException(new Refusal("changed-meanwhile", Map.of("by", review.changedBy(), "at", review.changedAt().toString())));
    }
    Move.Offer offer = overdue.offers(review, standing).stream()
        .filter(one -> one.move() == move)
        .findFirst()
        .orElseThrow(() -> new RefusedException(Refusal.because("move-not-yours")));
    if (!offer.allowed()) {
      throw new RefusedException(offer.refusals());
    }
    if (move.needsReason() && (order.reason().isEmpty() || order.comment().length() < Move.SHORTEST_COMMENT)) {
      throw new RefusedException(Refusal.because("reason-missing", "least", Move.SHORTEST_COMMENT));
    }
    if (move.needsComment() && order.comment().length() < Move.SHORTEST_COMMENT) {
      throw new RefusedException(Refusal.because("adjustment-says-why", "least", Move.SHORTEST_COMMENT));
    }
    return offer;
  }

  /** The version field as the database will have it: waiting changes are written first. */
  int version(Review review) {
    database.flush();
    return review.version();
  }
}
