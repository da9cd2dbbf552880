package org.jiheng.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.indicator.Aggregation;
import org.jiheng.app.project.ProjectFact.Decomposition;
import org.jiheng.app.project.ProjectFact.Decomposition.Judged;
import org.junit.jupiter.api.Test;

/** Gates B3 and B4 have one judge: what stops a sending closes the gate, and nothing else does (DOMAIN 15). */
class DecomposedTest {

  private static final FundGoal PEOPLE = new FundGoal(UUID.randomUUID(), "受益人数", "≥1000人", true, Aggregation.SUM, 2023);
  private static final FundRules OVER_ALLOWED = new FundRules(30, 60, true, 30, 5, 30);

  private static Decomposed one(FundKind kind, boolean withdrawn, boolean exempt, boolean noted, FundRules rules, String target) {
    List<Share> shares = List.of(new Share(UUID.randomUUID(), "阿图什市", "100", target.isEmpty() ? Map.of() : Map.of(PEOPLE.id(), target)));
    return new Decomposed(kind, withdrawn, exempt, true, target.isEmpty() ? List.of("阿图什市") : List.of(),
        Reconciliation.of(Money.ofWan("100"), List.of(PEOPLE), shares), noted, rules);
  }

  private static Decomposed earmarked(String target) {
    return one(FundKind.EARMARKED, false, false, false, FundRules.STANDARD, target);
  }

  private static void judges(Decomposed decomposed, boolean goals, String ofGoals, boolean quantities, String ofQuantities) {
    Decomposition fact = decomposed.fact();
    assertThat(fact.goals()).extracting(Judged::passes, judged -> judged.why().rule()).containsExactly(goals, ofGoals);
    assertThat(fact.quantities()).extracting(Judged::passes, judged -> judged.why().rule()).containsExactly(quantities, ofQuantities);
  }

  @Test
  void theGateIsClosedForJustWhatStopsTheSending() {
    for (Decomposed decomposed : List.of(earmarked("1000"), earmarked("999"), earmarked("1001"), earmarked(""),
        one(FundKind.GENERAL, false, false, false, FundRules.STANDARD, "999"), one(FundKind.EARMARKED, false, true, false, FundRules.STANDARD, ""),
        one(FundKind.EARMARKED, false, false, true, OVER_ALLOWED, "1001"), one(FundKind.EARMARKED, false, false, false, OVER_ALLOWED, "1001"))) {
      assertThat(decomposed.fact().goals().passes()).isEqualTo(decomposed.againstGoals().isEmpty());
      assertThat(decomposed.fact().quantities().passes()).isEqualTo(decomposed.againstQuantities().isEmpty());
    }
  }

  @Test
  void everyVerdictSaysItsReason() {
    judges(earmarked("1000"), true, "gate.decomposed", true, "gate.quantities-equal");
    judges(earmarked("999"), true, "gate.decomposed", false, "gate.quantities-differ");
    judges(earmarked(""), false, "gate.not-decomposed", false, "gate.quantities-differ");
    judges(one(FundKind.EARMARKED, false, true, false, FundRules.STANDARD, ""), true, "gate.emergency", true, "gate.emergency");
    judges(one(FundKind.EARMARKED, false, false, true, OVER_ALLOWED, "1001"), true, "gate.decomposed", true, "gate.quantities-over-allowed");
    judges(one(FundKind.GENERAL, false, false, false, FundRules.STANDARD, "999"), true, "gate.not-earmarked", false, "gate.quantities-differ");
    assertThat(earmarked("").fact().goals().inAnEmergency()).isTrue();
  }

  @Test
  void moneyOfAWithdrawnDocumentPassesNeitherGateAndNoEmergencyOpensOne() {
    Decomposed withdrawn = one(FundKind.EARMARKED, true, true, false, FundRules.STANDARD, "1000");
    judges(withdrawn, false, "gate.transfer-withdrawn", false, "gate.transfer-withdrawn");
    assertThat(withdrawn.fact().goals().inAnEmergency()).isFalse();
  }

  @Test
  void anEarmarkedTransferSetToNothingAboveIsSaidToBeJustThatAndSaysLessThanOneWithMoney() {
    for (boolean exempt : List.of(false, true)) {
      Decomposition nothing = new Decomposed(FundKind.EARMARKED, false, exempt, false, List.of(), Reconciliation.of(Money.ZERO, List.of(), List.of()), false,
          FundRules.STANDARD).fact();
      assertThat(nothing.goals()).extracting(Judged::passes, judged -> judged.why().rule()).containsExactly(true, "gate.transfer-nothing");
      assertThat(Decomposed.worse(nothing, earmarked("1000").fact()).goals().why().rule()).isEqualTo("gate.decomposed");
      assertThat(Decomposed.worse(Decomposed.NOT_EARMARKED, nothing).goals().why().rule()).isEqualTo("gate.transfer-nothing");
    }
  }

  @Test
  void ofSeveralTransfersTheWorstCountsGateByGate() {
    Decomposition good = earmarked("1000").fact();
    Decomposition differs = earmarked("999").fact();
    Decomposition bare = earmarked("").fact();
    Decomposition withdrawn = one(FundKind.EARMARKED, true, false, false, FundRules.STANDARD, "1000").fact();
    assertThat(Decomposed.worse(Decomposed.NOT_EARMARKED, good)).isEqualTo(good);
    assertThat(Decomposed.worse(good, differs).quantities().why().rule()).isEqualTo("gate.quantities-differ");
    assertThat(Decomposed.worse(differs, bare).goals().why().rule()).isEqualTo("gate.not-decomposed");
    assertThat(Decomposed.worse(withdrawn, bare).goals().why().rule()).isEqualTo("gate.transfer-withdrawn");
  }
}
