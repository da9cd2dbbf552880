package org.jiheng.app.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;

/** Deadlines and workdays of the scope's jurisdiction. */
@ApplicationScoped
@Transactional
public class Calendar {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  /** Deadlines of the tasks of a fiscal year, the next one first. */
  public List<Deadline> deadlines(int fiscalYear) {
    LocalDate today = clock.today();
    Workdays workdays = workdays();
    return database.createQuery("select t from Task t where t.fiscalYear = :year order by t.due", Task.class)
        .setParameter("year", fiscalYear)
        .getResultStream()
        .map(task -> Deadline.of(task, workdays, today))
        .toList();
  }

  public Optional<Deadline> deadline(String formType, int fiscalYear) {
    return deadlines(fiscalYear).stream().filter(one -> one.formType().equals(formType)).findFirst();
  }

  public Workdays workdays() {
    return new Workdays(database.createQuery("select h from Holiday h", Holiday.class)
        .getResultStream()
        .collect(Collectors.toMap(Holiday::day, Holiday::working, (one, other) -> other)));
  }

  /** The business date. */
  public LocalDate today() {
    return clock.today();
  }

}
