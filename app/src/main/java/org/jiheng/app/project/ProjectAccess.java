package org.jiheng.app.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiheng.tenants.persistence.Like;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Who may do what with the library (DOMAIN 1.2): units enter what is theirs, departments, finance and auditors look at their part, the
 * performance office marks, completes, gives up and merges. People from outside and overseers do not come here: what they see of
 * projects is shown to them with forms.
 */
public final class ProjectAccess {

  private static final Set<Role> READERS = Set.of(Role.UNIT_CLERK, Role.UNIT_APPROVER, Role.DEPARTMENT_REVIEWER, Role.FINANCE_SECTION,
      Role.PERFORMANCE_OFFICE, Role.BUDGET_SECTION, Role.BUREAU_LEADER, Role.AUDITOR);

  private ProjectAccess() {}

  private static boolean outside() {
    return Scope.current().readOnly() || Scope.current().caller().guest();
  }

  private static List<String> readable() {
    return outside() ? List.of() : Scope.current().caller().memberships().stream()
        .filter(membership -> READERS.contains(membership.role())).map(Membership::unitPrefix).distinct().toList();
  }

  /** Whether the caller reads the library, or a part of it. */
  public static boolean reads() {
    return !readable().isEmpty();
  }

  /** Whether the caller reads projects of this unit. */
  public static boolean reads(String unit) {
    return readable().stream().anyMatch(unit::startsWith);
  }

  /** Whether the caller enters projects of some unit. */
  public static boolean enters() {
    return !outside() && Scope.current().caller().holds(Role.UNIT_CLERK);
  }

  static boolean enters(String unit) {
    return !outside() && Scope.current().caller().holds(Role.UNIT_CLERK, unit);
  }

  /** Whether the caller marks projects, completes, gives up and merges them. */
  public static boolean decides() {
    return !outside() && Scope.current().caller().holds(Role.PERFORMANCE_OFFICE);
  }

  /** Whether the caller exchanges the code: its unit a temporary one, the performance office also one that was issued. */
  static boolean exchanges(Project project) {
    return decides() || project.provisional() && enters(project.unit());
  }

  /** Whether the caller confirms what a unit says of its project: the performance office and the section that looks after the unit. */
  static boolean confirms(String unit) {
    Caller caller = Scope.current().caller();
    return !outside() && (caller.holds(Role.PERFORMANCE_OFFICE, unit) || caller.holds(Role.FINANCE_SECTION, unit));
  }

  /** Whether the caller writes down money of a project: its unit what it asks for and its own, the budget section the rest. */
  static boolean funds(String unit) {
    ProjectRules.Writer writer = writer(unit);
    return writer.unit() || writer.budgetSection();
  }

  static ProjectRules.Writer writer(String unit) {
    return new ProjectRules.Writer(enters(unit), !outside() && Scope.current().caller().holds(Role.BUDGET_SECTION, unit));
  }

  /** The projects the caller may read, as a condition on {@code p}, with its parameters. */
  record Condition(String text, Map<String, Object> parameters) {}

  static Condition condition() {
    List<String> parts = new ArrayList<>();
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (String prefix : readable()) {
      if (prefix.isEmpty()) {
        return new Condition("1 = 1", Map.of());
      }
      String name = "readable" + parameters.size();
      parts.add("p.unit like :" + name + " escape '!'");
      parameters.put(name, Like.beginning(prefix));
    }
    return new Condition(parts.isEmpty() ? "1 = 0" : "(" + String.join(" or ", parts) + ")", parameters);
  }
}
