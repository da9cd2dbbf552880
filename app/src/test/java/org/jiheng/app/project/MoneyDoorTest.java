package org.jiheng.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.ProjectRules.Writer;
import org.jiheng.app.review.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fiscal money comes by the budget list and by fund documents alone; a unit says what it asks for and what it has itself (S15, S17). */
class MoneyDoorTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 4, 18);
  private static final Writer UNIT = new Writer(true, false);
  private static final Writer FINANCE = new Writer(false, true);

  private static FundingEntry line(int year, FundingSource source, FundingKind kind, String note) {
    return new FundingEntry(year, source, kind, Money.ofWan("10"), LocalDate.of(year, 3, 1), "阿财预〔2023〕8号", note);
  }

  private static List<String> against(FundingEntry line, Writer writer, boolean confidential) {
    return ProjectRules.againstWriting(line, writer, confidential, TODAY).stream().map(Refusal::code).toList();
  }

  @ParameterizedTest
  @EnumSource(FundingSource.class)
  void aUnitWritesWhatItAsksForFromEverySourceAndGivesItselfOwnMoneyOnly(FundingSource source) {
    assertThat(against(line(2023, source, FundingKind.ASKED, ""), UNIT, false)).isEmpty();
    for (int year : new int[] {2021, 2023, 2024}) {
      for (FundingKind kind : List.of(FundingKind.OPENING, FundingKind.SUPPLEMENT, FundingKind.CUT)) {
        assertThat(against(line(year, source, kind, ""), UNIT, false)).as("%s %s", year, kind)
            .isEqualTo(source.fiscal() ? List.of("money-fiscal-is-given") : List.of());
      }
    }
  }

  @Test
  void theBudgetSectionWritesDownYearsBeforeAndCutsAndNothingBesideItsList() {
    assertThat(against(line(2022, FundingSource.GENERAL_BUDGET, FundingKind.OPENING, ""), FINANCE, false)).isEmpty();
    assertThat(against(line(2023, FundingSource.GENERAL_BUDGET, FundingKind.CUT, ""), FINANCE, false)).isEmpty();
    assertThat(against(line(2023, FundingSource.GENERAL_BUDGET, FundingKind.OPENING, ""), FINANCE, false)).containsExactly("money-fiscal-by-the-list");
    assertThat(against(line(2024, FundingSource.BOND, FundingKind.SUPPLEMENT, ""), FINANCE, false)).containsExactly("money-fiscal-by-the-list");
    assertThat(against(line(2023, FundingSource.BOND, FundingKind.ASKED, ""), FINANCE, false)).containsExactly("money-asked-by-the-unit");
  }

  @Test
  void ofAConfidentialProjectFinanceWritesTheSumAndAUnitDoesNotPassTheGatesByTheFlag() {
    assertThat(against(line(2023, FundingSource.GENERAL_BUDGET, FundingKind.OPENING, ""), FINANCE, true)).isEmpty();
    assertThat(against(line(2023, FundingSource.GENERAL_BUDGET, FundingKind.OPENING, ""), UNIT, true)).containsExactly("money-fiscal-is-given");
  }

  @Test
  void whatFinanceGaveAUnitDoesNotStrike() {
    FundingEntry given = line(2023, FundingSource.GENERAL_BUDGET, FundingKind.OPENING, "");
    assertThat(ProjectRules.againstStriking(given, UNIT)).extracting(Refusal::code).containsExactly("money-struck-by-finance");
    assertThat(ProjectRules.againstStriking(given, FINANCE)).isEmpty();
    assertThat(ProjectRules.againstStriking(line(2023, FundingSource.GENERAL_BUDGET, FundingKind.ASKED, ""), UNIT)).isEmpty();
    assertThat(ProjectRules.againstStriking(line(2023, FundingSource.OWN_FUNDS, FundingKind.OPENING, ""), UNIT)).isEmpty();
  }

  @Test
  void aNoteOnMoneyOfAConfidentialProjectDescribesIt() {
    FundingEntry noted = line(2023, FundingSource.OWN_FUNDS, FundingKind.SUPPLEMENT, "机房二期设备款");
    assertThat(ProjectRules.againstNote(noted, true)).extracting(Refusal::code).containsExactly("project-classified-described");
    assertThat(ProjectRules.againstNote(noted, false)).isEmpty();
    assertThat(noted.neutral().note()).isEmpty();
    assertThat(noted.neutral().document()).isEqualTo(ProjectEntry.PLACEHOLDER);
  }

  @Test
  void whatTheListOrAFundDocumentBookedIsNotStruckByHand() {
    for (FundingDoor door : List.of(FundingDoor.LIST, FundingDoor.DOCUMENT)) {
      for (FundingKind kind : List.of(FundingKind.OPENING, FundingKind.SUPPLEMENT, FundingKind.CUT)) {
        assertThat(ProjectRules.againstStriking(line(2023, FundingSource.UPPER_TRANSFER, kind, "").by(door), FINANCE)).as("%s %s", door, kind)
            .extracting(Refusal::code).containsExactly("money-struck-by-its-room");
      }
    }
    assertThat(line(2023, FundingSource.BOND, FundingKind.CUT, "").by(FundingDoor.LIST).neutral().door()).isEqualTo(FundingDoor.LIST);
  }

  @Test
  void theFlagOfAConfidentialProjectCarriesNoMoneyPastTheGates() {
    FundingEntry written = line(2023, FundingSource.GENERAL_BUDGET, FundingKind.OPENING, "");
    FundingEntry cut = line(2023, FundingSource.GENERAL_BUDGET, FundingKind.CUT, "");
    assertThat(ProjectRules.againstOpening(List.of(written), TODAY)).extracting(Refusal::code).containsExactly("project-has-money-past-the-gates");
    assertThat(ProjectRules.againstOpening(List.of(written, cut), TODAY)).as("a cut is struck again").hasSize(1);
    assertThat(ProjectRules.againstOpening(List.of(line(2024, FundingSource.BOND, FundingKind.SUPPLEMENT, "")), TODAY)).hasSize(1);
    assertThat(ProjectRules.againstOpening(List.of(written.by(FundingDoor.LIST), line(2022, FundingSource.BOND, FundingKind.OPENING, ""),
        line(2023, FundingSource.OWN_FUNDS, FundingKind.OPENING, ""), line(2023, FundingSource.BOND, FundingKind.ASKED, "")), TODAY)).isEmpty();
  }

  @Test
  void whatIsAskedForStaysAskedUntilTheListDecidesAndOtherDoorsAnswerTheirOwnSourceAlone() {
    FundingEntry asked = line(2023, FundingSource.GENERAL_BUDGET, FundingKind.ASKED, "");
    FundingEntry transfer = line(2023, FundingSource.UPPER_TRANSFER, FundingKind.SUPPLEMENT, "").by(FundingDoor.DOCUMENT);
    assertThat(Budgets.of(List.of(asked, asked, transfer)).of(2023).undecided()).isEqualTo(Money.ofWan("20"));
    FundingEntry takenOver = line(2023, FundingSource.GENERAL_BUDGET, FundingKind.OPENING, "");
    assertThat(Budgets.of(List.of(asked, asked, takenOver)).of(2023).undecided()).isEqualTo(Money.ofWan("10"));
    FundingEntry listed = line(2023, FundingSource.GOVERNMENT_FUND, FundingKind.OPENING, "").by(FundingDoor.LIST);
    Budgets.OfYear decided = Budgets.of(List.of(asked, asked, listed)).of(2023);
    assertThat(decided.undecided()).as("finance has decided about all of it").isEqualTo(Money.ZERO);
    assertThat(decided.fiscalBesideTheList()).isEqualTo(Money.ZERO);
    assertThat(decided.fiscalStillAsked()).isEqualTo(Money.ofWan("20"));
  }

  @Test
  void whatIsAskedForGivesNothingAndIsDecidedOnceFiscalMoneyIsGiven() {
    FundingEntry asked = line(2023, FundingSource.GENERAL_BUDGET, FundingKind.ASKED, "");
    FundingEntry own = line(2023, FundingSource.OWN_FUNDS, FundingKind.OPENING, "");
    Budgets.OfYear year = Budgets.of(List.of(asked, own)).of(2023);
    assertThat(year.annual()).isEqualTo(Money.ofWan("10"));
    assertThat(year.annualFiscal()).isEqualTo(Money.ZERO);
    assertThat(year.undecided()).isEqualTo(Money.ofWan("10"));
    Budgets.OfYear given = Budgets.of(List.of(asked, own, line(2023, FundingSource.GENERAL_BUDGET, FundingKind.OPENING, ""))).of(2023);
    assertThat(given.undecided()).isEqualTo(Money.ZERO);
    assertThat(given.askedFor()).isEqualTo(Money.ofWan("10"));
    assertThat(given.annual()).isEqualTo(Money.ofWan("20"));
  }
}
