package org.jiheng.app.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Caller;

/** That the budget section took a project into the budget, or allocated its money. Never changed and never deleted. */
@Entity
@Table(name = "budget_entry")
public class BudgetEntry {

  /** How far the project came. */
  public enum Step {
    /** 已入预算. */
    ENTERED,
    /** 已安排. */
    ALLOCATED
  }

  /** When money is asked for. */
  public enum Occasion {
    /** 年初预算. */
    OPENING,
    /** 年中追加. */
    SUPPLEMENT
  }

  @Id
  private UUID id;

  private UUID project;

  @Column(name = "fiscal_year")
  private int fiscalYear;

  @Enumerated(EnumType.STRING)
  private Step step;

  @Enumerated(EnumType.STRING)
  private Occasion occasion;

  private BigDecimal amount;
  private String document;
  private UUID person;

  @Column(name = "person_name")
  private String personName;

  private Instant at;

  protected BudgetEntry() {}

  BudgetEntry(UUID project, int fiscalYear, Step step, Occasion occasion, Money amount, String document, Caller by, Instant at) {
    this.id = Identifiers.next();
    this.project = project;
    this.fiscalYear = fiscalYear;
    this.step = step;
    this.occasion = occasion;
    this.amount = amount.yuan();
    this.document = document;
    this.person = by.id();
    this.personName = by.name();
    this.at = at;
  }

  public UUID project() {
    return project;
  }

  public Step step() {
    return step;
  }

  public Occasion occasion() {
    return occasion;
  }

  /** Yuan. */
  public Money amount() {
    return new Money(amount);
  }

  /** Number of the document the money was allocated by; may be empty. */
  public String document() {
    return document;
  }

  public String personName() {
    return personName;
  }
}
