package org.jiheng.tenants.identity;

import java.util.EnumSet;
import java.util.Set;
import org.jiheng.tenants.scope.Role;

/**
 * Who needs a second factor to sign in (GB/T 22239-2019; DOMAIN 12): administrators, reviewers and whoever decides about money.
 * The realm asks for it from everybody who holds one of these as a realm role.
 */
public final class SecondFactor {

  private static final Set<Role> NEEDED = EnumSet.of(
      Role.DEPARTMENT_REVIEWER, Role.FINANCE_SECTION, Role.PERFORMANCE_OFFICE, Role.BUDGET_SECTION, Role.BUREAU_LEADER,
      Role.PREFECTURE_OVERSIGHT, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);

  private SecondFactor() {}

  public static boolean neededFor(Role role) {
    return NEEDED.contains(role);
  }
}
