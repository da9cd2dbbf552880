package org.jiheng.app.transfer;

import java.time.LocalDate;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.TypedText;

/**
 * What a fund document says of itself.
 *
 * @param number 资金文号
 * @param code of the transfer; empty text if it has none
 * @param amount yuan
 * @param upperName who sent it down; of an own transfer the jurisdiction itself
 * @param receivedOn the day it was received; of an own transfer the day the budget was approved
 */
public record FundHead(
    int fiscalYear, String number, String name, String code, FundLevel level, FundKind kind, Money amount, String upperName,
    LocalDate receivedOn) {

  public FundHead {
    number = TypedText.of(number).strip();
    name = TypedText.of(name).strip();
    code = TypedText.of(code).strip();
    upperName = TypedText.of(upperName).strip();
  }

  boolean complete() {
    return !number.isEmpty() && !name.isEmpty() && !upperName.isEmpty() && amount.compareTo(Money.ZERO) > 0;
  }
}
