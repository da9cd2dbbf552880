package org.jiheng.app.form;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jiheng.app.agency.UnitFollower;
import org.jiheng.app.review.FilledForm;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Refusal;

/**
 * Forms that keep their unit and year in columns of their own, {@code unit} and {@code fiscalYear}: those that are not ended go over,
 * with their projects, to the unit that goes on with the work (DOMAIN Q23). A room extends it and says how its forms are called.
 */
@Transactional(Transactional.TxType.MANDATORY)
public abstract class FormsFollow implements UnitFollower {

  private static final String OPEN = "f.unit = :unit and f.id in (select r.id from Review r where r.state not in :ended)";

  private final String entity;

  @PersistenceContext
  private EntityManager database;

  protected FormsFollow(Class<? extends FilledForm> entity) {
    this.entity = entity.getSimpleName();
  }

  @Override
  public Following wouldFollow(String unit, LocalDate day) {
    return following(count(unit, "f.fiscalYear >= :year", day), count(unit, "f.fiscalYear < :year", day));
  }

  /** These numbers under the name the room has for its forms. */
  protected abstract Following following(long moving, long staying);

  private long count(String unit, String years, LocalDate day) {
    return database.createQuery("select count(f) from " + entity + " f where " + OPEN + " and " + years, Long.class)
        .setParameter("unit", unit).setParameter("ended", FormState.ended()).setParameter("year", UnitFollower.firstYear(day)).getSingleResult();
  }

  @Override
  public List<Refusal> againstClosing(String unit, LocalDate day) {
    long open = database.createQuery("select count(f) from " + entity + " f where " + OPEN, Long.class)
        .setParameter("unit", unit).setParameter("ended", FormState.ended()).getSingleResult();
    return open == 0 ? List.of() : List.of(Refusal.because("unit-has-forms", "count", open));
  }

  @Override
  public void follow(String unit, String successor, LocalDate day) {
    database.createQuery("update " + entity + " f set f.unit = :successor where f.fiscalYear >= :year and " + OPEN)
        .setParameter("successor", successor).setParameter("year", UnitFollower.firstYear(day)).setParameter("unit", unit)
        .setParameter("ended", FormState.ended()).executeUpdate();
  }
}
