package org.jiheng.app.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.FormTrail;
import org.jiheng.app.review.FormType;
import org.jiheng.app.review.Visibility;
import org.jiheng.app.search.Found;
import org.jiheng.app.search.SearchSource;
import org.jiheng.app.search.Wanted;
import org.jiheng.tenants.scope.Scope;

/**
 * Finds forms of every type by their title, their unit or their project's code: those the caller may open, a group for each type; also
 * what was cancelled or has been adjusted since, as its state says.
 */
@ApplicationScoped
@Transactional
public class FormSearch implements SearchSource {

  private static final List<String> NAMES = List.of("r.title", "u.name");
  private static final List<String> CODES = List.of("u.code");

  @PersistenceContext
  private EntityManager database;

  @Inject
  @Any
  private Instance<FilledForms<?, ?, ?>> rooms;

  @Inject
  private FormTrail trail;

  @Override
  public boolean reads() {
    return Visibility.of(Scope.current()).reads();
  }

  @Override
  public List<Found> find(Wanted wanted) {
    Map<String, FormType<?>> types = new TreeMap<>();
    rooms.forEach(room -> types.put(room.type().name(), room.type()));
    return types.values().stream().flatMap(type -> find(type, wanted).stream()).toList();
  }

  private List<Found> find(FormType<?> type, Wanted wanted) {
    trail.listed(type.name(), wanted.fiscalYear() + " " + wanted.text());
    List<Found.Hit> hits = query("select r.id, r.fiscalYear, r.title, u.name, r.state, r.adjusts, " + wanted.closeness(NAMES, CODES) + " as closeness", type, wanted,
        " order by closeness, r.title, r.id", Object[].class).setMaxResults(wanted.limit()).getResultStream()
        .map(row -> new Found.Hit(row[0].toString(), (Integer) row[1], (String) row[2], (String) row[3], "", ((FormState) row[4]).name(), row[5] != null)).toList();
    return Found.of(type.name(), hits, hits.size() < wanted.limit() ? hits.size() : query("select count(r)", type, wanted, "", Long.class).getSingleResult());
  }

  /** Of a form that the caller may see in reviews, but whose room shows it nothing, there is nothing to be found. */
  private <T> TypedQuery<T> query(String select, FormType<?> type, Wanted wanted, String end, Class<T> result) {
    Visibility visibility = Visibility.of(Scope.current());
    String text = select + " from Review r, Unit u, " + type.entity().getSimpleName() + " f where u.code = r.unit and f.id = r.id "
        + "and r.formType = :type and r.fiscalYear = :year and " + visibility.condition() + " and ("
        + wanted.condition(NAMES, CODES) + " or r.project in (select p.id from Project p where p.code like :wantedStart escape '!'))" + end;
    TypedQuery<T> query = database.createQuery(text, result).setParameter("type", type.name()).setParameter("year", wanted.fiscalYear());
    visibility.parameters().forEach(query::setParameter);
    return wanted.bind(query, text);
  }
}
