package org.jiheng.app.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.UuidColumn;

/**
 * A fund document (资金文件) as a jurisdiction has it. Entered by hand or received from above, broken down, sent together with its
 * goals within its days (预算法 52, S18), and keeps the parameters it was judged with; adjusted and sent again when the upper goal
 * changes; withdrawn when the document above is, and then still there with everything it said (DOMAIN 7).
 */
@Entity
@Table(name = "fund_document")
public class FundDocument {

  @Id
  private UUID id;

  @Column(name = "fiscal_year")
  private int fiscalYear;

  private String number;
  private String name;
  private String code;

  @Enumerated(EnumType.STRING)
  private FundLevel level;

  @Enumerated(EnumType.STRING)
  private FundKind kind;

  private BigDecimal amount;

  @Column(name = "upper_name")
  private String upperName;

  @Column(name = "received_on")
  private LocalDate receivedOn;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Column(name = "overall_goal")
  private String overallGoal = "";

  @Column(name = "regional_goal")
  private String regionalGoal = "";

  @Column(name = "over_note")
  private String overNote = "";

  @Enumerated(EnumType.STRING)
  private FundState state = FundState.DRAFT;

  @Convert(converter = UuidColumn.class)
  @Column(name = "upper_document")
  private UUID upperDocument;

  @Column(name = "upper_revision")
  private int upperRevision;

  private int revision;

  @Column(name = "adjust_reason")
  private String adjustReason = "";

  @Column(name = "sent_on")
  private LocalDate sentOn;

  @Column(name = "first_sent_on")
  private LocalDate firstSentOn;

  @Column(name = "withdrawn_reason")
  private String withdrawnReason = "";

  private String parameters = "";

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  @Version
  private int version;

  protected FundDocument() {}

  FundDocument(FundHead head, LocalDate dueOn) {
    this.id = Identifiers.next();
    enter(head, dueOn);
  }

  /** As a unit is shown it, detached: with its own money, and without goals and notes of the whole. */
  FundDocument asSent(Money money) {
    FundDocument shown = new FundDocument(new FundHead(fiscalYear, number, name, code, level, kind, money, upperName, receivedOn), dueOn);
    shown.id = id;
    shown.state = state;
    shown.adjustReason = adjustReason;
    shown.sentOn = sentOn;
    shown.firstSentOn = firstSentOn;
    shown.withdrawnReason = withdrawnReason;
    shown.changedAt = changedAt;
    shown.changedBy = changedBy;
    shown.version = version;
    return shown;
  }

  void enter(FundHead head, LocalDate due) {
    fiscalYear = head.fiscalYear();
    number = head.number();
    name = head.name();
    code = head.code();
    level = head.level();
    kind = head.kind();
    amount = head.amount().yuan();
    upperName = head.upperName();
    receivedOn = head.receivedOn();
    dueOn = due;
  }

  /** It is the part of this document above, as of this revision of it. */
  void partOf(UUID document, int revisionAbove) {
    upperDocument = document;
    upperRevision = revisionAbove;
  }

  void goals(String overall, String regional) {
    overallGoal = overall;
    regionalGoal = regional;
  }

  void note(String why) {
    overNote = why;
  }

  /** @param by the parameters it was judged with; they stay with it */
  void sent(LocalDate day, ParameterSet by) {
    state = FundState.SENT;
    firstSentOn = firstSentOn().orElse(day);
    sentOn = day;
    revision++;
    adjustReason = "";
    parameters = by.toJson();
  }

  /** The parameters it was last sent with; empty while it is broken down, where those in force count. */
  Optional<ParameterSet> kept() {
    return state.open() || parameters.isEmpty() ? Optional.empty() : Optional.of(ParameterSet.fromJson(parameters));
  }

  /** What was sent stands below until it is sent again. */
  void adjust(String reason) {
    if (state == FundState.SENT) {
      state = FundState.ADJUSTING;
    }
    adjustReason = reason;
  }

  void withdrawn(String reason) {
    state = FundState.WITHDRAWN;
    withdrawnReason = reason;
  }

  void changed(String by, Instant at) {
    changedBy = by;
    changedAt = at;
  }

  public UUID id() {
    return id;
  }

  public FundHead head() {
    return new FundHead(fiscalYear, number, name, code, level, kind, new Money(amount), upperName, receivedOn);
  }

  /** Last day on which it is passed on in time. */
  public LocalDate dueOn() {
    return dueOn;
  }

  /** 整体绩效目标. */
  public String overallGoal() {
    return overallGoal;
  }

  /** 区域绩效目标. */
  public String regionalGoal() {
    return regionalGoal;
  }

  /** Why parts come to more than the whole; empty text if nobody said. */
  public String overNote() {
    return overNote;
  }

  public FundState state() {
    return state;
  }

  /** The document above it is a part of; empty if it was entered here. */
  public Optional<UUID> upperDocument() {
    return Optional.ofNullable(upperDocument);
  }

  int upperRevision() {
    return upperRevision;
  }

  /** How often it has been sent. */
  public int revision() {
    return revision;
  }

  /** Why it is being adjusted; empty text if it is not. */
  public String adjustReason() {
    return adjustReason;
  }

  /** The day it was last sent; empty before. */
  public Optional<LocalDate> sentOn() {
    return Optional.ofNullable(sentOn);
  }

  /** The day it was sent for the first time, by which it was in time or late; empty before. */
  public Optional<LocalDate> firstSentOn() {
    return Optional.ofNullable(firstSentOn).or(this::sentOn);
  }

  /** Why it does not hold any more; empty text while it does. */
  public String withdrawnReason() {
    return withdrawnReason;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public String changedBy() {
    return changedBy;
  }

  public int version() {
    return version;
  }
}
