package org.jiheng.app.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiheng.app.review.UnitNames;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Scope;

/** The units of the scope's jurisdiction. */
@ApplicationScoped
@Transactional
public class Units implements UnitNames {

  @PersistenceContext
  private EntityManager database;

  /** In the order of the codes. */
  @Override
  public Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    all().forEach(unit -> names.put(unit.code(), unit.name()));
    return names;
  }

  /** Units the caller has to do with in any role, in the order of their codes; what is below them included. */
  public List<Unit> ofCaller() {
    Scope scope = Scope.current();
    return all().stream()
        .filter(unit -> scope.readOnly() || scope.caller().memberships().stream().anyMatch(one -> covers(one, unit)))
        .toList();
  }

  private static boolean covers(Membership membership, Unit unit) {
    return membership.coversUnit(unit.code());
  }

  /** Whether the second unit goes on with the work of the first, by itself or after others. */
  public boolean goesOnAs(String unit, String later) {
    return tree().successors(unit).contains(later);
  }

  UnitTree tree() {
    return new UnitTree(Scope.current().data().code(), all());
  }

  /** The whole tree, in the order of the codes. */
  public List<Unit> all() {
    return database.createQuery("select u from Unit u order by u.code", Unit.class).getResultList();
  }
}
