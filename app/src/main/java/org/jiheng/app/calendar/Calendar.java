package org.jiheng.app.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.tenants.scope.Scope;

/** Deadlines and workdays of the scope's jurisdiction. */
@ApplicationScoped
@Transactional
public class Calendar {

  private static final Workdays NONE = new Workdays(Map.of());

  @PersistenceContext
  private EntityManager database;

  @Inject
  private BusinessClock clock;

  @Inject
  private Parameters parameters;

  /** Deadlines of the tasks of a fiscal year that concern the caller's units, the next one first. */
  public List<Deadline> deadlines(int fiscalYear) {
    Scope scope = Scope.current();
    Plan plan = plan(List.of(fiscalYear));
    return plan.tasks().stream()
        .filter(task -> scope.readOnly() || scope.caller().memberships().stream().anyMatch(one -> task.touches(one.unitPrefix())))
        .map(plan::deadline)
        .toList();
  }

  /** When a form is due; empty without a task for it. */
  public Optional<Deadline> deadline(FormOf form) {
    Plan plan = plan(List.of(form.fiscalYear()));
    return plan.nearest(form.kind(), form.fiscalYear(), form.unit())
        .map(task -> plan.deadline(task, Optional.ofNullable(entered(List.of(form)).get(form.id()))));
  }

  /** When the projects of these forms were entered, by form; only of forms for which it matters and where it is known. */
  public Map<UUID, LocalDate> entered(Collection<FormOf> forms) {
    List<UUID> asked = forms.stream().filter(form -> TaskKind.comesInTheYear(form.kind())).map(FormOf::id).distinct().toList();
    return asked.isEmpty() ? Map.of() : database.createQuery("select r.id, p.enteredOn from Review r, Project p where p.id = r.project and r.id in :forms "
            + "and p.enteredOn is not null", Object[].class).setParameter("forms", asked).getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (LocalDate) row[1]));
  }

  /** When a form of this type and year is due for a unit. */
  public Optional<Deadline> deadline(String formType, int fiscalYear, String unit) {
    return plan(List.of(fiscalYear)).deadline(formType, fiscalYear, unit);
  }

  /** The tasks of all years. */
  public Plan plan() {
    return planned(tasks("", Map.of()));
  }

  /** The same for who asks for no deadline: against no holidays. */
  public Plan undated() {
    return new Plan(tasks("", Map.of()), NONE, clock.today());
  }

  /** The tasks of some fiscal years. */
  public Plan plan(Collection<Integer> fiscalYears) {
    return planned(tasks(" and t.fiscalYear in :years", Map.of("years", fiscalYears)));
  }

  /** Without tasks nobody asks for workdays, and without late-comers for the days these have. */
  private Plan planned(List<Task> tasks) {
    Map<Integer, Integer> inYear = new HashMap<>();
    return new Plan(tasks, tasks.isEmpty() ? NONE : workdays(), clock.today(),
        year -> inYear.computeIfAbsent(year, asked -> parameters.inForce(asked).get(TaskKind.IN_YEAR_DAYS)));
  }

  private List<Task> tasks(String condition, Map<String, Object> parameters) {
    var query = database.createQuery("select distinct t from Task t left join fetch t.units where t.state <> :cancelled" + condition
        + " order by t.due, t.id", Task.class).setParameter("cancelled", TaskState.CANCELLED);
    parameters.forEach(query::setParameter);
    return query.getResultList();
  }

  /**
   * Which of these forms are late, and whether they were reopened. Nobody asks for holidays and reopenings as long as no date is over.
   *
   * @return by form; those on time are not in it
   */
  public Map<UUID, Lateness> late(Collection<FormOf> forms) {
    LocalDate today = clock.today();
    List<Task> tasks = forms.isEmpty() ? List.of()
        : tasks(" and t.fiscalYear in :years", Map.of("years", forms.stream().map(FormOf::fiscalYear).distinct().toList()));
    if (tasks.stream().allMatch(task -> !task.due().isBefore(today))) {
      return Map.of();
    }
    Plan plan = planned(tasks);
    List<Reopening> reopenings = reopenings();
    Map<UUID, LocalDate> entered = entered(forms);
    Map<UUID, Lateness> late = new TreeMap<>();
    forms.forEach(form -> Lateness.of(plan.nearest(form.kind(), form.fiscalYear(), form.unit())
            .map(task -> plan.deadline(task, Optional.ofNullable(entered.get(form.id())))))
        .ifPresent(one -> late.put(form.id(), one.reopenedBy(reopenings, form))));
    return late;
  }

  /** Those that let something be sent in today. */
  public List<Reopening> reopenings() {
    return database.createQuery("select r from Reopening r where r.until >= :today order by r.until", Reopening.class)
        .setParameter("today", clock.today()).getResultList();
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
