package org.jiheng.app.rollup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jiheng.tenants.persistence.Schemas;

/** One jurisdiction's self-evaluations of one fiscal year as figures. Recomputed whole, never added to. */
@Entity
@Table(name = "self_evaluation", schema = Schemas.ROLLUP)
@IdClass(Summary.Key.class)
public class Summary {

  /** Whose figures of which year. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    String jurisdiction;
    int fiscalYear;

    public Key() {}

    Key(String jurisdiction, int fiscalYear) {
      this.jurisdiction = jurisdiction;
      this.fiscalYear = fiscalYear;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.jurisdiction.equals(jurisdiction) && key.fiscalYear == fiscalYear;
    }

    @Override
    public int hashCode() {
      return Objects.hash(jurisdiction, fiscalYear);
    }
  }

  @Id
  String jurisdiction;

  @Id
  @Column(name = "fiscal_year")
  int fiscalYear;

  int projects;
  int forms;
  BigDecimal budget = BigDecimal.ZERO;
  BigDecimal executed = BigDecimal.ZERO;
  int approved;
  int excellent;
  int good;
  int fair;
  int poor;

  @Column(name = "below_80")
  int below80;

  @Column(name = "score_sum")
  BigDecimal scoreSum = BigDecimal.ZERO;

  @Column(name = "as_of")
  Instant asOf;

  protected Summary() {}

  Summary(String jurisdiction, int fiscalYear) {
    this.jurisdiction = jurisdiction;
    this.fiscalYear = fiscalYear;
  }
}
