package org.jiheng.app.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.ProjectEntry;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.persistence.UuidColumn;

/** A part of a fund document: a county's, a unit's, or a project's of a unit. */
@Entity
@Table(name = "fund_line")
public class FundLine {

  static final int LONGEST_AMOUNT = 60;

  @Id
  private UUID id;

  private UUID document;
  private int position;
  private String county;
  private String unit;

  @Convert(converter = UuidColumn.class)
  private UUID project;

  private String name;

  /** Whether its project is confidential now. */
  @Transient
  private boolean masked;

  private String amount = "";

  @Column(name = "sent_amount")
  private BigDecimal sentAmount;

  @Column(name = "taken_back")
  private BigDecimal takenBack = BigDecimal.ZERO;

  @Column(name = "cut_away")
  private BigDecimal cutAway = BigDecimal.ZERO;

  @Column(name = "taken_back_on")
  private LocalDate takenBackOn;

  protected FundLine() {}

  FundLine(UUID document, int position, Part part, String name) {
    this.id = Identifiers.next();
    this.document = document;
    this.position = position;
    this.county = part.county().orElse(null);
    this.unit = part.unit().orElse(null);
    this.project = part.project().orElse(null);
    this.name = name;
  }

  /** As a unit is shown it, detached: what went down, and nothing that is being typed. */
  FundLine asSent() {
    FundLine shown = new FundLine(document, position, part(), name());
    shown.id = id;
    shown.sentAmount = sentAmount;
    shown.takenBack = takenBack;
    shown.cutAway = cutAway;
    shown.takenBackOn = takenBackOn;
    return shown;
  }

  void write(String typed) {
    amount = typed;
  }

  void sent(Money money) {
    sentAmount = money.yuan();
  }

  /** What went down stays written; once nothing of it is left, it is taken back. */
  void takenBack(TakingBack what, LocalDate day) {
    takenBack = takenBack.add(what.taken().yuan());
    cutAway = cutAway.add(what.cutAway().yuan());
    if (left().isZero()) {
      takenBackOn = day;
    }
  }

  public UUID id() {
    return id;
  }

  UUID document() {
    return document;
  }

  int position() {
    return position;
  }

  /** What a record about it as a whole says it is about: also its project, of which whoever shows the record asks what may be shown. */
  String about() {
    return FundCells.line(id).path() + part().project().map(one -> "/" + one).orElse("");
  }

  public Part part() {
    return new Part(Optional.ofNullable(county), Optional.ofNullable(unit), Optional.ofNullable(project));
  }

  /** What it was called before its project became confidential is told nobody (DOMAIN 12). */
  void mask() {
    masked = true;
  }

  public String name() {
    return masked ? ProjectEntry.PLACEHOLDER : name;
  }

  /** As it was typed, in 万元 where no unit is written. */
  public String amount() {
    return amount;
  }

  /** What went down; empty before. */
  public Optional<Money> sentAmount() {
    return Optional.ofNullable(sentAmount).map(Money::new);
  }

  /** What was taken back of it, yuan. */
  public Money takenBack() {
    return new Money(takenBack);
  }

  /** What its project had lost of it by a cut made by hand before it was taken back, yuan: it is owed no more. */
  public Money cutAway() {
    return new Money(cutAway);
  }

  /** What went down and is neither taken back nor cut away, yuan. */
  public Money left() {
    return new Money(sentAmount().orElse(Money.ZERO).yuan().subtract(takenBack).subtract(cutAway));
  }

  /** The day the last of its money was taken back after the document was withdrawn; empty if some of it was not. */
  public Optional<LocalDate> takenBackOn() {
    return Optional.ofNullable(takenBackOn);
  }

  /** Whether a unit has money of it: what a county has, it takes back itself. */
  boolean outstanding() {
    return unit != null && takenBackOn == null && !left().isZero();
  }
}
