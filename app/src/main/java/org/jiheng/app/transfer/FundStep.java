package org.jiheng.app.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Caller;

/** What happened to a fund document: what, by whom, when, why. Never changed. */
@Entity
@Table(name = "fund_step")
public class FundStep {

  /** Everything that can happen: what was decided here, and what came from above. */
  public enum Act {
    ENTER, SEND, EXEMPT, DETERMINE, ADJUST, WITHDRAW, RECEIVED, CHANGED_ABOVE, WITHDRAWN_ABOVE, TAKE_BACK, REPORT
  }

  @Id
  private UUID id;

  private UUID document;

  @Enumerated(EnumType.STRING)
  private Act act;

  private UUID person;

  @Column(name = "person_name")
  private String personName;

  private Instant at;
  private String comment;

  protected FundStep() {}

  FundStep(UUID document, Act act, Caller by, Instant at, String comment) {
    this.id = Identifiers.next();
    this.document = document;
    this.act = act;
    this.person = by.id();
    this.personName = by.name();
    this.at = at;
    this.comment = comment;
  }

  /**
   * How the comment of a taking back begins, in 万元: what was taken, of how much where something is left, less what a cut by hand had
   * taken before: {@code 50/70-10 按上级通知收回}.
   */
  static String takenBack(Money taken, Money cutAway, Optional<Money> of, String reason) {
    return wan(taken) + of.map(whole -> "/" + wan(whole)).orElse("") + (cutAway.isZero() ? "" : "-" + wan(cutAway)) + " " + reason;
  }

  private static String wan(Money money) {
    return money.inWan().toPlainString();
  }

  public Act act() {
    return act;
  }

  public String personName() {
    return personName;
  }

  public Instant at() {
    return at;
  }

  /** Why; empty text for nothing said. */
  public String comment() {
    return comment;
  }
}
