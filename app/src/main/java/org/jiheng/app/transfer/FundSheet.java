package org.jiheng.app.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.project.BudgetGuard;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Refusal;

/** A fund document with its goals, parts, and what came of them, as it is in the database. */
record FundSheet(
    FundDocument document, List<FundIndicator> indicators, List<FundLine> lines, List<FundTarget> targets, Optional<FundExemption> exemption,
    List<FundTask> tasks) {

  Reconciliation reconciled() {
    return Reconciliation.of(document.head().amount(), goals(), shares());
  }

  List<FundGoal> goals() {
    return indicators.stream().map(one -> one.goal(document.head().fiscalYear())).toList();
  }

  List<Share> shares() {
    Map<UUID, Map<UUID, String>> typed = new HashMap<>();
    targets.forEach(target -> typed.computeIfAbsent(target.line(), _ -> new HashMap<>()).put(target.indicator(), target.typed()));
    return lines.stream().map(line -> new Share(line.id(), line.name(), line.amount(), typed.getOrDefault(line.id(), Map.of()))).toList();
  }

  /** Place of one that is added: behind all others, also where some were removed. */
  int nextIndicator() {
    return indicators.stream().mapToInt(FundIndicator::position).max().orElse(-1) + 1;
  }

  int nextLine() {
    return lines.stream().mapToInt(FundLine::position).max().orElse(-1) + 1;
  }

  Optional<FundTarget> target(UUID line, UUID indicator) {
    return targets.stream().filter(one -> one.line().equals(line) && one.indicator().equals(indicator)).findFirst();
  }

  Optional<FundIndicator> indicator(UUID id) {
    return indicators.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  Optional<FundLine> line(UUID id) {
    return lines.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /**
   * Gates B3 and B4 as they stand.
   *
   * @param asExempt whether the goals may come after
   */
  Decomposed decomposed(FundRules rules, boolean asExempt) {
    // what came from above has its overall goal from there, and cannot say one by itself while it is owed there
    boolean overall = !document.overallGoal().isBlank() || document.upperDocument().isPresent();
    boolean goals = overall && !document.regionalGoal().isBlank() && !indicators.isEmpty();
    return new Decomposed(document.head().kind(), document.state() == FundState.WITHDRAWN, asExempt, goals,
        shares().stream().filter(share -> !share.hasGoals() && !cancelled(share)).map(Share::name).toList(), reconciled(), !document.overNote().isBlank(), rules);
  }

  /**
   * Everything asked about before it is sent.
   *
   * @param asExempt whether the goals may come after
   * @param gated what the gates of the budget say of its projects, by part
   */
  Sending sending(FundRules rules, boolean asExempt, Map<UUID, List<BudgetGuard.Closed>> gated) {
    return new Sending(lines.size(), decomposed(rules, asExempt), lines.stream().filter(line -> gated.containsKey(line.id()))
        .map(line -> line.name() + "(" + gated.get(line.id()).stream().map(FundSheet::said).distinct().collect(Collectors.joining("、")) + ")").toList());
  }

  /** A gate by its name; one that is closed to more than is supported with its figures, 万元. */
  private static String said(BudgetGuard.Closed closed) {
    return !closed.why().rule().equals(BudgetGuard.Closed.OVER_SUPPORTED) ? closed.gate()
        : closed.gate() + " " + closed.why().inputs().get("comesTo") + ">" + closed.why().inputs().get("supported");
  }

  /** A part that had been sent and is set to nothing carries no goals any more. */
  private boolean cancelled(Share share) {
    return line(share.id()).flatMap(FundLine::sentAmount).isPresent() && share.money().value().filter(money -> money.isZero()).isPresent();
  }

  /** Whether its goals are owed: exempted, and not followed yet. */
  boolean goalsOwed() {
    return exemption.filter(one -> one.goalsOn().isEmpty()).isPresent();
  }

  FundStanding standing(FundRules rules, Map<UUID, List<BudgetGuard.Closed>> gated) {
    return new FundStanding(document.state(), document.head().kind() == FundKind.EARMARKED, document.upperDocument().isPresent(), goalsOwed(),
        exemption.isPresent(), exemption.flatMap(FundExemption::determinedOn).isPresent(), !toTakeBack().isEmpty(), Access.drafts(), Access.decides(),
        sending(rules, goalsOwed(), gated).refusals());
  }

  /** Whether some of its parts are a county's. */
  boolean toCounties() {
    return lines.stream().anyMatch(line -> line.part().county().isPresent());
  }

  /** Parts of units whose money went down by a document that does not hold any more, and has not been taken back. */
  List<FundLine> toTakeBack() {
    return document.state() == FundState.WITHDRAWN ? lines.stream().filter(FundLine::outstanding).toList() : List.of();
  }

  /** Why nothing may be written now; empty if it may. */
  Optional<Refusal> closed() {
    if (!Access.drafts()) {
      return Optional.of(Refusal.because("transfer-not-yours"));
    }
    return document.state().open() ? Optional.empty() : Optional.of(Refusal.because("transfer-not-open"));
  }

  /** Why this cell may not be written now: goals that came from above are changed there. */
  Optional<Refusal> locked(CellKey cell) {
    boolean above = cell.equals(FundCells.OVERALL) && document.upperDocument().isPresent()
        || cell.part(0).equals("indicator") && indicator(UUID.fromString(cell.part(1))).flatMap(FundIndicator::upper).isPresent();
    return closed().or(() -> above ? Optional.of(Refusal.because("transfer-came-from-above")) : Optional.empty());
  }
}
