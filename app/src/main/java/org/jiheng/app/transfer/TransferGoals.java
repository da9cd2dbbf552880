package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How the transfers a project is given money from stand with their goals, for the gates of the budget (B3, B4): of several, the one
 * that stands worst. For rooms above; whether the caller may know of the project, they have asked.
 */
@ApplicationScoped
@Transactional
public class TransferGoals {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private FundStore store;

  /** From the worst to the best. */
  public enum Standing {
    /** Nothing of its goals is there. */
    NONE,
    /** Being broken down. */
    UNDER_WAY,
    /** Exempted as an emergency: the goals come after. */
    EMERGENCY,
    /** Sent together with its goals. */
    DONE,
    /** No earmarked transfer is in it. */
    NOT_EARMARKED
  }

  /**
   * What the gates ask.
   *
   * @param quantitiesEqual whether the main quantities of the parts come to those of the whole
   * @param overAllowed whether the jurisdiction lets parts come to more, with a note
   * @param quantitiesOver whether some come to more, and none to less
   */
  public record Decomposed(Standing standing, boolean quantitiesEqual, boolean overAllowed, boolean quantitiesOver) {

    static final Decomposed NOT_EARMARKED = new Decomposed(Standing.NOT_EARMARKED, true, false, false);
  }

  /** By project; one that no transfer names is not earmarked. */
  public Map<UUID, Decomposed> of(Collection<UUID> projects) {
    Map<UUID, Decomposed> found = new HashMap<>();
    projects.forEach(project -> found.put(project, Decomposed.NOT_EARMARKED));
    if (projects.isEmpty()) {
      return found;
    }
    List<Object[]> rows = database.createQuery("select l.project, l.document from FundLine l, FundDocument d where d.id = l.document "
            + "and l.project in :projects and d.kind = :earmarked and d.state <> :withdrawn", Object[].class)
        .setParameter("projects", projects).setParameter("earmarked", FundKind.EARMARKED).setParameter("withdrawn", FundState.WITHDRAWN).getResultList();
    Map<UUID, Decomposed> documents = new HashMap<>();
    rows.stream().map(row -> (UUID) row[1]).distinct().forEach(id -> documents.put(id, decomposed(store.sheet(id))));
    rows.forEach(row -> found.merge((UUID) row[0], documents.get((UUID) row[1]), TransferGoals::worse));
    return found;
  }

  private static Decomposed worse(Decomposed one, Decomposed other) {
    return other.standing().compareTo(one.standing()) < 0 ? other : one;
  }

  private Decomposed decomposed(FundSheet sheet) {
    FundRules rules = store.rules(sheet.document().head().fiscalYear());
    List<ReconciledGoal> differing = sheet.reconciled().differing();
    return new Decomposed(standing(sheet), differing.isEmpty(), rules.allowOver(),
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
