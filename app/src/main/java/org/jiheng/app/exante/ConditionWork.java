package org.jiheng.app.exante;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.agency.Units;
import org.jiheng.app.calendar.Due;
import org.jiheng.app.calendar.Plan;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkSource;
import org.jiheng.app.common.BusinessClock;
import org.jiheng.app.review.FormHead;
import org.jiheng.app.review.Review;
import org.jiheng.tenants.persistence.Beginning;
import org.jiheng.tenants.persistence.Like;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Conditions that wait on somebody's desk (Q11): those that are open on the unit's, with the day on which they have to be met, those it
 * reported on finance's. Whoever goes on with the unit's work has them on its own desk.
 */
@ApplicationScoped
@Transactional
public class ConditionWork implements WorkSource {

  /** What has to be done; the state of an entry. */
  public enum Todo {
    TO_MEET,
    TO_CHECK
  }

  private static final int MOST_SHOWN = 200;
  private static final int MOST_DUE = 5000;

  /** On whose desk conditions of a state lie: what is open is the unit's to meet, what it reported is finance's to check. */
  private static final Map<Role, ExAnteCondition.State> HOLDERS = new EnumMap<>(Map.of(Role.UNIT_CLERK, ExAnteCondition.State.OPEN,
      Role.FINANCE_SECTION, ExAnteCondition.State.REPORTED, Role.PERFORMANCE_OFFICE, ExAnteCondition.State.REPORTED));

  private static final String FROM = " from ExAnteCondition c, Review r where r.id = c.evaluation and ";

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Units units;

  @Inject
  private BusinessClock clock;

  @Override
  public List<WorkItem> waiting(Plan plan) {
    List<Object[]> rows = asked("select c, r", " order by c.due, c.id", Object[].class).map(query -> query.setMaxResults(MOST_SHOWN).getResultList())
        .orElse(List.of());
    Map<String, String> names = rows.isEmpty() ? Map.of() : units.names();
    return rows.stream().map(row -> item((ExAnteCondition) row[0], (Review) row[1], names)).toList();
  }

  private WorkItem item(ExAnteCondition condition, Review review, Map<String, String> names) {
    FormHead head = review.head();
    Todo todo = condition.state() == ExAnteCondition.State.OPEN ? Todo.TO_MEET : Todo.TO_CHECK;
    return new WorkItem(condition.id(), ExAnteConditions.KIND, head.fiscalYear(), todo.name(), title(condition, head),
        names.getOrDefault(head.unit(), ""), Optional.of(condition.due()), ChronoUnit.DAYS.between(clock.today(), condition.due()), 0, review.changedAt());
  }

  private static String title(ExAnteCondition condition, FormHead head) {
    return head.title() + " · " + condition.text();
  }

  @Override
  public int count() {
    return asked("select count(c)", "", Long.class).map(query -> query.getSingleResult().intValue()).orElse(0);
  }

  @Override
  public List<Due> due(LocalDate until) {
    return dues(unclosed(" and c.due <= :until").setParameter("until", until).setMaxResults(MOST_DUE));
  }

  @Override
  public List<Due> due(LocalDate until, Collection<String> units) {
    Beginning theirs = Beginning.of("r.unit", units);
    return dues(theirs.bind(unclosed(" and c.due <= :until and " + theirs.condition())).setParameter("until", until).setMaxResults(MOST_DUE));
  }

  @Override
  public List<Due> open(Collection<UUID> things) {
    return dues(unclosed(" and c.id in :things").setParameter("things", things));
  }

  private TypedQuery<Object[]> unclosed(String condition) {
    return database.createQuery("select c, r" + FROM + "c.state <> :closed" + condition + " order by c.due, c.id", Object[].class)
        .setParameter("closed", ExAnteCondition.State.CLOSED);
  }

  private static List<Due> dues(TypedQuery<Object[]> query) {
    return query.getResultStream().flatMap(row -> dues((ExAnteCondition) row[0], ((Review) row[1]).head())).toList();
  }

  /** One for each role on whose desk it lies. */
  private static Stream<Due> dues(ExAnteCondition condition, FormHead head) {
    return HOLDERS.entrySet().stream().filter(holder -> holder.getValue() == condition.state())
        .map(holder -> new Due(ExAnteConditions.KIND, condition.id(), head.fiscalYear(), title(condition, head), holder.getKey(),
            Optional.of(head.unit()), condition.due()));
  }

  /** Of the unit's clerk the open ones, of finance those the unit reported. */
  private <T> Optional<TypedQuery<T>> asked(String select, String order, Class<T> type) {
    Scope scope = Scope.current();
    if (scope.readOnly() || scope.caller().guest()) {
      return Optional.empty();
    }
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (Membership post : scope.caller().memberships()) {
      Optional.ofNullable(HOLDERS.get(post.role())).ifPresent(one -> {
        int number = conditions.size();
        conditions.add("(" + (post.unitPrefix().isEmpty() ? "" : "r.unit like :unit" + number + " escape '!' and ") + "c.state = :state" + number + ")");
        if (!post.unitPrefix().isEmpty()) {
          parameters.put("unit" + number, Like.beginning(post.unitPrefix()));
        }
        parameters.put("state" + number, one);
      });
    }
    if (conditions.isEmpty()) {
      return Optional.empty();
    }
    TypedQuery<T> query = database.createQuery(select + FROM + "(" + String.join(" or ", conditions) + ")" + order, type);
    parameters.forEach(query::setParameter);
    return Optional.of(query);
  }
}
