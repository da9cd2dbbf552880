package org.jiheng.app.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.persistence.UuidColumn;

/** What the whole prefecture knows of an engagement: which firm and lead evaluator are at work where, and on which days. */
@Entity
@Table(name = "job", schema = Schemas.PLATFORM)
public class Job {

  @Id
  private UUID engagement;

  private String jurisdiction;

  @Convert(converter = UuidColumn.class)
  private UUID firm;

  @Convert(converter = UuidColumn.class)
  @Column(name = "lead_evaluator")
  private UUID leadEvaluator;

  private LocalDate opens;
  private LocalDate closes;

  protected Job() {}

  Job(String jurisdiction, Admission admission) {
    this.engagement = admission.engagement();
    this.jurisdiction = jurisdiction;
    this.firm = admission.firm().orElse(null);
    this.leadEvaluator = admission.leadEvaluator().orElse(null);
    this.opens = admission.from();
    this.closes = admission.until();
  }

  /** Code of the jurisdiction. */
  public String jurisdiction() {
    return jurisdiction;
  }

  public LocalDate opens() {
    return opens;
  }

  /** Last day, inclusive; before {@link #opens()}: it was ended before it began. */
  public LocalDate closes() {
    return closes;
  }
}
