package org.jiheng.app.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.UuidColumn;
import org.jiheng.tenants.scope.Caller;

/** The performance office lets late forms be sent in after all: one form, or all of a unit, until a day, with a reason. Never changed. */
@Entity
@Table(name = "reopening")
public class Reopening {

  @Id
  private UUID id;

  @Column(name = "form_type")
  private String kind;

  @Column(name = "fiscal_year")
  private int fiscalYear;

  private String unit;

  @Convert(converter = UuidColumn.class)
  private UUID form;

  private LocalDate until;
  private String reason;
  private UUID person;

  @Column(name = "person_name")
  private String personName;

  private Instant at;

  protected Reopening() {}

  /**
   * @param unit the form's, or the one all of whose forms are meant, with what is below it
   * @param form empty for all forms of the unit
   * @param until last day, inclusive
   */
  public Reopening(String kind, int fiscalYear, String unit, Optional<UUID> form, LocalDate until, String reason, Caller by, Instant at) {
    this.id = Identifiers.next();
    this.kind = kind;
    this.fiscalYear = fiscalYear;
    this.unit = unit;
    this.form = form.orElse(null);
    this.until = until;
    this.reason = reason;
    this.person = by.id();
    this.personName = by.name();
    this.at = at;
  }

  /** The same of another unit, which goes on with the work of this one. */
  public Reopening goingOn(String successor, Caller by, Instant now) {
    return new Reopening(kind, fiscalYear, successor, Optional.empty(), until, reason, by, now);
  }

  public UUID id() {
    return id;
  }

  public String kind() {
    return kind;
  }

  public int fiscalYear() {
    return fiscalYear;
  }

  /** Whether it is about this form. */
  public boolean opens(FormOf one) {
    return kind.equals(one.kind()) && fiscalYear == one.fiscalYear() && (form == null ? one.unit().startsWith(unit) : form.equals(one.id()));
  }

  public LocalDate until() {
    return until;
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
