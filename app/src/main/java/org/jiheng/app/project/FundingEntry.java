package org.jiheng.app.project;

import java.time.LocalDate;
import org.jiheng.app.common.Money;

/**
 * What a line of money says.
 *
 * @param amount yuan, above zero; whether it adds, takes away or is only asked for says the kind
 * @param decidedOn when it was decided
 * @param document number of the document; may be missing (empty text) for an opening budget and for what is asked for
 * @param note empty text for none
 * @param door by which it came
 */
public record FundingEntry(
    int fiscalYear, FundingSource source, FundingKind kind, Money amount, LocalDate decidedOn, String document, String note, FundingDoor door) {

  /** Written by hand. */
  public FundingEntry(int fiscalYear, FundingSource source, FundingKind kind, Money amount, LocalDate decidedOn, String document, String note) {
    this(fiscalYear, source, kind, amount, decidedOn, document, note, FundingDoor.HAND);
  }

  FundingEntry by(FundingDoor room) {
    return new FundingEntry(fiscalYear, source, kind, amount, decidedOn, document, note, room);
  }

  /** The same without anything that describes it: all a line of a confidential project may say here (DOMAIN 12). */
  FundingEntry neutral() {
    return new FundingEntry(fiscalYear, source, kind, amount, decidedOn, document.isBlank() ? "" : ProjectEntry.PLACEHOLDER, "", door);
  }

  /** Yuan; below zero for a cut. */
  public Money signed() {
    return kind.signed(amount);
  }
}
