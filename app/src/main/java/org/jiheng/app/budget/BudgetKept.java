package org.jiheng.app.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.BudgetGuard;
import org.jiheng.app.project.FundingLine;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.Refusal;

/** What the budget says when the library is about to change a project, and before money goes to one. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class BudgetKept implements BudgetGuard {

  /** Identifiers in one statement. */
  private static final int BLOCK = 1000;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Gates gates;

  @Inject
  private Projects projects;

  /** Entries are never changed: those of a project that goes would vanish from the list, and the other one could enter once more. */
  @Override
  public List<Refusal> againstMerging(Project goes) {
    boolean entered = !database.createQuery("select b.id from BudgetEntry b where b.project = :project")
        .setParameter("project", goes.id()).setMaxResults(1).getResultList().isEmpty();
    return entered ? List.of(Refusal.because("project-in-the-budget", "code", goes.code())) : List.of();
  }

  @Override
  public boolean begun(int fiscalYear) {
    return !database.createQuery("select b.id from BudgetEntry b where b.fiscalYear <= :year").setParameter("year", fiscalYear)
        .setMaxResults(1).getResultList().isEmpty();
  }

  /** A confidential project passes its gates off the platform: of its money only the sum is kept here (DOMAIN 12). */
  @Override
  public Map<UUID, List<Closed>> againstMoney(Map<Project, Money> more) {
    List<Project> asked = more.keySet().stream().filter(project -> !project.confidential()).toList();
    if (asked.isEmpty()) {
      return Map.of();
    }
    Gates.Known known = gates.known(asked, List.of(BudgetAction.ALLOCATE));
    Map<UUID, Money> has = has(asked);
    Map<UUID, List<Closed>> against = new HashMap<>();
    for (Project project : asked) {
      List<Closed> closed = new ArrayList<>();
      known.permission(project, BudgetAction.ALLOCATE).answers().forEach((gate, answer) -> {
        if (!answer.allowed()) {
          closed.add(new Closed(gate.name(), answer.reason(), gate == Gate.B2));
        }
      });
      over(known.facts().getOrDefault(project.id(), List.of()), has.get(project.id()), more.get(project)).ifPresent(closed::add);
      if (!closed.isEmpty()) {
        against.put(project.id(), closed);
      }
    }
    return against;
  }

  /** What is supported of a project is a whole: what it has and what it is given besides come to it at the most (S15). */
  static Optional<Closed> over(List<ProjectFact> facts, Money has, Money more) {
    Money total = has.plus(more);
    return facts.stream().filter(ProjectFact.ExAnte.class::isInstance).map(ProjectFact.ExAnte.class::cast)
        .filter(fact -> fact.standing() == ProjectFact.ExAnte.Standing.SUPPORTED || fact.standing() == ProjectFact.ExAnte.Standing.PARTLY_SUPPORTED)
        .flatMap(fact -> fact.supported().stream()).findFirst()
        .filter(supported -> !more.isZero() && total.compareTo(supported) > 0)
        .map(supported -> new Closed(Gate.B1.name(), Because.of(Closed.OVER_SUPPORTED, Because.OPINION, "supported", wan(supported), "has", wan(has),
            "more", wan(more), "comesTo", wan(total)), false));
  }

  private static String wan(Money money) {
    return money.inWan().toPlainString();
  }

  /** Fiscal money that was given, and what entered the budget and waits to be allocated. */
  private Map<UUID, Money> has(List<Project> asked) {
    List<UUID> ids = asked.stream().map(Project::id).toList();
    Map<UUID, Money> has = new HashMap<>();
    ids.forEach(id -> has.put(id, Money.ZERO));
    projects.lines(ids).forEach((project, lines) -> lines.stream().filter(FundingLine::counts).map(FundingLine::entry)
        .filter(entry -> entry.kind().given() && entry.source().fiscal()).forEach(entry -> has.merge(project, entry.signed(), Money::plus)));
    Map<UUID, List<BudgetEntry>> entries = new HashMap<>();
    for (int from = 0; from < ids.size(); from += BLOCK) {
      database.createQuery("select b from BudgetEntry b where b.project in :projects order by b.at, b.id", BudgetEntry.class)
          .setParameter("projects", ids.subList(from, Math.min(ids.size(), from + BLOCK))).getResultStream()
          .forEach(entry -> entries.computeIfAbsent(entry.project(), _ -> new ArrayList<>()).add(entry));
    }
    entries.forEach((project, all) -> new BudgetEntries(all).waiting().ifPresent(entry -> has.merge(project, entry.amount(), Money::plus)));
    return has;
  }
}
