package org.jiheng.app.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiheng.tenants.scope.Scope;

/** Finds projects of the scope's jurisdiction. */
@ApplicationScoped
@Transactional
public class Projects {

  @PersistenceContext
  private EntityManager database;

  /** How many projects of a fiscal year the caller's units have, in whatever role the caller looks at them. */
  public int countOfCaller(int fiscalYear) {
    Scope scope = Scope.current();
    return database.createQuery("select p.unit, count(p) from Project p where p.fiscalYear = :year group by p.unit", Object[].class)
        .setParameter("year", fiscalYear)
        .getResultStream()
        .filter(row -> scope.caller().memberships().stream().anyMatch(one -> one.coversUnit((String) row[0])))
        .mapToInt(row -> ((Long) row[1]).intValue())
        .sum();
  }

  /** All projects of a fiscal year, in the order of their codes. */
  public List<Project> ofYear(int fiscalYear) {
    return database.createQuery("select p from Project p where p.fiscalYear = :year order by p.code", Project.class)
        .setParameter("year", fiscalYear)
        .getResultList();
  }

  public Optional<Project> find(UUID id) {
    return Optional.ofNullable(database.find(Project.class, id));
  }

  /** The same, held for this transaction: what may be there once for a project is looked for and begun in one go. */
  public Optional<Project> hold(UUID id) {
    return Optional.ofNullable(database.find(Project.class, id, LockModeType.PESSIMISTIC_WRITE));
  }
}
