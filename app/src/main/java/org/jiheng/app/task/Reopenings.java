package org.jiheng.app.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.Lateness;
import org.jiheng.app.calendar.Plan;
import org.jiheng.app.calendar.Reopening;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.FormHead;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.app.review.Review;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;

/** Late forms are let in after all (DOMAIN 1.3): by the performance office, until a day, for a reason, and on record. */
@ApplicationScoped
@RefusalsRecorded(about = Tasks.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class Reopenings {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Calendar calendar;

  @Inject
  private Projects projects;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  /** Which late forms are let in. @param form empty: all of the unit and of what is below it */
  public record Late(String kind, int fiscalYear, String unit, Optional<UUID> form) {}

  /**
   * Lets late forms be sent in until a day, inclusive: all of these or none.
   *
   * @throws RefusedException if it is not the caller's to do, one of them is not late, or the day is over
   */
  @RefusalsRecorded(value = Act.ADMINISTER, about = Tasks.SUBJECT)
  public void letIn(List<Late> late, LocalDate until, String reason) {
    String why = Tasks.reason(reason);
    if (until.isBefore(clock.today())) {
      throw new RefusedException(Refusal.because("reopen-until-over"));
    }
    Map<Integer, Plan> plans = new HashMap<>();
    late.forEach(one -> reopen(plans.computeIfAbsent(one.fiscalYear(), year -> calendar.plan(List.of(year))), one, until, why));
    database.flush();
  }

  private void reopen(Plan plan, Late late, LocalDate until, String why) {
    Optional<LocalDate> entered = late.form().map(form -> headOf(late, form)).flatMap(FormHead::project).flatMap(projects::find).flatMap(Project::enteredOn);
    Task task = plan.nearest(late.kind(), late.fiscalYear(), late.unit())
        .filter(one -> Lateness.of(Optional.of(plan.deadline(one, entered))).isPresent())
        .orElseThrow(() -> new RefusedException(Refusal.because("reopen-not-late")));
    database.persist(new Reopening(late.kind(), late.fiscalYear(), late.unit(), late.form(), until, why, Rights.office(), clock.now()));
    trail.add(Record.of(Act.ADMINISTER, Tasks.SUBJECT + "/" + task.id(), task.title())
        .changed(plan.deadline(task, entered).due().toString(), until + " " + late.unit() + late.form().map(form -> "/" + form).orElse("")).because(why));
  }

  /** The office sees no draft; that it reopens one does not show it. */
  private FormHead headOf(Late late, UUID form) {
    FormHead head = Optional.ofNullable(database.find(Review.class, form)).map(Review::head).orElseThrow(NoSuchFormException::new);
    if (!head.formType().equals(late.kind()) || head.fiscalYear() != late.fiscalYear() || !head.unit().equals(late.unit())) {
      throw new NoSuchFormException();
    }
    return head;
  }
}
