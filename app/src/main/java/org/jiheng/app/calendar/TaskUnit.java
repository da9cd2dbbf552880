package org.jiheng.app.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A department or unit a task was issued for, with everything below it. Of one kind and year, no unit is named by two tasks. */
@Embeddable
public class TaskUnit {

  private String prefix;

  @Column(name = "fiscal_year")
  private int fiscalYear;

  @Column(name = "form_type")
  private String kind;

  private boolean live;

  protected TaskUnit() {}

  TaskUnit(Task task, String prefix, boolean live) {
    this.prefix = prefix;
    this.fiscalYear = task.fiscalYear();
    this.kind = task.formType();
    this.live = live;
  }

  String prefix() {
    return prefix;
  }
}
