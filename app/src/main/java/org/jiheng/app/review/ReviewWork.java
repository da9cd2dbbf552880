package org.jiheng.app.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.calendar.FormOf;
import org.jiheng.app.calendar.Plan;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.TaskScope;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkSource;
import org.jiheng.tenants.persistence.Beginning;
import org.jiheng.tenants.scope.Scope;

/** Forms of every type that wait on the caller's desk. */
@ApplicationScoped
@Transactional
public class ReviewWork implements WorkSource {

  private static final int MOST_SHOWN = 500;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private UnitNames units;

  @Inject
  private Calendar calendar;

  @Override
  public List<WorkItem> waiting(Plan plan) {
    List<Review> reviews = urgent(plan);
    if (reviews.isEmpty()) {
      return List.of();
    }
    Map<String, String> names = units.names();
    Map<UUID, Integer> notes = openNotes(reviews.stream().map(Review::id).toList());
    Map<UUID, LocalDate> entered = calendar.entered(reviews.stream().map(Overdue::form).filter(form -> isOver(plan, form)).toList());
    return reviews.stream().map(review -> {
      Optional<Task> task = task(plan, Overdue.form(review));
      return item(review, task, task.map(one -> plan.deadline(one, Optional.ofNullable(entered.get(review.id())))), names, notes.getOrDefault(review.id(), 0));
    }).toList();
  }

  private static Optional<Task> task(Plan plan, FormOf form) {
    return plan.nearest(form.kind(), form.fiscalYear(), form.unit());
  }

  private static boolean isOver(Plan plan, FormOf form) {
    return task(plan, form).map(plan::deadline).filter(deadline -> deadline.daysLeft() < 0).isPresent();
  }

  private static WorkItem item(Review review, Optional<Task> task, Optional<Deadline> deadline, Map<String, String> names, int notes) {
    FormHead head = review.head();
    return new WorkItem(review.id(), head.formType(), head.fiscalYear(), review.state().name(), head.title(), names.getOrDefault(head.unit(), ""),
        deadline.map(Deadline::due), deadline.map(Deadline::daysLeft).orElse(0L), notes, review.changedAt()).of(task);
  }

  /** What is due first comes first: moving due dates to workdays never changes their order. Each unit's task is the nearest one. */
  private List<Review> urgent(Plan plan) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    StringBuilder order = new StringBuilder();
    plan.nearestFirst().forEach(reach -> order.append(" when (").append(ofKind(reach.task(), parameters)).append(reach.unit()
            .map(unit -> " and " + beginningWith(unit, parameters))
            .orElse(reach.task().scope() == TaskScope.DEPARTMENTS ? " and length(r.unit) = 3" : ""))
        .append(") then ").append(plan.tasks().indexOf(reach.task())));
    // without tasks there is no order of them
    String urgency = order.isEmpty() ? "0" : "case" + order + " else " + plan.tasks().size() + " end";
    TypedQuery<Object[]> query = waiting("select r, " + urgency + " as urgency from Review r where %s order by urgency, r.changedAt, r.id", Object[].class);
    parameters.forEach(query::setParameter);
    return query.setMaxResults(MOST_SHOWN).getResultStream().map(row -> (Review) row[0]).toList();
  }

  private static String ofKind(Task task, Map<String, Object> parameters) {
    return "r.formType = " + parameter(task.formType(), parameters) + " and r.fiscalYear = " + parameter(task.fiscalYear(), parameters);
  }

  private static String beginningWith(String unit, Map<String, Object> parameters) {
    Beginning its = Beginning.of("r.unit", List.of(unit)).named("task" + parameters.size() + "unit");
    parameters.putAll(its.parameters());
    return its.condition();
  }

  private static String parameter(Object value, Map<String, Object> parameters) {
    String name = "task" + parameters.size();
    parameters.put(name, value);
    return ":" + name;
  }

  private Map<UUID, Integer> openNotes(List<UUID> reviews) {
    return database.createQuery("select n.review, count(n) from CellNote n where n.review in :reviews and n.state = :open group by n.review", Object[].class)
        .setParameter("reviews", reviews)
        .setParameter("open", CellNote.State.OPEN)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Long) row[1]).intValue()));
  }

  @Override
  public int count() {
    return waiting("select count(r) from Review r where %s", Long.class).getSingleResult().intValue();
  }

  private <T> TypedQuery<T> waiting(String jpql, Class<T> type) {
    Visibility desk = Visibility.ofDesk(Scope.current());
    TypedQuery<T> query = database.createQuery(jpql.formatted(desk.condition()), type);
    desk.parameters().forEach(query::setParameter);
    return query;
  }

  @Override
  public Optional<Progress> progress(String formType, int fiscalYear) {
    Visibility visibility = Visibility.of(Scope.current());
    TypedQuery<Object[]> query = database.createQuery(
        "select r.state, count(r) from Review r where r.formType = :type and r.fiscalYear = :year and "
            + visibility.condition() + " group by r.state", Object[].class)
        .setParameter("type", formType).setParameter("year", fiscalYear);
    visibility.parameters().forEach(query::setParameter);
    int begun = 0;
    int submitted = 0;
    int approved = 0;
    int returned = 0;
    for (Object[] row : query.getResultList()) {
      FormState state = (FormState) row[0];
      int forms = ((Long) row[1]).intValue();
      begun += forms;
      submitted += state.sentIn() ? forms : 0;
      approved += state == FormState.APPROVED ? forms : 0;
      returned += state == FormState.RETURNED ? forms : 0;
    }
    return Optional.of(new Progress(begun, submitted, approved, returned));
  }
}
