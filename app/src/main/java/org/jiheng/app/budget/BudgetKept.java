package org.jiheng.app.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.BudgetGuard;
import org.jiheng.app.project.Budgets;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.Refusal;

/** What the budget says when the library is about to change a project, and before money goes to one. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class BudgetKept implements BudgetGuard {

  @Inject
  private BudgetBook book;

  @Inject
  private Gates gates;

  @Inject
  private Projects projects;

  /** Entries are never changed: those of a project that goes would vanish from the list, and the other one could enter once more. */
  @Override
  public List<Refusal> againstMerging(Project goes) {
    return book.of(goes.id()).none() ? List.of() : List.of(Refusal.because("project-in-the-budget", "code", goes.code()));
  }

  @Override
  public boolean begun(int fiscalYear) {
    return book.begun(fiscalYear);
  }

  /** A confidential project passes its gates off the platform: of its money only the sum is kept here (DOMAIN 12). */
  @Override
  public Map<UUID, List<Closed>> againstMoney(Map<Project, Money> more) {
    List<Project> asked = more.keySet().stream().filter(project -> !project.confidential()).toList();
    if (asked.isEmpty()) {
      return Map.of();
    }
    Gates.Known known = gates.known(asked, List.of(BudgetAction.ALLOCATE));
    Map<UUID, BudgetEntries> entries = book.of(asked);
    Map<UUID, Budgets> money = projects.budgetsOf(asked);
    Map<UUID, List<Closed>> against = new HashMap<>();
    for (Project project : asked) {
      List<Closed> closed = new ArrayList<>();
      known.permission(project, BudgetAction.ALLOCATE).answers().forEach((gate, answer) -> {
        if (!answer.allowed()) {
          closed.add(new Closed(gate.name(), answer.reason(), gate == Gate.B2));
        }
      });
      Claim.of(known.exAnte(project), money.getOrDefault(project.id(), Budgets.NONE), project.fiscalYear(),
          entries.getOrDefault(project.id(), BudgetEntries.NONE)).exceededBy(more.get(project)).map(BudgetKept::over).ifPresent(closed::add);
      if (!closed.isEmpty()) {
        against.put(project.id(), closed);
      }
    }
    return against;
  }

  private static Closed over(Claim.Excess excess) {
    return new Closed(Gate.B1.name(), Because.of(Closed.OVER_SUPPORTED, Because.OPINION, "supported", wan(excess.supported()), "has", wan(excess.has()),
        "more", wan(excess.more()), "comesTo", wan(excess.comesTo())), false);
  }

  private static String wan(Money money) {
    return money.inWan().toPlainString();
  }
}
