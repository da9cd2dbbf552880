package org.jiheng.app.budget;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jiheng.app.review.Signed;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Caller;

/** A closed gate a leader opened for one project, with the reason. Never changed and never deleted. */
@Entity
@Table(name = "gate_opening")
public class GateOpening {

  @Id
  private UUID id;

  private UUID project;

  @Enumerated(EnumType.STRING)
  private Gate gate;

  private String rule;

  @Embedded
  private Signed signed;

  protected GateOpening() {}

  GateOpening(UUID project, Gate gate, String rule, String reason, Caller by, Instant at) {
    this.id = Identifiers.next();
    this.project = project;
    this.gate = gate;
    this.rule = rule;
    this.signed = new Signed(by, at, reason);
  }

  public UUID project() {
    return project;
  }

  Permission.Opened opened() {
    return new Permission.Opened(gate, rule, signed.personName(), signed.reason());
  }
}
