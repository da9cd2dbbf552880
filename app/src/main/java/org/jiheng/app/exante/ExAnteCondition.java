package org.jiheng.app.exante;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.UuidColumn;
import org.jiheng.tenants.scope.Caller;

/**
 * A condition of a part support (补齐先决条件): the unit reports that it is met, with evidence; finance closes it, never without, or gives
 * it back with an answer. Until all are closed the budget waits (Q11).
 */
@Entity
@Table(name = "exante_condition")
public class ExAnteCondition {

  /** Life of a condition. */
  public enum State {
    OPEN,
    /** The unit says it is met. */
    REPORTED,
    CLOSED
  }

  @Id
  private UUID id;

  private UUID evaluation;
  private int position;
  private String text;
  private LocalDate due;
  private String responsible;

  @Enumerated(EnumType.STRING)
  private State state;

  private String report = "";

  @Convert(converter = UuidColumn.class)
  private UUID evidence;

  @Column(name = "reported_on")
  private LocalDate reportedOn;

  @Column(name = "reported_by")
  private String reportedBy = "";

  private String answer = "";

  @Column(name = "closed_on")
  private LocalDate closedOn;

  @Column(name = "closed_by")
  private String closedBy = "";

  @Version
  private int version;

  protected ExAnteCondition() {}

  ExAnteCondition(UUID evaluation, int position, Concluding.Wanted wanted) {
    this.id = Identifiers.next();
    this.evaluation = evaluation;
    this.position = position;
    this.text = wanted.text();
    this.due = wanted.due();
    this.responsible = wanted.responsible();
    this.state = State.OPEN;
  }

  void reported(String words, UUID file, Caller by, LocalDate today) {
    state = State.REPORTED;
    report = words;
    evidence = file;
    reportedBy = by.name();
    reportedOn = today;
  }

  void closed(String words, Caller by, LocalDate today) {
    state = State.CLOSED;
    answer = words;
    closedBy = by.name();
    closedOn = today;
  }

  /** Finance does not think it is met. */
  void givenBack(String words) {
    state = State.OPEN;
    answer = words;
  }

  public UUID id() {
    return id;
  }

  public UUID evaluation() {
    return evaluation;
  }

  public int position() {
    return position;
  }

  public String text() {
    return text;
  }

  public LocalDate due() {
    return due;
  }

  public String responsible() {
    return responsible;
  }

  public State state() {
    return state;
  }

  /** The unit's words; empty before it reports. */
  public String report() {
    return report;
  }

  /** The file that came with them. */
  public Optional<UUID> evidence() {
    return Optional.ofNullable(evidence);
  }

  public Optional<LocalDate> reportedOn() {
    return Optional.ofNullable(reportedOn);
  }

  public String reportedBy() {
    return reportedBy;
  }

  /** Finance's words; empty before it answers. */
  public String answer() {
    return answer;
  }

  public Optional<LocalDate> closedOn() {
    return Optional.ofNullable(closedOn);
  }

  public String closedBy() {
    return closedBy;
  }

  public boolean overdue(LocalDate today) {
    return state != State.CLOSED && due.isBefore(today);
  }
}
