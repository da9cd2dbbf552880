package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectFact;
import org.jiheng.app.project.ProjectFact.Decomposition;
import org.jiheng.app.project.ProjectFact.Decomposition.Standing;
import org.jiheng.app.project.ProjectFacts;

/**
 * How the transfers a project is given money from stand with their goals, for the gates of the budget (B3, B4): of several, the one
 * that stands worst; those of a project that was merged are those of the one it was merged into. For rooms above; whether the caller may know of the project, they have asked.
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
    Map<UUID, Set<UUID>> named = withMerged(projects);
    List<Object[]> rows = database.createQuery("select l.project, l.document from FundLine l, FundDocument d where d.id = l.document "
            + "and l.project in :projects and d.kind = :earmarked and d.state <> :withdrawn", Object[].class)
        .setParameter("projects", named.keySet()).setParameter("earmarked", FundKind.EARMARKED).setParameter("withdrawn", FundState.WITHDRAWN).getResultList();
    Map<UUID, Decomposition> documents = decomposed(rows.stream().map(row -> (UUID) row[1]).distinct().toList());
    rows.forEach(row -> named.get((UUID) row[0]).forEach(project -> found.merge(project, documents.get((UUID) row[1]), TransferGoals::worse)));
    return found;
  }

  /** These projects and all that were merged into them, each with those of them it counts for. */
  private Map<UUID, Set<UUID>> withMerged(List<UUID> projects) {
    Map<UUID, Set<UUID>> named = new HashMap<>();
    projects.forEach(project -> named.computeIfAbsent(project, _ -> new HashSet<>()).add(project));
    for (Collection<UUID> into = projects; !into.isEmpty(); ) {
      List<Object[]> merged = database.createQuery("select p.id, p.mergedInto from Project p where p.mergedInto in :into", Object[].class)
          .setParameter("into", into).getResultList();
      merged.forEach(row -> named.computeIfAbsent((UUID) row[0], _ -> new HashSet<>()).addAll(named.get((UUID) row[1])));
      into = merged.stream().map(row -> (UUID) row[0]).toList();
    }
    return named;
  }

  private static Decomposition worse(Decomposition one, Decomposition other) {
    return WORST_FIRST.indexOf(other.standing()) < WORST_FIRST.indexOf(one.standing()) ? other : one;
  }

  private Map<UUID, Decomposition> decomposed(List<UUID> documents) {
    Map<Integer, FundRules> rules = new HashMap<>();
    Map<UUID, Decomposition> decomposed = new HashMap<>();
    for (int from = 0; from < documents.size(); from += BLOCK) {
      store.sheets(documents.subList(from, Math.min(documents.size(), from + BLOCK))).forEach(sheet -> decomposed.put(sheet.document().id(),
          decomposed(sheet, rules.computeIfAbsent(sheet.document().head().fiscalYear(), store::rules))));
    }
    return decomposed;
  }

  private static Decomposition decomposed(FundSheet sheet, FundRules rules) {
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
