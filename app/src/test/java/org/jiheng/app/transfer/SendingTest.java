package org.jiheng.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jiheng.app.common.Money;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.project.ProjectFact.Decomposition.Judged;
import org.jiheng.app.review.Refusal;
import org.junit.jupiter.api.Test;

/** What stops a fund document on its way down (S18–S20; gates B3, B4). */
class SendingTest {

  private static final FundGoal PEOPLE = new FundGoal(UUID.randomUUID(), "受益人数", "≥1000人", true, Aggregation.SUM, 2023);
  private static final FundRules OVER_ALLOWED = new FundRules(30, 60, true, 30, 5, 30);

  private static Sending sending(FundKind kind, boolean exempt, boolean goals, boolean noted, FundRules rules, String... amountsAndTargets) {
    List<Share> shares = IntStream.range(0, amountsAndTargets.length / 2)
        .mapToObj(i -> new Share(UUID.randomUUID(), "县" + (i + 1), amountsAndTargets[2 * i], Map.of(PEOPLE.id(), amountsAndTargets[2 * i + 1]))).toList();
    return new Sending(shares.size(), new Decomposed(kind, false, exempt, goals, shares.stream().filter(share -> !share.hasGoals()).map(Share::name).toList(),
        Reconciliation.of(Money.ofWan("100"), goals ? List.of(PEOPLE) : List.of(), shares), noted, rules), List.of());
  }

  private static List<String> codes(Sending sending) {
    return sending.refusals().stream().map(Refusal::code).toList();
  }

  private static Sending earmarked(String... amountsAndTargets) {
    return sending(FundKind.EARMARKED, false, true, false, FundRules.STANDARD, amountsAndTargets);
  }

  @Test
  void whatAddsUpGoesDown() {
    assertThat(codes(earmarked("60", "600", "40", "400"))).isEmpty();
  }

  @Test
  void anEarmarkedTransferGoesDownWithItsGoalsOrNotAtAll() {
    assertThat(codes(sending(FundKind.EARMARKED, false, false, false, FundRules.STANDARD, "100", ""))).containsExactly("transfer-no-goals");
    assertThat(codes(earmarked("60", "1000", "40", ""))).containsExactly("transfer-part-without-goals");
    assertThat(codes(sending(FundKind.GENERAL, false, false, false, FundRules.STANDARD, "100", ""))).isEmpty();
  }

  @Test
  void anEarmarkedTransferHasAMainQuantityOrIsExempted() {
    FundGoal words = new FundGoal(PEOPLE.id(), "受益人数", "≥1000人", false, Aggregation.SUM, 2023);
    Share county = new Share(UUID.randomUUID(), "县", "100", Map.of(PEOPLE.id(), "1000"));
    Reconciliation reconciliation = Reconciliation.of(Money.ofWan("100"), List.of(words), List.of(county));
    assertThat(codes(only(FundKind.EARMARKED, false, reconciliation)))
        .containsExactly("transfer-no-main-quantity");
    assertThat(codes(only(FundKind.EARMARKED, true, reconciliation))).isEmpty();
    assertThat(codes(only(FundKind.GENERAL, false, reconciliation))).isEmpty();
  }

  private static Sending only(FundKind kind, boolean exempt, Reconciliation reconciliation) {
    return new Sending(1, new Decomposed(kind, false, exempt, true, List.of(), reconciliation, false, FundRules.STANDARD), List.of());
  }

  @Test
  void aDocumentWhosePartAboveWasSetToNothingGoesDownWithNothingAndOwesNoGoals() {
    FundGoal dropped = new FundGoal(PEOPLE.id(), "受益人数", "", false, Aggregation.SUM, 2023);
    for (List<Share> shares : List.of(List.<Share>of(), List.of(new Share(UUID.randomUUID(), "学校", "0", Map.of())))) {
      Reconciliation nothing = Reconciliation.of(Money.ZERO, List.of(dropped), shares);
      Decomposed decomposed = new Decomposed(FundKind.EARMARKED, false, false, true, List.of(), nothing, false, FundRules.STANDARD);
      assertThat(codes(new Sending(shares.size(), decomposed, List.of()))).isEmpty();
      assertThat(decomposed.fact().goals()).extracting(Judged::passes, judged -> judged.why().rule()).containsExactly(true, "gate.transfer-nothing");
    }
    Share stillGiven = new Share(UUID.randomUUID(), "学校", "5", Map.of());
    Reconciliation given = Reconciliation.of(Money.ZERO, List.of(dropped), List.of(stillGiven));
    assertThat(codes(new Sending(1, new Decomposed(FundKind.EARMARKED, false, false, true, List.of(), given, false, FundRules.STANDARD), List.of())))
        .containsExactly("transfer-money-over");
  }

  @Test
  void aProjectWhoseOwnGatesAreClosedStopsItAndIsNamedWithItsGates() {
    Sending sending = earmarked("100", "1000");
    assertThat(new Sending(sending.parts(), sending.decomposed(), List.of("农田灌溉(B1、B2)")).refusals())
        .containsExactly(Refusal.because("transfer-gates-closed", "places", "农田灌溉(B1、B2)"));
  }

  @Test
  void mainQuantitiesThatDifferStopItAndAreNamed() {
    assertThat(earmarked("60", "600", "40", "399").refusals())
        .containsExactly(Refusal.because("transfer-quantities-differ", "indicators", "受益人数"));
    assertThat(codes(earmarked("60", "600", "40", "401"))).containsExactly("transfer-quantities-differ");
  }

  @Test
  void moreThanTheWholePassesOnlyWhereItIsAllowedAndOnlyWithANote() {
    assertThat(codes(sending(FundKind.EARMARKED, false, true, true, FundRules.STANDARD, "100", "1001"))).containsExactly("transfer-quantities-differ");
    assertThat(codes(sending(FundKind.EARMARKED, false, true, false, OVER_ALLOWED, "100", "1001"))).containsExactly("transfer-over-without-note");
    assertThat(codes(sending(FundKind.EARMARKED, false, true, true, OVER_ALLOWED, "100", "1001"))).isEmpty();
    assertThat(codes(sending(FundKind.EARMARKED, false, true, true, OVER_ALLOWED, "100", "999"))).containsExactly("transfer-quantities-differ");
  }

  @Test
  void moneyThatIsLeftOrOverStopsIt() {
    assertThat(codes(earmarked("99", "1000"))).containsExactly("transfer-money-left");
    assertThat(codes(earmarked("101", "1000"))).containsExactly("transfer-money-over");
    assertThat(codes(earmarked("一百", "1000"))).containsExactly("transfer-money-unclear");
    assertThat(codes(earmarked())).contains("transfer-no-parts");
  }

  @Test
  void moneyForAnEmergencyGoesDownAtOnceInPartsAndWithoutGoalsButNeverMoreThanThereIs() {
    assertThat(codes(sending(FundKind.EARMARKED, true, false, false, FundRules.STANDARD, "30", ""))).isEmpty();
    assertThat(codes(sending(FundKind.EARMARKED, true, false, false, FundRules.STANDARD, "130", ""))).containsExactly("transfer-money-over");
  }
}
