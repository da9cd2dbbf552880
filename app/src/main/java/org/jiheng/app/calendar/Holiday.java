package org.jiheng.app.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A day that is not what the weekday says: a public or local holiday, or a weekend day worked instead. */
@Entity
@Table(name = "holiday")
public class Holiday {

  @Id
  private LocalDate day;

  private String name;
  private boolean working;

  protected Holiday() {}

  public Holiday(SpecialDay special) {
    this.day = special.day();
    says(special);
  }

  /** Says something else of the same day. */
  public void says(SpecialDay special) {
    this.name = special.name();
    this.working = special.working();
  }

  public LocalDate day() {
    return day;
  }

  public String name() {
    return name;
  }

  public boolean working() {
    return working;
  }

  public SpecialDay special() {
    return new SpecialDay(day, name, working);
  }
}
