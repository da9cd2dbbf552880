package org.jiheng.app.task;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.calendar.Due;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.UuidColumn;
import org.jiheng.tenants.scope.Role;

/**
 * Tells people of a date that comes or is over: those who fill in a unit's forms of a task's, those of the role that has to do it of
 * another thing's. Made once of each mark, and never changed.
 */
@Entity
@Table(name = "reminder")
public class Reminder {

  private static final int LONGEST_TITLE = 200;

  @Id
  private UUID id;

  @Convert(converter = UuidColumn.class)
  private UUID task;

  @Convert(converter = UuidColumn.class)
  private UUID thing;

  @Enumerated(EnumType.STRING)
  private Role role;

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
    this.role = Role.UNIT_CLERK;
    this.form = owed.form().orElse(null);
    this.title = title;
    this.forms = forms;
    this.due = owed.deadline().due();
    this.mark = mark;
    this.madeOn = today;
    this.at = at;
  }

  /** Of what is no form of a task. */
  Reminder(Due thing, String mark, LocalDate today, Instant at) {
    this.id = Identifiers.next();
    this.thing = thing.thing();
    this.kind = thing.kind();
    this.fiscalYear = thing.fiscalYear();
    this.unit = thing.unit().orElse(null);
    this.role = thing.holder();
    this.title = thing.title().length() > LONGEST_TITLE ? thing.title().substring(0, LONGEST_TITLE) : thing.title();
    this.forms = 1;
    this.due = thing.due();
    this.mark = mark;
    this.madeOn = today;
    this.at = at;
  }

  public UUID id() {
    return id;
  }

  String mark() {
    return mark;
  }

  /** What says that it was told: of each thing, each mark of a day once. */
  String told() {
    return String.join("/", String.valueOf(task), String.valueOf(thing), String.valueOf(unit), String.valueOf(form), role.name(), due.toString(), mark);
  }

  public String kind() {
    return kind;
  }

  public int fiscalYear() {
    return fiscalYear;
  }

  /** Empty: it is the jurisdiction's own, to be done by finance. */
  public Optional<String> unit() {
    return Optional.ofNullable(unit);
  }

  /** What is to be done, if it is no form of a task. */
  public Optional<UUID> thing() {
    return Optional.ofNullable(thing);
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
