package org.jiheng.app.review;

import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiheng.tenants.persistence.Like;
import org.jiheng.tenants.scope.Scope;

/** The conditions of a query over {@code r}, a {@link Review}, and {@code u}, its unit: what the caller may see of what a list shows. */
public final class FormConditions {

  private final StringBuilder conditions = new StringBuilder();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /**
   * @param formType of the forms
   * @param codes paths of codes besides the unit's whose beginning a text may be
   */
  FormConditions(String formType, List<String> codes, FormFilter filter) {
    Visibility visibility = Visibility.of(Scope.current());
    parameters.putAll(visibility.parameters());
    conditions.append(visibility.condition());
    and("r.formType = :type", "type", formType);
    and("r.fiscalYear = :year", "year", filter.fiscalYear());
    filter.state().ifPresent(state -> and("r.state = :state", "state", state));
    filter.unit().ifPresent(unit -> and("r.unit like :unit escape '!'", "unit", Like.beginning(unit)));
    if (!filter.text().isBlank()) {
      StringBuilder anywhere = new StringBuilder("(r.title like :part escape '!' or u.name like :part escape '!' or u.code like :start escape '!'");
      codes.forEach(code -> anywhere.append(" or ").append(code).append(" like :start escape '!'"));
      and(anywhere.append(")").toString(), "part", Like.containing(filter.text()));
      parameters.put("start", Like.beginning(filter.text()));
    }
  }

  /**
   * One condition more.
   *
   * @param condition with the parameter {@code :name} in it; written by the room, never typed by a person
   */
  public void and(String condition, String name, Object value) {
    conditions.append(" and ").append(condition);
    parameters.put(name, value);
  }

  String text() {
    return conditions.toString();
  }

  void bind(TypedQuery<?> query) {
    parameters.forEach(query::setParameter);
  }
}
