package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.goal.GoalsFromAbove;
import org.jiheng.tenants.scope.Scope;

/**
 * What the transfers a project spends set for it: the overall goal, and of every indicator what its part is given. As it went down; while
 * a document is broken down, as it is typed, because a project has its goal approved before money goes to it (gate B2). What was withdrawn
 * sets nothing, and a part set to nothing asks for nothing. Whoever looks in from outside or from above is shown no transfer, and so
 * nothing of it here.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class GoalsOfTransfers implements GoalsFromAbove {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private FundStore store;

  @Inject
  private TransferGoals transfers;

  @Override
  public List<FromAbove> of(UUID project) {
    Scope scope = Scope.current();
    if (scope.readOnly() || scope.caller().guest()) {
      return List.of();
    }
    Set<UUID> projects = transfers.withMerged(List.of(project)).keySet();
    List<UUID> documents = database.createQuery("select distinct l.document from FundLine l, FundDocument d where d.id = l.document and l.project in :projects "
            + "and d.state <> :withdrawn", UUID.class)
        .setParameter("projects", projects).setParameter("withdrawn", FundState.WITHDRAWN).getResultList();
    List<FromAbove> above = new ArrayList<>();
    store.sheets(documents).stream().sorted(Comparator.comparing(sheet -> sheet.document().head().number())).forEach(sheet ->
        sheet.lines().stream().filter(line -> line.part().project().filter(projects::contains).isPresent())
            .map(line -> set(sheet, line)).filter(one -> !one.lines().isEmpty()).forEach(above::add));
    return above;
  }

  private static FromAbove set(FundSheet sheet, FundLine line) {
    int year = sheet.document().head().fiscalYear();
    List<Line> lines = new ArrayList<>();
    for (FundIndicator indicator : sheet.indicators()) {
      sheet.target(line.id(), indicator.id()).map(target -> target(sheet.document().state(), indicator.goal(year), target)).filter(text -> !text.isBlank())
          .ifPresent(text -> lines.add(new Line(indicator.level1(), indicator.level2(), indicator.name(), text, indicator.main(), indicator.aggregation())));
    }
    return new FromAbove(sheet.document().head().number(), sheet.document().overallGoal(), lines);
  }

  private static String target(FundState state, FundGoal goal, FundTarget target) {
    return state.open() && !target.typed().isBlank() ? Handing.target(goal, target.typed()) : target.sent();
  }
}
