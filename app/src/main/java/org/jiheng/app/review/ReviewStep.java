package org.jiheng.app.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Caller;

/** One move that was walked: from where to where, by whom, when, why. Never changed and never deleted. */
@Entity
@Table(name = "review_step")
public class ReviewStep {

  @Id
  private UUID id;

  private UUID review;

  @Enumerated(EnumType.STRING)
  private Move move;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_state")
  private FormState from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_state")
  private FormState to;

  private int round;
  private UUID person;

  @Column(name = "person_name")
  private String personName;

  private Instant at;

  @Enumerated(EnumType.STRING)
  @Column(name = "reason_code")
  private ReturnReason reason;

  private String comment;

  protected ReviewStep() {}

  ReviewStep(Review review, Move.Offer offer, Order order, Caller by, Instant at) {
    this.id = Identifiers.next();
    this.review = review.id();
    this.move = offer.move();
    this.from = review.state();
    this.to = offer.destination();
    this.round = review.round();
    this.person = by.id();
    this.personName = by.name();
    this.at = at;
    this.reason = order.reason().orElse(null);
    this.comment = order.comment();
  }

  /** An adjustment was approved and took the place of the form. */
  static ReviewStep superseding(Review approved, Caller by, Instant at) {
    return new ReviewStep(approved, new Move.Offer(Move.ADJUST, FormState.SUPERSEDED, List.of()),
        new Order(approved.id(), approved.version(), Optional.empty(), ""), by, at);
  }

  public Move move() {
    return move;
  }

  public FormState from() {
    return from;
  }

  public FormState to() {
    return to;
  }

  public String personName() {
    return personName;
  }

  public Instant at() {
    return at;
  }

  public Optional<ReturnReason> reason() {
    return Optional.ofNullable(reason);
  }

  public String comment() {
    return comment;
  }
}
