package org.jiheng.app.engagement;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** A project a contract names. */
@Entity
@Table(name = "engagement_project")
@IdClass(EngagedProject.Key.class)
public class EngagedProject {

  /** Which project of which engagement. */
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

  protected EngagedProject() {}

  EngagedProject(UUID engagement, UUID project) {
    this.engagement = engagement;
    this.project = project;
  }

  public UUID project() {
    return project;
  }
}
