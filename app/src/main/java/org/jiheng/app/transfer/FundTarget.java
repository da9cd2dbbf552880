package org.jiheng.app.transfer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jiheng.tenants.persistence.Identifiers;

/** The target value of a part for an indicator: as it is typed now, and as it went down. */
@Entity
@Table(name = "fund_target")
public class FundTarget {

  /** Characters that are typed at the most; what goes down has its sign and its unit besides. */
  static final int LONGEST = 500;

  @Id
  private UUID id;

  private UUID line;
  private UUID indicator;
  private String typed = "";
  private String sent = "";

  protected FundTarget() {}

  FundTarget(UUID line, UUID indicator) {
    this.id = Identifiers.next();
    this.line = line;
    this.indicator = indicator;
  }

  /** As a unit is shown it, detached: what went down, and nothing that is being typed. */
  FundTarget asSent() {
    FundTarget shown = new FundTarget(line, indicator);
    shown.sent = sent;
    return shown;
  }

  void write(String text) {
    typed = text;
  }

  void sent(String whole) {
    sent = whole;
  }

  public UUID line() {
    return line;
  }

  public UUID indicator() {
    return indicator;
  }

  public String typed() {
    return typed;
  }

  /** What went down, written out whole; empty text before. */
  public String sent() {
    return sent;
  }
}
