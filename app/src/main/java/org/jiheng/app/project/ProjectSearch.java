package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jiheng.app.review.FormTrail;
import org.jiheng.app.search.Found;
import org.jiheng.app.search.SearchSource;
import org.jiheng.app.search.Wanted;

/** Finds projects of the year by their name, their code or their unit, in the part of the library the caller may read. */
@ApplicationScoped
@Transactional
public class ProjectSearch implements SearchSource {

  private static final List<String> NAMES = List.of("p.name", "u.name");
  private static final List<String> CODES = List.of("p.code", "u.code");

  @PersistenceContext
  private EntityManager database;

  @Inject
  private FormTrail trail;

  @Override
  public boolean reads() {
    return ProjectAccess.reads();
  }

  @Override
  public List<Found> find(Wanted wanted) {
    trail.listed(ProjectList.SUBJECT, wanted.fiscalYear() + " " + wanted.text());
    List<Found.Hit> hits = query("select p.id, p.fiscalYear, p.name, u.name, p.code, " + wanted.closeness(NAMES, CODES) + " as closeness", wanted,
        " order by closeness, p.name, p.id", Object[].class).setMaxResults(wanted.limit()).getResultStream()
        .map(row -> new Found.Hit(row[0].toString(), (Integer) row[1], (String) row[2], row[3] + " · " + row[4], (String) row[4])).toList();
    return Found.of(ProjectList.SUBJECT, hits, hits.size() < wanted.limit() ? hits.size() : query("select count(p)", wanted, "", Long.class).getSingleResult());
  }

  private <T> TypedQuery<T> query(String select, Wanted wanted, String end, Class<T> type) {
    ProjectAccess.Condition condition = ProjectAccess.condition();
    String text = select + " from Project p, Unit u where u.code = p.unit and p.fiscalYear = :year and " + condition.text() + " and "
        + wanted.condition(NAMES, CODES) + end;
    TypedQuery<T> query = database.createQuery(text, type).setParameter("year", wanted.fiscalYear());
    condition.parameters().forEach(query::setParameter);
    return wanted.bind(query, text);
  }
}
