package org.jiheng.app.transfer;

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

/** Why a transfer went down without its goals, who approved it, and until when they have to follow (S19, Q14). */
@Entity
@Table(name = "fund_exemption")
public class FundExemption {

  /** The only grounds there are. */
  public enum Kind {
    /** 应急. */
    EMERGENCY,
    /** 救灾. */
    DISASTER
  }

  @Id
  private UUID document;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String reason;
  private String approver;
  private Instant at;

  @Column(name = "from_above")
  private boolean fromAbove;

  @Column(name = "determined_on")
  private LocalDate determinedOn;

  @Column(name = "goals_due")
  private LocalDate goalsDue;

  @Column(name = "goals_on")
  private LocalDate goalsOn;

  protected FundExemption() {}

  FundExemption(UUID document, Kind kind, String reason, String approver, Instant at, boolean fromAbove) {
    this.document = document;
    this.kind = kind;
    this.reason = reason;
    this.approver = approver;
    this.at = at;
    this.fromAbove = fromAbove;
  }

  /** As long as nobody has determined the project, this is the last day for the goals. */
  void dueUntilDetermined(LocalDate day) {
    goalsDue = day;
  }

  void determined(LocalDate day, LocalDate due) {
    determinedOn = day;
    goalsDue = due;
  }

  void goalsFollowed(LocalDate day) {
    goalsOn = day;
  }

  public UUID document() {
    return document;
  }

  public Kind kind() {
    return kind;
  }

  public String reason() {
    return reason;
  }

  public String approver() {
    return approver;
  }

  public Instant at() {
    return at;
  }

  /** Whether it came with the document from above. */
  public boolean fromAbove() {
    return fromAbove;
  }

  public Optional<LocalDate> determinedOn() {
    return Optional.ofNullable(determinedOn);
  }

  /** Last day for the goals, a provisional one until the project is determined; empty before anything was sent. */
  public Optional<LocalDate> goalsDue() {
    return Optional.ofNullable(goalsDue);
  }

  /** The day the goals went down after all; empty while they are owed. */
  public Optional<LocalDate> goalsOn() {
    return Optional.ofNullable(goalsOn);
  }
}
