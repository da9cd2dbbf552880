package org.jiheng.app.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.calendar.Plan;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkSource;
import org.jiheng.app.project.Project;
import org.jiheng.app.project.ProjectForm;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.FormState;
import org.jiheng.tenants.persistence.Beginning;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** Forms the tasks of today ask of the caller's own units and that nobody has begun yet: one entry for each task and unit,
 * and another one for what was entered into the library too late for its day. */
@ApplicationScoped
@Transactional
public class Unbegun implements WorkSource {

  @PersistenceContext
  private EntityManager database;

  @Inject
  @Any
  private Instance<ProjectForm> forms;

  @Inject
  private Calendar calendar;

  @Inject
  private Units units;

  /** Where forms are to be begun; those about projects that were entered after the day of the task have days of their own. */
  private record Place(String unit, boolean inYear) {

    static final Comparator<Place> ORDER = Comparator.comparing(Place::unit).thenComparing(Place::inYear);
  }

  /**
   * How many forms are to be begun there.
   *
   * @param entered the first of the days on which their projects came into the library
   */
  private record Forms(int count, Optional<LocalDate> entered) {

    static Forms of(Project project) {
      return new Forms(1, project.enteredOn());
    }

    Forms plus(Forms more) {
      return new Forms(count + more.count, Stream.of(entered, more.entered).flatMap(Optional::stream).min(Comparator.naturalOrder()));
    }
  }

  /** How many forms of a task a unit has still to begin, due when the first of them is. */
  private record OfUnit(Task task, Place place, Forms forms) {

    WorkItem item(Plan plan, Map<String, String> names) {
      Deadline deadline = plan.deadline(task, forms.entered().filter(_ -> place.inYear()));
      return new WorkItem(task.id(), task.formType(), task.fiscalYear(), WorkItem.NOT_BEGUN, task.title(), names.getOrDefault(place.unit(), ""),
          Optional.of(deadline.due()), deadline.daysLeft(), 0, task.opens().atStartOfDay(ZoneOffset.UTC).toInstant(), forms.count(),
          Optional.of(task).filter(Task::guided).map(Task::id));
    }
  }

  @Override
  public List<WorkItem> waiting(Plan plan) {
    List<OfUnit> found = ofCaller(plan);
    Map<String, String> names = found.isEmpty() ? Map.of() : units.names();
    return found.stream().map(one -> one.item(plan, names)).toList();
  }

  @Override
  public int count() {
    return own().isEmpty() ? 0 : ofCaller(calendar.undated()).size();
  }

  /** Nobody but a unit's clerk begins forms, and of everybody else nothing is asked. */
  private List<OfUnit> ofCaller(Plan plan) {
    List<String> own = own();
    List<OfUnit> found = new ArrayList<>();
    for (ProjectForm form : own.isEmpty() ? List.<ProjectForm>of() : forms.stream().toList()) {
      List<Task> running = plan.running().stream()
          .filter(task -> task.formType().equals(form.formType()) && own.stream().anyMatch(task::touches)).toList();
      if (!running.isEmpty()) {
        found.addAll(of(plan, form, running, own));
      }
    }
    return found;
  }

  private static List<String> own() {
    Scope scope = Scope.current();
    return scope.readOnly() || scope.caller().guest() ? List.of() : scope.caller().memberships().stream()
        .filter(membership -> membership.role() == Role.UNIT_CLERK).map(Membership::unitPrefix).distinct().toList();
  }

  /** One statement for all tasks of a kind. */
  private List<OfUnit> of(Plan plan, ProjectForm form, List<Task> running, List<String> own) {
    Map<Task, Map<Place, Forms>> counted = running.stream().collect(Collectors.toMap(Function.identity(), _ -> new TreeMap<>(Place.ORDER)));
    form.asked(without(form, running, own)).forEach(project -> plan.nearest(form.formType(), project.fiscalYear(), project.unit())
        .filter(counted::containsKey).ifPresent(task ->
            counted.get(task).merge(new Place(project.unit(), task.isBefore(project.enteredOn())), Forms.of(project), Forms::plus)));
    return running.stream().flatMap(task -> counted.get(task).entrySet().stream().map(one -> new OfUnit(task, one.getKey(), one.getValue()))).toList();
  }

  private List<Project> without(ProjectForm form, List<Task> running, List<String> own) {
    Beginning units = Beginning.of("p.unit", own);
    return units.bind(database.createQuery("select p from Project p where p.fiscalYear in :years and " + Projects.TAKES_FORMS + " and "
        + units.condition() + " and not exists (select r.id from Review r where r.project = p.id and r.formType = :kind and r.state <> :over)", Project.class))
        .setParameter("years", running.stream().map(Task::fiscalYear).distinct().toList()).setParameter("kind", form.formType())
        .setParameter("over", FormState.CANCELLED).getResultList();
  }
}
