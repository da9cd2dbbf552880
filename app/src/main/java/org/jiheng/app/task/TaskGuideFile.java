package org.jiheng.app.task;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** A file that goes with a version of a guide. */
@Entity
@Table(name = "task_guide_file")
@IdClass(TaskGuideFile.Key.class)
public class TaskGuideFile {

  @Id
  private UUID task;

  @Id
  private int number;

  @Id
  private UUID attachment;

  protected TaskGuideFile() {}

  TaskGuideFile(TaskGuide guide, UUID attachment) {
    this.task = guide.task();
    this.number = guide.number();
    this.attachment = attachment;
  }

  /** Its key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID task;
    private int number;
    private UUID attachment;

    protected Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && task.equals(key.task) && number == key.number && attachment.equals(key.attachment);
    }

    @Override
    public int hashCode() {
      return Objects.hash(task, number, attachment);
    }
  }
}
