package org.jiheng.app.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.scope.Role;

/** A post of the registry that is bound to a part of the tree. Only read here: who holds which post is the administrators' to say. */
@Entity
@Table(name = "unit_post")
public class UnitPost {

  @Id
  private UUID id;

  @Column(name = "unit_prefix")
  private String unitPrefix;

  @Enumerated(EnumType.STRING)
  private Role role;

  private String name;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  protected UnitPost() {}

  public UUID id() {
    return id;
  }

  /** Code of the department or unit the post covers, with everything below it. */
  public String unitPrefix() {
    return unitPrefix;
  }

  public Role role() {
    return role;
  }

  /** Of the person who holds it. */
  public String name() {
    return name;
  }

  /** Whether the post has not ended by this day. */
  boolean lastsOn(LocalDate day) {
    return Optional.ofNullable(validUntil).filter(last -> last.isBefore(day)).isEmpty();
  }
}
