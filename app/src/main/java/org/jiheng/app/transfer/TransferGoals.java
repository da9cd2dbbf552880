package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.project.ProjectFact.Decomposition;
import org.jiheng.app.project.ProjectFact.Decomposition.Standing;
import org.jiheng.app.project.ProjectFacts;

/**
 * How the transfers a project is given money from stand with their goals, for the gates of the budget (B3, B4): of several, the one
 * that stands worst. For rooms above; whether the caller may know of the project, they have asked.
 */
@ApplicationScoped
@Transactional
public class TransferGoals implements ProjectFacts {

  /** Identifiers in one statement. */
  private static final int BLOCK = 1000;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private FundStore store;

  /** From the worst to the best. */
  private static final List<Standing> WORST_FIRST = List.of(Standing.NONE, Standing.UNDER_WAY, Standing.EMERGENCY, Standing.DONE, Standing.NOT_EARMARKED);

  private static final Decomposition NOT_EARMARKED = new Decomposition(Standing.NOT_EARMARKED, true, false, false);

  /** By project; one that no transfer names is not earmarked. */
  @Override
  public Map<UUID, ProjectFact> of(List<Project> projects) {
    Map<UUID, ProjectFact> found = new HashMap<>();
    for (int from = 0; from < projects.size(); from += BLOCK) {
      found.putAll(ofBlock(projects.subList(from, Math.min(projects.size(), from + BLOCK)).stream().map(Project::id).toList()));
    }
    return found;
  }

  private Map<UUID, Decomposition> ofBlock(List<UUID> projects) {
    Map<UUID, Decomposition> found = new HashMap<>();
    projects.forEach(project -> found.put(project, NOT_EARMARKED));
    List<Object[]> rows = database.createQuery("select l.project, l.document from FundLine l, FundDocument d where d.id = l.document "
            + "and l.project in :projects and d.kind = :earmarked and d.state <> :withdrawn", Object[].class)
        .setParameter("projects", projects).setParameter("earmarked", FundKind.EARMARKED).setParameter("withdrawn", FundState.WITHDRAWN).getResultList();
    Map<UUID, Decomposition> documents = new HashMap<>();
    rows.stream().map(row -> (UUID) row[1]).distinct().forEach(id -> documents.put(id, decomposed(store.sheet(id))));
    rows.forEach(row -> found.merge((UUID) row[0], documents.get((UUID) row[1]), TransferGoals::worse));
    return found;
  }

  private static Decomposition worse(Decomposition one, Decomposition other) {
    return WORST_FIRST.indexOf(other.standing()) < WORST_FIRST.indexOf(one.standing()) ? other : one;
  }

  private Decomposition decomposed(FundSheet sheet) {
    FundRules rules = store.rules(sheet.document().head().fiscalYear());
    List<ReconciledGoal> differing = sheet.reconciled().differing();
    return new Decomposition(standing(sheet), differing.isEmpty(), rules.allowOver(),
        !differing.isEmpty() && differing.stream().allMatch(line -> line.verdict() == Verdict.OVER && line.overPossible()));
  }

  private static Standing standing(FundSheet sheet) {
    if (sheet.goalsOwed()) {
      return Standing.EMERGENCY;
    }
    if (sheet.document().state() == FundState.SENT) {
      return Standing.DONE;
    }
    return sheet.indicators().isEmpty() ? Standing.NONE : Standing.UNDER_WAY;
  }
}
