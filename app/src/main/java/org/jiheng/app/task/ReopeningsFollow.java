package org.jiheng.app.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jiheng.app.agency.UnitFollower;
import org.jiheng.app.calendar.Reopening;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Words;
import org.jiheng.app.review.Refusal;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Scope;

/**
 * What was reopened for a whole unit that was moved or merged is open for its successor until the same day, for the years that go over to
 * it. A reopening is never changed: another one, by whoever decided on the change, says so of the successor. What was reopened for one
 * form follows by itself, wherever the form goes.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReopeningsFollow implements UnitFollower {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  @Override
  public Following wouldFollow(String unit, LocalDate day) {
    return Following.of("REOPENING", inForce(unit).stream().mapToInt(Reopening::fiscalYear), day);
  }

  /** Of the unit as a whole, that still let something in. */
  private List<Reopening> inForce(String unit) {
    return database.createQuery("select r from Reopening r where r.unit = :unit and r.form is null and r.until >= :today order by r.at, r.id", Reopening.class)
        .setParameter("unit", unit).setParameter("today", clock.today()).getResultList();
  }

  @Override
  public List<Refusal> againstClosing(String unit, LocalDate day) {
    return List.of();
  }

  @Override
  public void follow(String unit, String successor, LocalDate day) {
    inForce(unit).stream().filter(one -> UnitFollower.goesOver(one.fiscalYear(), day))
        .forEach(one -> {
          database.persist(one.goingOn(successor, Scope.current().caller(), clock.now()));
          trail.add(Record.of(Act.ADMINISTER, Tasks.SUBJECT + "/reopening/" + one.id(), Words.chinese().say("task-kind." + one.kind()))
              .changed(unit, successor + " " + one.until()).because(one.reason()));
        });
    database.flush();
  }
}
