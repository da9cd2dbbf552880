package org.jiheng.app.budget;

import java.util.Optional;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.Budgets;
import org.jiheng.app.project.ProjectFact.ExAnte;

/**
 * What may still enter the budget for one project: what finance supports, or else what is asked for, beyond the fiscal money the year
 * has already, so that nothing is given twice (S15). Amounts in yuan. Pure.
 *
 * <p>Example: 100 万元 supported, 30 万元 brought by a fund document, 50 万元 entered: 20 万元 may still enter. Of a budget of 100 万元
 * that was taken over and for which nothing is asked here nothing more enters, until the unit asks for more than that.
 *
 * @param most what may enter by the list altogether; empty if neither finance nor the unit said an amount, and the year has nothing
 * @param given fiscal money of the year beside the list
 * @param entered what entered by the list
 */
record Claim(Optional<Money> most, Money given, Money entered) {

  static Claim of(Optional<ExAnte> exAnte, Budgets.OfYear year, Money entered) {
    Money given = year.fiscalBesideTheList();
    Optional<Money> most = exAnte.flatMap(ExAnte::supported).or(() -> exAnte.flatMap(ExAnte::asked)).map(all -> beyond(all, given))
        .or(() -> year.askedFiscal().isZero() && given.isZero() ? Optional.empty() : Optional.of(year.fiscalStillAsked()));
    return new Claim(most, given, entered);
  }

  /** What may still enter; empty without a limit. */
  Optional<Money> left() {
    return most.map(all -> beyond(all, entered));
  }

  /** Whether the year has money beside the list, and nothing more is asked for or supported. */
  boolean met() {
    return !given.isZero() && left().filter(Money::isZero).isPresent();
  }

  boolean admits(Money amount) {
    return amount.compareTo(Money.ZERO) > 0 && left().filter(limit -> amount.compareTo(limit) > 0).isEmpty();
  }

  /** The same as if this had not entered. */
  Claim without(Money waiting) {
    return new Claim(most, given, beyond(entered, waiting));
  }

  private static Money beyond(Money amount, Money there) {
    return amount.compareTo(there) > 0 ? new Money(amount.yuan().subtract(there.yuan())) : Money.ZERO;
  }
}
