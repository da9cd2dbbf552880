package org.jiheng.app.goal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiheng.app.project.Backing;
import org.jiheng.app.project.ProjectCategory;
import org.jiheng.app.project.Projects;
import org.jiheng.app.review.FormState;
import org.jiheng.app.review.Visibility;
import org.jiheng.tenants.persistence.Beginning;
import org.jiheng.tenants.persistence.Like;
import org.jiheng.tenants.scope.Scope;

/**
 * The caller's projects of a year that need a goal (DOMAIN 3.2, S16), as a condition of a query over {@code p}, a {@code Project}, and
 * {@code u}, its unit; none for whoever reads no forms.
 */
final class GoalNeeds {

  /** {@link GoalOfProjects#asked} as a condition on {@code p}, a {@code Project}. */
  static final String OWED = "(p.category in (" + Stream.of(ProjectCategory.values()).filter(ProjectCategory::hasGoals)
      .map(one -> ProjectCategory.class.getName() + "." + one.name()).collect(Collectors.joining(", ")) + ") or " + Backing.UNCONFIRMED_CONDITION + ")";

  private final Beginning own = Beginning.of("p.unit", Visibility.units(Scope.current()));
  private final StringBuilder conditions = new StringBuilder();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  GoalNeeds(int fiscalYear) {
    conditions.append("p.fiscalYear = :year and ").append(Projects.TAKES_FORMS).append(" and ").append(own.condition()).append(" and ").append(OWED);
    parameters.put("year", fiscalYear);
  }

  /** That have one in force. */
  GoalNeeds approved() {
    return and(goal("= :approved"), "approved", FormState.APPROVED);
  }

  /** That have one on its way, and none in force. */
  GoalNeeds begun() {
    return and("not " + goal("= :approved"), "approved", FormState.APPROVED).and(goal("not in :over"), "over", FormState.over());
  }

  /** That have none. */
  GoalNeeds missing() {
    return and("not " + goal("not in :over"), "over", FormState.over());
  }

  private static String goal(String state) {
    return "exists (select g.id from Goal g, Review r where r.id = g.id and g.project = p.id and r.state " + state + ")";
  }

  /** @param condition with the parameter {@code :name} in it; written by the room, never typed by a person */
  GoalNeeds and(String condition, String name, Object value) {
    conditions.append(" and ").append(condition);
    parameters.put(name, value);
    return this;
  }

  /** A part of a name of the project or the unit, or the beginning of a code of one. */
  GoalNeeds named(String text) {
    parameters.put("start", Like.beginning(text));
    return and("(p.name like :part escape '!' or u.name like :part escape '!' or p.code like :start escape '!' or u.code like :start escape '!')",
        "part", Like.containing(text));
  }

  <T> TypedQuery<T> query(EntityManager database, String select, String order, Class<T> type) {
    // every project has a unit: counting goes on without its name
    boolean named = select.contains("u.name") || conditions.indexOf("u.name") >= 0;
    TypedQuery<T> query = own.bind(database.createQuery("select " + select + " from Project p" + (named ? ", Unit u where u.code = p.unit and " : " where ")
        + conditions + order, type));
    parameters.forEach(query::setParameter);
    return query;
  }
}
