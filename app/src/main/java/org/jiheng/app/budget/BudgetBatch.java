package org.jiheng.app.budget;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.budget.BudgetEntry.Occasion;
import org.jiheng.app.budget.BudgetList.Line;
import org.jiheng.app.budget.BudgetList.Standing;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Reason;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.review.Refusal;

/**
 * What would become of lines of the budget list that are taken in or allocated together, before anything is done: an opening budget is
 * hundreds of projects, each with the amount that is left to it. What is done asks everything again. Pure.
 *
 * @param command one for each: a second time does nothing
 * @param amount yuan; empty for one that is refused
 * @param refusals why it cannot be done; empty if it can
 * @param reasons what the gates say against it
 */
public record BudgetBatch(Line line, UUID command, Optional<Money> amount, List<Refusal> refusals, List<Reason> reasons) {

  /** Each with what is left of what finance supports, or of what is asked for. */
  public static List<BudgetBatch> entering(List<Line> lines, Occasion occasion) {
    return lines.stream().map(line -> entering(line, occasion)).toList();
  }

  /**
   * Each with what it entered with.
   *
   * @param document number of the document for all of them; empty text for none
   */
  public static List<BudgetBatch> allocating(List<Line> lines, String document) {
    boolean numbered = !TypedText.of(document).isBlank();
    return lines.stream().map(line -> allocating(line, numbered)).toList();
  }

  public boolean possible() {
    return refusals.isEmpty();
  }

  private static BudgetBatch entering(Line line, Occasion occasion) {
    if (line.standing() == Standing.CONFIDENTIAL) {
      return refused(line, Refusal.because("project-confidential"));
    }
    if (line.standing() == Standing.ENTERED) {
      return refused(line, Refusal.because("budget-entry-waits"));
    }
    if (occasion == Occasion.OPENING && line.occasion().isPresent()) {
      return refused(line, Refusal.because("budget-entered-already"));
    }
    if (!line.entry().allowed()) {
      return closed(line, line.entry().reasons());
    }
    Optional<Money> amount = line.left().or(line::asked).filter(money -> !money.isZero());
    return amount.isEmpty() ? refused(line, Refusal.because("budget-nothing-left")) : possible(line, amount);
  }

  private static BudgetBatch allocating(Line line, boolean numbered) {
    if (line.waiting().isEmpty()) {
      return refused(line, line.standing() == Standing.ALLOCATED ? Refusal.because("budget-allocated-already") : Refusal.because("budget-not-entered"));
    }
    if (!numbered && line.occasion().filter(one -> one == Occasion.SUPPLEMENT).isPresent()) {
      return refused(line, Refusal.because("money-without-document"));
    }
    List<Reason> closed = BudgetAction.ALLOCATE.gates().stream().flatMap(gate -> line.says(gate).stream()).filter(answer -> !answer.allowed())
        .map(Gate.Answer::reason).distinct().toList();
    return closed.isEmpty() ? possible(line, line.waiting()) : closed(line, closed);
  }

  private static BudgetBatch possible(Line line, Optional<Money> amount) {
    return new BudgetBatch(line, UUID.randomUUID(), amount, List.of(), List.of());
  }

  private static BudgetBatch refused(Line line, Refusal why) {
    return new BudgetBatch(line, UUID.randomUUID(), Optional.empty(), List.of(why), List.of());
  }

  private static BudgetBatch closed(Line line, List<Reason> reasons) {
    return new BudgetBatch(line, UUID.randomUUID(), Optional.empty(), List.of(Refusal.because("gate-closed")), reasons);
  }
}
