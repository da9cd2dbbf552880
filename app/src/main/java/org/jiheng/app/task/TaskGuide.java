package org.jiheng.app.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jiheng.tenants.scope.Caller;

/** A version of what finance says to a task (S9). Only ever added to: the highest number counts. */
@Entity
@Table(name = "task_guide")
@IdClass(TaskGuide.Key.class)
public class TaskGuide {

  @Id
  private UUID task;

  @Id
  private int number;

  private String text;

  @Column(name = "by_name")
  private String byName;

  private Instant at;

  protected TaskGuide() {}

  TaskGuide(UUID task, int number, String text, Caller by, Instant at) {
    this.task = task;
    this.number = number;
    this.text = text;
    this.byName = by.name();
    this.at = at;
  }

  UUID task() {
    return task;
  }

  int number() {
    return number;
  }

  String text() {
    return text;
  }

  String byName() {
    return byName;
  }

  Instant at() {
    return at;
  }

  /** Its key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID task;
    private int number;

    protected Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && task.equals(key.task) && number == key.number;
    }

    @Override
    public int hashCode() {
      return Objects.hash(task, number);
    }
  }
}
