package org.jiheng.app.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.calendar.Plan;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkSource;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** Forms the tasks of today ask of the caller's own units and that nobody has begun yet: one entry for each task and unit. */
@ApplicationScoped
@Transactional
class Unbegun {

  @PersistenceContext
  private EntityManager database;

  @Inject
  @Any
  private Instance<WorkSource> sources;

  @Inject
  private Calendar calendar;

  /** How many forms of a task a unit has still to begin. */
  record OfUnit(Task task, String unit, int forms) {

    WorkItem item(Plan plan, Map<String, String> names) {
      Deadline deadline = plan.deadline(task);
      return new WorkItem(task.id(), task.formType(), task.fiscalYear(), WorkItem.NOT_BEGUN, task.title(), names.getOrDefault(unit, ""),
          Optional.of(deadline.due()), deadline.daysLeft(), 0, task.opens().atStartOfDay(ZoneOffset.UTC).toInstant(), forms);
    }
  }

  /** The caller's; nobody but a unit's clerk begins forms, and of everybody else nothing is asked. */
  List<OfUnit> ofCaller() {
    return own().isEmpty() ? List.of() : ofCaller(calendar.undated());
  }

  List<OfUnit> ofCaller(Plan plan) {
    List<String> own = own();
    Set<String> kinds = own.isEmpty() ? Set.of()
        : sources.stream().flatMap(source -> source.begunPerProject().stream()).collect(Collectors.toSet());
    List<OfUnit> found = new ArrayList<>();
    for (String kind : kinds) {
      List<Task> running = plan.running().stream().filter(task -> task.formType().equals(kind) && own.stream().anyMatch(task::touches)).toList();
      if (!running.isEmpty()) {
        found.addAll(of(plan, kind, running, own));
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
  private List<OfUnit> of(Plan plan, String kind, List<Task> running, List<String> own) {
    String units = IntStream.range(0, own.size()).mapToObj(i -> "p.unit like :unit" + i).collect(Collectors.joining(" or "));
    TypedQuery<Object[]> query = database.createQuery("select p.fiscalYear, p.unit, count(p) from Project p where p.fiscalYear in :years and ("
        + units + ") and not exists (select r.id from Review r where r.project = p.id and r.formType = :kind and r.state <> :over) "
        + "group by p.fiscalYear, p.unit order by p.fiscalYear, p.unit", Object[].class)
        .setParameter("years", running.stream().map(Task::fiscalYear).distinct().toList()).setParameter("kind", kind)
        .setParameter("over", FormState.CANCELLED);
    for (int i = 0; i < own.size(); i++) {
      query.setParameter("unit" + i, own.get(i) + "%");
    }
    return query.getResultStream().flatMap(row -> plan.nearest(kind, (Integer) row[0], (String) row[1]).filter(running::contains)
        .map(task -> new OfUnit(task, (String) row[1], ((Long) row[2]).intValue())).stream()).toList();
  }
}
