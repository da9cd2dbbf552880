package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jiheng.app.agency.UnitFollower;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Refusal;

/** Ex-ante evaluations that are not ended go over, with their projects, to the unit that goes on with the work. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ExAnteFollow implements UnitFollower {

  private static final String OPEN = "e.unit = :unit and e.id in (select r.id from Review r where r.state not in :ended)";

  @PersistenceContext
  private EntityManager database;

  @Override
  public Following wouldFollow(String unit, LocalDate day) {
    return new Following("EX_ANTE", count(unit, "e.fiscalYear >= :year", day), count(unit, "e.fiscalYear < :year", day));
  }

  private long count(String unit, String years, LocalDate day) {
    return database.createQuery("select count(e) from ExAnteEvaluation e where " + OPEN + " and " + years, Long.class)
        .setParameter("unit", unit).setParameter("ended", FormState.ended()).setParameter("year", day.getYear()).getSingleResult();
  }

  @Override
  public List<Refusal> againstClosing(String unit, LocalDate day) {
    long open = database.createQuery("select count(e) from ExAnteEvaluation e where " + OPEN, Long.class)
        .setParameter("unit", unit).setParameter("ended", FormState.ended()).getSingleResult();
    return open == 0 ? List.of() : List.of(Refusal.because("unit-has-forms", "count", open));
  }

  @Override
  public void follow(String unit, String successor, LocalDate day) {
    database.createQuery("update ExAnteEvaluation e set e.unit = :successor where e.fiscalYear >= :year and " + OPEN)
        .setParameter("successor", successor).setParameter("year", day.getYear()).setParameter("unit", unit).setParameter("ended", FormState.ended())
        .executeUpdate();
  }
}
