package org.jiheng.app.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jiheng.app.common.Money;
import org.jiheng.app.review.Refusal;

/**
 * Whether money and goals may go down together (S18, S20; gates B3 and B4). An earmarked transfer goes with goals, for the whole, the
 * region and every part; only emergency and disaster relief is exempted, and its goals come after (S19). Pure.
 *
 * @param goals whether overall and regional goal and at least one indicator are there
 * @param without names of the parts that carry no indicator
 * @param parts how many there are
 * @param overNoted whether a note says why the parts come to more
 */
public record Sending(
    FundKind kind, boolean exempt, boolean goals, List<String> without, int parts, Reconciliation reconciliation, boolean overNoted, FundRules rules) {

  public Sending {
    without = List.copyOf(without);
  }

  /** Everything that stands in the way, at once. */
  public List<Refusal> refusals() {
    List<Refusal> refusals = new ArrayList<>();
    if (parts == 0) {
      refusals.add(Refusal.because("transfer-no-parts"));
    }
    if (kind == FundKind.EARMARKED && !exempt) {
      if (!goals) {
        refusals.add(Refusal.because("transfer-no-goals"));
      } else {
        goals(refusals);
      }
    }
    money(refusals);
    if (!exempt) {
      quantities(refusals);
    }
    return refusals;
  }

  /** Without a main quantity nothing would say whether the parts come to the whole (S18, S20). */
  private void goals(List<Refusal> refusals) {
    if (!without.isEmpty()) {
      refusals.add(Refusal.because("transfer-part-without-goals", "places", String.join("、", without)));
    }
    if (reconciliation.lines().stream().noneMatch(line -> line.goal().main())) {
      refusals.add(Refusal.because("transfer-no-main-quantity"));
    }
  }

  /** Money for an emergency may go down in parts; every other document is handed on whole. */
  private void money(List<Refusal> refusals) {
    Money remainder = reconciliation.remainder();
    switch (reconciliation.moneyVerdict()) {
      case UNCLEAR -> refusals.add(Refusal.because("transfer-money-unclear", "count", reconciliation.amounts().size()));
      case OVER -> refusals.add(Refusal.because("transfer-money-over", "over", new Money(remainder.yuan().negate())));
      case SHORT -> {
        if (!exempt) {
          refusals.add(Refusal.because("transfer-money-left", "left", remainder));
        }
      }
      default -> { }
    }
  }

  private void quantities(List<Refusal> refusals) {
    List<ReconciledGoal> differing = reconciliation.differing().stream().filter(line -> !passes(line)).toList();
    List<ReconciledGoal> unnoted = differing.stream().filter(line -> rules.allowOver() && overCanPass(line)).toList();
    List<ReconciledGoal> hard = differing.stream().filter(line -> !unnoted.contains(line)).toList();
    if (!hard.isEmpty()) {
      refusals.add(Refusal.because("transfer-quantities-differ", "indicators", names(hard)));
    }
    if (!unnoted.isEmpty()) {
      refusals.add(Refusal.because("transfer-over-without-note", "indicators", names(unnoted)));
    }
  }

  private boolean passes(ReconciledGoal line) {
    return rules.allowOver() && overNoted && overCanPass(line);
  }

  private static boolean overCanPass(ReconciledGoal line) {
    return line.verdict() == Verdict.OVER && line.overPossible();
  }

  private static String names(List<ReconciledGoal> lines) {
    return lines.stream().map(line -> line.goal().name()).collect(Collectors.joining("、"));
  }
}
