package org.jiheng.app.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.Plan;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.TaskState;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Reminders of dates for the people who fill in a unit's forms, whoever holds that post when they look. Made by the platform in the
 * jurisdiction's own scope; made twice, they are there once.
 */
@ApplicationScoped
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class Reminders {

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Calendar calendar;

  @Inject
  private Debts debts;

  @Inject
  private Parameters parameters;

  @Inject
  private BusinessClock clock;

  /** What a person is shown. */
  public record Notice(Reminder reminder, boolean read) {}

  /** What says that something was told already. */
  private record Told(UUID task, String unit, Optional<UUID> form, String mark) {}

  /** Makes whatever reminders are due today and not there yet, for all units; answers with how many. */
  public int make() {
    Plan plan = calendar.plan();
    Map<UUID, String> marks = new HashMap<>();
    Map<Integer, Marks> rules = new HashMap<>();
    plan.running().forEach(task -> rules.computeIfAbsent(task.fiscalYear(), this::marks).passed(plan.deadline(task).daysLeft())
        .ifPresent(mark -> marks.put(task.id(), mark)));
    List<Task> near = plan.running().stream().filter(task -> marks.containsKey(task.id())).toList();
    List<Owed> owed = near.isEmpty() ? List.of() : debts.of(plan, near, _ -> true).stream().filter(Reminders::still).toList();
    if (owed.isEmpty()) {
      return 0;
    }
    Set<Told> told = told(near, Set.copyOf(marks.values()));
    List<Reminder> made = new ArrayList<>();
    owed.stream().filter(one -> one.form().isPresent()).forEach(one -> made.add(reminder(one, one.title(), 1, marks)));
    owed.stream().filter(one -> one.form().isEmpty())
        .collect(Collectors.groupingBy(one -> one.task().id() + one.unit()))
        .values().forEach(unbegun -> made.add(reminder(unbegun.getFirst(), unbegun.getFirst().task().title(), unbegun.size(), marks)));
    List<Reminder> fresh = made.stream().filter(one -> !told.contains(new Told(one.task(), one.unit(), one.form(), one.due() + one.mark()))).toList();
    fresh.forEach(database::persist);
    database.flush();
    return fresh.size();
  }

  /** Nothing was sent in yet; what is let in although it is late is still to be sent. */
  private static boolean still(Owed owed) {
    return !owed.sent() && (owed.deadline().daysLeft() >= 0 || owed.lateness().isPresent());
  }

  private Marks marks(int fiscalYear) {
    ParameterSet set = parameters.inForce(fiscalYear);
    return new Marks(set.get(Marks.BEFORE), set.get(Marks.EVERY));
  }

  private Reminder reminder(Owed owed, String title, int forms, Map<UUID, String> marks) {
    return new Reminder(owed, title, forms, marks.get(owed.task().id()), clock.today(), clock.now());
  }

  private Set<Told> told(List<Task> tasks, Set<String> marks) {
    Set<Told> told = new HashSet<>();
    database.createQuery("select r from Reminder r where r.task in :tasks and r.mark in :marks", Reminder.class)
        .setParameter("tasks", tasks.stream().map(Task::id).toList()).setParameter("marks", marks)
        .getResultStream().forEach(one -> told.add(new Told(one.task(), one.unit(), one.form(), one.due() + one.mark())));
    return told;
  }

  /** The caller's, the latest first. */
  public List<Notice> mine(int offset, int limit) {
    return asked("select r, (select count(s) from ReminderRead s where s.reminder = r.id and s.person = :person)", "",
        " order by r.at desc, r.id", Object[].class)
        .map(query -> query.setParameter("person", Scope.current().caller().id()).setFirstResult(offset).setMaxResults(limit).getResultStream()
            .map(row -> new Notice((Reminder) row[0], (Long) row[1] > 0)).toList())
        .orElse(List.of());
  }

  public long count() {
    return asked("select count(r)", "", "", Long.class).map(TypedQuery::getSingleResult).orElse(0L);
  }

  private static final String UNREAD = " and not exists (select s from ReminderRead s where s.reminder = r.id and s.person = :person) "
      + "and not exists (select t from Task t where t.id = r.task and t.state = :cancelled) "
      + "and (r.form is null or exists (select v from Review v where v.id = r.form and v.round = 0))";

  /** Those that still matter and that the caller has not read, the latest first: not of cancelled tasks, nor of forms that were sent in. */
  public List<Reminder> unread() {
    return asked("select r", UNREAD, " order by r.at desc, r.id", Reminder.class)
        .map(query -> query.setParameter("person", Scope.current().caller().id()).setParameter("cancelled", TaskState.CANCELLED).getResultList())
        .orElse(List.of());
  }

  /** The caller has read these, of its own. */
  public void read(Set<UUID> reminders) {
    UUID person = Scope.current().caller().id();
    unread().stream().filter(one -> reminders.contains(one.id())).forEach(one -> database.persist(new ReminderRead(one.id(), person, clock.now())));
    database.flush();
  }

  /** Empty for who fills in no unit's forms. */
  private <T> Optional<TypedQuery<T>> asked(String select, String condition, String order, Class<T> type) {
    Scope scope = Scope.current();
    List<String> prefixes = scope.readOnly() || scope.caller().guest() ? List.of() : scope.caller().memberships().stream()
        .filter(one -> one.role() == Role.UNIT_CLERK).map(Membership::unitPrefix).distinct().toList();
    if (prefixes.isEmpty()) {
      return Optional.empty();
    }
    String own = IntStream.range(0, prefixes.size()).mapToObj(i -> "r.unit like :unit" + i).collect(Collectors.joining(" or "));
    TypedQuery<T> query = database.createQuery(select + " from Reminder r where (" + own + ")" + condition + order, type);
    for (int i = 0; i < prefixes.size(); i++) {
      query.setParameter("unit" + i, prefixes.get(i) + "%");
    }
    return Optional.of(query);
  }
}
