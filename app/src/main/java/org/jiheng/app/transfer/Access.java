package org.jiheng.app.transfer;

import java.util.List;
import org.jiheng.app.review.NoSuchFormException;
import org.jiheng.tenants.scope.Caller;
import org.jiheng.tenants.scope.Membership;
import org.jiheng.tenants.scope.Role;
import org.jiheng.tenants.scope.Scope;

/**
 * Who has to do with transfers: finance reads all of them, its sections and performance offices write, its leaders decide; a unit and
 * its department see what went down to them. Nobody else, and nobody who looks into another's data, sees any.
 */
final class Access {

  private Access() {}

  private static boolean atWork(Scope scope) {
    return !scope.readOnly() && !scope.caller().guest();
  }

  /** Whether the caller sees whole documents. */
  static boolean finance() {
    Scope scope = Scope.current();
    return atWork(scope) && scope.caller().holdsAny(Role.FINANCE_SECTION, Role.PERFORMANCE_OFFICE, Role.BUDGET_SECTION, Role.BUREAU_LEADER,
        Role.AUDITOR, Role.PREFECTURE_OVERSIGHT);
  }

  /** Whether the caller enters documents, writes goals and parts, and receives what comes from above. */
  static boolean drafts() {
    Scope scope = Scope.current();
    return atWork(scope) && scope.caller().holdsAny(Role.FINANCE_SECTION, Role.PERFORMANCE_OFFICE, Role.PREFECTURE_OVERSIGHT);
  }

  static boolean decides() {
    Scope scope = Scope.current();
    return atWork(scope) && scope.caller().holds(Role.BUREAU_LEADER);
  }

  /** Codes of the departments and units whose parts the caller sees; empty for finance, which sees all, and for everybody else. */
  static List<String> units() {
    Scope scope = Scope.current();
    return finance() || !atWork(scope) ? List.of() : scope.caller().memberships().stream()
        .filter(membership -> List.of(Role.UNIT_CLERK, Role.UNIT_APPROVER, Role.DEPARTMENT_REVIEWER).contains(membership.role()))
        .map(Membership::unitPrefix).distinct().toList();
  }

  static boolean reads() {
    return finance() || !units().isEmpty();
  }

  /** @throws NoSuchFormException for everybody who does not write */
  static Caller drafting() {
    if (!drafts()) {
      throw new NoSuchFormException();
    }
    return Scope.current().caller();
  }
}
