package org.jiheng.app.engagement;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.Reasoned;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.JsonColumn;
import org.jiheng.tenants.persistence.UuidColumn;
import org.jiheng.tenants.scope.Caller;

/**
 * A contract with a third party or a call of experts (财监〔2021〕4号, 财预〔2021〕6号): it is registered, the declaration of
 * independence is filed, the conflict check passes, the window is opened; it closes by itself on its last day. Holds what has
 * happened; where it stands is derived from that and the business date.
 */
@Entity
@Table(name = "engagement")
public class Engagement {

  private static final Jsonb JSON = JsonbBuilder.create();

  @Id
  private UUID id;

  @Column(name = "contract_number")
  private String contractNumber;

  @Column(name = "procurement_number")
  private String procurementNumber;

  @Enumerated(EnumType.STRING)
  private EngagementKind kind;

  @Convert(converter = UuidColumn.class)
  private UUID firm;

  @Column(name = "firm_name")
  private String firmName = "";

  @Column(name = "firm_uscc")
  private String firmCode = "";

  @Convert(converter = UuidColumn.class)
  @Column(name = "lead_evaluator")
  private UUID leadEvaluator;

  @Column(name = "lead_name")
  private String leadName = "";

  private String client;

  @Column(name = "client_unit")
  private String clientUnit;

  private LocalDate opens;
  private LocalDate closes;

  @Column(name = "report_from")
  private LocalDate reportFrom;

  @Column(name = "report_until")
  private LocalDate reportUntil;

  private LocalDate acceptance;

  @Column(name = "grace_days")
  private int graceDays;

  @Column(name = "declared_on")
  private LocalDate declaredOn;

  @Convert(converter = UuidColumn.class)
  private UUID declaration;

  @Column(name = "checked_on")
  private LocalDate checkedOn;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  @Convert(converter = JsonColumn.class)
  private String findings;

  @Column(name = "granted_on")
  private LocalDate grantedOn;

  @Column(name = "accepted_on")
  private LocalDate acceptedOn;

  @Column(name = "ended_on")
  private LocalDate endedOn;

  @Version
  private int version;

  /** In the shape in which they are kept. */
  public static final class Findings {
    public List<Reason> reasons;
  }

  protected Engagement() {}

  Engagement(Terms terms, Optional<Firm> firm, Optional<LeadEvaluator> lead, int graceDays) {
    this.id = Identifiers.next();
    agree(terms, firm, lead, graceDays);
  }

  /** Takes over what the contract says. A declaration and a check made before were made for what it said then. */
  void agree(Terms terms, Optional<Firm> firm, Optional<LeadEvaluator> lead, int graceDays) {
    contractNumber = terms.contractNumber();
    procurementNumber = terms.procurementNumber();
    kind = terms.kind();
    this.firm = firm.map(Firm::id).orElse(null);
    firmName = firm.map(Firm::name).orElse("");
    firmCode = firm.map(one -> one.code().text()).orElse("");
    leadEvaluator = lead.map(LeadEvaluator::id).orElse(null);
    leadName = lead.map(LeadEvaluator::name).orElse("");
    client = terms.client();
    clientUnit = terms.clientUnit().orElse(null);
    opens = terms.opens();
    closes = terms.closes();
    reportFrom = terms.reportFrom();
    reportUntil = terms.reportUntil();
    acceptance = terms.acceptance();
    this.graceDays = graceDays;
    verdict = null;
    findings = null;
    checkedOn = null;
    declaredOn = null;
    declaration = null;
  }

  void declared(UUID attachment, LocalDate today) {
    declaration = attachment;
    declaredOn = today;
  }

  void checked(Reasoned<Verdict> found, LocalDate today) {
    Findings kept = new Findings();
    kept.reasons = found.reasons();
    verdict = found.value().orElseThrow();
    findings = JSON.toJson(kept);
    checkedOn = today;
  }

  void granted(LocalDate today) {
    grantedOn = today;
  }

  void extended(Extension extension) {
    closes = extension.closes();
    reportUntil = extension.reportUntil();
  }

  /** The last report is accepted: access ends some days later, if it would not end before. */
  void accepted(LocalDate today) {
    acceptedOn = today;
    acceptance = today;
    LocalDate last = today.plusDays(graceDays);
    closes = closes.isAfter(last) ? last : closes;
    reportUntil = reportUntil.isAfter(closes) ? closes : reportUntil;
    reportFrom = reportFrom.isAfter(reportUntil) ? reportUntil : reportFrom;
  }

  void ended(LocalDate today) {
    endedOn = today;
  }

  public EngagementState state(LocalDate today) {
    if (endedOn != null) {
      return EngagementState.CLOSED;
    }
    if (grantedOn != null) {
      return today.isBefore(opens) ? EngagementState.AWAITING : today.isAfter(closes) ? EngagementState.CLOSED : EngagementState.OPEN;
    }
    if (declaredOn == null) {
      return EngagementState.DRAFTED;
    }
    return verdict == null || verdict == Verdict.BLOCKED ? EngagementState.DECLARED : EngagementState.CLEARED;
  }

  /** Whether people were let in, or would have been on its first day. */
  boolean wasGranted() {
    return grantedOn != null;
  }

  EngagementStanding standing(Caller caller, LocalDate today) {
    return new EngagementStanding(caller, state(today), declaredOn != null, Optional.ofNullable(verdict), acceptedOn != null, closes, today);
  }

  public UUID id() {
    return id;
  }

  public String contractNumber() {
    return contractNumber;
  }

  public String procurementNumber() {
    return procurementNumber;
  }

  public EngagementKind kind() {
    return kind;
  }

  public Optional<UUID> firm() {
    return Optional.ofNullable(firm);
  }

  /** As the firm was called on the day of the contract; empty text for a panel. */
  public String firmName() {
    return firmName;
  }

  public String firmCode() {
    return firmCode;
  }

  public Optional<UUID> leadEvaluator() {
    return Optional.ofNullable(leadEvaluator);
  }

  public String leadName() {
    return leadName;
  }

  public String client() {
    return client;
  }

  public Optional<String> clientUnit() {
    return Optional.ofNullable(clientUnit);
  }

  public LocalDate opens() {
    return opens;
  }

  /** Last day of the window, inclusive. */
  public LocalDate closes() {
    return closes;
  }

  public LocalDate reportFrom() {
    return reportFrom;
  }

  /** Last day of handing in, inclusive. */
  public LocalDate reportUntil() {
    return reportUntil;
  }

  public LocalDate acceptance() {
    return acceptance;
  }

  /** The day access ends at the latest. */
  public LocalDate latestPossible() {
    return acceptance.plusDays(graceDays);
  }

  public Optional<LocalDate> declaredOn() {
    return Optional.ofNullable(declaredOn);
  }

  public Optional<UUID> declaration() {
    return Optional.ofNullable(declaration);
  }

  public Optional<LocalDate> checkedOn() {
    return Optional.ofNullable(checkedOn);
  }

  /** The verdict of the last check with its reasons; empty before the first. */
  public Optional<Reasoned<Verdict>> check() {
    return Optional.ofNullable(verdict).map(one -> new Reasoned<>(Optional.of(one), JSON.fromJson(findings, Findings.class).reasons));
  }

  public Optional<LocalDate> acceptedOn() {
    return Optional.ofNullable(acceptedOn);
  }

  public Optional<LocalDate> endedOn() {
    return Optional.ofNullable(endedOn);
  }

  public int version() {
    return version;
  }
}
