package org.jiheng.app.disclosure;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.UuidColumn;
import org.jiheng.tenants.scope.Caller;

/**
 * A form that was approved and has to be published: its unit proposes what of it may be seen, somebody else reviews that, and then the
 * unit writes down where and when it was published (DOMAIN 10.1).
 */
@Entity
@Table(name = "publication_duty")
public class PublicationDuty {

  @Id
  private UUID id;

  private UUID form;

  @Enumerated(EnumType.STRING)
  private DutyKind kind;

  @Column(name = "arose_on")
  private LocalDate aroseOn;

  private LocalDate due;

  @Enumerated(EnumType.STRING)
  private DutyState state = DutyState.OPEN;

  @Enumerated(EnumType.STRING)
  private Secrecy secrecy;

  @Column(name = "secrecy_why")
  private String secrecyWhy = "";

  @Convert(converter = UuidColumn.class)
  private UUID proposer;

  @Column(name = "proposer_name")
  private String proposerName = "";

  @Convert(converter = UuidColumn.class)
  private UUID reviewer;

  @Column(name = "reviewer_name")
  private String reviewerName = "";

  @Column(name = "published_on")
  private LocalDate publishedOn;

  private String place = "";
  private String address = "";

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version
  private int version;

  protected PublicationDuty() {}

  PublicationDuty(UUID form, DutyKind kind, LocalDate aroseOn, LocalDate due, Instant at) {
    this.id = Identifiers.next();
    this.form = form;
    this.kind = kind;
    this.aroseOn = aroseOn;
    this.due = due;
    this.changedAt = at;
  }

  public UUID id() {
    return id;
  }

  public UUID form() {
    return form;
  }

  public DutyKind kind() {
    return kind;
  }

  public LocalDate aroseOn() {
    return aroseOn;
  }

  /** Last day, inclusive. */
  public LocalDate due() {
    return due;
  }

  public DutyState state() {
    return state;
  }

  /** What may be published; empty before anybody has said it. */
  public Optional<Secrecy> secrecy() {
    return Optional.ofNullable(secrecy);
  }

  public String secrecyWhy() {
    return secrecyWhy;
  }

  /** Null while nobody has proposed. */
  UUID proposer() {
    return proposer;
  }

  public String proposerName() {
    return proposerName;
  }

  public String reviewerName() {
    return reviewerName;
  }

  public Optional<LocalDate> publishedOn() {
    return Optional.ofNullable(publishedOn);
  }

  /** Where it was published; empty before. */
  public String place() {
    return place;
  }

  /** Its address in the web; empty if it has none. */
  public String address() {
    return address;
  }

  public Instant changedAt() {
    return changedAt;
  }

  void propose(Secrecy level, String why, Caller by, Instant at) {
    state = DutyState.PROPOSED;
    secrecy = level;
    secrecyWhy = why;
    proposer = by.id();
    proposerName = by.name();
    changedAt = at;
  }

  void agree(Caller by, Instant at) {
    state = secrecy == Secrecy.CLOSED ? DutyState.WITHHELD : DutyState.REVIEWED;
    reviewer = by.id();
    reviewerName = by.name();
    changedAt = at;
  }

  void refuse(Instant at) {
    state = DutyState.OPEN;
    changedAt = at;
  }

  void superseded(Instant at) {
    state = DutyState.SUPERSEDED;
    changedAt = at;
  }

  void published(LocalDate on, String where, String url, Instant at) {
    state = DutyState.PUBLISHED;
    publishedOn = on;
    place = where;
    address = url;
    changedAt = at;
  }
}
