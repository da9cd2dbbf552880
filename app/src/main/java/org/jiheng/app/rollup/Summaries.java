package org.jiheng.app.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Grade;
import org.jiheng.app.project.LibraryChanged;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.FormMoved;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.FormsBegun;
import org.jiheng.tenants.scope.Scope;

/** Keeps one jurisdiction's summary rows true, in that jurisdiction's own scope. */
@ApplicationScoped
@Transactional
public class Summaries {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  /** In the transaction of the change: either both are written or neither. */
  void figuresChange(@Observes FormMoved moved) {
    stale();
  }

  void projectsChange(@Observes LibraryChanged changed) {
    stale();
  }

  private void stale() {
    database.persist(new Dirty(Scope.current().jurisdiction().code().value(), clock.now()));
  }

  /** The same for many forms that began together: one mark is enough. */
  void figuresChange(@Observes FormsBegun begun) {
    database.persist(new Dirty(Scope.current().jurisdiction().code().value(), clock.now()));
  }

  /** Computes the figures of every year anew, from the forms. Changes that come meanwhile mark them stale again. */
  public void recompute() {
    String code = Scope.current().jurisdiction().code().value();
    Instant now = clock.now();
    // first the marks, then the forms: a change committed after this statement leaves its own mark
    database.createQuery("delete from Dirty d where d.jurisdiction = :code").setParameter("code", code).executeUpdate();
    Map<Integer, Summary> years = new HashMap<>();
    for (Object[] row : database.createQuery("select p.fiscalYear, sum(case when " + Projects.TAKES_FORMS + " then 1 else 0 end) from Project p group by p.fiscalYear", Object[].class).getResultList()) {
      Summary summary = new Summary(code, (Integer) row[0]);
      summary.projects = ((Number) row[1]).intValue();
      summary.asOf = now;
      years.put(summary.fiscalYear, summary);
    }
    for (Object[] row : database.createQuery(
        "select s.fiscalYear, r.state, s.totalAnnual, s.totalExecuted, s.totalComputed, s.grade "
            + "from SelfEvaluation s, Review r where r.id = s.id and r.round > 0", Object[].class).getResultList()) {
      if (((FormState) row[1]).sentIn()) {
        add(years.get((Integer) row[0]), row);
      }
    }
    List<Summary> before = database.createQuery("select s from Summary s where s.jurisdiction = :code", Summary.class)
        .setParameter("code", code).getResultList();
    before.stream().filter(old -> !years.containsKey(old.fiscalYear)).forEach(database::remove);
    years.values().forEach(database::merge);
  }

  private static void add(Summary summary, Object[] form) {
    summary.forms++;
    summary.budget = summary.budget.add(form[2] == null ? BigDecimal.ZERO : (BigDecimal) form[2]);
    summary.executed = summary.executed.add(form[3] == null ? BigDecimal.ZERO : (BigDecimal) form[3]);
    if (form[1] != FormState.APPROVED) {
      return;
    }
    BigDecimal total = (BigDecimal) form[4];
    summary.approved++;
    summary.scoreSum = summary.scoreSum.add(total);
    if (total.compareTo(CountyFigures.BUDGET_LIMIT.points()) < 0) {
      summary.below80++;
    }
    switch ((Grade) form[5]) {
      case EXCELLENT -> summary.excellent++;
      case GOOD -> summary.good++;
      case FAIR -> summary.fair++;
      case POOR -> summary.poor++;
    }
  }
}
