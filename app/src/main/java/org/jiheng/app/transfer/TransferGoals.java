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
import org.jiheng.app.project.ProjectFacts;

/**
 * How the transfers a project is given money from stand with their goals, for the gates of the budget (B3, B4): of several, the one
 * that stands worst; those of a project that was merged are those of the one it was merged into. Money of a withdrawn document stands
 * worst until it is taken back. For rooms above; whether the caller may know of the project, they have asked.
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

  @Override
  public Class<? extends ProjectFact> says() {
    return Decomposition.class;
  }

  /** By project; one no transfer names has no earmarked one. */
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
    projects.forEach(project -> found.put(project, Decomposed.NOT_EARMARKED));
    Map<UUID, Set<UUID>> named = withMerged(projects);
    List<Object[]> rows = database.createQuery("select l.project, l.document from FundLine l, FundDocument d where d.id = l.document "
            + "and l.project in :projects and (d.state <> :withdrawn or l.sentAmount > 0 and l.takenBackOn is null)", Object[].class)
        .setParameter("projects", named.keySet()).setParameter("withdrawn", FundState.WITHDRAWN).getResultList();
    Map<UUID, Decomposition> documents = decomposed(rows.stream().map(row -> (UUID) row[1]).distinct().toList());
    rows.forEach(row -> named.get((UUID) row[0]).forEach(project -> found.merge(project, documents.get((UUID) row[1]), Decomposed::worse)));
    return found;
  }

  /** These projects and all that were merged into them, each with those of them it counts for. */
  Map<UUID, Set<UUID>> withMerged(List<UUID> projects) {
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

  private Map<UUID, Decomposition> decomposed(List<UUID> documents) {
    FundStore.RulesOf rules = store.rulesOf();
    Map<UUID, Decomposition> decomposed = new HashMap<>();
    for (int from = 0; from < documents.size(); from += BLOCK) {
      store.sheets(documents.subList(from, Math.min(documents.size(), from + BLOCK)))
          .forEach(sheet -> decomposed.put(sheet.document().id(), sheet.decomposed(rules.of(sheet.document()), sheet.goalsOwed()).fact()));
    }
    return decomposed;
  }
}
