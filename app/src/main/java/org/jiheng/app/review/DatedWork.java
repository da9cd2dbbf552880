package org.jiheng.app.review;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiheng.app.calendar.Due;
import org.jiheng.app.calendar.Plan;
import org.jiheng.app.calendar.WorkItem;
import org.jiheng.app.calendar.WorkSource;
import org.jiheng.tenants.persistence.Beginning;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Things that hang on forms, have a day of their own and lie on desks by their state: conditions, duties. A room extends it and says which
 * they are, on whose desk they lie, and how an entry of the work list reads. The thing has columns {@code id}, {@code due} and {@code state}.
 *
 * @param <T> the thing as it is kept
 * @param <S> its states
 */
@Transactional
public abstract class DatedWork<T, S extends Enum<S>> implements WorkSource {

  private static final int MOST_SHOWN = 200;
  private static final int MOST_DUE = 5000;
  private static final String ORDER = " order by t.due, t.id";

  private final String kind;
  private final String from;
  private final Map<Role, Set<S>> holders;

  @PersistenceContext
  private EntityManager database;

  /**
   * @param kind what the work list calls one
   * @param form column of the thing that names its form
   * @param holders in which states it lies on the desk of which role; in all others it is done
   */
  protected DatedWork(String kind, Class<T> entity, String form, Map<Role, Set<S>> holders) {
    this.kind = kind;
    this.from = " from " + entity.getSimpleName() + " t, Review r where r.id = t." + form + " and ";
    this.holders = new EnumMap<>(holders);
  }

  /** A thing with the life of the form it hangs on. */
  public record OfForm<T>(T thing, Review review) {}

  /**
   * What of a thing is asked everywhere.
   *
   * @param title names it on lists
   * @param due last day on time, inclusive
   */
  public record Told<S>(UUID id, String title, S state, LocalDate due) {}

  protected abstract Told<S> told(T thing, FormHead head);

  /** Entries of the caller's work list, in their order. */
  protected abstract List<WorkItem> items(List<OfForm<T>> waiting);

  @Override
  public List<WorkItem> waiting(Plan plan) {
    List<OfForm<T>> mine = onDesk("select t, r", ORDER, Object[].class)
        .map(query -> query.setMaxResults(MOST_SHOWN).getResultStream().map(this::ofForm).toList()).orElse(List.of());
    return mine.isEmpty() ? List.of() : items(mine);
  }

  @SuppressWarnings("unchecked")
  private OfForm<T> ofForm(Object[] row) {
    return new OfForm<>((T) row[0], (Review) row[1]);
  }

  @Override
  public int count() {
    return onDesk("select count(t)", "", Long.class).map(query -> query.getSingleResult().intValue()).orElse(0);
  }

  /** What lies on the caller's own desks; empty for who has none: nobody has who looks in from outside. */
  private <R> Optional<TypedQuery<R>> onDesk(String select, String order, Class<R> type) {
    Scope scope = Scope.current();
    if (scope.readOnly() || scope.caller().guest()) {
      return Optional.empty();
    }
    List<String> desks = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    holders.forEach((role, states) -> {
      List<String> units = scope.caller().memberships().stream().filter(one -> one.role() == role).map(Membership::unitPrefix).distinct().toList();
      if (!units.isEmpty()) {
        Beginning theirs = Beginning.of("r.unit", units).named("unit" + role.ordinal() + "of");
        desks.add("(" + theirs.condition() + " and t.state in :states" + role.ordinal() + ")");
        parameters.putAll(theirs.parameters());
        parameters.put("states" + role.ordinal(), states);
      }
    });
    if (desks.isEmpty()) {
      return Optional.empty();
    }
    TypedQuery<R> query = database.createQuery(select + from + "(" + String.join(" or ", desks) + ")" + order, type);
    parameters.forEach(query::setParameter);
    return Optional.of(query);
  }

  @Override
  public List<Due> due(LocalDate until) {
    return dues(undone(" and t.due <= :until").setParameter("until", until).setMaxResults(MOST_DUE));
  }

  @Override
  public List<Due> due(LocalDate until, Collection<String> units) {
    Beginning theirs = Beginning.of("r.unit", units);
    return dues(theirs.bind(undone(" and t.due <= :until and " + theirs.condition())).setParameter("until", until).setMaxResults(MOST_DUE));
  }

  @Override
  public List<Due> open(Collection<UUID> things) {
    return dues(undone(" and t.id in :things").setParameter("things", things));
  }

  private TypedQuery<Object[]> undone(String condition) {
    return database.createQuery("select t, r" + from + "t.state in :undone" + condition + ORDER, Object[].class)
        .setParameter("undone", holders.values().stream().flatMap(Set::stream).distinct().toList());
  }

  private List<Due> dues(TypedQuery<Object[]> query) {
    return query.getResultStream().map(this::ofForm).flatMap(one -> dues(one.thing(), one.review().head())).toList();
  }

  /** One for each role on whose desk it lies. */
  private Stream<Due> dues(T thing, FormHead head) {
    Told<S> told = told(thing, head);
    return holders.entrySet().stream().filter(holder -> holder.getValue().contains(told.state()))
        .map(holder -> new Due(kind, told.id(), head.fiscalYear(), told.title(), holder.getKey(), Optional.of(head.unit()), told.due()));
  }
}
