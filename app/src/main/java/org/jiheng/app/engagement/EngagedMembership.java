package org.jiheng.app.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;
import org.jiheng.tenants.scope.Role;

/** A line of the membership registry that comes by an engagement. The database shows no other lines here. */
@Entity
@Table(name = "membership", schema = Schemas.PLATFORM)
public class EngagedMembership {

  @Id
  private UUID id;

  private UUID person;
  private String jurisdiction;

  @Column(name = "unit_prefix")
  private String unitPrefix = "";

  @Enumerated(EnumType.STRING)
  private Role role;

  @Column(name = "valid_from")
  private LocalDate from;

  @Column(name = "valid_until")
  private LocalDate until;

  private UUID engagement;

  protected EngagedMembership() {}

  EngagedMembership(String jurisdiction, UUID person, Admission admission) {
    this.id = Identifiers.next();
    this.jurisdiction = jurisdiction;
    this.person = person;
    this.role = admission.role();
    this.engagement = admission.engagement();
    this.from = admission.from();
    this.until = admission.until();
  }

  UUID person() {
    return person;
  }

  void lasts(LocalDate last) {
    until = last.isBefore(from) ? from.minusDays(1) : last;
  }
}
