package org.jiheng.app.transfer;

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

/** Something that has to follow: goals after an exemption (S19), an adjustment after a change above (DOMAIN 7.3), money to be taken back. */
@Entity
@Table(name = "fund_task")
public class FundTask {

  /** What has to follow. */
  public enum Kind {
    ADJUST,
    ADD_GOALS,
    /** After a withdrawal. */
    TAKE_BACK
  }

  @Id
  private UUID id;

  private UUID document;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String reason;
  private Instant since;
  private LocalDate due;

  @jakarta.persistence.Column(name = "done_on")
  private LocalDate doneOn;

  protected FundTask() {}

  FundTask(UUID document, Kind kind, String reason, Instant since, Optional<LocalDate> due) {
    this.id = Identifiers.next();
    this.document = document;
    this.kind = kind;
    this.reason = reason;
    this.since = since;
    this.due = due.orElse(null);
  }

  void dueOn(LocalDate day) {
    due = day;
  }

  void done(LocalDate day) {
    doneOn = day;
  }

  UUID document() {
    return document;
  }

  public Kind kind() {
    return kind;
  }

  public String reason() {
    return reason;
  }

  public Instant since() {
    return since;
  }

  /** Empty while nobody can say. */
  public Optional<LocalDate> due() {
    return Optional.ofNullable(due);
  }

  /** Empty while it is open. */
  public Optional<LocalDate> doneOn() {
    return Optional.ofNullable(doneOn);
  }
}
