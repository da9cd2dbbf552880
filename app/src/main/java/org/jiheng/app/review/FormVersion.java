package org.jiheng.app.review;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jiheng.tenants.persistence.JsonColumn;

/**
 * A form as it was when it was sent in, with what was computed from it and the parameters it was computed with. Never
 * changed: whoever recomputes from it gets the same figures.
 */
@Entity
@Table(name = "form_version")
@IdClass(FormVersion.Key.class)
public class FormVersion {

  /** Which version of which form. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    UUID review;
    int number;

    public Key() {}

    Key(UUID review, int number) {
      this.review = review;
      this.number = number;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.number == number && key.review.equals(review);
    }

    @Override
    public int hashCode() {
      return review.hashCode() * 31 + number;
    }
  }

  @Id
  private UUID review;

  @Id
  private int number;

  @Convert(converter = JsonColumn.class)
  private String cells;

  @Convert(converter = JsonColumn.class)
  private String outcome;

  @Convert(converter = JsonColumn.class)
  private String parameters;

  private String digest;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "made_by")
  private String madeBy;

  protected FormVersion() {}

  FormVersion(UUID review, int number, Snapshot snapshot, String by, Instant at) {
    this.review = review;
    this.number = number;
    this.cells = snapshot.cells().toJson();
    this.outcome = snapshot.outcomeJson();
    this.parameters = snapshot.parametersJson();
    this.digest = snapshot.cells().digest();
    this.madeAt = at;
    this.madeBy = by;
  }

  /** What an adjustment begins from: the version that was approved, as the first one of the new form. */
  static FormVersion beginning(UUID review, FormVersion approved) {
    FormVersion first = new FormVersion();
    first.review = review;
    first.number = 1;
    first.cells = approved.cells;
    first.outcome = approved.outcome;
    first.parameters = approved.parameters;
    first.digest = approved.digest;
    first.madeAt = approved.madeAt;
    first.madeBy = approved.madeBy;
    return first;
  }

  /** Counted from 1. */
  public int number() {
    return number;
  }

  public Cells cells() {
    return Cells.fromJson(cells);
  }

  public String outcomeJson() {
    return outcome;
  }

  public String parametersJson() {
    return parameters;
  }

  public String digest() {
    return digest;
  }

  public Instant madeAt() {
    return madeAt;
  }

  public String madeBy() {
    return madeBy;
  }
}
