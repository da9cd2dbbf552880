package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import org.jiheng.app.common.BusinessClock;

/** What follows when a document does not hold any more, withdrawn here or above: nothing but that its money is taken back. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FundWithdrawal {

  @Inject
  private FundStore store;

  @Inject
  private BusinessClock clock;

  /** @param sheet of a document that is withdrawn by now */
  void follows(FundSheet sheet, String reason) {
    sheet.tasks().stream().filter(task -> task.doneOn().isEmpty()).forEach(task -> task.done(clock.today()));
    if (!sheet.toTakeBack().isEmpty()) {
      LocalDate due = clock.today().plusDays(store.rules(sheet.document()).takeBackDays());
      store.add(new FundTask(sheet.document().id(), FundTask.Kind.TAKE_BACK, reason, clock.now(), Optional.of(due)));
    }
  }
}
