package org.jiheng.app.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.project.BudgetGuard;
import org.jiheng.app.review.CellKey;
import org.jiheng.app.review.Refusal;

/**
 * A fund document as a screen shows it to one person, whole and detached. A unit sees its own parts as they went down, and no
 * reconciliation.
 *
 * @param reconciliation for finance; empty for a unit
 * @param texts what stands in each cell that can be written
 * @param locks why a cell may not be written; missing where it may
 * @param units names by code
 * @param projects names of the projects of its parts
 * @param receipts when a county confirmed its part, by the code of the county
 * @param takenBack of a withdrawn document, what counties said they had taken back, by the code of the county
 * @param gates what the gates of the budget keep a project's part from being sent for, by part; empty for a unit
 */
public record FundPage(
    FundDocument document, List<FundIndicator> indicators, List<FundLine> lines, List<FundTarget> targets,
    Optional<Reconciliation> reconciliation, Map<CellKey, String> texts, Map<CellKey, Refusal> locks, boolean writable,
    List<FundMove.Offer> offers, Optional<FundExemption> exemption, List<FundTask> tasks, List<FundStep> steps, Map<String, String> units,
    Map<UUID, String> projects, Map<String, Instant> receipts, Map<String, TakenBackLetter> takenBack,
    Map<UUID, List<BudgetGuard.Closed>> gates, boolean overAllowed, LocalDate today) {

  /** What went down to a part for an indicator; empty text for nothing. */
  public String sent(UUID line, UUID indicator) {
    return targets.stream().filter(one -> one.line().equals(line) && one.indicator().equals(indicator)).findFirst().map(FundTarget::sent).orElse("");
  }
}
