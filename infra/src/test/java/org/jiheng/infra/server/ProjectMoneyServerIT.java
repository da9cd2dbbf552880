package org.jiheng.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiheng.infra.server.Acting.as;
import static org.jiheng.infra.server.Acting.assertRefused;
import static org.jiheng.infra.server.Acting.does;
import static org.jiheng.infra.server.Kizilsu.AKQI;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingLine;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectMoney;
import org.jiheng.app.project.ProjectState;
import org.junit.jupiter.api.Test;

/** Money comes line by line, by the door it belongs to, and the sums follow (S15, S17). */
class ProjectMoneyServerIT extends InTheLibrary {

  @Inject
  private ProjectMoney money;

  @Test
  void theBudgetColumnsAreTheSumsOfTheLinesAfterEveryChange() {
    UUID id = entered("操场改造" + NUMBER, today.getYear());
    does(CLERK, () -> money.add(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.OTHER, "100")));
    does(CLERK, () -> money.add(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.OWN_FUNDS, "20")));
    assertThat(columns(id)).isEqualTo("1200000.00|1200000.00");
    does(CLERK, () -> money.add(id, UUID.randomUUID(), line(FundingKind.SUPPLEMENT, FundingSource.OTHER, "30.5")));
    does(CLERK, () -> money.add(id, UUID.randomUUID(), line(FundingKind.CUT, FundingSource.OWN_FUNDS, "20")));
    assertThat(columns(id)).isEqualTo("1200000.00|1305000.00");
    does(CLERK, () -> money.add(id, UUID.randomUUID(), new FundingEntry(today.getYear() + 1, FundingSource.OTHER, FundingKind.OPENING, Money.ofWan("500"), today, "", "")));
    assertThat(columns(id)).as("next year's money is none of this year's").isEqualTo("1200000.00|1305000.00");
    assertRefused(() -> does(CLERK, () -> money.add(id, UUID.randomUUID(), line(FundingKind.CUT, FundingSource.OWN_FUNDS, "1"))), "money-below-zero");
    FundingLine opening = seen(CLERK, id).lines().stream().filter(one -> one.entry().source() == FundingSource.OWN_FUNDS && one.entry().kind() == FundingKind.OPENING)
        .findFirst().orElseThrow();
    assertRefused(() -> does(CLERK, () -> money.strike(id, opening.id(), WHY)), "money-still-cut");
    FundingLine supplement = seen(CLERK, id).lines().stream().filter(one -> one.entry().kind() == FundingKind.SUPPLEMENT).findFirst().orElseThrow();
    does(CLERK, () -> money.strike(id, supplement.id(), WHY));
    assertThat(columns(id)).isEqualTo("1200000.00|1000000.00");
    assertThat(seen(OFFICE, id).state()).isEqualTo(ProjectState.EXECUTING);
    assertThat(seen(OFFICE, id).budgets().of(today.getYear()).annualFiscal()).isEqualTo(Money.ZERO);
  }

  @Test
  void aUnitAsksForFiscalMoneyAndIsGivenNoneByItsOwnHandWhateverTheGatesSay() {
    UUID id = entered("食堂改造" + NUMBER, today.getYear());
    for (FundingKind kind : List.of(FundingKind.OPENING, FundingKind.SUPPLEMENT)) {
      assertRefused(() -> does(CLERK, () -> money.add(id, UUID.randomUUID(), line(kind, FundingSource.GENERAL_BUDGET, "100"))), "money-fiscal-is-given");
      assertRefused(() -> does(ExAntes.budgetSection(AKQI), () -> money.add(id, UUID.randomUUID(), line(kind, FundingSource.GENERAL_BUDGET, "100"))),
          "money-fiscal-by-the-list");
    }
    // the gates ask nothing of it, and still the unit gives itself nothing
    Owner.told("update j_653023.project set attribute = 'CONTINUING', category = 'PERSONNEL' where id = ?", id);
    Forms.confirmed(AKQI, id);
    assertRefused(() -> does(CLERK, () -> money.add(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.GENERAL_BUDGET, "100"))), "money-fiscal-is-given");
    FundingEntry before = new FundingEntry(today.getYear() - 1, FundingSource.GENERAL_BUDGET, FundingKind.OPENING, Money.ofWan("5"), today.minusYears(1), "", "");
    assertRefused(() -> does(CLERK, () -> money.add(id, UUID.randomUUID(), before)), "money-fiscal-is-given");
    does(ExAntes.budgetSection(AKQI), () -> money.add(id, UUID.randomUUID(), before));
    does(CLERK, () -> money.add(id, UUID.randomUUID(), line(FundingKind.ASKED, FundingSource.GENERAL_BUDGET, "100")));
    does(CLERK, () -> money.add(id, UUID.randomUUID(), line(FundingKind.OPENING, FundingSource.OWN_FUNDS, "20")));
    assertThat(columns(id)).isEqualTo("200000.00|200000.00");
    assertThat(seen(CLERK, id).project().askedBudget()).isEqualTo(Money.ofWan("100"));
    FundingLine given = seen(CLERK, id).lines().stream().filter(one -> one.entry().fiscalYear() == today.getYear() - 1).findFirst().orElseThrow();
    assertThat(seen(CLERK, id).mayStrike(given)).isFalse();
    assertRefused(() -> does(CLERK, () -> money.strike(id, given.id(), WHY)), "money-struck-by-finance");
  }

  @Test
  void theSameCommandASecondTimeAddsNoMoney() {
    UUID id = entered("锅炉更新" + NUMBER, today.getYear());
    UUID command = UUID.randomUUID();
    does(CLERK, () -> money.add(id, command, line(FundingKind.OPENING, FundingSource.OWN_FUNDS, "20")));
    does(CLERK, () -> money.add(id, command, line(FundingKind.OPENING, FundingSource.OWN_FUNDS, "20")));
    assertThat(columns(id)).isEqualTo("200000.00|200000.00");
    assertThat(seen(CLERK, id).lines()).hasSize(1);
    // what was refused was not carried out
    UUID refused = UUID.randomUUID();
    assertRefused(() -> does(CLERK, () -> money.add(id, refused, line(FundingKind.CUT, FundingSource.OWN_FUNDS, "21"))), "money-below-zero");
    does(CLERK, () -> money.add(id, refused, line(FundingKind.CUT, FundingSource.OWN_FUNDS, "1")));
    assertThat(columns(id)).isEqualTo("200000.00|190000.00");
  }
}
