package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;

/** What follows when a document does not hold any more, withdrawn here or above: nothing but that its money is taken back. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FundWithdrawal {

  @Inject
  private FundStore store;

  @Inject
  private Projects projects;

  @Inject
  private BusinessClock clock;

  /**
   * What can be taken back of a part: what is left of it and was not paid, and no more than its project has of transfers of the year.
   *
   * @param paid what was paid of it, yuan
   * @param project the one the money of the part has gone to; empty for one of a unit alone
   */
  Money possible(FundDocument document, FundLine line, Money paid, Optional<Project> project) {
    BigDecimal most = line.sentAmount().orElse(Money.ZERO).yuan().subtract(paid.yuan()).subtract(line.takenBack().yuan());
    BigDecimal there = project.map(one -> projects.budgets(one.id()).of(document.head().fiscalYear()).of(FundingSource.UPPER_TRANSFER).yuan()).orElse(most);
    return new Money(most.min(there).max(BigDecimal.ZERO));
  }

  /** @param sheet of a document that is withdrawn by now */
  void follows(FundSheet sheet, String reason) {
    sheet.tasks().stream().filter(task -> task.doneOn().isEmpty()).forEach(task -> task.done(clock.today()));
    if (!sheet.toTakeBack().isEmpty()) {
      LocalDate due = clock.today().plusDays(store.rules(sheet.document()).takeBackDays());
      store.add(new FundTask(sheet.document().id(), FundTask.Kind.TAKE_BACK, reason, clock.now(), Optional.of(due)));
    }
  }
}
