package org.jiheng.app.budget;

import java.util.List;
import java.util.Optional;
import org.jiheng.app.budget.BudgetEntry.Occasion;
import org.jiheng.app.budget.BudgetEntry.Step;
import org.jiheng.app.common.Money;
import org.jiheng.app.review.Refusal;

/**
 * What the budget section did with one project: the opening budget at most once, supplements as often as there are documents; what
 * entered is allocated before the next one enters. Pure.
 *
 * @param all in the order in which they were made
 */
record BudgetEntries(List<BudgetEntry> all) {

  static final BudgetEntries NONE = new BudgetEntries(List.of());

  BudgetEntries {
    all = List.copyOf(all);
  }

  boolean none() {
    return all.isEmpty();
  }

  Optional<BudgetEntry> latest() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** What entered and was not allocated yet. */
  Optional<BudgetEntry> waiting() {
    return latest().filter(one -> one.step() == Step.ENTERED);
  }

  /** All that entered, yuan. */
  Money entered() {
    return all.stream().filter(one -> one.step() == Step.ENTERED).map(BudgetEntry::amount).reduce(Money.ZERO, Money::plus);
  }

  /** Those before what waits to be allocated entered. */
  BudgetEntries withoutWaiting() {
    return waiting().isPresent() ? new BudgetEntries(all.subList(0, all.size() - 1)) : this;
  }

  Optional<Refusal> againstEntering(Occasion occasion) {
    if (waiting().isPresent()) {
      return Optional.of(Refusal.because("budget-entry-waits"));
    }
    return occasion == Occasion.OPENING && !none() ? Optional.of(Refusal.because("budget-entered-already")) : Optional.empty();
  }

  /** @param document number of the document; empty text if there is none */
  Optional<Refusal> againstAllocating(String document) {
    if (none()) {
      return Optional.of(Refusal.because("budget-not-entered"));
    }
    if (waiting().isEmpty()) {
      return Optional.of(Refusal.because("budget-allocated-already"));
    }
    if (waiting().get().occasion() == Occasion.OPENING) {
      return Optional.empty();
    }
    if (document.isEmpty()) {
      return Optional.of(Refusal.because("money-without-document"));
    }
    boolean used = all.stream()
        .anyMatch(one -> one.step() == Step.ALLOCATED && one.occasion() == Occasion.SUPPLEMENT && one.document().equals(document));
    return used ? Optional.of(Refusal.because("budget-document-used", "document", document)) : Optional.empty();
  }
}
