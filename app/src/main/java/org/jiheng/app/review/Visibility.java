package org.jiheng.app.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Which forms of the jurisdiction the caller may see, as a condition of a query. The unit sees its own from the first
 * word; everybody else sees a form once it has been sent in, and not while its unit types it anew after a rejection;
 * people from outside see, of those, the forms about the projects their engagements open, and nothing by any other role.
 * Whoever holds no role that reads forms sees none. Who looks at the whole jurisdiction is asked for without its units: a statement is
 * planned for whatever they will be, and would be planned for few forms.
 */
public final class Visibility {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  private Visibility() {}

  public static Visibility of(Scope scope) {
    Visibility visibility = new Visibility();
    if (scope.readOnly()) {
      // the county's views hold approved forms only
      visibility.add("", true);
      return visibility;
    }
    if (scope.caller().guest()) {
      visibility.addEngaged(scope.caller().engagements());
      return visibility;
    }
    for (Membership membership : scope.caller().memberships()) {
      switch (membership.role()) {
        case UNIT_CLERK, UNIT_APPROVER -> visibility.add(membership.unitPrefix(), true);
        case DEPARTMENT_REVIEWER, FINANCE_SECTION, PERFORMANCE_OFFICE, BUDGET_SECTION, BUREAU_LEADER, AUDITOR ->
            visibility.add(membership.unitPrefix(), false);
        case THIRD_PARTY, EXPERT, PREFECTURE_OVERSIGHT, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> { }
      }
    }
    return visibility;
  }

  /**
   * Beginnings of the codes of the units whose forms the caller may see, sent in or not: for what is told of the units themselves, for
   * example which of their projects have no form yet. None for people from outside, and none by a post that reads no forms.
   */
  public static List<String> units(Scope scope) {
    if (scope.readOnly()) {
      return List.of("");
    }
    return scope.caller().guest() ? List.of()
        : scope.caller().memberships().stream().filter(one -> reads(one.role())).map(Membership::unitPrefix).distinct().toList();
  }

  private static boolean reads(Role role) {
    return switch (role) {
      case UNIT_CLERK, UNIT_APPROVER, DEPARTMENT_REVIEWER, FINANCE_SECTION, PERFORMANCE_OFFICE, BUDGET_SECTION, BUREAU_LEADER, AUDITOR -> true;
      case THIRD_PARTY, EXPERT, PREFECTURE_OVERSIGHT, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> false;
    };
  }

  /** The forms that wait on the caller's own desk. */
  static Visibility ofDesk(Scope scope) {
    Visibility desk = new Visibility();
    if (scope.readOnly() || scope.caller().guest()) {
      return desk;
    }
    for (Membership membership : scope.caller().memberships()) {
      for (FormState state : FormState.values()) {
        if (state.holder().filter(membership.role()::equals).isPresent()) {
          desk.conditions.add("(" + desk.of(membership.unitPrefix()) + " and r.state = " + desk.parameter(state) + ")");
        }
      }
    }
    return desk;
  }

  private void add(String prefix, boolean fromTheFirstWord) {
    conditions.add("(" + of(prefix) + (fromTheFirstWord ? "" : " and " + sentIn()) + ")");
  }

  private String of(String prefix) {
    return prefix.isEmpty() ? "1 = 1" : "r.unit like " + parameter(prefix + "%");
  }

  private void addEngaged(Set<UUID> engagements) {
    if (!engagements.isEmpty()) {
      conditions.add("(" + sentIn() + " and r.project in (select w.project from ProjectWindow w where w.engagement in " + parameter(engagements) + "))");
    }
  }

  /** A draft of a later round is open on the unit's desk as the first one was. */
  private String sentIn() {
    return "r.round > 0 and r.state <> " + parameter(FormState.DRAFT);
  }

  private String parameter(Object value) {
    String name = "seen" + parameters.size();
    parameters.put(name, value);
    return ":" + name;
  }

  /** A condition on {@code r}, a {@link Review}; true for nothing when nothing may be seen. */
  public String condition() {
    return conditions.isEmpty() ? "1 = 0" : "(" + String.join(" or ", conditions) + ")";
  }

  public Map<String, Object> parameters() {
    return parameters;
  }

  /** Whether the caller's roles read forms at all. */
  public boolean reads() {
    return !conditions.isEmpty();
  }
}
