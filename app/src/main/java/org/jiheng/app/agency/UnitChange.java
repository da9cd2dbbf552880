package org.jiheng.app.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Caller;

/** What was done with a unit, from which day, by whom and why. Only ever added to. */
@Entity
@Table(name = "unit_change")
public class UnitChange {

  /** Kinds of changes. */
  public enum Kind {
    ADDED,
    CHANGED,
    RENAMED,
    /** Another person is in charge. */
    RESPONSIBLE,
    MOVED,
    MERGED,
    CLOSED
  }

  @Id
  private UUID id;

  private String unit;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "on_day")
  private LocalDate onDay;

  private String before;
  private String after;
  private String successor;
  private String reason;
  private UUID person;

  @Column(name = "person_name")
  private String personName;

  private Instant at;

  protected UnitChange() {}

  /**
   * @param before what stood there; empty text for nothing
   * @param onDay first day it counts from
   */
  UnitChange(String unit, Kind kind, LocalDate onDay, String before, String after, Optional<String> successor, String reason, Caller by, Instant at) {
    this.id = Identifiers.next();
    this.unit = unit;
    this.kind = kind;
    this.onDay = onDay;
    this.before = before;
    this.after = after;
    this.successor = successor.orElse(null);
    this.reason = reason;
    this.person = by.id();
    this.personName = by.name();
    this.at = at;
  }

  public String unit() {
    return unit;
  }

  public Kind kind() {
    return kind;
  }

  public LocalDate onDay() {
    return onDay;
  }

  public String before() {
    return before;
  }

  public String after() {
    return after;
  }

  public Optional<String> successor() {
    return Optional.ofNullable(successor);
  }

  public String reason() {
    return reason;
  }

  public String personName() {
    return personName;
  }

  public Instant at() {
    return at;
  }
}
