package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.MoneyByYear;
import org.jiheng.app.project.Project;
import org.jiheng.app.review.Cells;
import org.jiheng.app.review.FormVersion;
import org.jiheng.app.review.Review;
import org.jiheng.app.review.Reviews;

/**
 * What an evaluation asks for by years (DOMAIN 2.3). Finance supports an amount as a whole and says no years of its own: none of them is
 * supported with more than was asked for it.
 */
@ApplicationScoped
@Transactional
public class ExAnteYears implements MoneyByYear {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Reviews reviews;

  /** Of an evaluation as it was last sent in: what a unit has begun to write, for the first time or again, is its own business. */
  @Override
  public Map<Integer, Money> of(Project project) {
    return database.createQuery("select e, r from ExAnteEvaluation e, Review r where r.id = e.id and r.round > 0 and e.project = :project", Object[].class)
        .setParameter("project", project.id()).getResultStream().findFirst()
        .map(row -> byYear(((ExAnteEvaluation) row[0]).fiscalYear(), told((ExAnteEvaluation) row[0], (Review) row[1]))).orElse(Map.of());
  }

  private Cells told(ExAnteEvaluation form, Review review) {
    return review.state().editable() ? reviews.lastSent(review).map(FormVersion::cells).orElseGet(Cells.inReadingOrder()::build) : form.cells();
  }

  /** Where one year is said, a year that is left open is one nothing is asked for. */
  private static Map<Integer, Money> byYear(int fiscalYear, Cells cells) {
    Map<Integer, Money> years = new TreeMap<>();
    boolean said = false;
    for (ExAnteCells.Year year : ExAnteCells.Year.values()) {
      Optional<Money> money = Optional.of(cells.text(ExAnteCells.year(year))).filter(text -> !text.isEmpty()).map(Money::ofYuan);
      said |= money.isPresent();
      if (year != ExAnteCells.Year.LATER) {
        years.put(fiscalYear + year.ordinal(), money.orElse(Money.ZERO));
      }
    }
    return said ? years : Map.of();
  }
}
