package org.jiheng.app.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Caller;

/** A move that was walked: which, by whom, when, why. Never changed. */
@Entity
@Table(name = "engagement_step")
public class EngagementStep {

  @Id
  private UUID id;

  private UUID engagement;

  @Enumerated(EnumType.STRING)
  private EngagementMove move;

  private UUID person;

  @Column(name = "person_name")
  private String personName;

  private Instant at;
  private String comment;

  protected EngagementStep() {}

  EngagementStep(UUID engagement, EngagementMove move, Caller by, Instant at, String comment) {
    this.id = Identifiers.next();
    this.engagement = engagement;
    this.move = move;
    this.person = by.id();
    this.personName = by.name();
    this.at = at;
    this.comment = comment;
  }

  public EngagementMove move() {
    return move;
  }

  public String personName() {
    return personName;
  }

  public Instant at() {
    return at;
  }

  /** The reason of an extension or an early end, or what was found; empty for none. */
  public String comment() {
    return comment;
  }
}
