package org.jiheng.app.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.Plan;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.TaskScope;
import org.jiheng.app.calendar.TaskState;
import org.jiheng.app.calendar.TaskTerms;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.common.Problem;
import org.jiheng.app.common.TypedText;
import org.jiheng.app.document.TableWorkbook;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusalsRecorded;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.audit.Act;
import org.jiheng.tenants.audit.Record;
import org.jiheng.tenants.audit.Trail;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Scope;

/**
 * The use cases of tasks (DOMAIN 1.3): the performance office issues, changes, closes and cancels them. Everything it does is on record
 * with what stood there before.
 */
@ApplicationScoped
@RefusalsRecorded(about = Tasks.SUBJECT)
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class Tasks {

  /** First part of the trail's names for tasks. */
  static final String SUBJECT = "TASK";

  /** Characters of a reason, at the least. */
  public static final int SHORTEST_REASON = 5;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Calendar calendar;

  @Inject
  private Debts debts;

  @Inject
  private Units units;

  @Inject
  private BusinessClock clock;

  @Inject
  private Trail trail;

  @Inject
  private Event<TaskChanged> changed;

  /** Whether the caller issues tasks. */
  public boolean mayIssue() {
    return Rights.writes();
  }

  /**
   * The tasks of a fiscal year that concern the caller's units, the next one first, cancelled ones last.
   *
   * @throws NoSuchFormException for who has to do with no unit's work
   */
  public List<TaskLine> list(int fiscalYear) {
    Rights.concerned();
    Plan plan = calendar.plan(List.of(fiscalYear));
    Map<UUID, List<Owed>> owed = debts.of(plan, plan.tasks(), Rights.units()).stream().collect(Collectors.groupingBy(one -> one.task().id()));
    Set<String> counted = debts.kinds();
    List<TaskLine> lines = new ArrayList<>();
    plan.tasks().stream().filter(Rights::touches).map(task -> new TaskLine(task, Optional.of(plan.deadline(task)),
        Optional.of(task).filter(one -> counted.contains(one.formType())).map(one -> Tally.of(Tally.byUnit(owed.getOrDefault(one.id(), List.of())))))).forEach(lines::add);
    cancelled(fiscalYear).stream().filter(Rights::touches).map(task -> new TaskLine(task, Optional.empty(), Optional.empty())).forEach(lines::add);
    return lines;
  }

  private List<Task> cancelled(int fiscalYear) {
    return database.createQuery("select distinct t from Task t left join fetch t.units where t.fiscalYear = :year and t.state = :cancelled "
            + "order by t.due, t.id", Task.class)
        .setParameter("year", fiscalYear).setParameter("cancelled", TaskState.CANCELLED).getResultList();
  }

  /** How far each of the caller's units is with a task. @throws NoSuchFormException if there is none that concerns the caller */
  public TaskPage open(UUID id) {
    Rights.concerned();
    Task task = database.createQuery("select distinct t from Task t left join fetch t.units where t.id = :id", Task.class).setParameter("id", id)
        .getResultStream().findFirst().filter(Rights::touches).orElseThrow(NoSuchFormException::new);
    Plan plan = calendar.plan(List.of(task.fiscalYear()));
    boolean counted = task.state() != TaskState.CANCELLED && debts.kinds().contains(task.formType());
    List<Tally.OfUnit> byUnit = counted ? Tally.byUnit(debts.of(plan, List.of(task), Rights.units())) : List.of();
    Optional<TaskPage.Dates> dates = Optional.of(task).filter(one -> one.state() != TaskState.CANCELLED).map(plan::deadline)
        .map(deadline -> new TaskPage.Dates(deadline, deadline.due().isAfter(task.due())));
    return new TaskPage(task, dates, counted, byUnit, units.names(), Rights.writes());
  }

  /**
   * What is late in the caller's units, of open tasks of all years, the latest first.
   *
   * @throws NoSuchFormException for who has to do with no unit's work
   */
  public List<Owed> late() {
    Rights.concerned();
    Plan plan = calendar.plan();
    return debts.of(plan, plan.running().stream().filter(task -> plan.deadline(task).daysLeft() < 0).toList(), Rights.units()).stream()
        .filter(one -> one.lateness().isPresent())
        .sorted(Comparator.comparing((Owed one) -> one.deadline().due()).thenComparing(Owed::unit).thenComparing(Owed::title))
        .toList();
  }

  /** Names of units by code. */
  public Map<String, String> unitNames() {
    return units.names();
  }

  /** Those of a year that were not cancelled. */
  List<Task> ofYear(int fiscalYear, LockModeType lock) {
    return database.createQuery("select t from Task t where t.fiscalYear = :year and t.state <> :cancelled", Task.class)
        .setParameter("year", fiscalYear).setParameter("cancelled", TaskState.CANCELLED).setLockMode(lock).getResultList();
  }

  /** One for just the same units: then nobody could say which of the two is nearer. */
  static Optional<Task> same(List<Task> there, TaskTerms terms) {
    return there.stream().filter(one -> one.formType().equals(terms.kind().name()) && one.scope() == terms.scope()
        && (terms.scope() != TaskScope.CHOSEN || one.units().stream().anyMatch(terms.units()::contains))).findFirst();
  }

  /**
   * Issues a task; answers with what is wrong with it, if it is not issued.
   *
   * @throws RefusedException if it is not the caller's to issue, or one of the kind has been issued for the same units
   */
  @RefusalsRecorded(value = Act.ADMINISTER, about = SUBJECT)
  public List<Problem> issue(TaskTerms terms) {
    Caller office = Rights.office();
    List<Problem> problems = terms.problems();
    if (problems.isEmpty()) {
      onlyOne(ofYear(terms.fiscalYear(), LockModeType.PESSIMISTIC_WRITE), terms);
      Task task = new Task(terms, office.name(), clock.now());
      database.persist(task);
      recorded(task, "", "");
    }
    return problems;
  }

  private void onlyOne(List<Task> there, TaskTerms terms) {
    same(there, terms).ifPresent(one -> {
      throw new RefusedException(Refusal.because("task-issued-already", "title", one.title()));
    });
    if (!units.names().keySet().containsAll(terms.units())) {
      throw new RefusedException(Refusal.because("task-unit-unknown"));
    }
  }

  /**
   * Gives a task other dates, another title or other units; answers with what is wrong with them, if they are not taken.
   *
   * @param seen version of the task the office was looking at
   */
  @RefusalsRecorded(value = Act.ADMINISTER, about = SUBJECT)
  public List<Problem> change(UUID id, int seen, TaskTerms terms, String reason) {
    String why = reason(reason);
    Task task = held(id, seen);
    List<Problem> problems = terms.problems();
    if (problems.isEmpty()) {
      onlyOne(ofYear(task.fiscalYear(), LockModeType.PESSIMISTIC_WRITE).stream().filter(one -> !one.id().equals(id)).toList(), terms);
      String before = TaskTerms.of(task).said();
      task.takes(terms);
      recorded(task, before, why);
    }
    return problems;
  }

  /** Nobody is reminded any more. Refused while there is time left: whoever wants an earlier date changes it. */
  @RefusalsRecorded(value = Act.ADMINISTER, about = SUBJECT)
  public void close(UUID id, int seen) {
    Rights.office();
    Task task = held(id, seen);
    LocalDate due = calendar.plan(List.of(task.fiscalYear())).deadline(task).due();
    if (!due.isBefore(clock.today())) {
      throw new RefusedException(Refusal.because("task-not-over", "due", due));
    }
    task.close();
    recorded(task, TaskState.OPEN.name(), "");
  }

  /** Takes a task back that should not have been issued (DOMAIN 13): forms stay, its date is none any more. */
  @RefusalsRecorded(value = Act.ADMINISTER, about = SUBJECT)
  public void cancel(UUID id, int seen, String reason) {
    String why = reason(reason);
    Task task = held(id, seen);
    String before = task.state().name();
    task.cancel(why);
    recorded(task, before, why);
  }

  /**
   * @throws RefusedException if it is cancelled or closed, which nobody undoes: forms that are late are reopened instead; or changed since
   *     it was seen
   */
  private Task held(UUID id, int seen) {
    Task task = Optional.ofNullable(database.find(Task.class, id, LockModeType.PESSIMISTIC_WRITE)).orElseThrow(NoSuchFormException::new);
    if (task.state() == TaskState.CANCELLED) {
      throw new RefusedException(Refusal.because("task-cancelled"));
    }
    if (task.state() == TaskState.CLOSED) {
      throw new RefusedException(Refusal.because("task-closed"));
    }
    if (task.version() != seen) {
      throw new RefusedException(Refusal.because("task-changed-meanwhile"));
    }
    return task;
  }

  /** @throws RefusedException for everybody but the office, and without a reason */
  static String reason(String typed) {
    Rights.office();
    String reason = TypedText.of(typed).strip();
    if (reason.length() < SHORTEST_REASON) {
      throw new RefusedException(Refusal.because("task-reason-missing", "least", SHORTEST_REASON));
    }
    return reason;
  }

  private void recorded(Task task, String before, String why) {
    String after = task.state() == TaskState.OPEN ? TaskTerms.of(task).said() : task.state().name();
    trail.add(Record.of(Act.ADMINISTER, SUBJECT + "/" + task.id(), task.title()).changed(before, after).because(why));
    changed.fire(new TaskChanged(Scope.current().jurisdiction()));
    database.flush();
  }

  /** Writes how far units are as a workbook. @param cells a line as the columns show it */
  @RefusalsRecorded(value = Act.EXPORT, about = SUBJECT)
  public void export(UUID id, List<Tally.OfUnit> lines, String name, List<String> columns, Function<Tally.OfUnit, List<Object>> cells, OutputStream out)
      throws IOException {
    Rights.concerned();
    trail.addReading(Record.of(Act.EXPORT, SUBJECT + "/" + id, name));
    TableWorkbook.write(out, name, columns, lines.stream().filter(line -> Rights.sees(line.unit())).map(cells));
  }
}
