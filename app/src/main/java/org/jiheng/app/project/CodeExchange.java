package org.jiheng.app.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;

/** A code that was exchanged for another one, for all years of the project at once. Only ever added to. */
@Entity
@Table(name = "project_code")
public class CodeExchange {

  @Id
  private UUID id;

  @Column(name = "old_code")
  private String oldCode;

  @Column(name = "new_code")
  private String newCode;

  @Column(name = "on_day")
  private LocalDate onDay;

  private String reason;

  @Column(name = "person_name")
  private String personName;

  private Instant at;

  protected CodeExchange() {}

  CodeExchange(String oldCode, String newCode, LocalDate onDay, String reason, String personName, Instant at) {
    this.id = Identifiers.next();
    this.oldCode = oldCode;
    this.newCode = newCode;
    this.onDay = onDay;
    this.reason = reason;
    this.personName = personName;
    this.at = at;
  }

  public String oldCode() {
    return oldCode;
  }

  public String newCode() {
    return newCode;
  }

  public LocalDate onDay() {
    return onDay;
  }

  public String reason() {
    return reason;
  }

  public String personName() {
    return personName;
  }

  public Instant at() {
    return at;
  }
}
