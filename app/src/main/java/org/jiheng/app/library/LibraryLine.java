package org.jiheng.app.library;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.review.Refusal;
import org.jiheng.tenants.persistence.UuidColumn;

/** One version of an indicator as the caller's jurisdiction sees it, whoever's it is. Only read. */
@Entity
@Table(name = "library")
public class LibraryLine {

  @Id
  private UUID id;

  @Column(name = "entry")
  private UUID indicatorId;

  @Enumerated(EnumType.STRING)
  private LibraryLevel level;

  private String department;
  private String code;

  @Enumerated(EnumType.STRING)
  private EntryState state;

  @Column(name = "state_reason")
  private String stateReason;

  private String origin;
  private int number;
  private boolean newest;

  @Convert(converter = UuidColumn.class)
  @Column(name = "proposed_by")
  private UUID proposedBy;

  @Column(name = "version")
  private int seen;

  @Embedded
  private StoredIndicator content;

  private String reason;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  protected LibraryLine() {}

  /** Of the version; what a goal keeps. */
  public UUID id() {
    return id;
  }

  /** Of the indicator, whatever its versions. */
  public UUID entry() {
    return indicatorId;
  }

  public LibraryLevel level() {
    return level;
  }

  /** Code of the department whose it is; empty for the county's and the prefecture's. */
  public String department() {
    return department;
  }

  public String code() {
    return code;
  }

  public EntryState state() {
    return state;
  }

  /** Why it was sent back or stopped; empty otherwise. */
  public String stateReason() {
    return stateReason;
  }

  /** The goal it was proposed out of; empty for none. */
  public String origin() {
    return origin;
  }

  /** Counted from 1. */
  public int number() {
    return number;
  }

  public boolean newest() {
    return newest;
  }

  Optional<UUID> proposedBy() {
    return Optional.ofNullable(proposedBy);
  }

  /** What of the indicator was seen, for whoever changes it. */
  public int seen() {
    return seen;
  }

  public Indicator indicator() {
    return content.indicator();
  }

  /** Why there is this version; empty for the first. */
  public String reason() {
    return reason;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public String changedBy() {
    return changedBy;
  }

  /** Why it may not be newly chosen on this day; empty if it may. */
  public List<Refusal> unchoosable(LocalDate day) {
    return Choosing.refusals(code, state, indicator().from(), indicator().until(), day);
  }
}
