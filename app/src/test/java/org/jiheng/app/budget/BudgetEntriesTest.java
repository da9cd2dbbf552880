package org.jiheng.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.budget.BudgetEntry.Occasion;
import org.jiheng.app.budget.BudgetEntry.Step;
import org.jiheng.app.common.Money;
import org.jiheng.app.review.Refusal;
import org.jiheng.tenants.scope.Caller;
import org.junit.jupiter.api.Test;

/** A project enters with the opening budget once, and with supplements as often as there are documents (S16). */
class BudgetEntriesTest {

  private static final Caller BY = new Caller(new UUID(0, 2), "budget", "预算股", List.of());

  private final List<BudgetEntry> made = new ArrayList<>();

  private void made(Step step, Occasion occasion, String wan, String document) {
    made.add(new BudgetEntry(new UUID(1, 1), 2023, step, occasion, Money.ofWan(wan), document, BY, Instant.EPOCH));
  }

  private BudgetEntries entries() {
    return new BudgetEntries(made);
  }

  private static void says(Optional<Refusal> refusal, String... codes) {
    assertThat(refusal.stream().map(Refusal::code)).containsExactly(codes);
  }

  @Test
  void theOpeningBudgetIsEnteredOnceAndSupplementsFollowOneAfterTheOther() {
    says(entries().againstEntering(Occasion.OPENING));
    says(entries().againstAllocating(""), "budget-not-entered");
    made(Step.ENTERED, Occasion.OPENING, "20", "");
    says(entries().againstEntering(Occasion.SUPPLEMENT), "budget-entry-waits");
    says(entries().againstAllocating(""));
    made(Step.ALLOCATED, Occasion.OPENING, "20", "");
    says(entries().againstAllocating("阿财预〔2023〕9号"), "budget-allocated-already");
    says(entries().againstEntering(Occasion.OPENING), "budget-entered-already");
    says(entries().againstEntering(Occasion.SUPPLEMENT));
  }

  @Test
  void everySupplementHasADocumentOfItsOwn() {
    made(Step.ENTERED, Occasion.SUPPLEMENT, "5", "");
    says(entries().againstAllocating(""), "money-without-document");
    says(entries().againstAllocating("阿财预〔2023〕9号"));
    made(Step.ALLOCATED, Occasion.SUPPLEMENT, "5", "阿财预〔2023〕9号");
    made(Step.ENTERED, Occasion.SUPPLEMENT, "3", "");
    says(entries().againstAllocating("阿财预〔2023〕9号"), "budget-document-used");
    says(entries().againstAllocating("阿财预〔2023〕10号"));
    assertThat(entries().entered()).isEqualTo(Money.ofWan("8"));
  }
}
