package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.WUQIA;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.jiheng.app.budget.BudgetEntry.Occasion;
import org.jiheng.app.budget.BudgetList;
import org.jiheng.app.common.Grade;
import org.jiheng.app.common.Money;
import org.jiheng.app.exante.Conclusion;
import org.jiheng.app.transfer.FundDocuments;
import org.jiheng.app.transfer.FundHead;
import org.jiheng.app.transfer.FundKind;
import org.jiheng.app.transfer.FundLevel;
import org.jiheng.tenants.scope.Scope;
import org.junit.jupiter.api.Test;

/** No screen lets an amount below nothing through; whoever comes past the screens is refused with the same sentence, and nothing is kept. */
class BadInputsServerIT extends WholeProduct {

  private static final Scope BUDGET = ExAntes.budgetSection(WUQIA);
  private static final Scope OFFICE = Kizilsu.performanceOffice(WUQIA);
  private static final Money LESS_THAN_NOTHING = Money.ofWan("-5");

  @Inject
  private BudgetList list;

  @Inject
  private ExAntes exAntes;

  @Inject
  private FundDocuments documents;

  @Test
  void lessThanNothingDoesNotEnterTheBudget() {
    UUID continuing = Forms.project(WUQIA, Forms.aYearOfItsOwn());
    Owner.told("update j_653024.project set category = 'PERSONNEL', attribute = 'ONE_OFF' where id = ?", continuing);
    for (Money none : new Money[] {LESS_THAN_NOTHING, Money.ZERO}) {
      assertRefused(() -> does(BUDGET, () -> list.enter(continuing, Occasion.SUPPLEMENT, none)), "budget-amount");
    }
    assertThat(Owner.asked("select count(*) from j_653024.budget_entry where project = ?", continuing)).isEqualTo("0");
  }

  @Test
  void lessThanNothingIsNoSupport() {
    UUID id = exAntes.withFinance(WUQIA, ExAntes.newProject(WUQIA, Forms.aYearOfItsOwn(), "SUBSIDY"), Grade.GOOD);
    assertRefused(() -> exAntes.conclude(WUQIA, id, ExAntes.concluding(Conclusion.SUPPORTED, LESS_THAN_NOTHING)), "exante-support-without-money");
    assertRefused(() -> exAntes.conclude(WUQIA, id, ExAntes.concluding(Conclusion.NOT_SUPPORTED, LESS_THAN_NOTHING)), "exante-money-without-support");
    assertThat(Owner.asked("select count(*) from j_653024.exante_conclusion where evaluation = ?", id)).isEqualTo("0");
  }

  @Test
  void lessThanNothingIsNoTransfer() {
    String number = "新财预〔2031〕" + UUID.randomUUID();
    FundHead head = new FundHead(2031, number, "农田建设补助资金", "", FundLevel.CENTRAL, FundKind.GENERAL, LESS_THAN_NOTHING, "自治区财政厅",
        LocalDate.of(2023, 4, 1));
    assertRefused(() -> as(OFFICE, () -> documents.enter(head)), "transfer-incomplete");
    assertThat(Owner.asked("select count(*) from j_653024.fund_document where number = ?", number)).isEqualTo("0");
  }
}
