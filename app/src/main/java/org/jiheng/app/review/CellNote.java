package org.jiheng.app.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Caller;

/**
 * A reviewer's note in the margin of a cell: written while reviewing (only the reviewer's stage sees it), opened to the
 * unit with a return or a rejection, answered by the unit in words, by changing the cell or by taking its row away.
 */
@Entity
@Table(name = "cell_note")
public class CellNote {

  /** Life of a note. */
  public enum State {
    /** Written, not sent. */
    DRAFT,
    /** Sent with a return or a rejection, waits for the unit. */
    OPEN,
    /** The unit has answered, changed the cell or taken its row away. */
    ANSWERED
  }

  @Id
  private UUID id;

  private UUID review;
  private String cell;

  @Column(name = "cell_label")
  private String cellLabel;

  private int round;

  @Enumerated(EnumType.STRING)
  private State state;

  private UUID person;

  @Column(name = "person_name")
  private String personName;

  private Instant at;

  @Enumerated(EnumType.STRING)
  @Column(name = "reason_code")
  private ReturnReason reason;

  private String text;
  private String answer;

  protected CellNote() {}

  CellNote(Review review, CellKey cell, String cellLabel, ReturnReason reason, String text, Caller by, Instant at) {
    this.id = Identifiers.next();
    this.review = review.id();
    this.cell = cell.path();
    this.cellLabel = cellLabel.length() > 200 ? cellLabel.substring(0, 200) : cellLabel;
    this.round = review.round();
    this.state = State.DRAFT;
    this.person = by.id();
    this.personName = by.name();
    this.at = at;
    this.reason = reason;
    this.text = text;
    this.answer = "";
  }

  public UUID id() {
    return id;
  }

  UUID review() {
    return review;
  }

  public CellKey cell() {
    return new CellKey(cell);
  }

  /** The cell in words as it was called when the note was written. */
  public String cellLabel() {
    return cellLabel;
  }

  public int round() {
    return round;
  }

  public State state() {
    return state;
  }

  public String personName() {
    return personName;
  }

  public boolean by(Caller caller) {
    return caller.id().equals(person);
  }

  public Instant at() {
    return at;
  }

  public ReturnReason reason() {
    return reason;
  }

  public String text() {
    return text;
  }

  /** The unit's words; empty when it answered by changing the form. */
  public String answer() {
    return answer;
  }

  /** Whether the change answers the note: it is at its cell, in its row or section, or takes the cell away. */
  boolean answeredBy(CellChange change) {
    return cell().contains(change.key()) || change.removed() && change.key().contains(cell());
  }

  void send() {
    state = State.OPEN;
  }

  void answered(String words) {
    state = State.ANSWERED;
    if (!words.isBlank()) {
      answer = words;
    }
  }
}
