package org.jiheng.app.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;

/** A lead evaluator (主评人) of a firm: signs its reports and answers for them (财监〔2021〕4号). */
@Entity
@Table(name = "lead_evaluator", schema = Schemas.PLATFORM)
public class LeadEvaluator {

  @Id
  private UUID id;

  private UUID firm;
  private String name;
  private String qualification;

  @Column(name = "in_business_since")
  private LocalDate inBusinessSince;

  @Column(name = "left_on")
  private LocalDate leftOn;

  protected LeadEvaluator() {}

  LeadEvaluator(UUID firm, String name, String qualification, LocalDate inBusinessSince) {
    this.id = Identifiers.next();
    this.firm = firm;
    this.name = name;
    this.qualification = qualification;
    this.inBusinessSince = inBusinessSince;
  }

  public UUID id() {
    return id;
  }

  public UUID firm() {
    return firm;
  }

  public String name() {
    return name;
  }

  /** Title or professional qualification, in words. */
  public String qualification() {
    return qualification;
  }

  public LocalDate inBusinessSince() {
    return inBusinessSince;
  }

  public boolean active() {
    return leftOn == null;
  }

  void leave(LocalDate day) {
    leftOn = day;
  }
}
