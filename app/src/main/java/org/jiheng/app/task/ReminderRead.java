package org.jiheng.app.task;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A person has read a reminder, and when. */
@Entity
@Table(name = "reminder_read")
@IdClass(ReminderRead.Key.class)
public class ReminderRead {

  @Id
  private UUID reminder;

  @Id
  private UUID person;

  private Instant at;

  protected ReminderRead() {}

  ReminderRead(UUID reminder, UUID person, Instant at) {
    this.reminder = reminder;
    this.person = person;
    this.at = at;
  }

  /** Its key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID reminder;
    private UUID person;

    protected Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && reminder.equals(key.reminder) && person.equals(key.person);
    }

    @Override
    public int hashCode() {
      return Objects.hash(reminder, person);
    }
  }
}
