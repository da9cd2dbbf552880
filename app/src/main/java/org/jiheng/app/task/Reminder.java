package org.jiheng.app.task;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.UuidColumn;

/** Tells the people who fill in a unit's forms of a date that comes or is over. Made once of each mark, and never changed. */
@Entity
@Table(name = "reminder")
public class Reminder {

  @Id
  private UUID id;

  private UUID task;

  @Column(name = "form_type")
  private String kind;

  @Column(name = "fiscal_year")
  private int fiscalYear;

  private String unit;

  @Convert(converter = UuidColumn.class)
  private UUID form;

  private String title;
  private int forms;
  private LocalDate due;
  private String mark;

  @Column(name = "made_on")
  private LocalDate madeOn;

  private Instant at;

  protected Reminder() {}

  /**
   * @param title of the form, or of the task when nobody has begun one
   * @param forms how many are meant
   */
  Reminder(Owed owed, String title, int forms, String mark, LocalDate today, Instant at) {
    this.id = Identifiers.next();
    this.task = owed.task().id();
    this.kind = owed.task().formType();
    this.fiscalYear = owed.task().fiscalYear();
    this.unit = owed.unit();
    this.form = owed.form().orElse(null);
    this.title = title;
    this.forms = forms;
    this.due = owed.deadline().due();
    this.mark = mark;
    this.madeOn = today;
    this.at = at;
  }

  public UUID id() {
    return id;
  }

  UUID task() {
    return task;
  }

  String mark() {
    return mark;
  }

  public String kind() {
    return kind;
  }

  public int fiscalYear() {
    return fiscalYear;
  }

  public String unit() {
    return unit;
  }

  /** Empty when nobody has begun one. */
  public Optional<UUID> form() {
    return Optional.ofNullable(form);
  }

  public String title() {
    return title;
  }

  /** How many forms are meant. */
  public int forms() {
    return forms;
  }

  public LocalDate due() {
    return due;
  }

  /** Calendar days there were left on the day it was made; negative when it was over. */
  public long daysLeft() {
    return ChronoUnit.DAYS.between(madeOn, due);
  }

  public Instant at() {
    return at;
  }
}
