package org.jiheng.app.transfer;

import java.util.ArrayList;
import java.util.List;
import org.jiheng.app.common.Money;
import org.jiheng.app.review.Refusal;

/**
 * Whether money and goals may go down together: the goals are decomposed (gates B3, B4: {@link Decomposed}), the money is handed on
 * whole, and no project is given money before its own gates stand open (B1, B2: S15, S17). Pure.
 *
 * @param parts how many there are
 * @param gated names of the parts whose projects the gates of the budget keep from money, each with its gates
 */
public record Sending(int parts, Decomposed decomposed, List<String> gated) {

  public Sending {
    gated = List.copyOf(gated);
  }

  /** Everything that stands in the way, at once. */
  public List<Refusal> refusals() {
    List<Refusal> refusals = new ArrayList<>();
    if (parts == 0 && !decomposed.nothing()) {
      refusals.add(Refusal.because("transfer-no-parts"));
    }
    refusals.addAll(decomposed.againstGoals());
    money(refusals);
    refusals.addAll(decomposed.againstQuantities());
    if (!gated.isEmpty()) {
      refusals.add(Refusal.because("transfer-gates-closed", "places", String.join("、", gated)));
    }
    return refusals;
  }

  /** Money for an emergency may go down in parts; every other document is handed on whole. */
  private void money(List<Refusal> refusals) {
    Reconciliation reconciliation = decomposed.reconciliation();
    Money remainder = reconciliation.remainder();
    switch (reconciliation.moneyVerdict()) {
      case UNCLEAR -> refusals.add(Refusal.because("transfer-money-unclear", "count", reconciliation.amounts().size()));
      case OVER -> refusals.add(Refusal.because("transfer-money-over", "over", new Money(remainder.yuan().negate())));
      case SHORT -> {
        if (!decomposed.exempt()) {
          refusals.add(Refusal.because("transfer-money-left", "left", remainder));
        }
      }
      default -> { }
    }
  }
}
