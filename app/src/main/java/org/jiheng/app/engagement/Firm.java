package org.jiheng.app.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.CreditCode;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.Schemas;

/** A third party (第三方机构, 财监〔2021〕4号) as the prefecture's register has it. */
@Entity
@Table(name = "firm", schema = Schemas.PLATFORM)
public class Firm {

  /**
   * What is entered of a firm.
   *
   * @param staff how many people work there
   * @param creditNumber its registration at the credit platform of the ministry of finance; empty text: not registered
   */
  public record Entry(CreditCode code, String name, FirmType type, String legalPerson, int staff, String creditNumber) {}

  @Id
  private UUID id;

  private String prefecture;
  private String name;
  private String uscc;

  @Enumerated(EnumType.STRING)
  private FirmType type;

  @Column(name = "legal_person")
  private String legalPerson;

  private int staff;

  @Column(name = "credit_number")
  private String creditNumber;

  @Column(name = "blacklisted_until")
  private LocalDate blacklistedUntil;

  @Column(name = "blacklist_reason")
  private String blacklistReason = "";

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  @Version
  private int version;

  protected Firm() {}

  Firm(String prefecture) {
    this.id = Identifiers.next();
    this.prefecture = prefecture;
  }

  void enter(Entry entry, String by, Instant at) {
    uscc = entry.code().text();
    name = entry.name();
    type = entry.type();
    legalPerson = entry.legalPerson();
    staff = entry.staff();
    creditNumber = entry.creditNumber();
    changed(by, at);
  }

  /** @param until last day, inclusive; empty: taken off the list */
  void blacklist(Optional<LocalDate> until, String reason, String by, Instant at) {
    blacklistedUntil = until.orElse(null);
    blacklistReason = until.isPresent() ? reason : "";
    changed(by, at);
  }

  private void changed(String by, Instant at) {
    changedBy = by;
    changedAt = at;
  }

  boolean isOf(String register) {
    return prefecture.equals(register);
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public CreditCode code() {
    return new CreditCode(uscc);
  }

  public Entry entry() {
    return new Entry(code(), name, type, legalPerson, staff, creditNumber);
  }

  /** Last day on the blacklist, inclusive; empty for none. */
  public Optional<LocalDate> blacklistedUntil() {
    return Optional.ofNullable(blacklistedUntil);
  }

  public String blacklistReason() {
    return blacklistReason;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public String changedBy() {
    return changedBy;
  }
}
