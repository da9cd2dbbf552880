package org.jiheng.app.task;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
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
    if (!works()) {
      throw new NoSuchFormException();
    }
  }

  /** Whether the caller is shown what is late: who is concerned with units, and who has to do what is the prefecture's own. */
  static boolean readsLate() {
    return Scope.current().caller().memberships().stream().anyMatch(one -> concerned(one) || oversees(one));
  }

  /** @throws NoSuchFormException for everybody who is shown nothing that is late */
  static void late() {
    if (!readsLate()) {
      throw new NoSuchFormException();
    }
  }

  /** The prefecture's oversight, at home: of its own jurisdiction it is concerned with what lies with itself, and of a county with nothing. */
  private static boolean oversees(Membership membership) {
    return inside(Scope.current()) && membership.role() == Role.PREFECTURE_OVERSIGHT;
  }

  /** Beginnings of the codes of the units of which something late may be shown to the caller. */
  static Set<String> unitsOfLate() {
    return Scope.current().caller().memberships().stream().filter(one -> concerned(one) || oversees(one)).map(Membership::unitPrefix)
        .collect(Collectors.toSet());
  }

  /** Beginnings of the codes of the units whose work concerns the caller. */
  static Set<String> units() {
    return Scope.current().caller().memberships().stream().filter(Rights::concerned).map(Membership::unitPrefix).collect(Collectors.toSet());
  }

  /** Whether a unit's work concerns the caller, or it has to do it itself. @param unit the empty text for what is the jurisdiction's own */
  static boolean seesLate(String unit, Collection<Role> holders) {
    return sees(unit) || Scope.current().caller().memberships().stream()
        .anyMatch(one -> oversees(one) && holders.contains(one.role()) && one.coversUnit(unit));
  }

  /** Whether any unit's work concerns the caller. */
  static boolean works() {
    return Scope.current().caller().memberships().stream().anyMatch(Rights::concerned);
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
