package org.jiheng.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.review.Refusal;
import org.junit.jupiter.api.Test;

/** Who may do what with a fund document, and when; until when it has to be passed on. */
class FundMoveTest {

  private static FundStanding standing(FundState state, boolean received, boolean exempt, boolean drafts, boolean decides) {
    return new FundStanding(state, true, received, exempt, exempt, false, false, drafts, decides, List.of());
  }

  private static List<String> offered(FundStanding standing) {
    return FundMove.offers(standing).stream().map(offer -> offer.move() + (offer.allowed() ? "" : " refused")).toList();
  }

  @Test
  void whoeverDraftsIsToldThatTheLeaderDecides() {
    assertThat(offered(standing(FundState.DRAFT, false, false, true, false))).containsExactly("SEND refused", "EXEMPT refused", "WITHDRAW refused");
    assertThat(offered(standing(FundState.DRAFT, false, false, false, true))).containsExactly("SEND", "EXEMPT", "WITHDRAW");
    assertThat(offered(standing(FundState.DRAFT, false, false, false, false))).isEmpty();
  }

  @Test
  void whatCameFromAboveIsWithdrawnThere() {
    assertThat(offered(standing(FundState.SENT, true, false, true, true))).containsExactly("ADJUST");
    assertThat(offered(standing(FundState.WITHDRAWN, true, true, true, true))).isEmpty();
    assertThat(offered(standing(FundState.WITHDRAWN, false, false, true, true))).isEmpty();
  }

  @Test
  void anExemptedOneWaitsForItsProjectsAndIsNotExemptedTwice() {
    assertThat(offered(standing(FundState.DRAFT, false, true, true, true))).containsExactly("SEND", "DETERMINE", "WITHDRAW");
    assertThat(offered(standing(FundState.SENT, false, true, true, true))).containsExactly("DETERMINE", "ADJUST", "WITHDRAW");
  }

  @Test
  void oneWhoseGoalsHaveFollowedIsNotExemptedAgain() {
    FundStanding followed = new FundStanding(FundState.ADJUSTING, true, false, false, true, true, false, false, true, List.of());
    assertThat(offered(followed)).containsExactly("SEND", "WITHDRAW");
  }

  @Test
  void whatWentDownByAWithdrawnDocumentIsTakenBackByTheLeaderWhereverItWasWithdrawn() {
    assertThat(offered(new FundStanding(FundState.WITHDRAWN, true, true, false, false, false, true, true, false, List.of()))).containsExactly("TAKE_BACK refused");
    assertThat(offered(new FundStanding(FundState.WITHDRAWN, true, false, false, false, false, true, false, true, List.of()))).containsExactly("TAKE_BACK");
  }

  @Test
  void aGeneralTransferNeedsNoExemption() {
    FundStanding general = new FundStanding(FundState.DRAFT, false, false, false, false, false, false, false, true, List.of(Refusal.because("x")));
    assertThat(offered(general)).containsExactly("SEND refused", "WITHDRAW");
  }

  @Test
  void transfersFromAboveArePassedOnWithinThirtyDaysAndOwnEarmarkedOnesWithinSixtyOfTheBudgetsApproval() {
    LocalDate day = LocalDate.of(2023, 3, 1);
    assertThat(FundRules.STANDARD.due(FundLevel.CENTRAL, FundKind.EARMARKED, day)).isEqualTo("2023-03-31");
    assertThat(FundRules.STANDARD.due(FundLevel.OWN, FundKind.GENERAL, day)).isEqualTo("2023-03-31");
    assertThat(FundRules.STANDARD.due(FundLevel.OWN, FundKind.EARMARKED, day)).isEqualTo("2023-04-30");
    assertThat(FundRules.STANDARD.goalsDue(day)).isEqualTo("2023-03-31");
  }

  @Test
  void aPartIsHandedItsTargetWrittenOutWhole() {
    FundGoal people = new FundGoal(UUID.randomUUID(), "受益人数", "≥1.2万人", true, Aggregation.SUM, 2023);
    assertThat(Handing.target(people, "0.5")).isEqualTo("≥0.5万人");
    assertThat(Handing.target(people, "5000人")).isEqualTo("≥5000人");
    assertThat(Handing.target(people, "≥5000人")).isEqualTo("≥5000人");
    FundGoal words = new FundGoal(UUID.randomUUID(), "生态", "有效改善", false, Aggregation.NONE, 2023);
    assertThat(Handing.target(words, " ")).isEqualTo("有效改善");
    assertThat(Handing.target(words, "持续改善")).isEqualTo("持续改善");
  }
}
