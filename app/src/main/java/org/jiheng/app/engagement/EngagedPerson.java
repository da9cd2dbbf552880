package org.jiheng.app.engagement;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Somebody a contract names: only these people come in by it. */
@Entity
@Table(name = "engagement_person")
@IdClass(EngagedPerson.Key.class)
public class EngagedPerson {

  /** Who by which engagement. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    UUID engagement;
    UUID person;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.engagement.equals(engagement) && key.person.equals(person);
    }

    @Override
    public int hashCode() {
      return Objects.hash(engagement, person);
    }
  }

  @Id
  private UUID engagement;

  @Id
  private UUID person;

  private String name;

  protected EngagedPerson() {}

  EngagedPerson(UUID engagement, UUID person, String name) {
    this.engagement = engagement;
    this.person = person;
    this.name = name;
  }

  public UUID person() {
    return person;
  }

  public String name() {
    return name;
  }
}
