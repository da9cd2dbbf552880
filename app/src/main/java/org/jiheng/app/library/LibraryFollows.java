package org.jiheng.app.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jiheng.app.agency.UnitFollower;
import org.jiheng.app.agency.UnitTree;
import org.jiheng.app.review.Refusal;

/**
 * Indicators of a department that was moved or merged: its proposals, and what is in force of it, go over to the department that goes
 * on with the work; what was stopped stays where it was used (DOMAIN Q23). What the same code says to the library is a department:
 * a unit below one has no indicators of its own.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class LibraryFollows implements UnitFollower {

  private static final Set<EntryState> WAITING = Set.of(EntryState.PROPOSED, EntryState.RETURNED);
  private static final Set<EntryState> STAYING = Set.of(EntryState.STOPPED);

  @PersistenceContext
  private EntityManager database;

  @Override
  public Following wouldFollow(String unit, LocalDate day) {
    long staying = count(unit, STAYING);
    return new Following("INDICATOR", count(unit, Set.of(EntryState.values())) - staying, staying);
  }

  private long count(String unit, Set<EntryState> states) {
    return database.createQuery("select count(e) from OwnIndicator e where e.unit = :unit and e.state in :states", Long.class)
        .setParameter("unit", unit).setParameter("states", states).getSingleResult();
  }

  @Override
  public List<Refusal> againstClosing(String unit, LocalDate day) {
    long waiting = count(unit, WAITING);
    return waiting == 0 ? List.of() : List.of(Refusal.because("unit-has-proposals", "count", waiting));
  }

  @Override
  public void follow(String unit, String successor, LocalDate day) {
    database.createQuery("update OwnIndicator e set e.unit = :successor, e.version = e.version + 1 where e.unit = :unit and e.state not in :staying")
        .setParameter("successor", UnitTree.departmentOf(successor)).setParameter("unit", unit).setParameter("staying", STAYING)
        .executeUpdate();
  }
}
