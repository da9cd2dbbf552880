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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.BudgetGuard;
import org.jiheng.app.project.BudgetGuard.Closed;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;

/**
 * Whether the projects of a fund document may be given its money: each passes B1 and B2 before the document brings it there (S15, S17).
 * Money of years before is only written down, as everywhere in the library. While an exemption for an emergency holds the money goes
 * first; its goals, those of its projects among them, are owed after it (S19).
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FundGates {

  @Inject
  @Any
  private Instance<BudgetGuard> gates;

  @Inject
  private Projects projects;

  @Inject
  private BusinessClock clock;

  /** What keeps the document from being sent now, by part: of those that are given more than they have. */
  Map<UUID, List<Closed>> against(FundSheet sheet) {
    return !sheet.document().state().open() || sheet.goalsOwed() ? Map.of() : asked(sheet, FundGates::grows);
  }

  /** The same of all parts that have money, also while an exemption holds: what an emergency owes besides its goals. */
  Map<UUID, List<Closed>> owed(FundSheet sheet) {
    return asked(sheet, line -> !typed(line).isZero());
  }

  private static boolean grows(FundLine line) {
    return typed(line).compareTo(line.sentAmount().orElse(Money.ZERO)) > 0;
  }

  /** An amount that cannot be read is no money yet; it stops the sending by itself. */
  private static Money typed(FundLine line) {
    return new Share(line.id(), line.name(), line.amount(), Map.of()).money().value().orElse(Money.ZERO);
  }

  private Map<UUID, List<Closed>> asked(FundSheet sheet, Predicate<FundLine> which) {
    if (sheet.document().head().fiscalYear() < clock.today().getYear()) {
      return Map.of();
    }
    Map<UUID, Project> given = new HashMap<>();
    sheet.lines().stream().filter(which).forEach(line -> line.part().project().flatMap(this::lasting).ifPresent(project -> given.put(line.id(), project)));
    List<Project> all = List.copyOf(given.values().stream().collect(Collectors.toMap(Project::id, one -> one, (one, _) -> one)).values());
    Map<UUID, List<Closed>> closed = new HashMap<>();
    (all.isEmpty() ? Stream.<BudgetGuard>empty() : gates.stream()).forEach(gate -> gate.againstMoney(all)
        .forEach((project, why) -> closed.computeIfAbsent(project, _ -> new ArrayList<>()).addAll(why)));
    Map<UUID, List<Closed>> byPart = new HashMap<>();
    given.forEach((line, project) -> Optional.ofNullable(closed.get(project.id())).ifPresent(why -> byPart.put(line, why)));
    return byPart;
  }

  /** Money of a project that was merged goes to the one it was merged into. */
  private Optional<Project> lasting(UUID id) {
    Optional<Project> project = projects.find(id);
    while (project.flatMap(Project::mergedInto).isPresent()) {
      project = project.flatMap(Project::mergedInto).flatMap(projects::find);
    }
    return project;
  }
}
