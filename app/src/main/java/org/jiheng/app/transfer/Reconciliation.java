package org.jiheng.app.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.common.Parsed;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.Reasoned;

/**
 * A whole held against its parts: the money and every indicator, each with its verdict and why (S20; DOMAIN 7.3, tolerance 0). Pure.
 *
 * @param amount of the document, yuan
 * @param distributed what the parts add up to, yuan; an amount that cannot be read counts nothing
 * @param amounts what is wrong with a part's amount, by part
 * @param lines the indicators, in their order
 */
public record Reconciliation(Money amount, Money distributed, Reasoned<Verdict> money, Map<UUID, Problem> amounts, List<ReconciledGoal> lines) {

  public static Reconciliation of(Money amount, List<FundGoal> goals, List<Share> shares) {
    Map<UUID, Problem> unreadable = new LinkedHashMap<>();
    Money sum = Money.ZERO;
    for (Share share : shares) {
      Parsed<Money> money = share.money();
      money.problem().ifPresent(problem -> unreadable.put(share.id(), problem));
      sum = sum.plus(money.value().orElse(Money.ZERO));
    }
    return new Reconciliation(amount, sum, money(amount, sum, unreadable.size()), unreadable,
        goals.stream().map(goal -> ReconciledGoal.of(goal, shares)).toList());
  }

  private static Reasoned<Verdict> money(Money amount, Money sum, int unreadable) {
    Money left = left(amount, sum);
    if (unreadable > 0) {
      return Reasoned.of(Verdict.UNCLEAR, Because.of("transfer.money-unclear", Because.BUDGET_LAW, "count", unreadable));
    }
    return switch (Integer.signum(left.compareTo(Money.ZERO))) {
      case 0 -> Reasoned.of(Verdict.OK, Because.of("transfer.money-equal", Because.BUDGET_LAW, "amount", amount));
      case 1 -> Reasoned.of(Verdict.SHORT, Because.of("transfer.money-left", Because.BUDGET_LAW, "amount", amount, "parts", sum, "left", left));
      default -> Reasoned.of(Verdict.OVER, Because.of("transfer.money-over", Because.BUDGET_LAW, "amount", amount, "parts", sum,
          "over", left(sum, amount)));
    };
  }

  private static Money left(Money amount, Money sum) {
    return new Money(amount.yuan().subtract(sum.yuan()));
  }

  /** What is not distributed yet, yuan; negative when more was distributed than there is. */
  public Money remainder() {
    return left(amount, distributed);
  }

  public Verdict moneyVerdict() {
    return money.value().orElseThrow();
  }

  /** Main quantity indicators that do not stand, in their order (gate B4). */
  public List<ReconciledGoal> differing() {
    return lines.stream().filter(line -> line.verdict() != Verdict.OK && line.verdict() != Verdict.FREE).toList();
  }

  public Optional<ReconciledGoal> line(UUID goal) {
    return lines.stream().filter(line -> line.goal().id().equals(goal)).findFirst();
  }
}
