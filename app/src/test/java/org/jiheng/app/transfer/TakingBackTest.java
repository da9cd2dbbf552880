package org.jiheng.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.AbstractStringAssert;
import org.jiheng.app.common.Money;
import org.jiheng.app.transfer.TakingBack.Purse;
import org.junit.jupiter.api.Test;

/** What is taken back of a part, and what of it nobody owes any more (S10). */
class TakingBackTest {

  private static AbstractStringAssert<?> of(String left, String paid, String there, String cut) {
    TakingBack found = TakingBack.of(Money.ofWan(left), Money.ofWan(paid), Purse.of(Money.ofWan(there), Money.ofWan(paid), Money.ofWan(cut)));
    return assertThat(found.taken().inWan().toPlainString() + " " + found.cutAway().inWan().toPlainString());
  }

  @Test
  void allThatIsThereAndWasNotPaidIsTakenBack() {
    of("60", "0", "60", "0").isEqualTo("60 0");
    of("60", "25", "60", "0").isEqualTo("35 0");
    assertThat(TakingBack.of(Money.ofWan("60"), Money.ofWan("25"))).isEqualTo(new TakingBack(Money.ofWan("35"), Money.ZERO));
  }

  @Test
  void whatFinanceHadCutByHandIsOwedNoMore() {
    of("60", "0", "50", "10").isEqualTo("50 10");
    of("60", "0", "0", "60").isEqualTo("0 60");
    of("60", "0", "0", "80").isEqualTo("0 60");
  }

  @Test
  void aCutFirstTakesWhatTheProjectHasOfOtherDocuments() {
    of("60", "0", "90", "10").isEqualTo("60 0");
  }

  @Test
  void whatWasPaidIsNeitherTakenNorCutAway() {
    of("60", "25", "50", "10").isEqualTo("25 10");
    of("60", "60", "50", "10").isEqualTo("0 0");
    of("60", "25", "10", "50").isEqualTo("0 35");
  }

  @Test
  void whatIsGoneWithoutACutByHandStaysToBeTakenBack() {
    of("5", "0", "2", "0").isEqualTo("2 0");
    of("60", "0", "40", "10").isEqualTo("40 10");
  }

  @Test
  void theSecondPartOfAProjectHasWhatTheFirstLeft() {
    Purse purse = new Purse(Money.ofWan("50"), Money.ofWan("30"));
    TakingBack first = TakingBack.of(Money.ofWan("40"), Money.ZERO, purse);
    TakingBack second = TakingBack.of(Money.ofWan("40"), Money.ZERO, purse.after(first));
    assertThat(first).isEqualTo(new TakingBack(Money.ofWan("40"), Money.ZERO));
    assertThat(second).isEqualTo(new TakingBack(Money.ofWan("10"), Money.ofWan("30")));
    assertThat(purse.after(first).after(second)).isEqualTo(new Purse(Money.ZERO, Money.ZERO));
  }

  /** Of A 30 of 50 were paid, of B nothing of 50; 40 were cut by hand, 60 are there. */
  @Test
  void whicheverPartIsTakenFirstWhatWasPaidOfTheOthersIsThereAfterwards() {
    Money half = Money.ofWan("50");
    Money paid = Money.ofWan("30");
    Purse purse = Purse.of(Money.ofWan("60"), paid, Money.ofWan("40"));
    TakingBack unpaidFirst = TakingBack.of(half, Money.ZERO, purse);
    TakingBack paidLast = TakingBack.of(half, paid, purse.after(unpaidFirst));
    assertThat(unpaidFirst).isEqualTo(new TakingBack(Money.ofWan("30"), Money.ofWan("20")));
    assertThat(paidLast).isEqualTo(new TakingBack(Money.ZERO, Money.ofWan("20")));
    TakingBack paidFirst = TakingBack.of(half, paid, purse);
    TakingBack unpaidLast = TakingBack.of(half, Money.ZERO, purse.after(paidFirst));
    assertThat(paidFirst.taken().plus(unpaidLast.taken())).isEqualTo(paid);
    assertThat(paidFirst.cutAway().plus(unpaidLast.cutAway())).isEqualTo(Money.ofWan("40"));
  }
}
