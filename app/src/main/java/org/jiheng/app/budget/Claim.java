package org.jiheng.app.budget;

import java.util.List;
import java.util.Optional;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.Budgets;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.project.ProjectFact.ExAnte;

/**
 * How much fiscal money a project may still be given, so that nothing is given twice (S15). Whoever gives it some asks here: the budget
 * list before an amount enters, a fund document before it goes down. Amounts in yuan. Pure.
 *
 * <p>What finance supports is supported of the project as a whole, whatever the years it is spread over and the doors it comes by: what
 * it has, net of what was cut, what entered and waits to be allocated, and what is given besides come to it at the most. Without a word
 * of finance the list gives what the unit asks of its year, beyond the money of the same source the year has beside the list.
 *
 * <p>Example: 100 万元 supported, 30 万元 brought by a fund document, 50 万元 entered: 20 万元 may still be given, by the list or by a
 * document. Of a budget of 100 万元 that was taken over and for which nothing is asked here nothing more enters, until the unit asks for
 * more than that.
 *
 * @param ceiling what finance supports; empty without a conclusion that supports it
 * @param has fiscal money of all years of the project, and what entered and waits
 * @param left what may still enter by the list; empty if neither finance nor the unit said an amount, and the year has nothing
 * @param given fiscal money of the year beside the list
 * @param entered what entered by the list
 */
record Claim(Optional<Money> ceiling, Money has, Optional<Money> left, Money given, Money entered) {

  /**
   * That more would be given than is supported.
   *
   * @param comesTo what the project has, with it
   */
  record Excess(Money supported, Money has, Money more, Money comesTo) {}

  static Claim of(Optional<ExAnte> exAnte, Budgets money, int fiscalYear, BudgetEntries entries) {
    return of(exAnte, money, fiscalYear, entries.entered(), entries.waiting().map(BudgetEntry::amount).orElse(Money.ZERO));
  }

  static Claim of(Optional<ExAnte> exAnte, Budgets money, int fiscalYear, Money entered, Money waiting) {
    Budgets.OfYear year = money.of(fiscalYear);
    Money given = year.fiscalBesideTheList();
    Money has = money.fiscal().plus(waiting);
    Optional<Money> whole = exAnte.flatMap(ExAnte::supported).or(() -> exAnte.flatMap(ExAnte::asked)).map(all -> all.beyond(has));
    Optional<Money> asked = year.askedFiscal().isZero() && given.isZero() ? Optional.empty() : Optional.of(year.fiscalStillAsked().beyond(entered));
    return new Claim(exAnte.filter(ExAnte::supports).flatMap(ExAnte::supported), has, whole.or(() -> asked), given, entered);
  }

  static Optional<ExAnte> exAnte(List<ProjectFact> facts) {
    return facts.stream().filter(ExAnte.class::isInstance).map(ExAnte.class::cast).findFirst();
  }

  /** Whether the year has money beside the list, and nothing more is asked for or supported. */
  boolean met() {
    return !given.isZero() && left.filter(Money::isZero).isPresent();
  }

  boolean admits(Money amount) {
    return amount.compareTo(Money.ZERO) > 0 && left.filter(limit -> amount.compareTo(limit) > 0).isEmpty();
  }

  /** Whether this would be more than is supported; nothing is never too much. */
  Optional<Excess> exceededBy(Money more) {
    Money comesTo = has.plus(more);
    return ceiling.filter(supported -> !more.isZero() && comesTo.compareTo(supported) > 0).map(supported -> new Excess(supported, has, more, comesTo));
  }
}
