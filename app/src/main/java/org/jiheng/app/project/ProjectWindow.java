package org.jiheng.app.project;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * A project that an engagement opens to people from outside. It is there only while it may be: when the window ends before its
 * time, it is taken away. On which days the people themselves may come in, the membership registry says.
 */
@Entity
@Table(name = "project_window")
@IdClass(ProjectWindow.Key.class)
public class ProjectWindow {

  /** Which project by which engagement. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    UUID engagement;
    UUID project;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.engagement.equals(engagement) && key.project.equals(project);
    }

    @Override
    public int hashCode() {
      return Objects.hash(engagement, project);
    }
  }

  @Id
  private UUID engagement;

  @Id
  private UUID project;

  protected ProjectWindow() {}

  ProjectWindow(UUID engagement, UUID project) {
    this.engagement = engagement;
    this.project = project;
  }

  public UUID engagement() {
    return engagement;
  }

  public UUID project() {
    return project;
  }
}
