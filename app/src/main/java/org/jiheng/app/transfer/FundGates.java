package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.BudgetGuard;
import org.jiheng.app.project.BudgetGuard.Closed;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;

/**
 * Whether the projects of a fund document may be given its money: each passes B1 and B2 before the document brings it there, whatever the
 * year of the document (S15, S17); what came late in a year is sent on in the next one, and what was given before the platform was there is
 * written down in the library. While an exemption for an emergency holds the money goes before the goals, those of its projects among
 * them; nothing else is left aside (S19).
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FundGates {

  @Inject
  @Any
  private Instance<BudgetGuard> gates;

  @Inject
  private Projects projects;

  /** What keeps the document from being sent now, by part: of those that are given more than they have. */
  Map<UUID, List<Closed>> against(FundSheet sheet) {
    if (!sheet.document().state().open()) {
      return Map.of();
    }
    Map<UUID, List<Closed>> closed = asked(sheet, line -> !more(line).isZero());
    return sheet.goalsOwed() ? besidesGoals(closed) : closed;
  }

  private static Map<UUID, List<Closed>> besidesGoals(Map<UUID, List<Closed>> closed) {
    Map<UUID, List<Closed>> besides = new HashMap<>();
    closed.forEach((line, all) -> {
      List<Closed> others = all.stream().filter(one -> !one.forGoals()).toList();
      if (!others.isEmpty()) {
        besides.put(line, others);
      }
    });
    return besides;
  }

  /** The same of all parts that have money, also while an exemption holds: what an emergency owes besides its goals. */
  Map<UUID, List<Closed>> owed(FundSheet sheet) {
    return asked(sheet, line -> !typed(line).isZero());
  }

  /** What the part is to be given besides what has gone down; nothing where it is to have less. */
  private static Money more(FundLine line) {
    Money more = new Money(typed(line).yuan().subtract(line.sentAmount().orElse(Money.ZERO).yuan()));
    return more.compareTo(Money.ZERO) > 0 ? more : Money.ZERO;
  }

  /** An amount that cannot be read is no money yet; it stops the sending by itself. */
  private static Money typed(FundLine line) {
    return new Share(line.id(), line.name(), line.amount(), Map.of()).money().value().orElse(Money.ZERO);
  }

  private Map<UUID, List<Closed>> asked(FundSheet sheet, Predicate<FundLine> which) {
    List<FundLine> parts = sheet.lines().stream().filter(line -> line.part().project().isPresent()).filter(which).toList();
    Map<UUID, Project> lasting = projects.lasting(parts.stream().flatMap(line -> line.part().project().stream()).toList());
    Map<UUID, Project> given = new HashMap<>();
    Map<Project, Money> more = new HashMap<>();
    parts.forEach(line -> line.part().project().map(lasting::get).ifPresent(project -> {
      given.put(line.id(), project);
      more.merge(project, more(line), Money::plus);
    }));
    Map<UUID, List<Closed>> closed = new HashMap<>();
    (more.isEmpty() ? Stream.<BudgetGuard>empty() : gates.stream()).forEach(gate -> gate.againstMoney(more)
        .forEach((project, why) -> closed.computeIfAbsent(project, _ -> new ArrayList<>()).addAll(why)));
    Map<UUID, List<Closed>> byPart = new HashMap<>();
    given.forEach((line, project) -> Optional.ofNullable(closed.get(project.id())).ifPresent(why -> byPart.put(line, why)));
    return byPart;
  }
}
