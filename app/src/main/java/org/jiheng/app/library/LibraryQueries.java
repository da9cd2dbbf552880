package org.jiheng.app.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.scope.Scope;

/**
 * What of the library the caller sees, asked of the database: everything of the own level and what the prefecture shares (the
 * database shows nothing else), and of the departments those the caller has to do with.
 */
@ApplicationScoped
class LibraryQueries {

  /** May be chosen on {@code :day}; {@code :inForce} is the state. */
  static final String ON_THE_DAY =
      " and l.state = :inForce and l.content.validFrom <= :day and (l.content.validUntil is null or l.content.validUntil >= :day)";

  @PersistenceContext
  private EntityManager database;

  /** @throws NoSuchFormException if the library is not the caller's to read */
  static LibraryRights rights() {
    LibraryRights rights = LibraryRights.of(Scope.current());
    if (!rights.reads()) {
      throw new NoSuchFormException();
    }
    return rights;
  }

  /**
   * @param select what of {@code l}, a {@link LibraryLine}
   * @param condition beginning with {@code and}; its parameters are filled in
   */
  <T> TypedQuery<T> asked(String select, String condition, Map<String, Object> parameters, String rest, Class<T> type) {
    LibraryRights rights = rights();
    Map<String, Object> all = new LinkedHashMap<>(parameters);
    String visible = "l.level <> :ofDepartments";
    all.put("ofDepartments", LibraryLevel.DEPARTMENT);
    if (rights.all()) {
      visible = "1 = 1";
      all.remove("ofDepartments");
    } else if (!rights.departments().isEmpty()) {
      visible = "(" + visible + " or l.department in :departments)";
      all.put("departments", Set.copyOf(rights.departments()));
    }
    TypedQuery<T> query = database.createQuery("select " + select + " from LibraryLine l where " + visible + condition + rest, type);
    all.forEach(query::setParameter);
    return query;
  }

  /** One version; nothing is the caller's that is not visible. */
  LibraryLine version(UUID id) {
    return asked("l", " and l.id = :id", Map.of("id", id), "", LibraryLine.class).getResultStream().findFirst()
        .orElseThrow(NoSuchFormException::new);
  }

  /** Every version, the newest first; at least one. */
  List<LibraryLine> versions(UUID entry) {
    List<LibraryLine> versions =
        asked("l", " and l.indicatorId = :id", Map.of("id", entry), " order by l.number desc", LibraryLine.class).getResultList();
    if (versions.isEmpty()) {
      throw new NoSuchFormException();
    }
    return versions;
  }
}
