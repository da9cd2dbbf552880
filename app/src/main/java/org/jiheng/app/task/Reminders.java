package org.jiheng.app.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.Plan;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.TaskState;
import org.jiheng.app.calendar.WorkList;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.parameter.ParameterSet;
import org.jiheng.app.parameter.Parameters;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.persistence.Beginning;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Reminders of dates for the people who have to do what is due, whoever holds that post when they look: who fills in a unit's forms, of
 * those; who has the role of another thing that has a day, of that. Made by the platform in the jurisdiction's own scope; made twice,
 * they are there once.
 */
@ApplicationScoped
@Transactional(dontRollbackOn = NoSuchFormException.class)
public class Reminders {

  /** Marks one person may set at a time as read: whoever has more sets them in turn. */
  static final int MOST_READ = 500;

  /** Calendar days for which a notice of a thing stands among what is unread; what is still to be done then is on the desk and in the late list. */
  private static final int STANDS = 180;

  /** Who has things to do that have a day, and is reminded of them: all posts but those that only read, and the administrators. */
  public static final Set<Role> REMINDED = Collections.unmodifiableSet(EnumSet.of(Role.UNIT_CLERK, Role.UNIT_APPROVER, Role.DEPARTMENT_REVIEWER,
      Role.FINANCE_SECTION, Role.PERFORMANCE_OFFICE, Role.BUDGET_SECTION, Role.BUREAU_LEADER, Role.PREFECTURE_OVERSIGHT));

  private static final String NOT_READ = " and not exists (select s from ReminderRead s where s.reminder = r.id and s.person = :person)";

  /** Of the notices of a thing to a role the newest alone, whether it was read or not: it says what the ones before it said. */
  private static final String NEWEST_OF_THINGS = " and r.thing is not null and r.madeOn >= :since and not exists (select n from Reminder n "
      + "where n.thing = r.thing and n.role = r.role and (n.unit = r.unit or n.unit is null and r.unit is null) and n.at > r.at)";

  private static final String UNREAD = NOT_READ + " and not exists (select t from Task t where t.id = r.task and t.state = :cancelled) "
      + "and (r.form is null or exists (select v from Review v where v.id = r.form and v.round = 0))";

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Calendar calendar;

  @Inject
  private WorkList workList;

  @Inject
  private Debts debts;

  @Inject
  private Parameters parameters;

  @Inject
  private BusinessClock clock;

  /** What a person is shown. */
  public record Notice(Reminder reminder, boolean read) {}

  /**
   * What a person has not read.
   *
   * @param shown the latest of them, the latest first
   * @param count of all of them
   */
  public record Unread(List<Reminder> shown, long count) {}

  /** Makes whatever reminders are due today and not there yet, for all units; answers with how many. */
  public int make() {
    Map<Integer, Marks> rules = new HashMap<>();
    List<Reminder> made = new ArrayList<>(ofTasks(rules));
    made.addAll(ofThings(rules));
    if (made.isEmpty()) {
      return 0;
    }
    Set<String> told = told(made);
    List<Reminder> fresh = made.stream().filter(one -> !told.contains(one.told())).toList();
    fresh.forEach(database::persist);
    database.flush();
    return fresh.size();
  }

  private Optional<String> mark(Map<Integer, Marks> rules, int fiscalYear, long daysLeft) {
    return rules.computeIfAbsent(fiscalYear, this::marks).passed(daysLeft);
  }

  private Marks marks(int fiscalYear) {
    ParameterSet set = parameters.inForce(fiscalYear);
    return new Marks(set.get(Marks.BEFORE), set.get(Marks.EVERY));
  }

  /** Of each form that was begun; of those nobody has begun, one for each task, unit and day. */
  private List<Reminder> ofTasks(Map<Integer, Marks> rules) {
    Plan plan = calendar.plan();
    List<Task> near = plan.running().stream()
        .filter(task -> mark(rules, task.fiscalYear(), plan.deadline(task).daysLeft()).isPresent()).toList();
    List<Owed> owed = near.isEmpty() ? List.of() : debts.of(plan, near, List.of("")).stream().filter(Reminders::still)
        .filter(one -> mark(rules, one).isPresent()).toList();
    List<Reminder> made = new ArrayList<>();
    owed.stream().filter(one -> one.form().isPresent()).forEach(one -> made.add(reminder(one, one.title(), 1, rules)));
    owed.stream().filter(one -> one.form().isEmpty())
        .collect(Collectors.groupingBy(one -> one.task().id() + one.unit() + one.deadline().due()))
        .values().forEach(unbegun -> made.add(reminder(unbegun.getFirst(), unbegun.getFirst().task().title(), unbegun.size(), rules)));
    return made;
  }

  /** Nothing was sent in yet; what is let in although it is late is still to be sent. */
  private static boolean still(Owed owed) {
    return !owed.sent() && (owed.deadline().daysLeft() >= 0 || owed.lateness().isPresent());
  }

  private Optional<String> mark(Map<Integer, Marks> rules, Owed owed) {
    return mark(rules, owed.task().fiscalYear(), owed.deadline().daysLeft());
  }

  private Reminder reminder(Owed owed, String title, int forms, Map<Integer, Marks> rules) {
    return new Reminder(owed, title, forms, mark(rules, owed).orElseThrow(), clock.today(), clock.now());
  }

  /** Of everything else that has a day, as every room says. */
  private List<Reminder> ofThings(Map<Integer, Marks> rules) {
    LocalDate today = clock.today();
    List<Reminder> made = new ArrayList<>();
    workList.due(today.plusDays(Marks.FARTHEST)).forEach(thing -> mark(rules, thing.fiscalYear(), ChronoUnit.DAYS.between(today, thing.due()))
        .ifPresent(mark -> made.add(new Reminder(thing, mark, today, clock.now()))));
    return made;
  }

