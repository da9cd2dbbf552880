package org.jiheng.app.transfer;

import java.util.Map;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;

/**
 * The part of a county, a unit or a project, as it was typed.
 *
 * @param amount in 万元 where no unit is written; empty text for nothing yet
 * @param targets its target values by indicator; an indicator it does not carry is missing or blank
 */
public record Share(UUID id, String name, String amount, Map<UUID, String> targets) {

  public Share {
    targets = Map.copyOf(targets);
  }

  /** What the typed amount means, or what is wrong with it; nothing typed is no money. */
  public Parsed<Money> money() {
    return amount.isBlank() ? Parsed.ok(Money.ZERO) : Money.parse(amount, Money.In.WAN);
  }

  String target(UUID indicator) {
    return targets.getOrDefault(indicator, "").strip();
  }

  /** Whether it carries at least one indicator. */
  public boolean hasGoals() {
    return targets.values().stream().anyMatch(text -> !text.isBlank());
  }
}
