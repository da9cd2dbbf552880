package org.jiheng.app.intake;

import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** Who takes whole libraries in: the performance office for the jurisdiction, a department's reviewer for the department's units. */
public final class IntakeAccess {

  private IntakeAccess() {}

  private static boolean outside() {
    return Scope.current().readOnly() || Scope.current().caller().guest();
  }

  public static boolean takes() {
    return !outside() && Scope.current().caller().holdsAny(Role.PERFORMANCE_OFFICE, Role.DEPARTMENT_REVIEWER);
  }

  static boolean takes(String unit) {
    return !outside() && (Scope.current().caller().holds(Role.PERFORMANCE_OFFICE, unit) || Scope.current().caller().holds(Role.DEPARTMENT_REVIEWER, unit));
  }

  /** Whether the caller takes over budgets that exist already: finance does, a department does not. On which days: {@link ProjectReading}. */
  public static boolean takesOver() {
    return marks();
  }

  /** Whether the caller says which projects are key ones and which keep their money. */
  static boolean marks() {
    return !outside() && Scope.current().caller().holds(Role.PERFORMANCE_OFFICE);
  }
}