  /** What was told already, of the days and marks these are about. */
  private Set<String> told(List<Reminder> made) {
    return database.createQuery("select r from Reminder r where r.due in :days and r.mark in :marks", Reminder.class)
        .setParameter("days", made.stream().map(Reminder::due).distinct().toList())
        .setParameter("marks", made.stream().map(Reminder::mark).distinct().toList())
        .getResultStream().map(Reminder::told).collect(Collectors.toSet());
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

  /** Whether the caller can be reminded of anything, here: nobody is who looks in from outside. */
  public static boolean reminds() {
    return !posts().isEmpty();
  }

  /**
   * Those that still matter and that the caller has not read: not of cancelled tasks, nor of forms that were sent in, nor of what has
   * been done or lies with another role by now; of each thing the newest.
   *
   * @param limit how many are wanted, at the most
   */
  public Unread unread(int limit) {
    Set<UUID> open = open();
    List<Reminder> shown = unread("select r", " order by r.at desc, r.id", open, Reminder.class)
        .map(query -> query.setMaxResults(limit).getResultList()).orElse(List.of());
    return new Unread(shown, shown.size() < limit ? shown.size() : unread("select count(r)", "", open, Long.class).map(TypedQuery::getSingleResult).orElse(0L));
  }

  /** @param open which of things are among them */
  private <T> Optional<TypedQuery<T>> unread(String select, String order, Set<UUID> open, Class<T> type) {
    return asked(select, UNREAD + (open.isEmpty() ? " and r.thing is null" : " and (r.thing is null or r.id in :open)"), order, type).map(query -> {
      if (!open.isEmpty()) {
        query.setParameter("open", open);
      }
      return query.setParameter("person", Scope.current().caller().id()).setParameter("cancelled", TaskState.CANCELLED);
    });
  }

  /** What has to be done, by whom and for which unit: a thing that another role has on its desk by now is done for this one. */
  private record Todo(UUID thing, Role role, Optional<String> unit) {}

  /**
   * The newest notices of things that the caller has not read and that their role still has to do. The rooms are only asked where there
   * are any, and about these alone.
   */
  private Set<UUID> open() {
    Map<UUID, Todo> told = new HashMap<>();
    asked("select r.id, r.thing, r.role, r.unit", NOT_READ + NEWEST_OF_THINGS, "", Object[].class)
        .map(query -> query.setParameter("person", Scope.current().caller().id()).setParameter("since", clock.today().minusDays(STANDS)).getResultList())
        .orElse(List.of())
        .forEach(row -> told.put((UUID) row[0], new Todo((UUID) row[1], (Role) row[2], Optional.ofNullable((String) row[3]))));
    if (told.isEmpty()) {
      return Set.of();
    }
    Set<Todo> todo = workList.open(told.values().stream().map(Todo::thing).collect(Collectors.toSet())).stream()
        .map(thing -> new Todo(thing.thing(), thing.holder(), thing.unit())).collect(Collectors.toSet());
    told.values().retainAll(todo);
    return told.keySet();
  }

  /** The caller has read these, of its own, and with them what was told of the same things before; {@value #MOST_READ} at a time. */
  public void read(Set<UUID> reminders) {
    UUID person = Scope.current().caller().id();
    List<UUID> some = reminders.stream().limit(MOST_READ).toList();
    if (!some.isEmpty()) {
      asked("select r.id", " and (r.id in :some or exists (select n from Reminder n where n.id in :some and n.thing = r.thing and n.role = r.role "
          + "and (n.unit = r.unit or n.unit is null and r.unit is null) and n.at > r.at))" + NOT_READ, "", UUID.class)
          .map(query -> query.setParameter("some", some).setParameter("person", person).getResultList()).orElse(List.of())
          .forEach(one -> database.persist(new ReminderRead(one, person, clock.now())));
      database.flush();
    }
  }

  /** The caller has read everything. */
  public void readAll() {
    UUID person = Scope.current().caller().id();
    asked("select r.id", NOT_READ, "", UUID.class).map(query -> query.setParameter("person", person).getResultList()).orElse(List.of())
        .forEach(one -> database.persist(new ReminderRead(one, person, clock.now())));
    database.flush();
  }

  /** The caller's posts: whoever looks in from outside has none here. */
  private static List<Membership> posts() {
    Scope scope = Scope.current();
    return scope.readOnly() || scope.caller().guest() ? List.of()
        : scope.caller().memberships().stream().filter(one -> REMINDED.contains(one.role())).toList();
  }

  /** Empty for who has no post. What is the jurisdiction's own is for everybody of its role. */
  private <T> Optional<TypedQuery<T>> asked(String select, String condition, String order, Class<T> type) {
    List<Membership> posts = posts();
    if (posts.isEmpty()) {
      return Optional.empty();
    }
    Map<Role, Beginning> units = new EnumMap<>(Role.class);
    posts.stream().collect(Collectors.groupingBy(Membership::role, Collectors.mapping(Membership::unitPrefix, Collectors.toSet())))
        .forEach((role, theirs) -> units.put(role, Beginning.of("r.unit", theirs).named("unit" + role.ordinal() + "of")));
    String own = units.entrySet().stream().map(one -> "r.role = :role" + one.getKey().ordinal() + " and (r.unit is null or " + one.getValue().condition() + ")")
        .collect(Collectors.joining(" or "));
    TypedQuery<T> query = database.createQuery(select + " from Reminder r where (" + own + ")" + condition + order, type);
    units.forEach((role, theirs) -> theirs.bind(query.setParameter("role" + role.ordinal(), role)));
    return Optional.of(query);
  }
}
