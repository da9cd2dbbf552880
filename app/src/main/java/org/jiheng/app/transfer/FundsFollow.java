package org.jiheng.app.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jiheng.app.agency.UnitFollower;
import org.jiheng.app.review.Refusal;

/**
 * Parts of fund documents go over to the unit that goes on with the work, from the fiscal year of the change on. Where that unit has
 * the same part already, both stay as they were sent.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FundsFollow implements UnitFollower {

  private static final String OF_YEAR = "l.unit = :unit and exists (select d.id from FundDocument d where d.id = l.document and d.fiscalYear >= :year)";

  @PersistenceContext
  private EntityManager database;

  @Override
  public Following wouldFollow(String unit, LocalDate day) {
    long all = database.createQuery("select count(l) from FundLine l where l.unit = :unit", Long.class).setParameter("unit", unit).getSingleResult();
    long moving = (Long) ofYear("select count(l) from FundLine l where " + OF_YEAR, unit, day).getSingleResult();
    return new Following("FUNDS", moving, all - moving);
  }

  private Query ofYear(String jpql, String unit, LocalDate day) {
    return database.createQuery(jpql).setParameter("unit", unit).setParameter("year", UnitFollower.firstYear(day));
  }

  @Override
  public List<Refusal> againstClosing(String unit, LocalDate day) {
    long open = database.createQuery("select count(distinct d.id) from FundDocument d, FundLine l where l.document = d.id and l.unit = :unit "
        + "and d.state in :open", Long.class)
        .setParameter("unit", unit).setParameter("open", List.of(FundState.DRAFT, FundState.ADJUSTING)).getSingleResult();
    return open == 0 ? List.of() : List.of(Refusal.because("unit-has-funds", "count", open));
  }

  @Override
  public void follow(String unit, String successor, LocalDate day) {
    ofYear("update FundLine l set l.unit = :successor where " + OF_YEAR + " and not exists (select o.id from FundLine o where o.document = l.document "
        + "and o.unit = :successor and (o.project = l.project or o.project is null and l.project is null))", unit, day)
        .setParameter("successor", successor).executeUpdate();
  }
}
