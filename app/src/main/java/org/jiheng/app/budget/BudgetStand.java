package org.jiheng.app.budget;

import java.util.Optional;
import org.jiheng.app.budget.BudgetList.Standing;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.Budgets;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectFact.ExAnte;

/**
 * One project on its way into the budget: all that its standing and its amounts hang on, and no more, so that they can be said of a
 * whole year. Of a confidential one neither gates nor money count (DOMAIN 12). Pure.
 *
 * @param entry whether it may enter
 */
record BudgetStand(Project project, Optional<ExAnte> exAnte, BudgetEntries entries, Budgets money, Permission entry) {

  Claim claim() {
    return Claim.of(exAnte, money, project.fiscalYear(), entries);
  }

  Standing standing() {
    if (project.confidential()) {
      return Standing.CONFIDENTIAL;
    }
    if (entries.waiting().isPresent()) {
      return Standing.ENTERED;
    }
    return !entries.none() || claim().met() ? Standing.ALLOCATED : entry.allowed() ? Standing.MAY_ENTER : Standing.MAY_NOT_ENTER;
  }

  /** What its evaluation asks for, or else its unit, or else what it is planned with, yuan. */
  Optional<Money> asked() {
    return project.confidential() ? Optional.empty() : exAnte.flatMap(ExAnte::asked).or(() -> Optional.of(askedInTheLibrary()));
  }

  /** What its unit asks for, without what it has; of a project without either what the library plans, or the whole investment. */
  private Money askedInTheLibrary() {
    Budgets.OfYear year = money.of(project.fiscalYear());
    if (!year.askedFiscal().isZero() || !year.fiscalBesideTheList().isZero()) {
      return year.askedFiscal();
    }
    return project.plannedBudget().isZero() ? project.totalInvestment().orElse(Money.ZERO) : project.plannedBudget();
  }

  /** What finance supports of it, yuan. */
  Optional<Money> supported() {
    return project.confidential() ? Optional.empty() : exAnte.flatMap(ExAnte::supported);
  }

  /** All that entered, yuan; empty if nothing did. */
  Optional<Money> entered() {
    return project.confidential() ? Optional.empty() : entries.latest().map(_ -> entries.entered());
  }

  /** What entered last and waits to be allocated, yuan. */
  Optional<Money> waiting() {
    return project.confidential() ? Optional.empty() : entries.waiting().map(BudgetEntry::amount);
  }
}
