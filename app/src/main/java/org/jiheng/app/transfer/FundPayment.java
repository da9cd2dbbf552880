package org.jiheng.app.transfer;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.review.Signed;
import org.jiheng.tenants.persistence.Identifiers;
import org.jiheng.tenants.scope.Caller;

/** What was paid of a part up to then, and what that rests on; the latest counts. Never changed and never deleted. */
@Entity
@Table(name = "fund_payment")
public class FundPayment {

  static final int LONGEST_BASIS = 500;

  @Id
  private UUID id;

  private UUID line;
  private BigDecimal amount;

  @Embedded
  @AttributeOverride(name = "reason", column = @Column(name = "basis"))
  private Signed signed;

  protected FundPayment() {}

  FundPayment(UUID line, Money amount, String basis, Caller by, Instant at) {
    this.id = Identifiers.next();
    this.line = line;
    this.amount = amount.yuan();
    this.signed = new Signed(by, at, basis);
  }

  UUID line() {
    return line;
  }

  /** Yuan. */
  public Money amount() {
    return new Money(amount);
  }

  /** What it rests on: a voucher, a statement. */
  public String basis() {
    return signed.reason();
  }

  public String personName() {
    return signed.personName();
  }

  public Instant at() {
    return signed.at();
  }
}
