package org.jiheng.app.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jiheng.app.agency.UnitFollower;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.TaskState;
import org.jiheng.app.calendar.TaskTerms;
import org.jiheng.app.review.Refusal;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Scope;

/**
 * Tasks that name a unit which was moved or merged: those of the year of the change and of later years name its successor, as projects
 * and forms of these years go over to it (DOMAIN Q23); those of earlier years go on to be for what stays under the old code. Cancelled
 * ones keep the units they were for. Where another task of the kind and year names the successor already, that one is the nearer for
 * everybody there, and a task that named nobody else is cancelled.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TasksFollow implements UnitFollower {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Trail trail;

  @Inject
  private Event<TaskChanged> changed;

  @Override
  public Following wouldFollow(String unit, LocalDate day) {
    return Following.of("TASK", naming(unit).stream().mapToInt(Task::fiscalYear), day);
  }

  /** Tasks in force that name just this unit. */
  private List<Task> naming(String unit) {
    return database.createQuery("select distinct t from Task t left join fetch t.units where t.state <> :cancelled "
            + "and t.id in (select o.id from Task o join o.units u where u.prefix = :unit) order by t.due, t.id", Task.class)
        .setParameter("cancelled", TaskState.CANCELLED).setParameter("unit", unit).getResultList();
  }

  @Override
  public List<Refusal> againstClosing(String unit, LocalDate day) {
    long open = naming(unit).stream().filter(task -> task.state() == TaskState.OPEN).count();
    return open == 0 ? List.of() : List.of(Refusal.because("unit-has-tasks", "count", open));
  }

  @Override
  public void follow(String unit, String successor, LocalDate day) {
    List<Task> others = naming(successor);
    List<Task> going = naming(unit).stream().filter(task -> UnitFollower.goesOver(task.fiscalYear(), day)).toList();
    for (Task task : going) {
      String before = TaskTerms.of(task).said();
      String why = unit + " → " + successor;
      if (others.stream().noneMatch(other -> sameWork(other, task))) {
        task.follows(unit, successor);
      } else if (Set.copyOf(task.units()).equals(Set.of(unit))) {
        task.cancel(why);
      } else {
        task.leavesOut(unit);
      }
      String after = task.state() == TaskState.CANCELLED ? task.state().name() : TaskTerms.of(task).said();
      trail.add(Record.of(Act.ADMINISTER, Tasks.SUBJECT + "/" + task.id(), task.title()).changed(before, after).because(why));
    }
    if (!going.isEmpty()) {
      database.flush();
      changed.fire(new TaskChanged(Scope.current().jurisdiction()));
    }
  }

  private static boolean sameWork(Task other, Task task) {
    return !other.id().equals(task.id()) && other.fiscalYear() == task.fiscalYear() && other.formType().equals(task.formType());
  }
}
