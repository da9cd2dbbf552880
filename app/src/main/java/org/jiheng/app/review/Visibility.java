package org.jiheng.app.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jiheng.tenants.persistence.Beginning;
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
      visibility.add(List.of(""), () -> "");
    } else if (scope.caller().guest()) {
      visibility.addEngaged(scope.caller().engagements());
    } else {
      visibility.add(units(scope, Visibility::drafts), () -> "");
      visibility.add(units(scope, role -> reads(role) && !drafts(role)), () -> " and " + visibility.sentIn());
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
    return scope.caller().guest() ? List.of() : units(scope, Visibility::reads);
  }

  private static List<String> units(Scope scope, Predicate<Role> roles) {
    return scope.caller().memberships().stream().filter(one -> roles.test(one.role())).map(Membership::unitPrefix).distinct().toList();
  }

  /** Whether it is the unit's own post, which sees its forms from the first word. */
  private static boolean drafts(Role role) {
    return role == Role.UNIT_CLERK || role == Role.UNIT_APPROVER;
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
    Arrays.stream(FormState.values()).forEach(state -> state.holder()
        .ifPresent(role -> desk.add(units(scope, role::equals), () -> " and r.state = " + desk.parameter(state))));
    return desk;
  }

  /** Forms of these units as far as the rest of the condition goes. */
  private void add(List<String> units, Supplier<String> rest) {
    if (!units.isEmpty()) {
      Beginning theirs = Beginning.of("r.unit", units).named("seen" + conditions.size() + "unit");
      parameters.putAll(theirs.parameters());
      conditions.add("(" + theirs.condition() + rest.get() + ")");
    }
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
