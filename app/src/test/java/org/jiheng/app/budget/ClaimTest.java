package org.jiheng.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.Budgets;
import org.jiheng.app.project.FundingDoor;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.jiheng.app.project.ProjectFact.ExAnte;
import org.junit.jupiter.api.Test;

/** What the year has already is not given a second time by the list (S15). */
class ClaimTest {

  private final List<FundingEntry> lines = new ArrayList<>();

  private void line(FundingSource source, FundingKind kind, String wan, FundingDoor door) {
    line(2023, source, kind, wan, door);
  }

  private void line(int year, FundingSource source, FundingKind kind, String wan, FundingDoor door) {
    lines.add(new FundingEntry(year, source, kind, Money.ofWan(wan), LocalDate.of(2023, 3, 1), "阿财预〔2023〕8号", "", door));
  }

  private Claim claim(Optional<ExAnte> exAnte, String entered) {
    return claim(exAnte, entered, "0");
  }

  /** @param waiting what of it waits to be allocated */
  private Claim claim(Optional<ExAnte> exAnte, String entered, String waiting) {
    return Claim.of(exAnte, Budgets.of(lines), 2023, Money.ofWan(entered), Money.ofWan(waiting));
  }

  @Test
  void ofABudgetThatWasTakenOverNothingEntersUntilMoreIsAskedFor() {
    line(FundingSource.GENERAL_BUDGET, FundingKind.OPENING, "100", FundingDoor.HAND);
    assertThat(claim(Optional.empty(), "0").met()).isTrue();
    assertThat(claim(Optional.empty(), "0").admits(Money.ofWan("0.01"))).isFalse();
    line(FundingSource.GENERAL_BUDGET, FundingKind.ASKED, "130", FundingDoor.HAND);
    assertThat(claim(Optional.empty(), "0").left()).contains(Money.ofWan("30"));
    assertThat(claim(Optional.empty(), "0").met()).isFalse();
    line(FundingSource.GENERAL_BUDGET, FundingKind.SUPPLEMENT, "30", FundingDoor.LIST);
    assertThat(claim(Optional.empty(), "30").left()).as("what the list gave counts once").contains(Money.ZERO);
  }

  @Test
  void moneyOfATransferIsPartOfWhatFinanceSupportsAndLeavesWhatIsAskedOfTheCounty() {
    line(FundingSource.GENERAL_BUDGET, FundingKind.ASKED, "100", FundingDoor.HAND);
    line(FundingSource.UPPER_TRANSFER, FundingKind.SUPPLEMENT, "30", FundingDoor.DOCUMENT);
    assertThat(claim(Optional.empty(), "0").left()).contains(Money.ofWan("100"));
    Claim supported = claim(Optional.of(supporting("90")), "50", "50");
    assertThat(supported.left()).contains(Money.ofWan("10"));
    assertThat(supported.admits(Money.ofWan("10"))).isTrue();
    assertThat(supported.admits(Money.ofWan("10.01"))).isFalse();
    assertThat(claim(Optional.of(supporting("90")), "0").admits(Money.ofWan("60"))).as("as if it had not entered").isTrue();
  }

  @Test
  void whatIsSupportedIsAWholeWhateverYearsAndDoorsItComesBy() {
    line(FundingSource.UPPER_TRANSFER, FundingKind.SUPPLEMENT, "30", FundingDoor.DOCUMENT);
    line(2024, FundingSource.GENERAL_BUDGET, FundingKind.OPENING, "20", FundingDoor.DOCUMENT);
    line(FundingSource.OWN_FUNDS, FundingKind.OPENING, "500", FundingDoor.HAND);
    line(2024, FundingSource.GENERAL_BUDGET, FundingKind.ASKED, "500", FundingDoor.HAND);
    Claim claim = claim(Optional.of(supporting("90")), "25", "25");
    assertThat(claim.has()).as("neither own money nor what is asked for").isEqualTo(Money.ofWan("75"));
    assertThat(claim.left()).as("the list").contains(Money.ofWan("15"));
    assertThat(claim.exceededBy(Money.ofWan("15"))).as("a document").isEmpty();
    assertThat(claim.exceededBy(Money.ofWan("15.01"))).contains(
        new Claim.Excess(Money.ofWan("90"), Money.ofWan("75"), Money.ofWan("15.01"), Money.ofWan("90.01")));
  }

  @Test
  void whatWasCutMayBeGivenAgain() {
    line(FundingSource.GENERAL_BUDGET, FundingKind.OPENING, "90", FundingDoor.LIST);
    assertThat(claim(Optional.of(supporting("90")), "90").left()).contains(Money.ZERO);
    line(FundingSource.GENERAL_BUDGET, FundingKind.CUT, "20", FundingDoor.HAND);
    assertThat(claim(Optional.of(supporting("90")), "90").left()).contains(Money.ofWan("20"));
    assertThat(claim(Optional.of(supporting("90")), "90").exceededBy(Money.ofWan("20"))).isEmpty();
  }

  @Test
  void withoutAWordOfFinanceNothingExceedsIt() {
    line(FundingSource.GENERAL_BUDGET, FundingKind.OPENING, "100", FundingDoor.HAND);
    assertThat(claim(Optional.empty(), "0").exceededBy(Money.ofWan("999"))).isEmpty();
    assertThat(claim(Optional.of(supporting("90")), "0").exceededBy(Money.ZERO)).as("nothing is never too much").isEmpty();
    assertThat(claim(Optional.of(supporting("90")), "0").exceededBy(Money.ofYuan("0.01"))).isPresent();
  }

  @Test
  void whereNobodySaidAnAmountTheListGivesWhatFinanceDecidesAndNeverANegativeOne() {
    Claim open = claim(Optional.empty(), "5");
    assertThat(open.left()).isEmpty();
    assertThat(open.admits(Money.ofWan("7"))).isTrue();
    assertThat(open.admits(Money.ZERO)).isFalse();
    assertThat(open.admits(Money.ofYuan("-1"))).isFalse();
    assertThat(open.met()).isFalse();
  }

  private static ExAnte supporting(String wan) {
    return new ExAnte(ExAnte.Standing.SUPPORTED, Because.of("exante.not-new", Because.OPINION), 0, Optional.of(Money.ofWan("100")),
        Optional.of(Money.ofWan(wan)), Optional.empty());
  }
}
