package org.jiheng.app.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiheng.tenants.scope.Scope;

/** The forms the caller dealt with last. */
@ApplicationScoped
@Transactional
public class RecentWork {

  private static final int SHOWN = 8;

  @PersistenceContext
  private EntityManager database;

  /** What the caller did with a form, when, and where the form stands now. */
  public record Item(UUID form, String formType, int fiscalYear, String title, Move move, Instant at, FormState state) {}

  /** The caller's last moves, the latest first, on forms the caller may still see. */
  public List<Item> mine() {
    Visibility visibility = Visibility.of(Scope.current());
    TypedQuery<Object[]> query = database.createQuery(
        "select r.id, r.formType, r.fiscalYear, r.title, s.move, s.at, r.state from ReviewStep s, Review r "
            + "where r.id = s.review and s.person = :person and " + visibility.condition() + " order by s.at desc", Object[].class);
    visibility.parameters().forEach(query::setParameter);
    return query.setParameter("person", Scope.current().caller().id())
        .setMaxResults(SHOWN)
        .getResultStream()
        .map(row -> new Item((UUID) row[0], (String) row[1], (Integer) row[2], (String) row[3], (Move) row[4], (Instant) row[5],
            (FormState) row[6]))
        .toList();
  }
}
