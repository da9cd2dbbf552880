package org.jiheng.tenants.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;

/** What following the chain has once shown. Kept beside the chain, so that a later, shorter or other one is noticed. Never changed. */
@Entity
@Table(name = "audit_check")
public class AuditCheck {

  @Id
  private UUID id;

  @Column(insertable = false)
  private Instant at;

  @Column(name = "by_whom")
  private String byWhom;

  private long followed;
  private String head;
  private Long broken;

  @Enumerated(EnumType.STRING)
  private Fault fault;

  protected AuditCheck() {}

  AuditCheck(String byWhom, long followed, String head, Optional<Chain.Broken> broken) {
    this.id = Identifiers.next();
    this.byWhom = byWhom;
    this.followed = followed;
    this.head = head;
    this.broken = broken.map(Chain.Broken::number).orElse(null);
    this.fault = broken.map(Chain.Broken::fault).orElse(null);
  }

  /** By the database's clock. */
  public Instant at() {
    return at;
  }

  public String byWhom() {
    return byWhom;
  }

  /** How many links were sound, from the first on. */
  public long followed() {
    return followed;
  }

  /** Digest of the last of them. */
  public String head() {
    return head;
  }

  public Optional<Chain.Broken> broken() {
    return Optional.ofNullable(broken).map(number -> new Chain.Broken(number, fault));
  }
}
