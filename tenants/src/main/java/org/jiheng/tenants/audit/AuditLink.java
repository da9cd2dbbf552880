package org.jiheng.tenants.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Chains one entry to the one before. Never changed. */
@Entity
@Table(name = "audit_link")
public class AuditLink {

  @Id
  private long number;

  @ManyToOne(optional = false)
  @JoinColumn(name = "entry")
  private AuditEntry entry;

  private String previous;
  private String digest;

  protected AuditLink() {}

  AuditLink(long number, AuditEntry entry, String previous) {
    this.number = number;
    this.entry = entry;
    this.previous = previous;
    this.digest = Chain.digest(previous, number, entry.fields());
  }

  public long number() {
    return number;
  }

  public AuditEntry entry() {
    return entry;
  }

  String previous() {
    return previous;
  }

  public String digest() {
    return digest;
  }

  Chain.Link forVerification() {
    return new Chain.Link(number, entry.fields(), previous, digest);
  }
}
