package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jiheng.app.agency.UnitFollower;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Refusal;

/**
 * Projects of a unit that was moved or merged: those of the year of the change and of later years go over to its successor, with their
 * forms that are not ended; earlier years, and what was approved, stay where they were done (DOMAIN Q23).
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ProjectsFollow implements UnitFollower {

  @PersistenceContext
  private EntityManager database;

  @Override
  public Following wouldFollow(String unit, LocalDate day) {
    return new Following("PROJECT", count(unit, "p.fiscalYear >= :year", day), count(unit, "p.fiscalYear < :year", day));
  }

  private long count(String unit, String years, LocalDate day) {
    return database.createQuery("select count(p) from Project p where p.unit = :unit and " + years, Long.class)
        .setParameter("unit", unit).setParameter("year", UnitFollower.firstYear(day)).getSingleResult();
  }

  @Override
  public List<Refusal> againstClosing(String unit, LocalDate day) {
    long kept = count(unit, "p.mergedInto is null and p.terminatedOn is null and p.completedOn is null and p.fiscalYear >= :year", day);
    return kept == 0 ? List.of() : List.of(Refusal.because("unit-has-projects", "count", kept));
  }

  @Override
  public void follow(String unit, String successor, LocalDate day) {
    database.createQuery("update Review r set r.unit = :successor, r.version = r.version + 1 where r.unit = :unit and r.state not in :ended "
            + "and r.project in (select p.id from Project p where p.unit = :unit and p.fiscalYear >= :year)")
        .setParameter("successor", successor).setParameter("unit", unit).setParameter("ended", FormState.ended()).setParameter("year", UnitFollower.firstYear(day))
        .executeUpdate();
    database.createQuery("update Project p set p.unit = :successor, p.version = p.version + 1 where p.unit = :unit and p.fiscalYear >= :year")
        .setParameter("successor", successor).setParameter("unit", unit).setParameter("year", UnitFollower.firstYear(day))
        .executeUpdate();
  }
}
