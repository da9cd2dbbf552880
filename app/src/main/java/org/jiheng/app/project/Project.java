package org.jiheng.app.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.jiheng.app.common.Money;

/** A project of one fiscal year: the thing a unit is given money for and answers for. */
@Entity
@Table(name = "project")
public class Project {

  @Id
  private UUID id;

  private String code;
  private String name;
  private String unit;

  @Column(name = "fiscal_year")
  private int fiscalYear;

  @Column(name = "initial_budget")
  private BigDecimal initialBudget;

  @Column(name = "annual_budget")
  private BigDecimal annualBudget;

  protected Project() {}

  public UUID id() {
    return id;
  }

  /** Opaque text, up to 21 characters (DOMAIN 11.1). */
  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  /** Code of the unit that carries it out. */
  public String unit() {
    return unit;
  }

  public int fiscalYear() {
    return fiscalYear;
  }

  /** 年初预算数, yuan. */
  public Money initialBudget() {
    return new Money(initialBudget);
  }

  /** 全年预算数, after adjustment, yuan. */
  public Money annualBudget() {
    return new Money(annualBudget);
  }
}
