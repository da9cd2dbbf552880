package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectMoney;
import org.jiheng.app.review.Commands;

/**
 * Money of a transfer that went down to a project stands in the project library from the same moment, as a line from above under the
 * number of its document (S10): what goes down before the year of its document (提前下达) belongs to the opening budget of that year,
 * what goes down later is a supplement. What is taken back is a cut under the same number. Told twice, it is booked once. What speaks
 * against the line speaks against the sending.
 */
@ApplicationScoped
public class FundsIntoLibrary {

  @Inject
  private ProjectMoney money;

  @Inject
  private Commands commands;

  void arrived(@Observes FundsReachedProject funds) {
    if (commands.first(funds.command())) {
      money.receive(funds.project(), entry(funds.fiscalYear(), funds.change(), funds.day(), funds.document(), funds.transfer()));
    }
  }

  static FundingEntry entry(int fiscalYear, Money change, LocalDate day, String document, String transfer) {
    BigDecimal yuan = change.yuan();
    FundingKind more = day.getYear() < fiscalYear ? FundingKind.OPENING : FundingKind.SUPPLEMENT;
    return new FundingEntry(fiscalYear, FundingSource.UPPER_TRANSFER, yuan.signum() < 0 ? FundingKind.CUT : more, new Money(yuan.abs()), day, document,
        transfer);
  }
}
