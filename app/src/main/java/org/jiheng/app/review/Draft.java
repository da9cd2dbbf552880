package org.jiheng.app.review;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What a person typed into a cell and the form could not take: no number where one belongs, or somebody else had changed
 * the cell first. Kept until the person mends or drops it, so that nothing typed is lost.
 */
@Entity
@Table(name = "draft")
@IdClass(Draft.Key.class)
public class Draft {

  /** Whose draft of which cell. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    UUID review;
    UUID person;
    String cell;

    public Key() {}

    Key(UUID review, UUID person, CellKey cell) {
      this.review = review;
      this.person = person;
      this.cell = cell.path();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.review.equals(review) && key.person.equals(person) && key.cell.equals(cell);
    }

    @Override
    public int hashCode() {
      return Objects.hash(review, person, cell);
    }
  }

  @Id
  private UUID review;

  @Id
  private UUID person;

  @Id
  private String cell;

  private String typed;
  private String seen;
  private Instant at;

  protected Draft() {}

  Draft(UUID review, UUID person, CellEdit edit, Instant at) {
    this.review = review;
    this.person = person;
    this.cell = edit.cell().path();
    retyped(edit, at);
  }

  void retyped(CellEdit edit, Instant at) {
    this.typed = edit.typed();
    this.seen = edit.seen();
    this.at = at;
  }

  UUID review() {
    return review;
  }

  public CellKey cell() {
    return new CellKey(cell);
  }

  public String typed() {
    return typed;
  }

  /** What stood in the cell when the person began to type. */
  public String seen() {
    return seen;
  }

  /** Whether somebody else's text has come into the cell meanwhile: then the person is asked which one is to stay. */
  public boolean overtaken(String now) {
    return !seen.equals(now);
  }

  public Instant at() {
    return at;
  }
}
