package org.jiheng.app.review;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.persistence.UuidColumn;
import org.jiheng.tenants.scope.Caller;

/**
 * The life of one form: it is drafted by a unit, sent along its route from desk to desk, perhaps returned for single
 * cells and sent again, and in the end approved or rejected (DOMAIN 1.3). Carries the identifier of the form it is the
 * life of.
 */
@Entity
@Table(name = "review")
public class Review {

  @Id
  private UUID id;

  @Column(name = "form_type")
  private String formType;

  private String title;
  private String unit;

  @Column(name = "fiscal_year")
  private int fiscalYear;

  @Convert(converter = UuidColumn.class)
  private UUID project;

  private String route;

  @Enumerated(EnumType.STRING)
  private FormState state;

  private int round;

  @Enumerated(EnumType.STRING)
  @Column(name = "sent_from")
  private FormState sentFrom = FormState.DRAFT;

  private boolean opened;

  @Convert(converter = UuidColumn.class)
  @Column(name = "submitted_by")
  private UUID submittedBy;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  @Convert(converter = UuidColumn.class)
  private UUID adjusts;

  @Version
  private int version;

  protected Review() {}

  Review(UUID id, FormHead head, Route route, Caller by, Instant at) {
    this.id = id;
    this.formType = head.formType();
    this.title = head.title();
    this.unit = head.unit();
    this.fiscalYear = head.fiscalYear();
    this.project = head.project().orElse(null);
    this.route = route.toString();
    this.state = FormState.DRAFT;
    touched(by, at);
  }

  /** The adjustment of an approved form. */
  Review(UUID id, Review approved, Route route, Caller by, Instant at) {
    this(id, approved.head(), route, by, at);
    this.adjusts = approved.id;
  }

  public UUID id() {
    return id;
  }

  /** The approved form this one is to take the place of; empty for a form begun from nothing. */
  public Optional<UUID> adjusts() {
    return Optional.ofNullable(adjusts);
  }

  public FormHead head() {
    return new FormHead(formType, title, unit, fiscalYear, Optional.ofNullable(project));
  }

  public Route route() {
    return Route.parse(route);
  }

  public FormState state() {
    return state;
  }

  /** How many times the form has been sent in; notes of a return or a rejection belong to the round they were made in. */
  public int round() {
    return round;
  }

  /** The state the form was in when it was last sent in: there a withdrawal leads. */
  FormState sentFrom() {
    return sentFrom;
  }

  public boolean opened() {
    return opened;
  }

  public boolean sentBy(Caller caller) {
    return caller.id().equals(submittedBy);
  }

  public Instant changedAt() {
    return changedAt;
  }

  public String changedBy() {
    return changedBy;
  }

  int version() {
    return version;
  }

  void lookedAt() {
    opened = true;
  }

  /** Writes down that the form itself was changed, now and by this person. */
  void touched(Caller by, Instant at) {
    changedAt = at;
    changedBy = by.name();
  }

  /** Walks a move that was offered and allowed. */
  void walk(Move.Offer offer, Caller by, Instant at) {
    switch (offer.move()) {
      case SUBMIT -> {
        round++;
        sentFrom = state;
        submittedBy = by.id();
      }
      case WITHDRAW -> round--;
      case PASS, RETURN, REJECT, BEGIN_AGAIN, ADJUST, GIVE_UP -> { }
    }
    state = offer.destination();
    opened = false;
    touched(by, at);
  }

  /** An adjustment of it was approved. @throws IllegalStateException if it was not in force */
  void superseded(Caller by, Instant at) {
    if (state != FormState.APPROVED) {
      throw new IllegalStateException("only what is in force is superseded, not what is " + state);
    }
    state = FormState.SUPERSEDED;
    touched(by, at);
  }
}
