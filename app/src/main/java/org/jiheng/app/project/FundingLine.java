package org.jiheng.app.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.tenants.persistence.Identifiers;

/**
 * Money a project asks for, is given or loses: by source, for a fiscal year, on a day, by a document. A line is never changed; one that was a
 * mistake is struck and says why, and no longer counts.
 */
@Entity
@Table(name = "funding_line")
public class FundingLine {

  @Id
  private UUID id;

  private UUID project;
  private UUID origin;

  @Column(name = "fiscal_year")
  private int fiscalYear;

  @Enumerated(EnumType.STRING)
  private FundingSource source;

  @Enumerated(EnumType.STRING)
  private FundingKind kind;

  private BigDecimal amount;

  @Column(name = "decided_on")
  private LocalDate decidedOn;

  private String document;
  private String note;

  @Enumerated(EnumType.STRING)
  private FundingDoor door = FundingDoor.HAND;

  @Column(name = "person_name")
  private String personName;

  private Instant at;

  @Column(name = "struck_at")
  private Instant struckAt;

  @Column(name = "struck_by")
  private String struckBy = "";

  @Column(name = "struck_reason")
  private String struckReason = "";

  protected FundingLine() {}

  FundingLine(UUID project, FundingEntry entry, String personName, Instant at) {
    this.id = Identifiers.next();
    this.project = project;
    this.origin = project;
    this.fiscalYear = entry.fiscalYear();
    this.source = entry.source();
    this.kind = entry.kind();
    this.amount = entry.amount().yuan();
    this.decidedOn = entry.decidedOn();
    this.document = entry.document();
    this.note = entry.note();
    this.door = entry.door();
    this.personName = personName;
    this.at = at;
  }

  /** Goes over to the project its own one was merged into; where it came from stays. */
  void goOverTo(UUID survivor) {
    project = survivor;
  }

  /** Its project is confidential now: nothing that describes it stays. */
  void neutralise() {
    document = document.isEmpty() ? "" : ProjectEntry.PLACEHOLDER;
    note = "";
    struckReason = struckReason.isEmpty() ? "" : ProjectEntry.PLACEHOLDER;
  }

  void strike(String by, Instant when, String reason) {
    struckBy = by;
    struckAt = when;
    struckReason = reason;
  }

  public FundingEntry entry() {
    return new FundingEntry(fiscalYear, source, kind, new Money(amount), decidedOn, document, note, door);
  }

  public UUID id() {
    return id;
  }

  public UUID project() {
    return project;
  }

  /** The project it was entered for; another one than {@link #project} after a merger. */
  public UUID origin() {
    return origin;
  }

  public String personName() {
    return personName;
  }

  public Instant at() {
    return at;
  }

  /** Whether it counts: it was not struck. */
  public boolean counts() {
    return struckAt == null;
  }

  public String struckBy() {
    return struckBy;
  }

  /** Why it was struck; empty text while it counts. */
  public String struckReason() {
    return struckReason;
  }
}
