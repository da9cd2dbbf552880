package org.jiheng.app.task;

import java.util.EnumSet;
import java.util.Set;
import org.jiheng.app.calendar.Task;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.app.review.Refusal;
import org.jiheng.app.review.RefusedException;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/** Who may do what with tasks (DOMAIN 1.2): the performance office all, everybody in the line of work sees what concerns its units. */
final class Rights {

  private static final Set<Role> CONCERNED = EnumSet.of(Role.UNIT_CLERK, Role.UNIT_APPROVER, Role.DEPARTMENT_REVIEWER, Role.FINANCE_SECTION,
      Role.PERFORMANCE_OFFICE, Role.BUDGET_SECTION, Role.BUREAU_LEADER, Role.AUDITOR);

  private Rights() {}

  /** The performance office, in its own jurisdiction. */
  static boolean writes() {
    Scope scope = Scope.current();
    return inside(scope) && scope.caller().holds(Role.PERFORMANCE_OFFICE);
  }

  private static boolean inside(Scope scope) {
    return !scope.readOnly() && !scope.caller().guest();
  }

  /** @throws RefusedException for everybody but the performance office */
  static Caller office() {
    if (!writes()) {
      throw new RefusedException(Refusal.because("tasks-not-yours"));
    }
    return Scope.current().caller();
  }

  /** @throws NoSuchFormException for who has to do with no unit's work */
  static void concerned() {
    if (Scope.current().caller().memberships().stream().noneMatch(Rights::concerned)) {
      throw new NoSuchFormException();
    }
  }

  private static boolean concerned(Membership membership) {
    return inside(Scope.current()) && CONCERNED.contains(membership.role());
  }

  /** Whether a unit's work concerns the caller. */
  static boolean sees(String unit) {
    return Scope.current().caller().memberships().stream().anyMatch(one -> concerned(one) && one.coversUnit(unit));
  }

  /** Whether the caller has to do with some of the units of a task. */
  static boolean touches(Task task) {
    return Scope.current().caller().memberships().stream().anyMatch(one -> concerned(one) && task.touches(one.unitPrefix()));
  }
}
