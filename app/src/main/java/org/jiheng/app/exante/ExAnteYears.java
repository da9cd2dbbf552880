package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.TreeMap;
import org.jiheng.app.common.Money;
import org.jiheng.app.project.MoneyByYear;
import org.jiheng.app.project.Project;

/**
 * What an evaluation asks for by years (DOMAIN 2.3). Finance supports an amount as a whole and says no years of its own: none of them is
 * supported with more than was asked for it.
 */
@ApplicationScoped
@Transactional
public class ExAnteYears implements MoneyByYear {

  @PersistenceContext
  private EntityManager database;

  /** Of an evaluation that was sent in once: what a unit has begun to write is its own business. */
  @Override
  public Map<Integer, Money> of(Project project) {
    return database.createQuery("select e from ExAnteEvaluation e, Review r where r.id = e.id and r.round > 0 and e.project = :project",
            ExAnteEvaluation.class)
        .setParameter("project", project.id()).getResultStream().findFirst().map(ExAnteYears::byYear).orElse(Map.of());
  }

  /** Where one year is said, a year that is left open is one nothing is asked for. */
  private static Map<Integer, Money> byYear(ExAnteEvaluation form) {
    Map<Integer, Money> years = new TreeMap<>();
    boolean said = false;
    for (ExAnteCells.Year year : ExAnteCells.Year.values()) {
      said |= form.money(ExAnteCells.year(year)).isPresent();
      if (year != ExAnteCells.Year.LATER) {
        years.put(form.fiscalYear() + year.ordinal(), form.money(ExAnteCells.year(year)).orElse(Money.ZERO));
      }
    }
    return said ? years : Map.of();
  }
}
