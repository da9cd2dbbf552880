package org.jiheng.app.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A task the performance office has issued: a kind of form for a fiscal year, from when, until when. */
@Entity
@Table(name = "task")
public class Task {

  @Id
  private UUID id;

  @Column(name = "fiscal_year")
  private int fiscalYear;

  @Column(name = "form_type")
  private String formType;

  private String title;
  private LocalDate opens;
  private LocalDate due;

  protected Task() {}

  public int fiscalYear() {
    return fiscalYear;
  }

  public String formType() {
    return formType;
  }

  public String title() {
    return title;
  }

  public LocalDate opens() {
    return opens;
  }

  /** Last day on time, inclusive, as it was issued; whether it is a workday is asked by {@link Deadline}. */
  public LocalDate due() {
    return due;
  }
}
