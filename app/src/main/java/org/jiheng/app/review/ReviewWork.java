package org.jiheng.app.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiheng.app.calendar.Calendar;
import org.jiheng.app.calendar.Deadline;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkSource;
import org.jiheng.app.calendar.Workdays;
import org.jiheng.tenants.scope.Scope;

/** Forms of every type that wait on the caller's desk. */
@ApplicationScoped
@Transactional
public class ReviewWork implements WorkSource {

  private static final int MOST_SHOWN = 500;

  @PersistenceContext
  private EntityManager database;

  @Inject
  private Calendar calendar;

  @Override
  public List<WorkItem> waiting() {
    // what is due first comes first: moving due dates to workdays never changes their order
    List<Object[]> rows = waiting("select r, t from Review r left join Task t on t.fiscalYear = r.fiscalYear and t.formType = r.formType "
        + "where %s order by t.due nulls last, r.changedAt, r.id", Object[].class).setMaxResults(MOST_SHOWN).getResultList();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<String, String> names = unitNames();
    Map<UUID, Integer> notes = openNotes(rows.stream().map(row -> ((Review) row[0]).id()).toList());
    Workdays workdays = calendar.workdays();
    LocalDate today = calendar.today();
    return rows.stream().map(row -> {
      Review review = (Review) row[0];
      FormHead head = review.head();
      Optional<Deadline> deadline = Optional.ofNullable((Task) row[1]).map(task -> Deadline.of(task, workdays, today));
      return new WorkItem(review.id(), head.formType(), head.fiscalYear(), review.state().name(), head.title(), names.getOrDefault(head.unit(), ""),
          deadline.map(Deadline::due), deadline.map(Deadline::daysLeft).orElse(0L), notes.getOrDefault(review.id(), 0), review.changedAt());
    }).toList();
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
  public Progress progress(String formType, int fiscalYear) {
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
    return new Progress(begun, submitted, approved, returned);
  }

  /** Names by code. Units stand above this room; a form knows its own by the code. */
  private Map<String, String> unitNames() {
    return database.createQuery("select u.code, u.name from Unit u", Object[].class).getResultStream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
  }
}
