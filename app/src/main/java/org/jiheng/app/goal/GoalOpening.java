package org.jiheng.app.goal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Caller;

/** The performance office let the targets of an approved goal be adjusted after the cut-off, and said why (DOMAIN 3.8). */
@Entity
@Table(name = "goal_opening")
public class GoalOpening {

  @Id
  private UUID id;

  private UUID goal;
  private String reason;
  private UUID person;

  @Column(name = "person_name")
  private String personName;

  private Instant at;

  protected GoalOpening() {}

  GoalOpening(UUID goal, String reason, Caller by, Instant at) {
    this.id = Identifiers.next();
    this.goal = goal;
    this.reason = reason;
    this.person = by.id();
    this.personName = by.name();
    this.at = at;
  }
}
