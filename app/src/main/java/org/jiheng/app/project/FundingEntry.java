package org.jiheng.app.project;

import java.time.LocalDate;
import org.jiheng.app.common.Money;

/**
 * What a line of money says.
 *
 * @param amount yuan, above zero; whether it adds or takes away says the kind
 * @param decidedOn when it was decided
 * @param document number of the document; may be missing (empty text) for an opening budget only
 * @param note empty text for none
 */
public record FundingEntry(
    int fiscalYear, FundingSource source, FundingKind kind, Money amount, LocalDate decidedOn, String document, String note) {

  /** Yuan; below zero for a cut. */
  public Money signed() {
    return kind.signed(amount);
  }
}
