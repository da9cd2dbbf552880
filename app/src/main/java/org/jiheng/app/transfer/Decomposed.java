package org.jiheng.app.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jiheng.app.project.ProjectFact.Decomposition;
import org.jiheng.app.project.ProjectFact.Decomposition.Judged;
import org.jiheng.app.review.Refusal;

/**
 * Gates B3 and B4 judged of one fund document (DOMAIN 15): the one place for it, asked when the document is sent and by the gates of
 * the budget. An earmarked transfer goes with goals, for the whole, the region and every part (S18); only emergency and disaster relief
 * is exempted, and its goals come after (S19); main quantities of the parts come to those of the whole (S20). Where the part above was
 * set to nothing, nothing goes down and no goals with it. What was withdrawn passes neither gate. Pure.
 *
 * @param withdrawn whether the document does not hold any more
 * @param exempt whether its goals come after
 * @param goals whether overall and regional goal and at least one indicator are there
 * @param without names of the parts that carry no indicator
 * @param overNoted whether a note says why the parts come to more
 */
record Decomposed(
    FundKind kind, boolean withdrawn, boolean exempt, boolean goals, List<String> without, Reconciliation reconciliation, boolean overNoted, FundRules rules) {

  /** Of a project no transfer names. */
  static final Decomposition NOT_EARMARKED = new Decomposition(notEarmarked(), notEarmarked());

  Decomposed {
    without = List.copyOf(without);
  }

  /** Gate B3: what speaks against its goals, everything at once. */
  List<Refusal> againstGoals() {
    if (kind != FundKind.EARMARKED || exempt || nothing()) {
      return List.of();
    }
    if (!goals) {
      return List.of(Refusal.because("transfer-no-goals"));
    }
    List<Refusal> refusals = new ArrayList<>();
    if (!without.isEmpty()) {
      refusals.add(Refusal.because("transfer-part-without-goals", "places", String.join("、", without)));
    }
    // without a main quantity nothing would say whether the parts come to the whole
    if (reconciliation.lines().stream().noneMatch(line -> line.goal().main())) {
      refusals.add(Refusal.because("transfer-no-main-quantity"));
    }
    return refusals;
  }

  /** Gate B4: main quantities that do not come to those of the whole. More passes where the jurisdiction allows it and a note says why. */
  List<Refusal> againstQuantities() {
    if (exempt) {
      return List.of();
    }
    List<ReconciledGoal> differing = differing();
    List<ReconciledGoal> unnoted = differing.stream().filter(line -> rules.allowOver() && overCanPass(line)).toList();
    List<ReconciledGoal> hard = differing.stream().filter(line -> !unnoted.contains(line)).toList();
    List<Refusal> refusals = new ArrayList<>();
    if (!hard.isEmpty()) {
      refusals.add(Refusal.because("transfer-quantities-differ", "indicators", names(hard)));
    }
    if (!unnoted.isEmpty()) {
      refusals.add(Refusal.because("transfer-over-without-note", "indicators", names(unnoted)));
    }
    return refusals;
  }

  /** The same as the gates of the budget are told it, for the projects the document gives money to. */
  Decomposition fact() {
    return new Decomposition(judgedGoals(), judgedQuantities());
  }

  private Judged judgedGoals() {
    if (withdrawn) {
      return withdrawnMoney();
    }
    if (kind != FundKind.EARMARKED) {
      return notEarmarked();
    }
    if (nothing()) {
      return open("gate.transfer-nothing");
    }
    if (exempt) {
      return open("gate.emergency");
    }
    return againstGoals().isEmpty() ? open("gate.decomposed") : new Judged(false, true, Because.of("gate.not-decomposed", Because.GOALS));
  }

  private Judged judgedQuantities() {
    if (withdrawn) {
      return withdrawnMoney();
    }
    if (exempt) {
      return open("gate.emergency");
    }
    if (!againstQuantities().isEmpty()) {
      return new Judged(false, false, Because.of("gate.quantities-differ", Because.GOALS, "quantities", names(differing())));
    }
    return open(reconciliation.differing().isEmpty() ? "gate.quantities-equal" : "gate.quantities-over-allowed");
  }

  private static Judged open(String rule) {
    return new Judged(true, false, Because.of(rule, Because.GOALS));
  }

  private static Judged notEarmarked() {
    return open("gate.not-earmarked");
  }

  /** Money that is to be taken back opens nothing, and nobody opens anything for it. */
  private static Judged withdrawnMoney() {
    return new Judged(false, false, Because.of("gate.transfer-withdrawn", Because.GOALS));
  }

  /** Whether there is no money to go down: the part it is was set to nothing above. */
  boolean nothing() {
    return reconciliation.amount().isZero();
  }

  private List<ReconciledGoal> differing() {
    return reconciliation.differing().stream().filter(line -> !(rules.allowOver() && overNoted && overCanPass(line))).toList();
  }

  private static boolean overCanPass(ReconciledGoal line) {
    return line.verdict() == Verdict.OVER && line.overPossible();
  }

  private static String names(List<ReconciledGoal> lines) {
    return lines.stream().map(line -> line.goal().name()).collect(Collectors.joining("、"));
  }

  /** Of several transfers of one project the one that stands worst, gate by gate. */
  static Decomposition worse(Decomposition one, Decomposition other) {
    return new Decomposition(worse(one.goals(), other.goals()), worse(one.quantities(), other.quantities()));
  }

  private static Judged worse(Judged one, Judged other) {
    return rank(other) < rank(one) ? other : one;
  }

  /** What stays closed for everybody first, then what an emergency opens, then what is open for an emergency; last what has no money, and what is no transfer. */
  private static int rank(Judged judged) {
    if (!judged.passes()) {
      return judged.inAnEmergency() ? 1 : 0;
    }
    return switch (judged.why().rule()) {
      case "gate.emergency" -> 2;
      case "gate.transfer-nothing" -> 4;
      case "gate.not-earmarked" -> 5;
      default -> 3;
    };
  }
}
