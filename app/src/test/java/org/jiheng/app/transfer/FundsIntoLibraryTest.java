package org.jiheng.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.FundingEntry;
import org.jiheng.app.project.FundingKind;
import org.jiheng.app.project.FundingSource;
import org.junit.jupiter.api.Test;

/** A transfer is followed from the upper document down to the project (S10). */
class FundsIntoLibraryTest {

  private static FundingEntry entry(String wan) {
    return FundsIntoLibrary.entry(2023, Money.ofWan(wan), LocalDate.of(2023, 4, 18), "新财农〔2023〕7号", "农田建设补助资金");
  }

  @Test
  void moneyThatGoesDownIsASupplementFromAboveUnderTheNumberOfItsDocument() {
    assertThat(entry("30")).isEqualTo(new FundingEntry(2023, FundingSource.UPPER_TRANSFER, FundingKind.SUPPLEMENT, Money.ofWan("30"),
        LocalDate.of(2023, 4, 18), "新财农〔2023〕7号", "农田建设补助资金"));
  }

  @Test
  void whatALaterSendingTakesBackIsACutOfThatMuch() {
    assertThat(entry("-12.5")).extracting(FundingEntry::kind, FundingEntry::amount).containsExactly(FundingKind.CUT, Money.ofWan("12.5"));
  }

  private static FundingKind kind(String day, String wan) {
    return FundsIntoLibrary.entry(2023, Money.ofWan(wan), LocalDate.parse(day), "新财农〔2023〕7号", "农田建设补助资金").kind();
  }

  @Test
  void whatGoesDownBeforeTheYearOfItsDocumentIsOpeningMoneyAndWhatGoesDownAfterItIsNot() {
    assertThat(kind("2022-12-31", "30")).isEqualTo(FundingKind.OPENING);
    assertThat(kind("2023-01-01", "30")).isEqualTo(FundingKind.SUPPLEMENT);
    assertThat(kind("2024-01-15", "30")).isEqualTo(FundingKind.SUPPLEMENT);
    assertThat(kind("2022-12-31", "-30")).isEqualTo(FundingKind.CUT);
  }
}
